import JobsCore
import Testing

@testable import JobsAudit

@Suite("Texts with wildcards")
struct GlobTests {
  @Test(
    "two meet where some text matches both",
    arguments: [
      ("s3:*", "s3:GetObject", true), ("s3:Get?bject", "s3:GetObject", true), ("s3:Get*", "s3:Put*", false),
      ("*", "", true), ("a*c", "*b*", true), ("a*c", "ab", false), ("a?", "a", false), ("a*", "*b", true),
      ("ab*", "a*b", true), ("a?c", "a*", true), ("a?c", "abd", false), ("*a*a*a*", "aa", false), ("", "", true),
      ("ä?", "äö", true), ("?", "ö", true), ("??", "ö", false), ("*a?", "b*aé", true), ("?", "*é", true),
      ("*??", "€", false),
      ("*??", "€*", true),
    ])
  func meeting(a: String, b: String, meets: Bool) {
    #expect(Glob(a).meets(Glob(b)) == meets)
    #expect(Glob(b).meets(Glob(a)) == meets)
  }

  @Test(
    "one covers another where all that matches that matches it",
    arguments: [
      ("*", "a*", true), ("a*", "ab*", true), ("ab*", "a*", false), ("a?", "ab", true), ("a?", "a*", false),
      ("a*", "a?", true), ("abc", "a*", false), ("a*c", "ab*c", true), ("*b*", "abc", true), ("a?c", "a?c", true),
      ("?*", "*", false), ("*??", "€", false), ("*a?", "b*aé", true), ("??", "é", false),
    ])
  func covering(a: String, b: String, covers: Bool) { #expect(Glob(a).covers(Glob(b)) == covers) }

  @Test("case is folded where it is asked for")
  func folding() {
    #expect(Glob("S3:GetObject", foldsCase: true).covers(Glob("s3:getobject")))
    #expect(!Glob("S3:GetObject").covers(Glob("s3:getobject")))
  }

  @Test("in a literal nothing is a wildcard")
  func literal() {
    #expect(!Glob(literal: "a*").covers(Glob(literal: "ab")))
    #expect(Glob(literal: "a*").isLiteral)
  }

  @Test("a text of stars against a long text ends soon")
  func stars() {
    let pattern = Glob(String(repeating: "a*", count: 500) + "b")
    #expect(!pattern.meets(Glob(literal: String(repeating: "a", count: 5000))))
  }

  /// Against a matcher that tries everything, over all short texts of two letters, of which one takes two bytes.
  @Test("random globs agree with trying every text")
  func agreement() {
    var random = SplitMix64(seed: 20_261_122)
    func glob() -> String {
      String((0..<Int.random(in: 0...5, using: &random)).map { _ in "aé*?".randomElement(using: &random) ?? "a" })
    }
    var texts: [String] = [""]
    for text in texts where text.count < 5 { texts += [text + "a", text + "é"] }
    var at = 0
    while at < texts.count {
      if texts[at].count < 6, texts.count < 127 { texts += [texts[at] + "a", texts[at] + "é"] }
      at += 1
    }
    for _ in 0..<300 {
      let (a, b) = (glob(), glob())
      let matchesA = texts.filter { Self.matches(Array(a), Array($0)) }
      let matchesB = texts.filter { Self.matches(Array(b), Array($0)) }
      for text in matchesA { #expect(Glob(a).covers(Glob(literal: text)), "\(a) matches \(text)") }
      if !Set(matchesA).isDisjoint(with: matchesB) { #expect(Glob(a).meets(Glob(b)), "\(a) and \(b) meet") }
      if Glob(a).covers(Glob(b)) { #expect(Set(matchesB).isSubset(of: matchesA), "\(a) covers \(b)") }
    }
  }

  private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = Array(pattern.dropFirst())
    if first == "*" { return (0...text.count).contains { matches(rest, Array(text.dropFirst($0))) } }
    guard let letter = text.first, first == "?" || first == letter else { return false }
    return matches(rest, Array(text.dropFirst()))
  }
}

@Suite("ARNs with wildcards")
struct ResourcePatternTests {
  @Test(
    "each part is compared by itself, and missing ones are any",
    arguments: [
      ("arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/a/b", true),
      ("arn:aws:iam::1:role/*", "arn:aws:iam::2:role/a", false),
      ("arn:aws:sqs", "arn:aws:sqs:eu-west-1:1:queue", true),
      ("arn:aws:*:*:*:role/a", "arn:aws:iam::1:role/a", true),
      ("arn:aws:iam:*:role/a", "arn:aws:iam::1:role/a", false),
      ("*", "arn:aws:iam::1:role/a", true),
      ("arn:aws:iam::1:role/A", "arn:aws:iam::1:role/a", false),
    ])
  func parts(pattern: String, arn: String, matches: Bool) {
    #expect(ResourcePattern(pattern).meets(ResourcePattern(literal: arn)) == matches)
    #expect(ResourcePattern(pattern).covers(ResourcePattern(literal: arn)) == matches)
  }
}
