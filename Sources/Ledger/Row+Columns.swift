import FoundationEssentials
import GRDB

/// Columns of a file that anybody may have written: GRDB's own conversions trap where a type is another.
extension Row {
  func integer(_ column: Int) -> Int? {
    guard case .int64(let number) = (self[column] as DatabaseValue).storage else { return nil }
    return Int(number)
  }

  /// What was selected as a blob.
  func bytes(_ column: Int) -> [UInt8]? {
    guard case .blob(let data) = (self[column] as DatabaseValue).storage else { return nil }
    return [UInt8](data)
  }

  /// What was selected as a blob, if it is UTF-8: as text it would end at its first zero byte.
  func text(_ column: Int) -> String? { bytes(column).flatMap { String(validating: $0, as: UTF8.self) } }
}
