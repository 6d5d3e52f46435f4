import JobsDeploy
import JobsHost
import Testing

@Suite struct CrontabTableTests {
  static let fields: [Resource.Field] = [.init("schedule", "30 2 * * *"), .init("command", "/srv/backup")]
  static let mark = "# jobs: -/prod/a \(fields.digest)\n"
  static let line = "30 2 * * * /srv/backup\n"

  private static func table(_ text: String, isSystem: Bool = false) -> CrontabTable {
    CrontabTable(Array(text.utf8), isSystem: isSystem)
  }

  private static func text(_ table: CrontabTable) -> String { String(decoding: table.bytes, as: UTF8.self) }

  @Test(arguments: [
    ("", ""), ("\n", "\n"), ("a", "a\n"), ("# x\n\nFOO=1\n0 1 * * * x\r\n\n", "# x\n\nFOO=1\n0 1 * * * x\r\n\n"),
  ])
  func `what is not ours stays byte for byte`(_ text: String, _ written: String) {
    #expect(Self.text(Self.table(text)) == written)
  }

  @Test(arguments: [
    // Above what does something, and above the comment that belongs to it.
    ("", "", ""),
    ("# header\n", "# header\n", ""),
    ("# header\n\n# nightly\n0 1 * * * x\n", "# header\n\n", "# nightly\n0 1 * * * x\n"),
    ("# header\nMAILTO=me\n", "", "# header\nMAILTO=me\n"),
    ("\n\nFOO=1\n0 1 * * * x", "\n\n", "FOO=1\n0 1 * * * x\n"),
    ("# jobs: b 0123456789abcdef\n@daily b\n\nFOO=1\n", "# jobs: b 0123456789abcdef\n@daily b\n\n", "FOO=1\n"),
    // In its place.
    ("1 2 3 4 5 x\n# jobs: -/prod/a 0123456789abcdef\n@daily old\n@daily y\n", "", "1 2 3 4 5 x\n@daily y\n"),
    ("# jobs: -/prod/a 0123456789abcdef\n@daily old\n@daily y\n", "", "@daily y\n"),
    // A mark over nothing, and one over a line that was commented out.
    ("# jobs: -/prod/a 0123456789abcdef\n", "", ""),
    ("# jobs: -/prod/a 0123456789abcdef\n#@daily old\nFOO=1\n", "", "#@daily old\nFOO=1\n"),
    // Copies.
    (
      "# jobs: -/prod/a 0123456789abcdef\n@daily old\n# jobs: -/prod/a 0123456789abcdef\n@daily old\n@daily y\n", "",
      "@daily y\n"
    ),
  ])
  func `a line of ours stands above what does something, once`(_ text: String, _ above: String, _ below: String) {
    var table = Self.table(text)
    let isSet = table.set("-/prod/a", Self.fields)
    #expect(isSet)
    #expect(Self.text(table) == above + Self.mark + Self.line + below)
    #expect(table.entries.first { $0.name == "-/prod/a" }?.fields == Self.fields)
    let once = table
    let isSetAgain = table.set("-/prod/a", Self.fields)
    #expect(isSetAgain && table == once)
    table.remove("-/prod/a")
    #expect(!table.entries.contains { $0.name == "-/prod/a" })
    #expect(Self.text(table) == above + below)
  }

  @Test(arguments: [
    ("30 2 * * *  /srv/backup", [Resource.Field("schedule", "30 2 * * *"), .init("command", "/srv/backup")]),
    ("\t30\t2 *  * * /srv/backup --x  y", [.init("schedule", "30 2 * * *"), .init("command", "/srv/backup --x  y")]),
    ("@daily /srv/backup", [.init("schedule", "@daily"), .init("command", "/srv/backup")]),
    ("30 2", [.init("schedule", "30 2"), .init("command", "")]),
  ])
  func `the line under a mark has fields`(_ line: String, _ fields: [Resource.Field]) {
    let entries = Self.table(Self.mark + line + "\n").entries
    #expect(entries.count == 1)
    #expect(entries.first?.fields == fields)
    #expect(entries.first?.owner == "-/prod/a" && entries.first?.digest == Self.fields.digest)
  }

  @Test func `a line of a system's crontab has a user`() {
    var table = Self.table(Self.mark + "@daily root /srv/backup\n", isSystem: true)
    #expect(
      table.entries.first?.fields
        == [.init("schedule", "@daily"), .init("user", "root"), .init("command", "/srv/backup")])
    let refused = table.set("-/prod/a", Self.fields)
    #expect(!refused, "a line without a user")
    var own = Self.table("")
    let withUser = own.set("-/prod/a", Self.fields + [.init("user", "root")])
    #expect(!withUser && own.bytes.isEmpty, "a user where no line has one")
  }

  @Test(arguments: ["", "# a comment", "FOO=1", "#30 2 * * * /srv/backup"])
  func `a mark over something else is over nothing`(_ below: String) {
    #expect(Self.table(Self.mark + below + "\n").entries.isEmpty)
  }

  @Test(arguments: [
    "# jobs: these run at night", "# jobs: a", "# jobs: a 0123456789ABCDEF", "# jobs: a 0123456789abcde",
    "# jobs: a 0123456789abcdef x", "# jobs:  0123456789abcdef", "#jobs: a 0123456789abcdef",
    "# jobs: a#x 0123456789abcdef", "# jobs: a#0 0123456789abcdef", "# jobs: a b 0123456789abcdef",
    "# jobs: ä 0123456789abcdef",
  ])
  func `a comment that only begins like a mark is a comment`(_ comment: String) {
    let table = Self.table("\(comment)\n@daily x\n")
    #expect(table.entries.isEmpty && table.foreign.map(\.line) == [2])
  }

  @Test func `copies and a zone above are fields, which no line is wanted to have`() {
    let text = "CRON_TZ=Asia/Tokyo\n" + Self.mark + Self.line + Self.mark + Self.line + Self.mark + Self.line
    let fields = Self.table(text).entries.map(\.fields)
    #expect(fields == [Self.fields + [.init("timezone", "Asia/Tokyo"), .init("copies", "3")]])
  }

  @Test func `a mark over nothing never comes to stand over a line made by hand`() {
    var table = Self.table("# jobs: lost 0123456789abcdef\n" + Self.mark + Self.line + "0 1 * * * hand\n")
    #expect(table.foreign.map(\.command) == ["hand"])
    table.remove("-/prod/a")
    #expect(Self.text(table) == "0 1 * * * hand\n")
    #expect(table.entries.isEmpty && table.foreign.map(\.command) == ["hand"])
  }

  @Test func `further schedules of a job are its own`() {
    let table = Self.table("# jobs: -/prod/a#2 0123456789abcdef\n@daily x\n")
    #expect(table.entries.map(\.owner) == ["-/prod/a"] && table.entries.map(\.name) == ["-/prod/a#2"])
  }

  @Test func `others' lines are known by their commands`() {
    let table = Self.table("# x\nA=1\n@daily one  two\n" + Self.mark + Self.line + "0 1 * * * three\n")
    #expect(table.foreign.map(\.line) == [3, 6] && table.foreign.map(\.command) == ["one  two", "three"])
  }

  @Test func `a line break in a field is refused`() {
    var table = Self.table("@daily x\n")
    let set = table.set("a", [.init("schedule", "@daily"), .init("command", "x\n@daily y")])
    #expect(!set)
  }
}
