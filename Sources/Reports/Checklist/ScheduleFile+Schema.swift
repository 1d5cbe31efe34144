extension ScheduleFile {
  /// Definitions that the schemas of results and of checklists share; both define `date` and `count` themselves.
  static let schema =
    MetricFile.schema + #"""
          "duration": {
            "description": "Three estimates in working days.",
            "type": "object",
            "required": ["min", "likely", "max"],
            "properties": {
              "min": {"description": "If all goes well.", "type": "integer"},
              "likely": {"description": "What the schedule counts with.", "type": "integer"},
              "max": {"description": "At worst.", "type": "integer"}
            }
          },
          "span": {
            "description": "First and last day.",
            "type": "object",
            "required": ["start", "finish"],
            "properties": {
              "start": {"description": "First day.", "$ref": "#/$defs/date"},
              "finish": {"description": "Last day.", "$ref": "#/$defs/date"}
            }
          },
          "wait": {
            "description": "Days in which somebody outside has the work, within the days of its task.",
            "type": "object",
            "required": ["title", "party", "start", "finish"],
            "properties": {
              "title": {"description": "What is waited for.", "type": "string"},
              "party": {"description": "Who has it: authority, notifiedBody, worksCouncil, translator and others.", "type": "string"},
              "start": {"description": "First day.", "$ref": "#/$defs/date"},
              "finish": {"description": "Last day.", "$ref": "#/$defs/date"},
              "citation": {"description": "The law that fixes it; absent: an estimate.", "type": "string"}
            }
          },
          "progress": {
            "description": "How far a task is.",
            "type": "object",
            "required": ["state"],
            "properties": {
              "state": {"description": "open, underWay or done.", "enum": ["open", "underWay", "done"]},
              "since": {"description": "Under way since.", "$ref": "#/$defs/date"},
              "remaining": {"description": "Working days still to do.", "type": "integer"},
              "on": {"description": "Done on.", "$ref": "#/$defs/date"},
              "percent": {"description": "Of the likely working days, how many are over; absent if not known.", "type": "integer"}
            }
          },
          "legalDate": {
            "description": "A day on which law begins to apply.",
            "type": "object",
            "required": ["date", "title", "findings"],
            "properties": {
              "date": {"description": "The first day.", "$ref": "#/$defs/date"},
              "title": {"description": "Law and title.", "type": "string"},
              "findings": {"description": "Ids of the findings concerned.", "type": "array", "items": {"type": "string"}}
            }
          },
          "marketDate": {
            "description": "When one market is ready.",
            "type": "object",
            "required": ["country", "name", "blockedBy", "chain"],
            "properties": {
              "country": {"description": "Code of the country.", "type": "string"},
              "name": {"description": "Its name.", "type": "string"},
              "blockedBy": {
                "description": "Ids of findings that block entry and have no task.", "type": "array", "items": {"type": "string"}
              },
              "chain": {
                "description": "Ids of the tasks that determine when it is ready, in order.", "type": "array",
                "items": {"type": "string"}
              },
              "entry": {"description": "The day on which the plan enters; absent: not stated.", "$ref": "#/$defs/date"},
              "ready": {"description": "Last day of its tasks; absent: nothing to do.", "$ref": "#/$defs/date"},
              "worstReady": {"description": "The same at worst.", "$ref": "#/$defs/date"},
              "unblocked": {
                "description": "Last day of the tasks that close what blocks entry; absent: none, or one without a task.",
                "$ref": "#/$defs/date"
              },
              "isInTime": {"description": "Ready before the entry; absent without an entry.", "type": "boolean"}
            }
          },
          "workload": {
            "description": "What falls on one role.",
            "type": "object",
            "required": ["owner", "tasks", "effortDays", "workingDays"],
            "properties": {
              "owner": {"description": "The role.", "type": "string"},
              "tasks": {"description": "How many tasks it has.", "$ref": "#/$defs/count"},
              "effortDays": {"description": "Person days, likely.", "type": "number"},
              "workingDays": {"description": "Working days of the window.", "$ref": "#/$defs/count"},
              "people": {"description": "People of the role as the plan states; absent: not stated, and no limit.", "type": "number"},
              "peak": {"description": "The most people at work on one day.", "type": "number"}
            }
          },
          "choice": {
            "description": "How the remedies were chosen.",
            "type": "object",
            "required": [
              "objective", "effortDays", "cost", "value", "bound", "isProven", "gaps", "measures", "alternatives", "ruledOut",
              "followUps", "failed", "isSettled"
            ],
            "properties": {
              "objective": {"description": "What was to be least: effort, money or time.", "type": "string"},
              "effortDays": {"description": "Person days of all measures, likely.", "type": "number"},
              "cost": {"description": "External cost of all measures in EUR, likely.", "type": "number"},
              "value": {"description": "What was reached, in units of the objective.", "type": "number"},
              "bound": {"description": "What no choice can undercut, in the same units.", "type": "number"},
              "isProven": {"description": "No choice is better.", "type": "boolean"},
              "gaps": {"description": "Gaps that it closes.", "$ref": "#/$defs/count"},
              "measures": {"description": "Measures that it takes, prerequisites included.", "$ref": "#/$defs/count"},
              "alternatives": {
                "description": "Other ways to close some gaps.", "type": "array", "items": {"$ref": "#/$defs/alternative"}
              },
              "ruledOut": {
                "description": "Gaps whose remedies were all ruled out.", "type": "array", "items": {"type": "string"}
              },
              "followUps": {
                "description": "Gaps that the changes open, for which the choice was made too.", "type": "array",
                "items": {"type": "string"}
              },
              "failed": {
                "description": "Titles of remedies left out because the plan, judged again with them, still had their gap.",
                "type": "array", "items": {"type": "string"}
              },
              "isSettled": {
                "description": "No gap was open any more for which nothing had been chosen; false: the rounds ended before.",
                "type": "boolean"
              },
              "proof": {"description": "What judging the changed plan showed; absent: not judged.", "$ref": "#/$defs/proof"}
            }
          },
          "alternative": {
            "description": "Another way to close some gaps, with its price against the choice.",
            "type": "object",
            "required": ["gaps", "instead", "use", "drops", "adds", "effortDays", "cost", "days", "standing"],
            "properties": {
              "gaps": {"description": "Ids of the findings concerned.", "type": "array", "items": {"type": "string"}},
              "instead": {"description": "The remedy that was chosen.", "type": "string"},
              "use": {"description": "The other remedy.", "type": "string"},
              "drops": {"description": "Ids of the tasks that fall away.", "type": "array", "items": {"type": "string"}},
              "adds": {"description": "Ids of the tasks that come in.", "type": "array", "items": {"type": "string"}},
              "effortDays": {"description": "More person days; negative: fewer.", "type": "number"},
              "cost": {"description": "More EUR; negative: fewer.", "type": "number"},
              "days": {"description": "Days later; negative: sooner.", "type": "integer"},
              "standing": {
                "description": "proven: weighed against the choice; inWords: its change is stated in words alone, so that nothing shows that it closes the gaps; surrenders: it gives up business. Of the last two one is chosen only where no better one closes a gap, or where it was decided.",
                "enum": ["proven", "inWords", "surrenders"]
              }
            }
          },
          "proof": {
            "description": "Findings after the plan was judged again with its controls in place and its changes made.",
            "type": "object",
            "required": ["closed", "stillOpen", "opened", "inWords"],
            "properties": {
              "closed": {"description": "Closed.", "type": "array", "items": {"type": "string"}},
              "stillOpen": {"description": "Open as before.", "type": "array", "items": {"type": "string"}},
              "opened": {"description": "Opened by the changes.", "type": "array", "items": {"type": "string"}},
              "inWords": {
                "description": "Not judged, for their change is stated in words alone.", "type": "array",
                "items": {"type": "string"}
              }
            }
          },
          "bound": {
            "description": "What the finish cannot undercut, whatever the order of tasks.",
            "type": "object",
            "required": ["finish", "reason"],
            "properties": {
              "finish": {"description": "The earliest day.", "$ref": "#/$defs/date"},
              "reason": {"description": "What it rests on.", "type": "string"}
            }
          },
          "clock": {
            "description": "A clock that the law runs after entry.",
            "type": "object",
            "required": ["event", "within", "citation", "finding"],
            "properties": {
              "event": {"description": "What starts it.", "type": "string"},
              "within": {"description": "How long it runs, in words.", "type": "string"},
              "to": {"description": "Who must be told; absent: nobody.", "type": "string"},
              "citation": {"description": "The law that runs it.", "type": "string"},
              "finding": {"description": "Id of the finding.", "type": "string"}
            }
          },
          "likelihood": {
            "description": "Simulation over the three estimates of every task.",
            "type": "object",
            "required": ["draws", "seed", "inTime", "quantiles", "markets"],
            "properties": {
              "draws": {"description": "Simulated courses.", "$ref": "#/$defs/count"},
              "seed": {"description": "Where the random numbers began, in decimal digits.", "type": "string", "pattern": "^[0-9]+$"},
              "inTime": {"description": "Courses that finish by the deadline.", "$ref": "#/$defs/count"},
              "quantiles": {
                "description": "The finish that so many percent of the courses keep.",
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["percent", "finish"],
                  "properties": {
                    "percent": {"description": "Share of the courses.", "type": "integer"},
                    "finish": {"description": "The day that they keep.", "$ref": "#/$defs/date"}
                  }
                }
              },
              "markets": {
                "description": "The same by market.",
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["country"],
                  "properties": {
                    "country": {"description": "Code of the country.", "type": "string"},
                    "inTime": {"description": "Courses that are ready before its entry; absent without one.", "$ref": "#/$defs/count"}
                  }
                }
              }
            }
          },
          "lever": {
            "description": "Something that was tried to shorten the schedule.",
            "type": "object",
            "required": ["kind", "title", "finish", "daysSaved"],
            "properties": {
              "kind": {"description": "Another remedy, more people or a wider window.", "enum": ["remedy", "people", "window"]},
              "title": {"description": "What it is.", "type": "string"},
              "finish": {"description": "The finish with it.", "$ref": "#/$defs/date"},
              "daysSaved": {"description": "Days sooner than without.", "type": "integer"}
            }
          },
      """#
}
