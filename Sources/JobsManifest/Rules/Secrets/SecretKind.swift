/// What kind of secret a value was recognised as.
package enum SecretKind: Hashable, Sendable {
  /// A key whose shape a provider has documented; the words name it, as in `a GitHub token`.
  case providerKey(String)
  case privateKey
  /// A URL with a user and a password in it.
  case connection
  /// A value under a name such as `DB_PASSWORD` that looks made by a machine or a careful person.
  case telling(String)

  /// The kind in words, to stand after `holds`.
  package var words: String {
    switch self {
    case .providerKey(let words): words
    case .privateKey: "a private key"
    case .connection: "a URL with a password in it"
    case .telling(let name): "the value of '\(name)' in clear"
    }
  }
}
