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
  package var location: Location

  init(scanner: String, names: [String], _ found: [Vulnerability], at location: Location) {
    self.scanner = scanner
    self.names = names.map(Self.plain)
    var seen: Set<Vulnerability> = []
    vulnerabilities = found.filter { seen.insert($0).inserted }.sorted {
      $0.severity != $1.severity ? $0.severity > $1.severity : ($0.id, $0.package) < ($1.id, $1.package)
    }
    self.location = location
  }

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
