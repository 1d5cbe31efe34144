import JSON
import Ledger
import Testing

@Suite struct AppendingTests {
}
