package import JobsCore

/// A configuration or credentials file of AWS: sections of settings, some of which hold settings of their own.
///
/// Read as botocore reads it (configloader.py 1.44.5 over Python's configparser, 2026-11): `[profile NAME]`, `[default]`,
/// `[sso-session NAME]` and `[services NAME]`; `key = value` or `key: value`; comments are whole lines behind `#` or `;`;
/// indented lines go on with the value above, and below an empty value they are settings of their own. Keys are in small
/// letters. Sections of other kinds, and settings that nobody here asks for, are read and left alone.
package struct AWSConfigFile: Sendable, Hashable, CustomReflectable {
  package enum Kind: Sendable {
    /// `~/.aws/config`, where the name of a profile stands behind `profile`.
    case config
    /// `~/.aws/credentials`, where every section is a profile.
    case credentials
  }

  /// What a section is about.
  enum Family: String, Sendable {
    case profile
    case ssoSession = "sso-session"
    case services
  }

  private struct Place: Hashable, Sendable {
    var family: Family
    var name: String
  }

  private var sections: [Place: AWSSection] = [:]

  /// Larger files are refused, in bytes.
  package static let limit = 1 << 20

  /// A file without settings.
  package init() {}

  /// - Parameter name: what messages call the file. They never repeat what stands in it.
  /// - Throws: a usage failure with the 1-based line, for text that is no such file.
  package init(_ bytes: [UInt8], kind: Kind, name: String) throws(Failure) {
    guard bytes.count <= Self.limit else {
      throw .usage("\(name) is longer than \(Self.limit) bytes", hint: "is it the right file?")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .usage("\(name) is no UTF-8", hint: "is it the right file?")
    }
    var reader = Reader(kind: kind, name: name)
    // By scalars, since a line break of Windows is one character.
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      try reader.take(Substring(line))
    }
    sections = reader.sections
  }

  /// Nothing of what stands in it.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The profile of a name; nil where there is none.
  package func profile(_ name: String) -> AWSSection? { sections[Place(family: .profile, name: name)] }

  package func ssoSession(_ name: String) -> AWSSection? { sections[Place(family: .ssoSession, name: name)] }

  package func services(_ name: String) -> AWSSection? { sections[Place(family: .services, name: name)] }

  /// The names of all profiles, by bytes.
  package var profileNames: [String] {
    sections.keys.filter { $0.family == .profile }.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Reading

  private struct Reader {
    let kind: Kind
    let name: String
    var sections: [Place: AWSSection] = [:]
    private var line = 0
    /// Headers as they were written, since each may stand once.
    private var headers: Set<String> = []
    /// nil before the first header.
    private var header: String?
    /// nil for a section that nobody asks for.
    private var place: Place?
    /// The key whose value may go on below; its value is in the section already.
    private var open: String?
    private var keys: Set<String> = []

    init(kind: Kind, name: String) {
      self.kind = kind
      self.name = name
    }

    mutating func take(_ raw: Substring) throws(Failure) {
      line += 1
      let text = raw.trimmed
      guard !text.isEmpty, !text.hasPrefix("#"), !text.hasPrefix(";") else { return }
      if raw.first == " " || raw.first == "\t" {
        guard let open else { throw fault("is indented, and there is nothing above that it belongs to") }
        return try takeMore(text, of: open)
      }
      if text.hasPrefix("[") { return try takeHeader(text) }
      guard header != nil else { throw fault("stands before the first section") }
      guard let (key, value) = Self.setting(text) else { throw fault("is neither a section nor 'key = value'") }
      guard keys.insert(key).inserted else { throw fault("sets a key of its section once more") }
      open = key
      if let place { sections[place]?.set(key, value) }
    }

    private mutating func takeHeader(_ text: Substring) throws(Failure) {
      guard let end = text.lastIndex(of: "]"), text[text.index(after: end)...].isComment else {
        throw fault("is a section without its ']'")
      }
      let words = text[text.index(after: text.startIndex)..<end]
      guard !words.trimmed.isEmpty else { throw fault("is a section without a name") }
      guard headers.insert(String(words)).inserted else { throw fault("begins a section once more") }
      header = String(words)
      open = nil
      keys = []
      place = try readPlace(words.trimmed)
      if let place, sections[place] != nil { throw fault("begins a section once more") }
      if let place { sections[place] = AWSSection() }
    }

    private func readPlace(_ words: Substring) throws(Failure) -> Place? {
      guard kind == .config else { return Place(family: .profile, name: String(words)) }
      if words == "default" { return Place(family: .profile, name: "default") }
      let first = words.prefix { $0 != " " && $0 != "\t" }
      guard let family = Family(rawValue: String(first)) else { return nil }
      var rest = words[first.endIndex...].trimmed
      for quote in ["\"", "'"] where rest.count > 1 && rest.hasPrefix(quote) && rest.hasSuffix(quote) {
        rest = rest.dropFirst().dropLast()
      }
      guard !rest.isEmpty else { throw fault("is a section without a name") }
      return Place(family: family, name: String(rest))
    }

    private mutating func takeMore(_ text: Substring, of key: String) throws(Failure) {
      guard let place, let section = sections[place] else { return }
      guard section.isOpen(key) else {
        sections[place]?.extend(key, text)
        return
      }
      guard let (name, value) = Self.setting(text) else { throw fault("is not 'key = value', as under an empty one") }
      guard section.nested(key, name) == nil else { throw fault("sets a key of its section once more") }
      sections[place]?.set(key, name, value)
    }

    private static func setting(_ text: Substring) -> (key: String, value: String)? {
      guard let at = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
      let key = text[..<at].trimmed
      return key.isEmpty ? nil : (key.lowercased(), String(text[text.index(after: at)...].trimmed))
    }

    private func fault(_ what: String) -> Failure {
      .usage("\(name) cannot be read: line \(line) \(what)", hint: "mend that line, or name another file")
    }
  }
}

extension Substring {
  /// Without blanks and the return of a Windows line at its ends.
  fileprivate var trimmed: Substring {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\r" }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return Substring() }
    return Substring(scalars[first...last])
  }

  /// Whether nothing but a comment is left of a line.
  fileprivate var isComment: Bool {
    let rest = trimmed
    return rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix(";")
  }
}
