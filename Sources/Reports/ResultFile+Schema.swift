extension ResultFile {
  /// JSON Schema of the result, the same bytes as `rules/schema/result.schema.json`.
  package static let schema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:pratique:schema:result:1",
      "title": "Pratique result",
      "description": "Result of an assessment. What is absent is not known or does not exist.",
      "$comment": "Readers ignore what a later minor schemaVersion adds and refuse another major one.",
      "type": "object",
      "required": [
        "schemaVersion", "asOf", "horizon", "engine", "commandLine", "plan", "decision", "packs", "markets",
        "findings", "transfers", "conflicts", "nearness", "questions", "later", "checklist", "risk"
      ],
      "properties": {
        "schemaVersion": {"type": "string", "pattern": "^1\\.[0-9]+$"},
        "asOf": {"$ref": "#/$defs/date"},
        "horizon": {"$ref": "#/$defs/date"},
        "engine": {"type": "string"},
        "commandLine": {"type": "string"},
        "plan": {
          "type": "object",
          "required": ["file"],
          "properties": {"file": {"type": "string"}, "organization": {"type": "string"}}
        },
        "decision": {"enum": ["go", "goWithConditions", "cannotTell", "noGo"]},
        "profile": {"$ref": "#/$defs/profile"}, "packs": {"type": "array", "items": {"$ref": "#/$defs/pack"}},
        "markets": {"type": "array", "items": {"$ref": "#/$defs/market"}},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "transfers": {"type": "array", "items": {"$ref": "#/$defs/transfer"}},
        "conflicts": {"type": "array", "items": {"$ref": "#/$defs/conflict"}},
        "nearness": {"type": "array", "items": {"$ref": "#/$defs/nearness"}},
        "questions": {"type": "array", "items": {"$ref": "#/$defs/question"}},
        "later": {"type": "array", "items": {"$ref": "#/$defs/laterLaw"}},
        "checklist": {"$ref": "#/$defs/checklist"},
        "risk": {"$ref": "#/$defs/risk"},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
        "waivers": {"type": "array", "items": {"$ref": "#/$defs/waiver"}},
        "accepting": {"$ref": "#/$defs/accepting"},
        "metrics": {"type": "array", "items": {"$ref": "#/$defs/metric"}},
        "loss": {"$ref": "#/$defs/loss"}
      },
      "$defs": {
        "date": {"type": "string", "pattern": "^-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}$"},
        "count": {"type": "integer", "minimum": 0},
        "verdict": {
          "enum": [
            "satisfied", "gap", "undetermined", "notApplicable", "upcoming", "waived", "error", "allowed",
            "notAllowed"
          ]
        },
        "location": {
          "type": "object",
          "required": ["file", "line", "column"],
          "properties": {
            "file": {"type": "string"}, "line": {"type": "integer"}, "column": {"type": "integer"}
          }
        },
        "citation": {
          "description": "A place in a law; text is how a reader would write it.",
          "type": "object",
          "required": ["law", "article", "text"],
          "properties": {
            "law": {"type": "string"}, "article": {"type": "string"}, "text": {"type": "string"},
            "paragraph": {"type": "string"}, "href": {"type": "string"}
          }
        },
    \#(profileSchema)
        "pack": {
          "type": "object",
          "required": [
            "id", "title", "jurisdiction", "topic", "edition", "sha256", "review", "sources", "provisions"
          ],
          "properties": {
            "id": {"type": "string"}, "title": {"type": "string"}, "jurisdiction": {"type": "string"},
            "topic": {"type": "string"}, "edition": {"type": "string"}, "sha256": {"type": "string"},
            "tables": {
              "description": "DMN files of the pack.", "type": "array",
              "items": {
                "type": "object", "required": ["file", "sha256"],
                "properties": {"file": {"type": "string"}, "sha256": {"type": "string"}}
              }
            },
            "review": {
              "type": "object",
              "required": ["on", "confidence", "note"],
              "properties": {
                "on": {"type": "string"}, "confidence": {"enum": ["low", "medium", "high"]},
                "note": {"type": "string"}
              }
            },
            "sources": {"type": "array", "items": {"$ref": "#/$defs/source"}},
            "provisions": {"$ref": "#/$defs/count"},
            "boundary": {"type": "string"}
          }
        },
        "source": {
          "type": "object",
          "required": ["id", "law", "title", "textRead"],
          "properties": {
            "id": {"type": "string"}, "law": {"type": "string"}, "title": {"type": "string"},
            "textRead": {"type": "boolean"}, "href": {"type": "string"}, "from": {"$ref": "#/$defs/date"},
            "until": {"$ref": "#/$defs/date"}
          }
        },
        "market": {
          "type": "object",
          "required": ["country", "name", "packs", "decision"],
          "properties": {
            "country": {"type": "string"}, "name": {"type": "string"},
            "packs": {"type": "array", "items": {"type": "string"}},
            "decision": {"enum": ["go", "goWithConditions", "cannotTell", "noGo"]},
            "entry": {"$ref": "#/$defs/date"}
          }
        },
        "finding": {
          "description": "Verdict on one provision and subject. No markets: it concerns all of them.",
          "type": "object",
          "required": [
            "id", "pack", "provision", "modality", "title", "summary", "topic", "subject", "markets",
            "outcomes", "verdict", "severity", "blocksEntry", "verify", "confidence", "citations", "quotes",
            "because", "exceptions", "unknownFacts", "location", "flips", "remedies", "readings", "harms",
            "sanctions", "controls"
          ],
          "properties": {
            "id": {"type": "string"},
            "pack": {"type": "string"},
            "provision": {"type": "string"},
            "modality": {"enum": ["obligation", "prohibition", "permission"]},
            "title": {"type": "string"},
            "summary": {"type": "string"},
            "topic": {"type": "string"},
            "subject": {
              "type": "object",
              "required": ["kind", "id", "title"],
              "properties": {
                "kind": {"type": "string"}, "id": {"type": "string"}, "title": {"type": "string"}
              }
            },
            "markets": {"type": "array", "items": {"type": "string"}},
            "outcomes": {
              "type": "array",
              "items": {"enum": ["satisfied", "gap", "notApplicable", "error"]}
            },
            "verdict": {"$ref": "#/$defs/verdict"},
            "severity": {"enum": ["low", "medium", "high", "critical"]},
            "blocksEntry": {"type": "boolean"},
            "verify": {"type": "boolean"},
            "confidence": {"enum": ["low", "medium", "high"]},
            "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
            "quotes": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
            "because": {"type": "array", "items": {"$ref": "#/$defs/reason"}},
            "exceptions": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["title", "citations", "result"],
                "properties": {
                  "title": {"type": "string"},
                  "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
                  "result": {"enum": ["yes", "no", "unknown"]}
                }
              }
            },
            "unknownFacts": {"type": "array", "items": {"type": "string"}},
            "location": {"$ref": "#/$defs/location"},
            "flips": {"type": "array", "items": {"type": "string"}},
            "remedies": {"type": "array", "items": {"$ref": "#/$defs/remedy"}},
            "readings": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "title", "verdict"],
                "properties": {
                  "id": {"type": "string"}, "title": {"type": "string"},
                  "verdict": {"$ref": "#/$defs/verdict"}, "appliesFrom": {"$ref": "#/$defs/date"}
                }
              }
            },
            "harms": {"type": "array", "items": {"$ref": "#/$defs/harm"}},
            "sanctions": {"type": "array", "items": {"$ref": "#/$defs/sanction"}},
            "controls": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["control", "title", "assurance"],
                "properties": {
                  "control": {"type": "string"},
                  "title": {"type": "string"},
                  "assurance": {
                    "enum": [
                      "missing", "unknown", "planned", "partial", "asserted", "evidenced", "stale"
                    ]
                  }
                }
              }
            },
            "residencies": {
              "description": "Rules of place: absent if the provision has none, or does not apply.",
              "type": "array",
              "items": {"$ref": "#/$defs/residency"}
            },
            "actor": {"type": "string"},
            "appliesFrom": {"$ref": "#/$defs/date"},
            "appliesUntil": {"$ref": "#/$defs/date"}
          }
        },
        "evidence": {
          "description": "The evidence that the plan names for one control. covers: what the statement is limited to. uncovered: days of the period under review that no piece covers.",
          "type": "object",
          "required": ["control", "assurance", "items", "uncovered", "location"],
          "properties": {
            "control": {"type": "string"}, "assurance": {"type": "string"},
            "covers": {"type": "array", "items": {"type": "string"}},
            "items": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "state", "location"],
                "properties": {
                  "kind": {"enum": ["file", "link", "statement", "measurement"]},
                  "state": {"enum": ["counts", "incomplete", "stale", "notYet"]},
                  "title": {"type": "string"}, "file": {"type": "string"},
                  "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                  "link": {"type": "string"}, "statement": {"type": "string"},
                  "measured": {"type": "string"}, "method": {"type": "string"}, "role": {"type": "string"},
                  "collected": {"$ref": "#/$defs/date"}, "validUntil": {"$ref": "#/$defs/date"},
                  "lastDay": {"$ref": "#/$defs/date"}, "covers": {"$ref": "#/$defs/days"},
                  "lacks": {"type": "array", "items": {"type": "string"}},
                  "location": {"$ref": "#/$defs/location"}
                }
              }
            },
            "uncovered": {"type": "array", "items": {"$ref": "#/$defs/days"}},
            "location": {"$ref": "#/$defs/location"}
          }
        },
        "days": {
          "type": "object",
          "required": ["from", "to"],
          "properties": {"from": {"$ref": "#/$defs/date"}, "to": {"$ref": "#/$defs/date"}}
        },
        "waiver": {
          "description": "A gap that is accepted for a time. daysLeft: to the last day, negative once it is over.",
          "type": "object",
          "required": [
            "provision", "subject", "reason", "owner", "approver", "until", "timeZone", "standing", "text",
            "daysLeft", "location"
          ],
          "properties": {
            "provision": {"type": "string"}, "subject": {"type": "string"}, "reason": {"type": "string"},
            "owner": {"type": "string"}, "approver": {"type": "string"}, "from": {"$ref": "#/$defs/date"},
            "until": {"$ref": "#/$defs/date"}, "timeZone": {"type": "string"},
            "standing": {"enum": ["inForce", "notYet", "expired", "orphaned", "unneeded"]},
            "text": {"type": "string"}, "daysLeft": {"type": "integer"},
            "location": {"$ref": "#/$defs/location"}
          }
        },
        "accepting": {
          "description": "Readiness and scores without the gaps that are waived, beside those of risk, which count them.",
          "type": "object",
          "required": ["readiness", "categories"],
          "properties": {
            "readiness": {"$ref": "#/$defs/bounds"},
            "categories": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["category", "score"],
                "properties": {"category": {"type": "string"}, "score": {"$ref": "#/$defs/bounds"}}
              }
            }
          }
        },
        "nearness": {
          "description": "A provision that would be judged otherwise if the numbers of the plan were a fifth larger (above) or smaller. The border is the first number at which the verdict changes by this number alone.",
          "type": "object",
          "required": [
            "pack", "provision", "title", "citations", "subject", "now", "then", "above", "figures"
          ],
          "properties": {
            "pack": {"type": "string"}, "provision": {"type": "string"}, "title": {"type": "string"},
            "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
            "subject": {
              "type": "object",
              "required": ["kind", "id", "title"],
              "properties": {
                "kind": {"type": "string"}, "id": {"type": "string"}, "title": {"type": "string"}
              }
            },
            "now": {"$ref": "#/$defs/verdict"}, "then": {"$ref": "#/$defs/verdict"},
            "above": {"type": "boolean"},
            "figures": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["fact", "value"],
                "properties": {
                  "fact": {"type": "string"}, "value": {"type": "integer"}, "border": {"type": "integer"},
                  "location": {"$ref": "#/$defs/location"}
                }
              }
            }
          }
        },
        "conflict": {
          "description": "Two laws that want of the same data what cannot both be done; not certain: facts are missing.",
          "type": "object",
          "required": ["id", "kind", "title", "certain", "activities", "sides", "options"],
          "properties": {
            "id": {"type": "string"}, "kind": {"type": "string"}, "title": {"type": "string"},
            "certain": {"type": "boolean"},
            "activities": {"type": "array", "items": {"type": "string"}},
            "sides": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["demand", "jurisdictions", "findings", "citations"],
                "properties": {
                  "demand": {"enum": ["retain", "erase", "disclose", "withhold", "place"]},
                  "jurisdictions": {"type": "array", "items": {"type": "string"}},
                  "findings": {"type": "array", "items": {"type": "string"}},
                  "citations": {"type": "array", "items": {"type": "string"}}
                }
              }
            },
            "options": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["title", "text"],
                "properties": {
                  "title": {"type": "string"}, "text": {"type": "string"}, "basis": {"type": "string"}
                }
              }
            }
          }
        },
        "residency": {
          "description": "Where data must lie, be processed or be reached from, and what of the plan keeps or breaks it.",
          "type": "object",
          "required": ["rule", "title", "holds", "countries", "groups", "stores", "members", "permits"],
          "properties": {
            "rule": {
              "enum": [
                "copy", "primaryStore", "firstStore", "exclusiveStore", "noStoreElsewhere",
                "localProcessing", "localProcessors", "localRecipients", "localAccess"
              ]
            },
            "title": {"type": "string"},
            "holds": {"enum": ["yes", "no", "unknown"]},
            "countries": {"type": "array", "items": {"type": "string"}},
            "groups": {"type": "array", "items": {"type": "string"}},
            "stores": {"type": "array", "items": {"type": "string"}},
            "members": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "id", "holds"],
                "properties": {
                  "kind": {"enum": ["store", "processing", "recipient", "access"]},
                  "id": {"type": "string"}, "country": {"type": "string"}, "region": {"type": "string"},
                  "holds": {"enum": ["yes", "no", "unknown"]}
                }
              }
            },
            "permits": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["title", "needsApproval", "citations"],
                "properties": {
                  "title": {"type": "string"}, "needsApproval": {"type": "boolean"},
                  "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}}
                }
              }
            }
          }
        },
        "quote": {
          "type": "object",
          "required": ["text"],
          "properties": {
            "text": {"type": "string"}, "citation": {"$ref": "#/$defs/citation"},
            "href": {"type": "string"}, "language": {"type": "string"}
          }
        },
        "reason": {
          "type": "object",
          "required": ["part", "text", "result", "facts"],
          "properties": {
            "part": {
              "enum": [
                "scope", "applies", "exception", "requires", "forbids", "release", "allows"
              ]
            },
            "text": {"type": "string"},
            "result": {"enum": ["yes", "no", "unknown"]},
            "facts": {
              "type": "array",
              "items": {
                "description": "No value: the plan does not state it.",
                "type": "object",
                "required": ["fact"],
                "properties": {
                  "fact": {"type": "string"}, "value": {"type": "string"},
                  "location": {"$ref": "#/$defs/location"}
                }
              }
            },
            "rows": {
              "description": "Rules of decision tables that it rests on, numbered from 1.", "type": "array",
              "items": {
                "type": "object", "required": ["table", "row", "notes"],
                "properties": {
                  "table": {"type": "string"}, "row": {"type": "integer", "minimum": 1},
                  "notes": {"type": "array", "items": {"type": "string"}}
                }
              }
            },
            "expression": {"type": "string"}
          }
        },
        "remedy": {
          "type": "object",
          "required": ["title", "controls", "edits", "surrenders"],
          "properties": {
            "title": {"type": "string"}, "controls": {"type": "array", "items": {"type": "string"}},
            "change": {"description": "What to change in the plan, in words.", "type": "string"},
            "days": {"description": "Likely calendar days of the change.", "type": "integer"},
            "effort": {"description": "Own person days of the change, besides its controls.", "type": "number"},
            "cost": {"description": "Cost of the change in EUR, besides its controls.", "type": "number"},
            "when": {"description": "The condition under which it is offered, in FEEL.", "type": "string"},
            "edits": {
              "description": "The change as facts of the plan; empty: in words alone, or controls alone.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["operation", "fact", "value"],
                "properties": {
                  "operation": {"enum": ["set", "add", "remove"]},
                  "fact": {"description": "activity.notice.plain", "type": "string"},
                  "value": {"description": "In FEEL; of add and remove a list.", "type": "string"}
                }
              }
            },
            "surrenders": {"description": "It gives up a part of the business.", "type": "boolean"}
          }
        },
        "harm": {
          "type": "object",
          "required": ["category", "likelihood", "impact", "score"],
          "properties": {
            "category": {"$ref": "#/$defs/category"},
            "likelihood": {"enum": ["rare", "unlikely", "possible", "likely", "almostCertain"]},
            "impact": {"enum": ["negligible", "minor", "moderate", "major", "severe"]},
            "score": {"type": "integer", "minimum": 1, "maximum": 25}
          }
        },
        "category": {
          "enum": ["technical", "security", "compliance", "operational", "financial", "reputational"]
        },
        "sanction": {
          "description": "Amounts are decimal numbers written as text.",
          "type": "object",
          "required": ["id", "rule", "citations", "sizes", "consequences", "confidence"],
          "properties": {
            "id": {"type": "string"},
            "rule": {"$ref": "#/$defs/sanctionRule"},
            "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
            "sizes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["of", "rule"],
                "properties": {
                  "of": {"enum": ["sme", "smallMidCap"]}, "rule": {"$ref": "#/$defs/sanctionRule"},
                  "citation": {"$ref": "#/$defs/citation"}, "from": {"$ref": "#/$defs/date"},
                  "until": {"$ref": "#/$defs/date"}
                }
              }
            },
            "consequences": {"type": "array", "items": {"type": "string"}},
            "confidence": {"enum": ["low", "medium", "high"]},
            "fixed": {"type": "string"},
            "currency": {"type": "string"},
            "percent": {"type": "string"},
            "of": {"type": "string"},
            "floor": {"type": "string"},
            "cap": {"type": "string"},
            "from": {"$ref": "#/$defs/date"},
            "until": {"$ref": "#/$defs/date"}
          }
        },
        "sanctionRule": {
          "enum": [
            "higher-of", "lower-of", "fixed", "percent-only", "percent-else-fixed", "percent-floor-cap",
            "per-violation", "per-person", "per-day", "criminal-personal", "either-unspecified",
            "member-state", "none-set"
          ]
        },
        "transfer": {
          "description": "No destination or no mechanisms: not known from the plan.",
          "type": "object",
          "required": ["id", "activity", "origin", "originCountries", "via", "findings", "laws"],
          "properties": {
            "id": {"type": "string"}, "activity": {"type": "string"}, "origin": {"type": "string"},
            "originCountries": {"type": "array", "items": {"type": "string"}}, "via": {"type": "string"},
            "findings": {"type": "array", "items": {"type": "string"}},
            "laws": {"type": "array", "items": {"type": "string"}}, "destination": {"type": "string"},
            "recipient": {"type": "string"}, "store": {"type": "string"},
            "mechanisms": {"type": "array", "items": {"type": "string"}}
          }
        },
        "question": {
          "type": "object",
          "required": ["fact", "ask", "findings", "severity", "paste", "values"],
          "properties": {
            "fact": {"type": "string"}, "ask": {"type": "string"},
            "findings": {"type": "array", "items": {"type": "string"}},
            "severity": {"enum": ["low", "medium", "high", "critical"]}, "paste": {"type": "string"},
            "values": {"type": "array", "items": {"type": "string"}}, "help": {"type": "string"}
          }
        },
        "laterLaw": {
          "description": "Law after the horizon: listed, not judged.",
          "type": "object",
          "required": ["pack", "provision", "title", "citations", "from"],
          "properties": {
            "pack": {"type": "string"}, "provision": {"type": "string"}, "title": {"type": "string"},
            "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
            "from": {"$ref": "#/$defs/date"}
          }
        },
    \#(checklistSchema)
    \#(ScheduleFile.schema)
    \#(LossFile.schema)
    \#(RiskFile.schema)
        "level": {"enum": ["low", "medium", "high", "critical"]},
        "exposure": {
          "description": "A statutory maximum, not a forecast; never added up.",
          "type": "object",
          "required": ["finding", "sanction", "citation", "formula", "consequences", "missing"],
          "properties": {
            "finding": {"type": "string"}, "sanction": {"type": "string"}, "citation": {"type": "string"},
            "formula": {"type": "string"}, "consequences": {"type": "array", "items": {"type": "string"}},
            "missing": {"type": "array", "items": {"type": "string"}}, "maximum": {"type": "string"},
            "amount": {"type": "number"}, "unit": {"type": "string"}, "unitAmount": {"type": "number"},
            "currency": {"type": "string"}, "sizeRule": {"type": "string"}
          }
        }
      }
    }

    """#
}
