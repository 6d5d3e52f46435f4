import Glibc
package import JobsCore

/// Where the tools keep their history, logs and audit trail.
package struct StateDirectory: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// Where `resolve` looks without `--state`, for the help of every tool that has the option.
  package static let usualPlaces =
    "Without it JOBS_STATE_DIR, STATE_DIRECTORY, /var/lib/jobs for root, or ~/.local/state/jobs."

  /// The folder by the rule of the suite; the first that is set wins: `--state`, `JOBS_STATE_DIR`, the first of
  /// systemd's `STATE_DIRECTORY`, `/var/lib/jobs` for root, `XDG_STATE_HOME/jobs`, `HOME/.local/state/jobs`.
  ///
  /// An empty value counts as unset, and so does a relative `XDG_STATE_HOME` (XDG Base Directory Specification 0.8).
  /// - Parameters:
  ///   - option: the value of `--state`.
  ///   - isRoot: whether the effective user is root.
  ///   - environment: looks a variable up.
  /// - Throws: a usage failure when nothing says where.
  package static func resolve(
    option: String?, isRoot: Bool, environment: (String) -> String?
  ) throws(Failure) -> StateDirectory {
    func value(_ name: String) -> String? {
      guard let value = environment(name), !value.isEmpty else { return nil }
      return value
    }
    if let option {
      guard !option.isEmpty else {
        throw .usage("'--state' names no folder", hint: "write '--state DIR'")
      }
      return StateDirectory(path: option)
    }
    if let path = value("JOBS_STATE_DIR") { return StateDirectory(path: path) }
    if let list = value("STATE_DIRECTORY"), let first = list.split(separator: ":").first {
      return StateDirectory(path: String(first))
    }
    if isRoot { return StateDirectory(path: "/var/lib/jobs") }
    if let base = value("XDG_STATE_HOME"), base.hasPrefix("/") { return StateDirectory(path: base + "/jobs") }
    if let home = value("HOME") { return StateDirectory(path: home + "/.local/state/jobs") }
    throw .usage(
      "no folder for the state: neither 'JOBS_STATE_DIR' nor 'HOME' is set", hint: "give one with '--state DIR'")
  }

  /// The database of runs.
  package var history: String { path + "/history.sqlite" }

  /// The log of every act that changed something.
  package var auditLog: String { path + "/audit.log" }

  /// The folder of locks that runs share by name.
  package var locks: String { path + "/locks" }

  /// The folder of what keepers of running jobs note.
  package var keepers: String { path + "/keepers" }

  /// The folder of captured output.
  package var output: String { path + "/output" }

  /// Creates the folder for its owner alone (0700), with the parents that are missing.
  package func create() throws(Failure) { try Self.create(path) }

  /// Creates a folder and its missing parents with mode 0700; one that exists is left as it is.
  package static func create(_ path: String) throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .world("cannot keep state in '\(path)': not a folder", hint: "choose another with '--state DIR'")
      }
      return
    }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      let parent = String(path[..<slash])
      if parent != path { try create(parent) }
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .world(
        "cannot create the folder '\(path)': \(systemMessage())",
        hint: "make its parent writable, or choose another with '--state DIR'")
    }
  }
}
