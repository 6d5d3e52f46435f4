/// One file to check, with its bytes.
package struct FileInput: Sendable {
  /// The name that messages and records give.
  package var path: String
  package var bytes: [UInt8]
  /// Whether the user named the file, so that it has to hold a job.
  package var isNamed: Bool
  /// The first folder below the root of the manifests, which is the environment of Crontopus jobs.
  package var folder: String?
  /// The commit that the file is unchanged from.
  package var commit: String?
  /// Whether it was read from where its path leads, so that what lies beside it can be looked at.
  package var isOnDisk = false

  package init(path: String, bytes: [UInt8], isNamed: Bool, folder: String? = nil, commit: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.isNamed = isNamed
    self.folder = folder
    self.commit = commit
  }
}
