import Rules

extension Worksheet {
  /// The worksheet as Markdown: the blocks of answers are YAML, so that `pratique answer` can read them from the filled page.
  package var markdown: String {
    var lines = ["# \(escaped(title))", ""]
    lines.append(escaped(lead))
    lines += ["", escaped(summary), "", escaped(howTo)]
    if let supposedText { lines += ["", escaped(supposedText)] }
    lines += ["", "## Agenda (\(duration))"]
    lines += table(
      ["Time", "Part", "Known at the end"], parts.map { [$0.time, escaped($0.title), escaped($0.aim)] })
    lines += section("Invite", invited) + section("Bring", brought)
    for (index, part) in parts.enumerated() { lines += part.markdown(index + 1) }
    lines += ["", "## Sign-off"]
    lines += table(
      ["Part", "Owner", "Date", "Learned"], parts.map { [escaped($0.title), " ", " ", " "] })
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ texts: [String]) -> [String] {
    ["", "**\(title)**", ""] + texts.map { "- \(spanned($0))" }
  }
}

extension Worksheet.Part {
  fileprivate func markdown(_ number: Int) -> [String] {
    var lines = ["", "## \(number). \(escaped(title)) (\(time))", "", escaped(aim)]
    lines += titled(
      "Where the plan stands",
      table(["Verdict", "What", "Finding"], stands.map { [$0.verdict, escaped($0.title), code($0.id)] }))
    lines += titled("How", [""] + steps.enumerated().map { "\($0 + 1). \(spanned($1))" })
    for guide in guides {
      lines += titled("Guide: \(escaped(guide.market))", [""] + guide.lines.map { "- \(escaped($0))" })
    }
    if !metrics.isEmpty {
      lines += titled("Compared with home", [""] + metrics.map { "- \(escaped($0))" })
    }
    lines += titled(
      "Known",
      table(["Fact", "Value", "Where"], known.map { [code($0.fact), escaped($0.value), escaped($0.place)] }))
    if !questions.isEmpty {
      lines += titled("To answer", ["", "```yaml"] + questions.flatMap(\.lines) + ["```"])
    }
    for sheet in sheets {
      lines += titled(
        "Sheet: \(escaped(sheet.title))",
        table(
          sheet.columns.map(escaped),
          Array(repeating: sheet.columns.map { _ in " " }, count: sheet.rows)))
    }
    lines += titled(
      "What comes next",
      table(
        ["Task", "Who", "Start", "Finish"],
        tasks.map { [escaped($0.title), escaped($0.owner), $0.start, $0.finish] }))
    lines += titled(
      "How success shows",
      table(
        ["Figure", "Target", "Basis", "Now"],
        figures.map { [escaped($0.title), escaped($0.target), escaped($0.basis), escaped($0.now)] }))
    lines += titled("Decide", [""] + decisions.map { "- [ ] \(spanned($0))" })
    return lines
  }

  private func titled(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", "### \(title)"] + lines
  }
}

/// Text in which "`" stands around what is typed.
private func spanned(_ text: String) -> String {
  spans(text).map { piece in
    guard !piece.isCode else { return code(piece.text) }
    let before = piece.text.hasPrefix(" ") ? " " : ""
    let after = piece.text.hasSuffix(" ") ? " " : ""
    return before + escaped(piece.text) + after
  }.joined()
}

/// The pieces of a text in which "`" stands around what is typed.
func spans(_ text: String) -> [(text: String, isCode: Bool)] {
  let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
  // Without its partner it is a sign like any other.
  guard parts.count % 2 == 1 else { return [(text, false)] }
  return parts.enumerated().map { ($1, $0 % 2 == 1) }.filter { !$0.0.isEmpty }
}

extension Worksheet.Question {
  /// The question as remarks, and the line that takes the answer.
  fileprivate var lines: [String] {
    var lines = ["# \(oneLine(ask))"]
    if let help { lines.append("#   \(oneLine(help))") }
    if !answers.isEmpty { lines.append("#   \(oneLine(answers))") }
    return lines + ["\(key):", ""]
  }
}

extension Worksheet {
  /// How the page is used.
  var howTo: String {
    guard questionCount > 0 else {
      return "Nothing that is asked here is open; go through the parts, and decide."
    }
    return
      "The plan leaves \(count(questionCount, "fact")) open that this workshop asks for. Fill in what you learn, leave open what nobody knows, then: pratique answer \(planFile) <this page> --in-place. Answers may raise further questions: make the worksheet again."
  }

  /// What is taken to be so for the worksheet alone.
  var supposedText: String? {
    guard !supposed.isEmpty else { return nil }
    return
      "The plan does not name \(supposed.joined(separator: ", ")) among the standards that it follows; here it is taken to follow \(supposed.count == 1 ? "it" : "them")."
  }
}
