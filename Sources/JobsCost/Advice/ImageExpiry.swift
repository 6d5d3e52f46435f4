package import JobsCore
package import JobsManifest

/// Images that nothing is to be lost with: of repositories whose images jobs run, those that no job names, that are old, and
/// that are not among the newest.
package struct ImageExpiry: Sendable {
  /// How many of a repository are kept in any case: what may be rolled back to.
  package static let newest = 10
  /// How long an image is kept in any case, in days.
  package static let days = 90

  /// A repository, and what of it may go.
  package struct Repository: Sendable, Equatable {
    package var name: String
    /// The first of the jobs that run its images.
    package var job: String
    package var isGoogle: Bool
    package var region: String?
    package var count: Int
    package var bytes: Int
    /// What all its images take.
    package var total: Int

    package var message: String {
      let images = count == 1 ? "an image" : "\(count) images"
      let how = isGoogle ? "gcloud artifacts repositories set-cleanup-policies" : "aws ecr put-lifecycle-policy"
      return
        "\(images) of '\(Terminal.visible(name))' that no job names, older than \(ImageExpiry.days) days and not among the "
        + "newest \(ImageExpiry.newest), may expire, as by '\(how)'"
    }
  }

  /// In the order of their names.
  package let repositories: [Repository]

  /// - Parameter jobs: of all environments; what another one runs would be taken for unused.
  package init(_ images: [StoredImage], _ jobs: [Job], now: Instant) {
    var stored: [String: [StoredImage]] = [:]
    for image in Set(images) { stored[image.repository, default: []].append(image) }
    var repositories: [Repository] = []
    for (name, images) in stored.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let users = jobs.filter { job in job.run.image.map { Self.repository(of: $0) == name } ?? false }
      guard let user = users.min(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) else { continue }
      let named = users.compactMap(\.run.image).map(Self.version)
      let limit = now.adding(seconds: Int64(-Self.days * 86400))
      let old = images.sorted { $0.pushed > $1.pushed }.dropFirst(Self.newest).filter { image in
        image.pushed < limit && !named.contains { $0 == image.digest || image.tags.contains($0) }
      }
      guard !old.isEmpty else { continue }
      repositories.append(
        Repository(
          name: name, job: user.id, isGoogle: name.contains("-docker.pkg.dev/"), region: user.target.region,
          count: old.count, bytes: old.reduce(0) { $0 + $1.bytes }, total: images.reduce(0) { $0 + $1.bytes }))
    }
    self.repositories = repositories
  }

  /// As lists of images name it.
  private static func repository(of image: String) -> String {
    let name = image[..<(end(of: image) ?? image.endIndex)]
    let host = name.prefix { $0 != "/" }
    guard host.contains(".dkr.ecr."), let account = host.split(separator: ".").first else { return String(name) }
    return "\(account)\(name.dropFirst(host.count))"
  }

  /// The digest or the tag that an image is named by.
  private static func version(_ image: String) -> String {
    if let at = image.lastIndex(of: "@") { return String(image[image.index(after: at)...]) }
    return end(of: image).map { String(image[image.index(after: $0)...]) } ?? "latest"
  }

  /// Where the name ends; nil where nothing follows it.
  private static func end(of image: String) -> String.Index? {
    if let at = image.firstIndex(of: "@") {
      let name = image[..<at]
      return name.lastIndex(of: ":").flatMap { name[$0...].contains("/") ? nil : $0 } ?? at
    }
    return image.lastIndex(of: ":").flatMap { image[$0...].contains("/") ? nil : $0 }
  }
}
