extension ResultFile {
  /// What the schema of results says of profiles.
  static let profileSchema = #"""
        "profile": {
          "description": "How profiles tailored the packs; absent if none did. A later profile counts before an earlier one.",
          "type": "object",
          "required": [
            "stack", "selections", "tailoredOut", "kept", "weights", "emphases", "readings", "parameters", "appetite"
          ],
          "properties": {
            "stack": {
              "type": "array", "items": {
                "type": "object", "required": ["id", "title", "summary", "file", "sha256", "extends"],
                "properties": {
                  "id": {"type": "string"}, "title": {"type": "string"}, "summary": {"type": "string"},
                  "file": {"type": "string"}, "sha256": {"type": "string"},
                  "extends": {"type": "array", "items": {"type": "string"}}
                }
              }
            },
            "selections": {
              "type": "array", "items": {
                "type": "object", "required": ["of", "provisions", "by"],
                "properties": {
                  "of": {"$ref": "#/$defs/selector"}, "provisions": {"$ref": "#/$defs/count"},
                  "by": {"$ref": "#/$defs/decided"}
                }
              }
            },
            "tailoredOut": {"type": "array", "items": {"$ref": "#/$defs/tailoredOut"}},
            "kept": {
              "description": "Drops that a later profile took back.", "type": "array", "items": {
                "type": "object", "required": ["pack", "provision", "droppedBy", "by"],
                "properties": {
                  "pack": {"type": "string"}, "provision": {"type": "string"}, "droppedBy": {"type": "string"},
                  "by": {"$ref": "#/$defs/decided"}
                }
              }
            },
            "weights": {
              "description": "Where several speak of one provision and harm, the last counts.",
              "type": "array", "items": {
                "type": "object", "required": ["of", "factor", "provisions", "by"],
                "properties": {
                  "of": {"$ref": "#/$defs/selector"}, "harm": {"$ref": "#/$defs/harmCategory"},
                  "factor": {"type": "string"}, "source": {"type": "string"},
                  "provisions": {"$ref": "#/$defs/count"}, "by": {"$ref": "#/$defs/decided"}
                }
              }
            },
            "emphases": {
              "type": "array", "items": {
                "type": "object", "required": ["text", "profile"],
                "properties": {
                  "text": {"type": "string"}, "source": {"type": "string"}, "profile": {"type": "string"}
                }
              }
            },
            "readings": {
              "type": "array", "items": {
                "type": "object", "required": ["pack", "provision", "reading", "title", "by"],
                "properties": {
                  "pack": {"type": "string"}, "provision": {"type": "string"}, "reading": {"type": "string"},
                  "title": {"type": "string"}, "by": {"$ref": "#/$defs/decided"}
                }
              }
            },
            "parameters": {
              "type": "array", "items": {
                "type": "object", "required": ["pack", "parameter", "value", "by"],
                "properties": {
                  "pack": {"type": "string"}, "parameter": {"type": "string"}, "value": {"type": "string"},
                  "by": {"$ref": "#/$defs/decided"}
                }
              }
            },
            "scoring": {
              "type": "object", "required": ["model", "by"],
              "properties": {
                "model": {"enum": ["flat", "severity", "exposure"]}, "asserted": {"type": "string"},
                "by": {"$ref": "#/$defs/decided"}
              }
            },
            "choice": {
              "type": "object", "required": ["minimize", "by"],
              "properties": {
                "minimize": {"enum": ["effort", "time", "money"]}, "by": {"$ref": "#/$defs/decided"}
              }
            },
            "appetite": {
              "type": "object", "required": ["limits"],
              "properties": {
                "block": {
                  "type": "object", "required": ["from", "by"],
                  "properties": {"from": {"$ref": "#/$defs/level"}, "by": {"$ref": "#/$defs/decided"}}
                },
                "verify": {
                  "type": "object", "required": ["below", "by"],
                  "properties": {"below": {"enum": ["medium", "high"]}, "by": {"$ref": "#/$defs/decided"}}
                },
                "limits": {
                  "type": "array", "items": {
                    "type": "object", "required": ["harm", "level", "by"],
                    "properties": {
                      "harm": {"$ref": "#/$defs/harmCategory"}, "level": {"$ref": "#/$defs/level"},
                      "state": {"enum": ["kept", "possiblyExceeded", "exceeded"]},
                      "by": {"$ref": "#/$defs/decided"}
                    }
                  }
                }
              }
            }
          }
        },
        "decided": {
          "description": "Which profile decided it, why, and where that is written.",
          "type": "object",
          "required": ["profile", "reason", "location"],
          "properties": {
            "profile": {"type": "string"}, "reason": {"type": "string"},
            "location": {"$ref": "#/$defs/location"}
          }
        },
        "selector": {
          "type": "object",
          "properties": {
            "pack": {"type": "string"}, "provision": {"type": "string"}, "topic": {"type": "string"},
            "jurisdiction": {"type": "string"}
          }
        },
        "tailoredOut": {
          "description": "A provision that is left out, with what came of it; isLaw: it still counts in the scores.",
          "type": "object",
          "required": ["pack", "provision", "title", "modality", "way", "isLaw", "by", "findings"],
          "properties": {
            "pack": {"type": "string"}, "provision": {"type": "string"}, "title": {"type": "string"},
            "modality": {"enum": ["obligation", "prohibition", "permission"]},
            "way": {"enum": ["dropped", "notSelected"]}, "isLaw": {"type": "boolean"},
            "by": {"$ref": "#/$defs/decided"},
            "findings": {
              "type": "array", "items": {
                "type": "object",
                "required": ["id", "verdict", "severity", "outcomes", "markets", "blocksEntry"],
                "properties": {
                  "id": {"type": "string"}, "verdict": {"$ref": "#/$defs/verdict"},
                  "severity": {"$ref": "#/$defs/level"},
                  "outcomes": {
                    "type": "array", "items": {"enum": ["satisfied", "gap", "notApplicable", "error"]}
                  },
                  "markets": {"type": "array", "items": {"type": "string"}}, "blocksEntry": {"type": "boolean"}
                }
              }
            }
          }
        },
        "harmCategory": {
          "enum": ["technical", "security", "compliance", "operational", "financial", "reputational"]
        },
    """#
}
