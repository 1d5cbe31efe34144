import FEEL
import Facts
import Rules

/// What a name or path stands for.
struct Term {
  var type: Type
  /// Whose it is, with a colon; nothing for the subject that a sentence is about.
  var owner: [Piece] = []
  var phrase: [Piece]
  var unit: String?
  /// The row that the sentence is about: its facts need no owner.
  var isFocus = false
  /// A conclusion, whose title is a sentence of its own.
  var isConclusion = false
  /// Of a record: whose facts it holds.
  var isRecord = false

  var whole: [Piece] { owner + phrase }
}

extension Speaker {
  func term(_ expression: Expression) -> Term? {
    switch expression.form {
    case .name(let name): term(named: name)
    case .path(let base, let member, _): term(base).flatMap { term(member, of: $0) }
    default: nil
    }
  }

  private func term(named name: String) -> Term? {
    if let index = loops.lastIndex(where: { $0.name == name }) { return variable(index) }
    let kinds = glossary.vocabulary.kinds
    if let subject, kinds[subject].name == name {
      let isShadowed = loops.contains { $0.type == .entity(subject) }
      return Term(
        type: .entity(subject),
        phrase: [.text("the \(glossary.noun(ofKind: subject))\(isShadowed ? " at hand" : "")")],
        isFocus: focus == nil)
    }
    if name == "asOf" { return Term(type: .date, phrase: [.text("the day that is judged")]) }
    if let kind = kinds.firstIndex(where: { $0.isSingleton && $0.name == name }) {
      return Term(type: .entity(kind), phrase: [.text("the \(glossary.noun(ofKind: kind))")])
    }
    if let kind = glossary.vocabulary.kind(ofCollection: name) {
      return Term(type: .list(.entity(kind)), phrase: [.text("the \(spaced(name)) of the plan")])
    }
    if let parameter = glossary.parameter(name) {
      return Term(type: parameter.type, phrase: glossary.pieces(parameter), unit: parameter.unit)
    }
    return glossary.definition(name, per: nil).map(conclusion)
  }

  /// The innermost loop over rows: the sentence is about its variable.
  private var focus: Int? {
    loops.lastIndex { loop in
      switch loop.type {
      case .entity, .context: true
      default: false
      }
    }
  }

  private func variable(_ index: Int) -> Term {
    let loop = loops[index]
    let same = loops.indices.filter { loops[$0].type == loop.type }
    let noun = glossary.noun(loop.type)
    let isInner = same.last == index
    // Three of a kind have no plain names.
    let phrase: Piece =
      isInner
      ? .text("that \(noun)")
      : same.count == 2 ? .text("the outer \(noun)") : .code(loop.name)
    return Term(type: loop.type, phrase: [phrase], isFocus: focus == index)
  }

  private func conclusion(_ definition: Definition) -> Term {
    var type = Type.any
    if case .expression(_, let name) = definition.body {
      type = Type(named: name, in: glossary.vocabulary) ?? .any
    }
    return Term(type: type, phrase: [glossary.link(definition)], isConclusion: type == .boolean)
  }

  private func term(_ member: String, of base: Term) -> Term? {
    switch base.type {
    case .entity(let kind): fact(member, of: kind, base)
    case .context(let members):
      members.first { $0.name == member }.map {
        Term(type: $0.type, phrase: [.text("its "), .value(spaced(member))])
      }
    // A part of what a decision table gives.
    case .any where !base.phrase.isEmpty:
      Term(type: .any, owner: base.owner, phrase: base.phrase + [.text(": "), .value(spaced(member))])
    default: nil
    }
  }

  private func fact(_ member: String, of kind: Int, _ base: Term) -> Term? {
    let declared = glossary.vocabulary.kinds[kind]
    let owner = base.isRecord ? base.owner : base.isFocus ? [] : base.whole + [.text(": ")]
    if let definition = glossary.definition(member, per: declared.name) {
      var term = conclusion(definition)
      term.owner = owner
      return term
    }
    guard let index = declared.fact(named: member) else { return nil }
    let fact = declared.facts[index]
    switch fact.type {
    case .record(let inner):
      let title = Piece.text("\(glossary.vocabulary.kinds[inner].title): ")
      let phrase: [Piece] = [.text("\(glossary.vocabulary.kinds[inner].title) of ")] + base.phrase
      return Term(type: .entity(inner), owner: owner + [title], phrase: phrase, isRecord: true)
    case .reference(let other):
      return Term(type: .entity(other), phrase: [.text("the \(spaced(fact.name)) of ")] + base.phrase)
    default:
      return Term(
        type: glossary.vocabulary.type(of: fact.type), owner: owner, phrase: [.question(fact.ask)],
        unit: fact.unit)
    }
  }
}
