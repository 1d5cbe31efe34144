import GRDB

package func spike(_ path: String) throws -> Int {
  let queue = try DatabaseQueue(path: path)
  try queue.write { database in
    try database.execute(
      sql: "CREATE TABLE IF NOT EXISTS spike(number INTEGER PRIMARY KEY, body TEXT) STRICT")
    try database.execute(sql: "INSERT INTO spike(body) VALUES (?)", arguments: ["hello"])
  }
  return try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM spike") ?? 0 }
}
