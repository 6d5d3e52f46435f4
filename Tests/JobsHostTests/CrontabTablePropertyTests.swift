import JobsCore
import JobsDeploy
import JobsHost
import TestSupport
import Testing

/// Tables of all sorts of lines in any order: what others made stays, whatever is done to what is ours.
@Suite struct CrontabTablePropertyTests {
  private static let lines = [
    "", " ", "# a comment", "#", "MAILTO=me", "CRON_TZ=UTC", "0 1 * * * /by/hand", "@daily root /by/hand", "30 2", "\r",
    "# jobs: a 0123456789abcdef", "# jobs: b 0123456789abcdef", "# jobs: b#2 0123456789abcdef",
    "# jobs: a 0123456789abcdef", "# jobs: a", "@hourly /srv/a", "5 5 * * * root /srv/b", "A = \"b", "=x",
  ]

  @Test(arguments: [false, true])
  func `others' lines stay, and ours are what was set`(_ isSystem: Bool) {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    let fields =
      [Resource.Field("schedule", "@daily")] + (isSystem ? [Resource.Field("user", "root")] : [])
      + [Resource.Field("command", "/srv/new")]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in Self.lines.randomElement(using: &random)! + "\n" }.joined()
      var table = CrontabTable(Array(text.utf8), isSystem: isSystem)
      #expect(table.bytes == Array(text.utf8), "seed \(seed): \(text)")
      let foreign = table.foreign.map(\.command)
      for _ in 0..<4 {
        let name = ["a", "b", "b#2", "c"].randomElement(using: &random)!
        let isSet = Bool.random(using: &random)
        let rest = table.entries.filter { $0.name != name }.map(\.name)
        if isSet { _ = table.set(name, fields) } else { table.remove(name) }
        let entry = table.entries.first { $0.name == name }
        #expect(entry?.fields == (isSet ? fields : nil), "seed \(seed): \(name) in \(text)")
        #expect(table.entries.map(\.name).filter { $0 != name } == rest, "seed \(seed): \(name) in \(text)")
        #expect(table.foreign.map(\.command) == foreign, "seed \(seed): \(name) in \(text)")
      }
    }
  }
}
