import Analytics
import ArgumentParser
import Diagnostics
import FEEL

/// Which dated figures results are held against.
struct FigureOptions: ParsableArguments {
  @Option(help: "Use the figures of this day (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.")
  var asOf: String?
  @OptionGroup var library: LibraryOptions

  /// Those of `rules/operations.csv` on the day.
  func reader() throws -> FigureReader {
    let source = try library.find().source("rules/operations.csv")
    return FigureReader(
      figures: try withExcerpts(of: source) { () throws(Mistakes) in try Figures(source) },
      day: try day(asOf),
      file: source.name)
  }
}

/// Looks up figures of one day.
struct FigureReader {
  var figures: Figures
  var day: CalendarDate
  var file: String

  func value(_ id: String, in range: ClosedRange<Double>) throws -> Double {
    guard let figure = figures.figure(id, on: day) else {
      throw Problem("\(file) has no figure `\(id)` for \(day)")
    }
    guard range.contains(figure.value) else { throw Problem("\(file): the figure `\(id)` is out of range") }
    return figure.value
  }

  /// An option, if it was given, else the figure.
  func value(_ id: String, or option: Double?, _ name: String, in range: ClosedRange<Double>) throws -> Double
  {
    if let option { return try checked(option, name, in: range) }
    return try value(id, in: range)
  }
}
