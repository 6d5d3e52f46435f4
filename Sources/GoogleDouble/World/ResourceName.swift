/// Names such as `projects/acme/locations/europe-west1/jobs/nightly`.
enum ResourceName {
  /// The name without its last part: `projects/acme/locations/europe-west1/jobs`.
  static func collection(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
  }

  /// The last part: `nightly`.
  static func id(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// The name without its last two parts: `projects/acme/locations/europe-west1`.
  static func parent(of name: String) -> String { collection(of: collection(of: name)) }

  /// The part behind `projects/`; nil for a name that is in no project, or in any of them (`-`).
  static func project(of name: String) -> String? {
    guard let value = part(after: "projects", in: name), value != "-" else { return nil }
    return value
  }

  /// The part behind `locations/`.
  static func location(of name: String) -> String? { part(after: "locations", in: name) }

  private static func part(after key: String, in name: String) -> String? {
    let parts = name.split(separator: "/")
    guard let at = parts.firstIndex(where: { $0 == key }), at + 1 < parts.count else { return nil }
    return String(parts[at + 1])
  }

  /// Whether a name has the form of another in which a part `-` stands for anything.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    if name == pattern { return true }
    guard pattern.contains("-") else { return false }
    let parts = name.split(separator: "/")
    let wanted = pattern.split(separator: "/")
    return parts.count == wanted.count && zip(parts, wanted).allSatisfy { $0 == $1 || $1 == "-" }
  }
}
