import Reports

/// The forms in which risk can be had.
enum RiskFormat: String, CaseIterable {
  case text, json
  case registerCSV = "register-csv"
  case oscal = "oscal-json"

  var isRegister: Bool { self == .registerCSV || self == .oscal }

  /// In the folder of `report`, for the registers.
  var fileName: String {
    switch self {
    case .text: "risk.txt"
    case .json: "result.json"
    case .registerCSV: "risk-register.csv"
    case .oscal: "risk-register.oscal.json"
    }
  }

  func render(_ report: Report, most: Int = 10) -> String {
    switch self {
    case .text: riskText(report, most: most) + lossText(report)
    case .json: Reports.json(report)
    case .registerCSV: riskRegisterCSV(report)
    case .oscal: riskRegisterOSCAL(report)
    }
  }
}
