import JobsCore
import TestSupport
import Testing

@testable import JobsManifest

@Suite("YAML that is written")
struct ConvertYAMLTests {
  /// What our own reader makes of a document.
  private static func read(_ bytes: [UInt8]) -> ManifestValue? {
    var json: String?
    YAMLReader(bytes, limits: ReadingLimits()).read { document in
      guard document.isComplete, document.problems.isEmpty else { return false }
      var writer = JSONWriter()
      writer.value(document.tree, Tree.root)
      json = String(decoding: writer.bytes, as: UTF8.self)
      return false
    }
    return json.flatMap { ManifestValue(json: $0) }
  }

  @Test(
    "text that a reader of YAML 1.1 or 1.2 takes for something else is quoted",
    arguments: [
      "yes", "No", "ON", "off", "y", "null", "~", "", "true", "False", "0644", "0x1F", "1_000", "12:30", "1e3", ".inf",
      ".5", "-1", "+1",
      "2026-11-21", "1.4.2", "=", "<<", "a: b", "a:", "a #b", "#b", " a", "a ", "- a", "? a", "*a", "&a", "!a", "%a",
      "@a", "`a",
      "{a", "[a", "|", ">", "'a'", "\"a\"", "\\", "a\tb", "a\rb", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7}", "${X}",
      "---", "...",
    ])
  func quoted(text: String) {
    let written = YAMLScalar.text(text, indent: 2)
    #expect(written.hasPrefix("\"") && written.hasSuffix("\""))
    #expect(Self.read(Array("a: \(written)\n".utf8)) == .mapping([.init(key: "a", value: .text(text))]))
  }

  @Test(
    "words that mean nothing else stay plain",
    arguments: [
      "info", "/app/report", "Europe/Berlin", "db-password:latest", "a b", "echo done", "gcp.run",
      "https://a.example/x", "x5G",
    ])
  func plain(text: String) { #expect(YAMLScalar.text(text) == text) }

  @Test(
    "lines stand in a block where they can",
    arguments: [
      ("a\nb", "|-\n  a\n  b"), ("a\n\n  b\n", "|\n  a\n\n    b"), ("a\n\n", "\"a\\n\\n\""), (" a\nb", "\" a\\nb\""),
      ("\na", "\"\\na\""),
      ("a\r\nb", "\"a\\r\\nb\""),
    ])
  func lines(text: String, written: String) {
    #expect(YAMLScalar.text(text, indent: 2) == written)
    #expect(Self.read(Array("a: \(written)\n".utf8)) == .mapping([.init(key: "a", value: .text(text))]))
  }

  @Test("whatever is written is read back as it was")
  func roundTrip() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    let scalars = Array("ab1 :#-'\"\\\n\t{}[],&*!|>%@`~=yesnofu0.é\u{85}\u{2028}🙂".unicodeScalars)
    func text() -> String {
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
      }
      return text
    }
    func value(_ depth: Int) -> ManifestValue {
      switch Int.random(in: 0...(depth == 0 ? 3 : 6), using: &random) {
      case 0: .int(Int.random(in: -9...999, using: &random))
      case 1: .bool(Bool.random(using: &random))
      case 2, 3: .text(text())
      case 4: .list((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth - 1) })
      default:
        .mapping(
          (0..<Int.random(in: 0...3, using: &random)).map {
            ManifestValue.Entry(key: "\($0)\(text())", value: value(depth - 1))
          })
      }
    }
    for round in 0..<300 {
      let value = ManifestValue.mapping([.init(key: "k", value: value(4))])
      #expect(
        Self.read(value.yaml) == value,
        "JOBS_TEST_SEED=\(seed), round \(round):\n\(String(decoding: value.yaml, as: UTF8.self))")
      #expect(
        ManifestValue(json: String(decoding: value.json, as: UTF8.self)) == value,
        "JOBS_TEST_SEED=\(seed), round \(round)")
    }
  }
}
