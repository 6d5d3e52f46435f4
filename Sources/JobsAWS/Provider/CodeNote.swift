import JobsArchive
import JobsCore

/// What was packed into the archive that a function runs, as it bears it: so that what is in it is known again, whatever it
/// is packed by, and code that somebody else put there shows.
struct CodeNote: Sendable, Hashable {
  /// As `CodePackage` has it.
  var content: String
  /// Of the archive, as Lambda says it.
  var codeSha256: String

  init(content: String, codeSha256: String) {
    self.content = content
    self.codeSha256 = codeSha256
  }

  init(content: String, _ archive: [UInt8]) {
    self.init(content: content, codeSha256: CodePackage.codeSha256(archive))
  }

  // MARK: Tag

  private static let key = "jobs-code"
  static let tagKeys = [key]

  var tags: [String: String] { [Self.key: "\(content) \(codeSha256)"] }

  /// nil where there is none.
  init?(tags: [String: String]) {
    let words = (tags[Self.key] ?? "").split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    self.init(content: words[0], codeSha256: words[1])
  }

  // MARK: Field

  /// The field of code: what is in it, if it is what the note speaks of; else the digest of the archive itself, which is also
  /// what an archive that stands by itself says.
  static func content(of codeSha256: String, _ note: CodeNote?) -> String {
    note?.codeSha256 == codeSha256 ? note?.content ?? "" : digest(codeSha256)
  }

  private static func digest(_ codeSha256: String) -> String {
    Base64.decode(codeSha256).map { String(hexadecimal: $0, prefix: "sha256:") } ?? codeSha256
  }

  // MARK: Versions

  /// What the description of a version has behind that of the function: by it the code of before is found.
  static func description(_ note: String, content: String) -> String { "\(note) \(mark(content))" }

  private static func mark(_ content: String) -> String { String(content.prefix(7 + 32)) }

  /// Whether a version has this code, as the field has it.
  static func has(_ version: Lambda.Version, content: String) -> Bool {
    digest(version.codeSha256) == content
      || OwnerMark.isNote(version.description) && version.description.hasSuffix(" \(mark(content))")
  }
}
