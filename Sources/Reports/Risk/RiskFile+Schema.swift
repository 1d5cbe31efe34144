extension RiskFile {
  /// What the schema of results says of scores.
  static let schema = #"""
        "risk": {
          "description": "Every score can be worked out again from the tables in it: docs/risk.md, scripts/recompute.",
          "type": "object",
          "required": ["formula", "total", "markets", "exposures"],
          "properties": {
            "formula": {"type": "string"}, "total": {"$ref": "#/$defs/readiness"},
            "markets": {"type": "array", "items": {"$ref": "#/$defs/readiness"}},
            "systems": {
              "description": "For each AI system: only the findings about it.",
              "type": "array", "items": {"$ref": "#/$defs/readiness"}
            },
            "exposures": {"type": "array", "items": {"$ref": "#/$defs/exposure"}},
            "model": {
              "description": "How duties weigh in the weighted readiness; profile: who chose it.",
              "type": "object", "required": ["name", "formula"],
              "properties": {
                "name": {"enum": ["flat", "severity", "exposure"]}, "formula": {"type": "string"},
                "profile": {"type": "string"}, "reason": {"type": "string"}
              }
            },
            "parameters": {
              "description": "Values of the method, with day and source.",
              "type": "array", "items": {
                "type": "object", "required": ["name", "value", "from", "source"],
                "properties": {
                  "name": {"type": "string"}, "value": {"type": "number"}, "from": {"$ref": "#/$defs/date"},
                  "source": {"type": "string"}
                }
              }
            },
            "reduction": {"$ref": "#/$defs/reduction"}
          }
        },
        "reduction": {
          "description": "What would lower the risk most. Points: of all categories together. judgedAgain: the plan was judged with the change; fromFindings: worked out from the findings it closes or waits for.",
          "type": "object", "required": ["points", "remedies", "facts"],
          "properties": {
            "points": {"$ref": "#/$defs/exactBounds"},
            "remedies": {
              "type": "array", "items": {
                "type": "object",
                "required": [
                  "title", "controls", "findings", "effortDays", "days", "lowers", "perEffortDay", "perDay", "basis"
                ],
                "properties": {
                  "title": {"type": "string"}, "controls": {"type": "array", "items": {"type": "string"}},
                  "change": {"type": "string"}, "findings": {"type": "array", "items": {"type": "string"}},
                  "effortDays": {"type": "number"}, "days": {"type": "number"},
                  "lowers": {"$ref": "#/$defs/exactBounds"}, "perEffortDay": {"type": "number"},
                  "perDay": {"type": "number"}, "basis": {"enum": ["judgedAgain", "fromFindings"]}
                }
              }
            },
            "facts": {
              "description": "settles: points of the range, by the least and the most telling answer that was tried.",
              "type": "array", "items": {
                "type": "object", "required": ["fact", "ask", "findings", "settles", "tried", "basis"],
                "properties": {
                  "fact": {"type": "string"}, "ask": {"type": "string"}, "findings": {"$ref": "#/$defs/count"},
                  "settles": {"$ref": "#/$defs/exactBounds"},
                  "tried": {"type": "array", "items": {"type": "string"}},
                  "basis": {"enum": ["judgedAgain", "fromFindings"]}
                }
              }
            }
          }
        },
        "bounds": {
          "description": "Lowest and highest value that is still possible, to one decimal.",
          "type": "object",
          "required": ["low", "high"],
          "properties": {"low": {"type": "number"}, "high": {"type": "number"}}
        },
        "exactBounds": {
          "description": "The same to four decimals.",
          "type": "object",
          "required": ["low", "high"],
          "properties": {"low": {"type": "number"}, "high": {"type": "number"}}
        },
        "share": {
          "description": "Met ÷ applicable with the unknown at worst and at best.",
          "type": "object", "required": ["worst", "best", "percent"],
          "properties": {
            "worst": {"$ref": "#/$defs/quotient"}, "best": {"$ref": "#/$defs/quotient"},
            "percent": {"$ref": "#/$defs/bounds"}
          }
        },
        "quotient": {
          "type": "object", "required": ["met", "of"],
          "properties": {"met": {"type": "number"}, "of": {"type": "number"}}
        },
        "readiness": {
          "description": "No market and no system: all together. Duties: provisions with all their subjects. applicable = met + gaps + undetermined.",
          "type": "object",
          "required": [
            "met", "gaps", "undetermined", "applicable", "percent", "categories", "upcoming"
          ],
          "properties": {
            "met": {"$ref": "#/$defs/count"},
            "gaps": {"$ref": "#/$defs/count"},
            "undetermined": {"$ref": "#/$defs/count"},
            "applicable": {"$ref": "#/$defs/count"},
            "percent": {"$ref": "#/$defs/bounds"},
            "share": {"$ref": "#/$defs/share"}, "weighted": {"$ref": "#/$defs/share"},
            "duties": {
              "description": "The table that readiness is counted from.",
              "type": "array", "items": {
                "type": "object", "required": ["duty", "outcomes", "weight", "findings"],
                "properties": {
                  "duty": {"type": "string"},
                  "outcomes": {"type": "array", "items": {"enum": ["satisfied", "gap", "notApplicable"]}},
                  "weight": {"$ref": "#/$defs/exactBounds"}, "findings": {"$ref": "#/$defs/count"}
                }
              }
            },
            "categories": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "category", "score", "low", "high", "gaps", "undetermined", "contributions"
                ],
                "properties": {
                  "category": {"$ref": "#/$defs/category"},
                  "score": {"$ref": "#/$defs/bounds"},
                  "low": {"$ref": "#/$defs/level"},
                  "high": {"$ref": "#/$defs/level"},
                  "inherent": {"$ref": "#/$defs/bounds"},
                  "inherentLow": {"$ref": "#/$defs/level"},
                  "inherentHigh": {"$ref": "#/$defs/level"},
                  "points": {"$ref": "#/$defs/exactBounds"},
                  "inherentPoints": {"$ref": "#/$defs/exactBounds"},
                  "gaps": {"type": "array", "items": {"type": "string"}},
                  "undetermined": {"type": "array", "items": {"type": "string"}},
                  "contributions": {
                    "description": "The table that the score is made of; finding: the one of the duty that weighs most.",
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["finding", "points", "remaining"],
                      "properties": {
                        "finding": {"type": "string"}, "points": {"type": "integer"},
                        "remaining": {"$ref": "#/$defs/exactBounds"}, "duty": {"type": "string"},
                        "factor": {"type": "number"}, "weighted": {"type": "number"},
                        "inherent": {"$ref": "#/$defs/exactBounds"}
                      }
                    }
                  }
                }
              }
            },
            "upcoming": {"type": "array", "items": {"type": "string"}},
            "market": {"type": "string"},
            "system": {
              "type": "object", "required": ["id", "title"],
              "properties": {"id": {"type": "string"}, "title": {"type": "string"}}
            }
          }
        },
    """#
}
