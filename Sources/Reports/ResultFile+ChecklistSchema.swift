extension ResultFile {
  /// What the schema of results says of the entry schedule.
  static let checklistSchema = #"""
        "checklist": {
          "type": "object",
          "required": [
            "start", "deadline", "finish", "latestFinish", "fits", "fitsAtWorst", "tasks", "criticalPath",
            "withoutRemedy", "legalDates", "markets", "workloads", "assumptions"
          ],
          "properties": {
            "start": {"$ref": "#/$defs/date"},
            "deadline": {"$ref": "#/$defs/date"},
            "finish": {"$ref": "#/$defs/date"},
            "latestFinish": {"$ref": "#/$defs/date"},
            "fits": {"type": "boolean"},
            "fitsAtWorst": {"type": "boolean"},
            "tasks": {"type": "array", "items": {"$ref": "#/$defs/task"}},
            "criticalPath": {"type": "array", "items": {"type": "string"}},
            "withoutRemedy": {"type": "array", "items": {"type": "string"}},
            "legalDates": {"type": "array", "items": {"$ref": "#/$defs/legalDate"}},
            "markets": {"type": "array", "items": {"$ref": "#/$defs/marketDate"}},
            "workloads": {"type": "array", "items": {"$ref": "#/$defs/workload"}},
            "assumptions": {"type": "array", "items": {"type": "string"}},
            "choice": {"$ref": "#/$defs/choice"},
            "bound": {"$ref": "#/$defs/bound"},
            "clocks": {"type": "array", "items": {"$ref": "#/$defs/clock"}},
            "likelihood": {"$ref": "#/$defs/likelihood"},
            "levers": {"type": "array", "items": {"$ref": "#/$defs/lever"}}
          }
        },
        "task": {
          "description": "The schema of checklists says what its members mean; what may be absent is written since 1.3.",
          "type": "object",
          "required": [
            "id", "title", "description", "owner", "stream", "phase", "duration", "effortDays", "requires",
            "earliestStart", "earliestFinish", "latestStart", "latestFinish", "worstFinish", "slack",
            "isCritical", "closes", "evidence", "isPlanned", "calendars"
          ],
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "description": {"type": "string"},
            "owner": {"type": "string"},
            "stream": {"type": "string"},
            "phase": {"enum": ["prepare", "build", "run"]},
            "duration": {"$ref": "#/$defs/duration"},
            "effortDays": {"type": "number"},
            "requires": {"type": "array", "items": {"type": "string"}},
            "earliestStart": {"$ref": "#/$defs/date"},
            "earliestFinish": {"$ref": "#/$defs/date"},
            "latestStart": {"$ref": "#/$defs/date"},
            "latestFinish": {"$ref": "#/$defs/date"},
            "worstFinish": {"$ref": "#/$defs/date"},
            "slack": {"type": "integer"},
            "isCritical": {"type": "boolean"},
            "closes": {"type": "array", "items": {"type": "string"}},
            "evidence": {"type": "string"},
            "isPlanned": {"type": "boolean"},
            "calendars": {"type": "array", "items": {"type": "string"}},
            "external": {"type": "string"},
            "start": {"$ref": "#/$defs/date"},
            "finish": {"$ref": "#/$defs/date"},
            "due": {"$ref": "#/$defs/date"},
            "isLate": {"type": "boolean"},
            "doneWhen": {"type": "string"},
            "waits": {"type": "array", "items": {"$ref": "#/$defs/wait"}},
            "markets": {"type": "array", "items": {"type": "string"}},
            "provisions": {"type": "array", "items": {"type": "string"}},
            "people": {"type": "number"},
            "cost": {"type": "number"},
            "progress": {"$ref": "#/$defs/progress"},
            "baseline": {"$ref": "#/$defs/span"},
            "pushes": {"type": "array", "items": {"type": "string"}}
          }
        },
    """#
}
