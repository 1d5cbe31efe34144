import Engine
import Facts

extension Conflict {
  var sign: String { isCertain ? "◆" : "?" }

  /// `certain: One law wants data kept …: VN (VN-Decree-53 Article 26) against EU (GDPR Article 17(1))`
  var text: String {
    let parties = sides.map { side in
      let shown = side.citations.prefix(3).joined(separator: "; ")
      let rest = side.citations.count > 3 ? " and \(side.citations.count - 3) more" : ""
      return "\(side.jurisdictions.joined(separator: ", ")) (\(shown)\(rest))"
    }
    return "\(isCertain ? "certain" : "possible"): \(oneLine(kind.title)): "
      + parties.map(oneLine).joined(separator: " against ")
  }

  var activitiesText: String {
    activities.isEmpty
      ? "the organization as a whole" : activities.map { oneLine($0.title) }.joined(separator: ", ")
  }
}
