package import FEEL
import FoundationEssentials
import Synchronization

extension Zones {
  /// The zones that the system knows, each read from its file when it is asked for. Names are those of the
  /// IANA database, letter by letter.
  package static func system(in directory: String = "/usr/share/zoneinfo") -> Zones {
    let cache = Cache()
    return Zones { name in
      cache.zone(name) {
        guard isName(name), let data = FileManager.default.contents(atPath: directory + "/" + name),
          data.count <= 1_000_000
        else { return nil }
        var file = ZoneFile([UInt8](data))
        return file.zone(named: name)
      }
    }
  }

  /// Copies with other rules (`posix/`, `right/`) and the machine's own setting are no names of the database.
  private static func isName(_ name: String) -> Bool {
    guard !["localtime", "posixrules", "Factory"].contains(name), !name.hasPrefix("posix/"),
      !name.hasPrefix("/"),
      !name.hasPrefix("right/")
    else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "_+-/".utf8.contains(byte)
      }
    }
  }

  private final class Cache: Sendable {
    private let known = Mutex<[String: NamedZone?]>([:])

    func zone(_ name: String, _ read: () -> NamedZone?) -> NamedZone? {
      if let zone = known.withLock({ $0[name] }) { return zone }
      let zone = read()
      known.withLock { zones in
        // Names come from files that are not trusted.
        if zones.count < 1_000 { zones[name] = .some(zone) }
      }
      return zone
    }
  }
}
