extension LossFile {
  /// What the schema of results says of the likely loss.
  static let schema = #"""
        "loss": {
          "description": "Likely loss from fines, a rough model; money in whole units of the currency.",
          "type": "object",
          "required": [
            "currency", "method", "page", "draws", "seed", "staff", "turnover", "assumptions", "cases",
            "withoutFine", "year", "curve"
          ],
          "properties": {
            "currency": {"enum": ["EUR"]},
            "method": {"type": "string"},
            "page": {"type": "string"},
            "draws": {"type": "integer", "minimum": 1},
            "seed": {"type": "string", "pattern": "^[0-9]+$"},
            "staff": {"enum": ["below50", "from50To249", "from250", "unknown"]},
            "turnover": {"$ref": "#/$defs/lossEnds"},
            "assumptions": {"type": "array", "items": {"type": "string"}},
            "cases": {"type": "array", "items": {"$ref": "#/$defs/lossCase"}},
            "withoutFine": {"type": "array", "items": {"type": "string"}},
            "year": {
              "type": "object",
              "required": ["low", "likely", "high"],
              "properties": {
                "low": {"$ref": "#/$defs/lossYear"}, "likely": {"$ref": "#/$defs/lossYear"},
                "high": {"$ref": "#/$defs/lossYear"}
              }
            },
            "curve": {
              "description": "The chance that a year costs more than an amount.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["amount", "chance"],
                "properties": {"amount": {"type": "number"}, "chance": {"$ref": "#/$defs/lossEnds"}}
              }
            }
          }
        },
        "lossEnds": {
          "description": "At the low end, as is most likely, at the high end.",
          "type": "object",
          "required": ["low", "likely", "high"],
          "properties": {
            "low": {"type": "number"}, "likely": {"type": "number"}, "high": {"type": "number"}
          }
        },
        "lossQuantiles": {
          "description": "What so many of a hundred stay at or below.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["percent", "amount"],
            "properties": {"percent": {"type": "integer"}, "amount": {"type": "number"}}
          }
        },
        "lossYear": {
          "type": "object",
          "required": ["chance", "mean", "quantiles"],
          "properties": {
            "chance": {"type": "number"}, "mean": {"type": "number"},
            "quantiles": {"$ref": "#/$defs/lossQuantiles"}
          }
        },
        "lossCase": {
          "description": "All open gaps under one law of one jurisdiction.",
          "type": "object",
          "required": ["jurisdiction", "law", "gaps", "undetermined", "chance", "fine"],
          "properties": {
            "jurisdiction": {"type": "string"}, "law": {"type": "string"},
            "gaps": {"type": "array", "items": {"type": "string"}},
            "undetermined": {"type": "array", "items": {"type": "string"}},
            "chance": {"$ref": "#/$defs/lossEnds"},
            "fine": {
              "description": "An end is absent where there is no gap at it.",
              "type": "object",
              "properties": {
                "low": {"$ref": "#/$defs/lossFine"}, "likely": {"$ref": "#/$defs/lossFine"},
                "high": {"$ref": "#/$defs/lossFine"}
              }
            }
          }
        },
        "lossFine": {
          "description": "Log-normal: median before the cut at the maximum, spread of the decimal logarithm. No maximum: none of the whole case can be stated.",
          "type": "object",
          "required": ["median", "spread", "quantiles"],
          "properties": {
            "median": {"type": "number"}, "spread": {"type": "number"}, "maximum": {"type": "number"},
            "quantiles": {"$ref": "#/$defs/lossQuantiles"}
          }
        },
    """#
}
