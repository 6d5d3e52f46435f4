import JobsCloud
import JobsCore

/// A program that prints the token of somebody else (google-auth 2.x, `pluggable.py`, 2026-11).
struct SubjectTokenProgram: Sendable {
  /// The program and its arguments.
  let words: [String]
  let timeout: Duration
  /// Where it keeps what it printed last.
  let outputFile: String?

  /// It has to be set to `1` before any program of a credential file is run.
  static let permission = "GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES"

  init(_ file: CredentialFile) throws(Failure) {
    words = try file.required("command").split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw file.unusable("'command' is empty") }
    let milliseconds = try file.integer("timeout_millis") ?? 30_000
    guard (5_000...120_000).contains(milliseconds) else {
      throw file.unusable("'timeout_millis' is not between 5000 and 120000")
    }
    timeout = .milliseconds(milliseconds)
    outputFile = try file.text("output_file")
  }

  /// The variables by which it hears what is wanted, beside those of this process.
  func environment(of account: ExternalAccount, _ own: [String: String]) -> [String: String] {
    var environment = own
    environment["GOOGLE_EXTERNAL_ACCOUNT_AUDIENCE"] = account.audience
    environment["GOOGLE_EXTERNAL_ACCOUNT_TOKEN_TYPE"] = account.subjectTokenType
    environment["GOOGLE_EXTERNAL_ACCOUNT_INTERACTIVE"] = "0"
    environment["GOOGLE_EXTERNAL_ACCOUNT_REVOKE"] = "0"
    if let email = account.impersonated { environment["GOOGLE_EXTERNAL_ACCOUNT_IMPERSONATED_EMAIL"] = email }
    if let outputFile { environment["GOOGLE_EXTERNAL_ACCOUNT_OUTPUT_FILE"] = outputFile }
    return environment
  }

  /// What an answer says.
  enum Answer: Hashable {
    case token(Secret)
    case expired
    /// In words.
    case refused(String)
  }

  /// Reads what the program printed, or kept.
  ///
  /// - Parameter isKept: whether it is the file; then it has to say when it ends.
  static func answer(_ bytes: [UInt8], isKept: Bool, now: Instant) -> Answer {
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, !tree.isEmpty,
      let version = tree.value(Tree.root, "version").flatMap(tree.int),
      let isGood = tree.value(Tree.root, "success").flatMap(tree.bool)
    else { return .refused("what it printed is not what such a program prints") }
    guard version == 1 else { return .refused("it speaks version \(version), and version 1 is known") }
    let text = { (key: StaticString) in tree.value(Tree.root, key).map(tree.string) ?? "" }
    guard isGood else {
      return .refused("it says '\(ServerWords.clean(text("message")))' (\(ServerWords.clean(text("code"))))")
    }
    let end = tree.value(Tree.root, "expiration_time").flatMap(tree.int)
    if end.map({ Int64($0) <= now.seconds }) ?? isKept { return .expired }
    let key: StaticString = text("token_type").hasSuffix(":saml2") ? "saml_response" : "id_token"
    guard !text(key).isEmpty else { return .refused("'\(key)' is missing in what it printed") }
    return .token(Secret(text(key)))
  }
}
