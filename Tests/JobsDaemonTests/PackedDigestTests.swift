import JobsCore
import TestSupport
import Testing

@testable import JobsDaemon

@Suite("digests in little room") struct PackedDigestTests {
  @Test("a digest of ours is its text again, and takes no text", arguments: 1...50)
  func ours(round: UInt64) {
    let seed = SeededGenerator.seedOfRun() &+ round
    var random = SeededGenerator(seed: seed)
    let digits = (0..<64).map { _ in "0123456789abcdef".randomElement(using: &random) ?? "0" }
    let text = "sha256:\(String(digits))"
    let packed = PackedDigest(text)
    #expect(packed.text == text, "seed \(seed)")
    #expect(packed == PackedDigest(text), "seed \(seed)")
    if case .other = packed { Issue.record("seed \(seed)") }
  }

  @Test(
    "whatever else a stream says is kept as it is",
    arguments: [
      "", "sha256:", "sha256:abc", "sha256:" + String(repeating: "A", count: 64),
      "sha256:" + String(repeating: "a", count: 63) + "g", "sha512:" + String(repeating: "a", count: 64),
      String(repeating: "a", count: 71), "sha256:" + String(repeating: "ä", count: 32),
    ])
  func other(_ text: String) {
    #expect(PackedDigest(text) == .other(text))
    #expect(PackedDigest(text).text == text)
  }
}
