package import JobsCore

/// What a scanner found in an image.
package struct ImageReport: Sendable {
  package struct Vulnerability: Hashable, Sendable {
    package var id: String
    package var severity: FindingSeverity
    package var package: String
    /// The version that mends it; nil where none does.
    package var fixed: String?
  }

  /// Such as `Trivy`.
  package var scanner: String
  /// All that the image is called: with tags, with digests, and the digest alone.
  package var names: [String]
  /// The worst first, each once.
  package var vulnerabilities: [Vulnerability]
  /// Why there may be more than it tells of; nil where the scanner looked at all it is made for.
  package var gap: String?
  package var location: Location

  init(scanner: String, names: [String], _ found: [Vulnerability], at location: Location) {
    self.scanner = scanner
    self.names = names.map(Self.plain)
    vulnerabilities = Self.worstFirst(found)
    self.location = location
  }

  /// Each of a package once: of several tellings the one that tells the worst, and then how to mend it.
  static func worstFirst(_ found: [Vulnerability]) -> [Vulnerability] {
    var seen: Set<[String]> = []
    return found.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      return (a.id, a.package, a.fixed == nil ? 1 : 0) < (b.id, b.package, b.fixed == nil ? 1 : 0)
    }.filter { seen.insert([$0.id, $0.package]).inserted }
  }

  /// Those that a job ought not to run with.
  var grave: [Vulnerability] { vulnerabilities.filter { $0.severity >= .high } }

  /// The name without what engines of containers put in by themselves.
  private static func plain(_ name: String) -> String {
    for prefix in ["index.docker.io/library/", "docker.io/library/", "index.docker.io/", "docker.io/", "https://"]
    where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// `sha256:…` of a name.
  private static func digest(_ name: String) -> Substring? {
    name.firstRange(of: "sha256:").map { name[$0.lowerBound...] }
  }

  /// Whether it is of an image as a job names it: by its digest, or where it has none by its name.
  package func isOf(_ image: String) -> Bool {
    if let digest = Self.digest(image) { return names.contains { Self.digest($0) == digest } }
    let image = Self.plain(image)
    let last = image.split(separator: "/").last ?? ""
    let wanted = last.contains(":") ? image : "\(image):latest"
    return names.contains { $0 == image || $0 == wanted }
  }
}
