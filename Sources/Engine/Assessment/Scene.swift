import FEEL
import Facts
import Plans
import Rules

/// One plan under the law of one day: what the hearings of all packs have in common. A class, so that they share it.
final class Scene: Sendable {
  let rulebook: Rulebook
  let world: Plan
  let day: CalendarDate
  let controls: ControlRegister
  /// Values of the slots between the subject and the parameters.
  let common: [Value]

  init(_ rulebook: Rulebook, _ world: Plan, on day: CalendarDate) {
    self.rulebook = rulebook
    self.world = world
    self.day = day
    controls = ControlRegister(rulebook: rulebook, world: world, day: day)
    common = Rulebook.commonVariables(rulebook.vocabulary).map { variable in
      guard let kind = variable.kind else { return .date(day) }
      if rulebook.vocabulary.kinds[kind].isSingleton { return .entity(Entity(kind: kind, row: 0)) }
      return world.collection(kind)
    }
  }
}

/// The scenes of one plan, each made when it is first asked for.
final class Scenes {
  private let rulebook: Rulebook
  private let world: Plan
  private var made: [Scene] = []

  init(_ rulebook: Rulebook, _ world: Plan) {
    self.rulebook = rulebook
    self.world = world
  }

  func scene(on day: CalendarDate) -> Scene {
    if let known = made.first(where: { $0.day == day }) { return known }
    let scene = Scene(rulebook, world, on: day)
    made.append(scene)
    return scene
  }
}

extension Plan {
  /// All rows of a kind; open or unknown as the plan says.
  fileprivate func collection(_ kind: Int) -> Value {
    let itself = Unknown(Cell(kind: kind, row: -1, fact: -1))
    let members = rows[kind].indices.map { Value.entity(Entity(kind: kind, row: $0)) }
    switch collections[kind].extent {
    case .unstated: return .unknown(itself)
    case .open: return .list(List(members, open: itself))
    case .closed: return .list(List(members))
    }
  }
}
