import Analytics
import Diagnostics

/// A CSV file of measurements; complaints about it name its lines.
func measurements(_ path: String) throws -> (table: CSVTable, source: Source) {
  let source = Source(name: path == "-" ? "standard input" : path, bytes: try read(path))
  return (try withExcerpts(of: source) { () throws(Mistakes) in try CSVTable(source) }, source)
}

/// Mistakes get the line of the file that they speak of.
func withExcerpts<Result>(of sources: Source..., work: () throws(Mistakes) -> Result) throws(Mistakes)
  -> Result
{
  do throws(Mistakes) {
    return try work()
  } catch {
    throw Mistakes(error.all.map { sources.reduce($0) { $0.withExcerpt(of: $1) } })
  }
}

/// A number that an option gives.
func checked(_ value: Double, _ option: String, in range: ClosedRange<Double>) throws -> Double {
  guard value.isFinite, range.contains(value) else {
    throw Problem(
      "`--\(option) \(value)` is not from \(range.lowerBound) to \(range.upperBound)")
  }
  return value
}

/// A share of 1 that an option gives, neither 0 nor 1.
func checkedShare(_ value: Double, _ option: String) throws -> Double {
  guard value > 0, value < 1 else { throw Problem("`--\(option) \(value)` is no share between 0 and 1") }
  return value
}
