/// A documented shape of a provider's keys: a prefix, and a body of some characters.
struct SecretShape: Sendable {
  /// The characters of a body.
  enum Body: Sendable { case upper, alphanumeric, word, dotted, hex, base64, path }

  /// What else has to hold of the body.
  enum Form: Sendable {
    case plain
    /// Three parts joined by dots, the second beginning as JSON does in base64.
    case jwt
    /// Two parts of 22 and 43 characters.
    case sendGrid
  }

  let prefix: StaticString
  let body: Body
  /// How long the body is.
  let length: ClosedRange<Int>
  let words: StaticString
  var form = Form.plain

  init(_ prefix: StaticString, _ body: Body, _ length: ClosedRange<Int>, _ words: StaticString, form: Form = .plain) {
    self.prefix = prefix
    self.body = body
    self.length = length
    self.words = words
    self.form = form
  }

  /// Bodies without a fixed length end somewhere.
  private static let longest = 8192

  /// The providers' own documents and announcements, as gathered by gitleaks (config/gitleaks.toml, 2026) and by GitHub's
  /// list of supported secret scanning patterns. GitHub's `ghs_` tokens may hold dots since 2026-04.
  static let all: [SecretShape] = [
    .init("AKIA", .upper, 16...16, "an AWS access key id"),
    .init("ASIA", .upper, 16...16, "an AWS access key id"),
    .init("AIza", .word, 35...35, "a Google API key"),
    .init("GOCSPX-", .word, 24...longest, "a Google OAuth client secret"),
    .init("ya29.", .dotted, 20...longest, "a Google access token"),
    .init("ghp_", .alphanumeric, 36...255, "a GitHub token"),
    .init("gho_", .dotted, 36...longest, "a GitHub token"),
    .init("ghu_", .dotted, 36...longest, "a GitHub token"),
    .init("ghs_", .dotted, 36...longest, "a GitHub token"),
    .init("ghr_", .alphanumeric, 36...255, "a GitHub token"),
    .init("github_pat_", .word, 36...255, "a GitHub token"),
    .init("glpat-", .dotted, 20...longest, "a GitLab token"),
    .init("gldt-", .word, 20...longest, "a GitLab deploy token"),
    .init("glrt-", .dotted, 20...longest, "a GitLab runner token"),
    .init("xoxb-", .word, 20...longest, "a Slack token"),
    .init("xoxa-", .word, 20...longest, "a Slack token"),
    .init("xoxp-", .word, 20...longest, "a Slack token"),
    .init("xoxr-", .word, 20...longest, "a Slack token"),
    .init("xoxs-", .word, 20...longest, "a Slack token"),
    .init("xapp-", .word, 20...longest, "a Slack token"),
    .init("hooks.slack.com/services/T", .path, 20...longest, "a Slack webhook"),
    .init("sk_live_", .alphanumeric, 16...longest, "a Stripe secret key"),
    .init("rk_live_", .alphanumeric, 16...longest, "a Stripe restricted key"),
    .init("SG.", .dotted, 66...66, "a SendGrid API key", form: .sendGrid),
    .init("SK", .hex, 32...32, "a Twilio API key"),
    .init("npm_", .alphanumeric, 36...36, "an npm token"),
    .init("pypi-AgE", .word, 50...longest, "a PyPI token"),
    .init("eyJ", .dotted, 40...longest, "a JSON web token", form: .jwt),
    .init("AccountKey=", .base64, 40...100, "an Azure storage key"),
    .init("SharedAccessKey=", .base64, 40...100, "an Azure access key"),
    .init("dop_v1_", .hex, 64...64, "a DigitalOcean token"),
    .init("hvs.", .word, 24...longest, "a Vault token"),
    .init("hf_", .alphanumeric, 34...40, "a Hugging Face token"),
    .init("sk-ant-", .word, 60...longest, "an Anthropic API key"),
    .init("sk-proj-", .word, 40...longest, "an OpenAI API key"),
    .init("dckr_pat_", .word, 27...longest, "a Docker token"),
    .init("glsa_", .word, 32...longest, "a Grafana token"),
    .init("AGE-SECRET-KEY-1", .upper, 58...58, "an age secret key"),
  ]

  /// For each first letter, from byte 64 on, the second characters of shapes, a bit for each of the 32 that differ in
  /// their low bits, so that nearly every word is passed over at once.
  static let beginnings: [UInt32] = {
    var bits = [UInt32](repeating: 0, count: 64)
    for shape in all {
      bits[Int(shape.prefix.utf8Start[0] & 63)] |= 1 << UInt32(shape.prefix.utf8Start[1] & 31)
    }
    return bits
  }()

  /// How long the key is that begins at `at`; nil if none does.
  func match(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> Int? {
    let head = prefix.utf8CodeUnitCount
    guard at + head + length.lowerBound <= text.count else { return nil }
    for i in 1..<head where text[at + i] != prefix.utf8Start[i] { return nil }
    var end = at + head
    while end < text.count, end - at - head <= length.upperBound, accepts(text[end]) { end += 1 }
    let found = text[at + head..<end]
    guard length.contains(found.count), holds(found), !isPlaceholder(found) else { return nil }
    return end - at
  }

  @inline(__always)
  private func accepts(_ byte: UInt8) -> Bool {
    let isDigit = byte >= 48 && byte <= 57
    let isUpper = byte >= 65 && byte <= 90
    let isLetter = isUpper || (byte >= 97 && byte <= 122)
    return switch body {
    case .upper: isDigit || isUpper
    case .alphanumeric: isDigit || isLetter
    case .word: isDigit || isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    case .dotted:
      isDigit || isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    case .hex: isDigit || (byte >= 97 && byte <= 102)
    case .base64:
      isDigit || isLetter || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    case .path: isDigit || isLetter || byte == UInt8(ascii: "/")
    }
  }

  private func holds(_ body: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch form {
    case .plain: return true
    case .jwt:
      let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count == 3 && parts[1].starts(with: "eyJ".utf8) && parts.allSatisfy { $0.count >= 7 }
    case .sendGrid:
      return body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(\.count) == [22, 43]
    }
  }

  /// Documents show keys with `EXAMPLE` or a run of one character in them.
  private func isPlaceholder(_ body: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var run = 1
    for i in body.indices.dropFirst() {
      run = body[i] == body[i - 1] ? run + 1 : 1
      if run >= 6 { return true }
    }
    return SecretValue.contains(body, "example")
  }
}
