import JobsCore
import JobsDeploy
import JobsHost
import Testing

/// Lines that are out of use.
@Suite struct CrontabQuarantineTests {
  private static let fields: [Resource.Field] = [
    .init("schedule", "30 2 * * *"), .init("command", "/srv/backup"), .init("quarantined", "2026-11-21"),
  ]
  private static let mark = "# jobs: -/prod/a \(fields.digest) 2026-11-21\n"
  private static let line = "#30 2 * * * /srv/backup\n"

  private static func table(_ text: String) -> CrontabTable { CrontabTable(Array(text.utf8), isSystem: false) }

  private static func text(_ table: CrontabTable) -> String { String(decoding: table.bytes, as: UTF8.self) }

  @Test func `a line goes out of use as a comment, and is known again`() {
    var table = Self.table("@daily x\n")
    let isSet = table.set("-/prod/a", Self.fields)
    #expect(isSet)
    #expect(Self.text(table) == Self.mark + Self.line + "@daily x\n")
    let entry = table.entries.first
    #expect(entry?.fields == Self.fields && entry?.digest == Self.fields.digest && entry?.quarantined == "2026-11-21")
    #expect(table.foreign.map(\.command) == ["x"])
  }

  @Test func `it comes back in its place, or goes`() {
    var back = Self.table(Self.mark + Self.line + "@daily x\n")
    let isBack = back.set("-/prod/a", Array(Self.fields.dropLast()))
    #expect(isBack)
    #expect(
      Self.text(back) == "# jobs: -/prod/a \(Array(Self.fields.dropLast()).digest)\n30 2 * * * /srv/backup\n@daily x\n")
    var gone = Self.table(Self.mark + Self.line + "# mine\n@daily x\n")
    gone.remove("-/prod/a")
    #expect(Self.text(gone) == "# mine\n@daily x\n")
  }

  @Test func `what somebody put into use again is a line that was moved`() {
    let table = Self.table(Self.mark + Self.line.dropFirst())
    let entry = table.entries.first
    #expect(entry?.fields == Array(Self.fields.dropLast()) && entry?.quarantined == nil)
    #expect(entry?.digest != entry?.fields.digest && table.foreign.isEmpty)
  }

  @Test(arguments: [
    "# jobs: -/prod/a 0123456789abcdef 2026-11-31\n#@daily x\n", "# jobs: -/prod/a 0123456789abcdef soon\n#@daily x\n",
    "# jobs: -/prod/a 0123456789abcdef 2026-11-21 \n#@daily x\n",
    "# jobs: -/prod/a 0123456789abcdef\n#@daily x\n", "# jobs: -/prod/a 0123456789abcdef 2026-11-21\n# MAILTO=me\n",
    "# jobs: -/prod/a 0123456789abcdef 2026-11-21\n#\n",
    // Somebody's words, or another mark, below one whose line was taken away.
    mark + "# nightly backup\n", mark + mark, mark + "#30 2 * * * /srv/other\n",
  ])
  func `a comment that only looks like it is none of ours`(_ text: String) {
    #expect(Self.table(text).entries.isEmpty)
  }

  @Test func `somebody's comment below a mark over nothing stays`() {
    var table = Self.table(Self.mark + "# nightly backup\n@daily x\n")
    table.remove("-/prod/a")
    #expect(Self.text(table) == "# nightly backup\n@daily x\n")
  }

  @Test func `no line is out of use since another word than a day`() {
    var table = Self.table("")
    let isSet = table.set("-/prod/a", Array(Self.fields.dropLast()) + [.init("quarantined", "x\n@daily y")])
    #expect(!isSet)
    #expect(Self.text(table) == "")
  }
}
