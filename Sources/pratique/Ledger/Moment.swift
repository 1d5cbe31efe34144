import Glibc
import Ledger

/// Now in UTC, as ledgers write it: SOURCE_DATE_EPOCH if it is set, else the clock.
func moment() throws -> String {
  let epoch = environment("SOURCE_DATE_EPOCH").flatMap { Int($0) }
  guard let text = utc(seconds: epoch ?? time(nil)) else {
    throw Problem("SOURCE_DATE_EPOCH is out of range")
  }
  return text
}
