extension ChecklistFile {
  /// JSON Schema of the checklist, the same bytes as `rules/schema/checklist.schema.json`.
  package static let schema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:pratique:schema:checklist:1",
      "title": "Pratique checklist",
      "description": "The entry schedule of a plan: what to do, who, when, and whether it fits. What is absent is not known or does not exist.",
      "$comment": "Readers ignore what a later minor schemaVersion adds and refuse another major one.",
      "type": "object",
      "required": [
        "schemaVersion", "asOf", "engine", "commandLine", "plan", "start", "deadline", "finish", "latestFinish", "fits",
        "fitsAtWorst", "summary", "markets", "tasks", "criticalPath", "withoutRemedy", "legalDates", "clocks", "workloads",
        "assumptions", "levers", "metrics"
      ],
      "properties": {
        "schemaVersion": {"description": "Version of this form.", "type": "string", "pattern": "^1\\.[0-9]+$"},
        "asOf": {"description": "Day whose law was applied, and on which the schedule begins.", "$ref": "#/$defs/date"},
        "engine": {"description": "Version of the program.", "type": "string"},
        "commandLine": {"description": "How it was called.", "type": "string"},
        "plan": {
          "description": "What was judged.",
          "type": "object",
          "required": ["file"],
          "properties": {
            "file": {"description": "Name of the plan's file.", "type": "string"},
            "organization": {"description": "Whose plan it is.", "type": "string"}
          }
        },
        "start": {"description": "First day of the window.", "$ref": "#/$defs/date"},
        "deadline": {"description": "Last day of the window.", "$ref": "#/$defs/date"},
        "finish": {"description": "Last day of the last task, likely.", "$ref": "#/$defs/date"},
        "latestFinish": {"description": "The same at worst.", "$ref": "#/$defs/date"},
        "fits": {"description": "The likely finish lies in the window.", "type": "boolean"},
        "fitsAtWorst": {"description": "The worst one too.", "type": "boolean"},
        "summary": {
          "description": "Fit, likelihood, earliest lawful dates and what would shorten it, in sentences.", "type": "array",
          "items": {"type": "string"}
        },
        "markets": {
          "description": "When each market is ready, in the order of the plan.", "type": "array",
          "items": {"$ref": "#/$defs/marketDate"}
        },
        "tasks": {
          "description": "Every task once, by start, then finish, then id.", "type": "array", "items": {"$ref": "#/$defs/task"}
        },
        "criticalPath": {
          "description": "Ids of the tasks that determine the finish, in order.", "type": "array", "items": {"type": "string"}
        },
        "withoutRemedy": {
          "description": "Ids of gaps for which the packs name no remedy.", "type": "array", "items": {"type": "string"}
        },
        "legalDates": {
          "description": "Law that begins within the horizon.", "type": "array", "items": {"$ref": "#/$defs/legalDate"}
        },
        "clocks": {"description": "Clocks that run after entry.", "type": "array", "items": {"$ref": "#/$defs/clock"}},
        "workloads": {"description": "Work by role.", "type": "array", "items": {"$ref": "#/$defs/workload"}},
        "assumptions": {"description": "What the dates rest on.", "type": "array", "items": {"type": "string"}},
        "levers": {
          "description": "What would shorten the schedule; empty: nothing was tried.", "type": "array",
          "items": {"$ref": "#/$defs/lever"}
        },
        "metrics": {
          "description": "Success metrics of the expansion against their targets; empty: none has a target on the day.", "type": "array",
          "items": {"$ref": "#/$defs/metric"}
        },
        "choice": {"description": "How the remedies were chosen; absent: no choice was made.", "$ref": "#/$defs/choice"},
        "bound": {"description": "Lower bound of the finish; absent: not computed.", "$ref": "#/$defs/bound"},
        "likelihood": {"description": "How likely the dates are kept; absent: not simulated.", "$ref": "#/$defs/likelihood"}
      },
      "$defs": {
        "date": {"description": "Year, month and day.", "type": "string", "pattern": "^-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}$"},
        "count": {"description": "How many.", "type": "integer", "minimum": 0},
        "task": {
          "description": "One thing to do.",
          "type": "object",
          "required": [
            "id", "title", "description", "start", "finish", "late", "prerequisites", "owner", "phase", "stream", "market",
            "provisions", "closes", "critical", "slack", "fitsWindow", "duration", "effortDays", "people", "cost", "doneWhen",
            "evidence", "waits", "progress", "pushes", "earliestStart", "earliestFinish", "latestStart", "latestFinish",
            "worstFinish"
          ],
          "properties": {
            "id": {"description": "Id of the control, or `change-…` for a change to the plan.", "type": "string"},
            "title": {"description": "What it is called.", "type": "string"},
            "description": {"description": "What to do.", "type": "string"},
            "start": {"description": "First day, under the people that the plan states.", "$ref": "#/$defs/date"},
            "finish": {"description": "Last day, waits included.", "$ref": "#/$defs/date"},
            "due": {
              "description": "By when it must be finished: an entry that needs it, or the first day of law; absent: nothing binds.",
              "$ref": "#/$defs/date"
            },
            "late": {"description": "Calendar days after the due on which it is finished; 0: in time, or done.", "$ref": "#/$defs/count"},
            "prerequisites": {
              "description": "Ids of the tasks that must be finished first.", "type": "array", "items": {"type": "string"}
            },
            "owner": {"description": "Role that does it.", "type": "string"},
            "external": {"description": "Outside party that takes part.", "type": "string"},
            "phase": {"description": "Prepare, build or run.", "enum": ["prepare", "build", "run"]},
            "stream": {"description": "Stream of work: regulatory, infrastructure, team or operations.", "type": "string"},
            "market": {
              "description": "Codes of the countries that it serves; empty: all.", "type": "array", "items": {"type": "string"}
            },
            "provisions": {
              "description": "Provisions behind it, also those that it serves as a prerequisite.", "type": "array",
              "items": {"type": "string"}
            },
            "closes": {
              "description": "Ids of findings that it helps close; empty: a prerequisite alone.", "type": "array",
              "items": {"type": "string"}
            },
            "critical": {"description": "It has no slack, or lies on the chain that determines the finish.", "type": "boolean"},
            "slack": {"description": "Working days that it may slip without moving the finish.", "type": "integer"},
            "fitsWindow": {"description": "It is finished by the deadline.", "type": "boolean"},
            "duration": {"description": "How long it takes from start to finish.", "$ref": "#/$defs/duration"},
            "effortDays": {"description": "Own work in person days, likely.", "type": "number"},
            "people": {"description": "People of the role that it takes while own work lasts.", "type": "number"},
            "cost": {"description": "External cost in EUR, likely.", "type": "number"},
            "doneWhen": {"description": "What must be true for it to be ticked off; empty: not stated.", "type": "string"},
            "evidence": {"description": "What to keep as proof.", "type": "string"},
            "waits": {
              "description": "Days in which somebody else has it.", "type": "array", "items": {"$ref": "#/$defs/wait"}
            },
            "progress": {"description": "How far it is.", "$ref": "#/$defs/progress"},
            "baseline": {"description": "When the schedule had it at first; absent without progress.", "$ref": "#/$defs/span"},
            "pushes": {
              "description": "Ids of the tasks that start later because it ends later than at first.", "type": "array",
              "items": {"type": "string"}
            },
            "earliestStart": {"description": "If hands were no limit.", "$ref": "#/$defs/date"},
            "earliestFinish": {"description": "If hands were no limit.", "$ref": "#/$defs/date"},
            "latestStart": {"description": "The last day on which it may start without moving the finish.", "$ref": "#/$defs/date"},
            "latestFinish": {"description": "The last day on which it may be finished without moving the finish.", "$ref": "#/$defs/date"},
            "worstFinish": {"description": "If every task takes its maximum.", "$ref": "#/$defs/date"}
          }
        },
    \#(ScheduleFile.schema.dropLast())
      }
    }

    """#
}
