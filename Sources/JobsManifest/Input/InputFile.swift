/// A file to check, before it is read.
package struct InputFile: Sendable {
  package enum Content: Sendable {
    /// To be read at `path`.
    case disk
    /// Read already: standard input, or a blob of Git.
    case bytes([UInt8])
    /// A blob of Git above the limit of what is read.
    case tooLarge(size: Int)
  }

  /// The name that messages and records give.
  package var path: String
  package var content = Content.disk
  /// Whether the user named it, so that it has to hold a job.
  package var isNamed: Bool
  /// The first folder below the root of the manifests.
  package var folder: String?
  package var commit: String?
  /// Whether its findings and jobs are asked for; other files only serve the rules across files.
  package var isAskedFor = true

  package init(path: String, isNamed: Bool, folder: String? = nil) {
    self.path = path
    self.isNamed = isNamed
    self.folder = folder
  }
}
