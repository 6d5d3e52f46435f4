import Glibc
import JobsCore

/// Finds a program as a shell would, and says before the start what is wrong with it.
enum CommandLookup {
  /// Where programs are looked for when the job has no `PATH`.
  static let defaultPath = "/usr/local/bin:/usr/bin:/bin"

  /// The path of a program as the job sees it from its folder.
  ///
  /// - Parameters:
  ///   - path: the job's `PATH`; empty parts mean the job's folder.
  ///   - directory: the job's folder; nil for ours.
  static func resolve(_ name: String, path: String?, directory: String?) throws(LaunchFailure) -> String {
    guard !name.isEmpty else {
      throw LaunchFailure(.application, 127, "the command is empty", hint: "name a program in 'command'")
    }
    if name.utf8.contains(UInt8(ascii: "/")) {
      if let problem = problem(name, from: directory) { throw problem.failure(name) }
      return name
    }
    let parts = (path ?? defaultPath).split(separator: ":", omittingEmptySubsequences: false)
    var denied: Problem?
    for part in parts {
      let candidate = part.isEmpty ? "./\(name)" : "\(part)/\(name)"
      guard let problem = problem(candidate, from: directory) else { return candidate }
      if problem != .missing { denied = problem }
    }
    if let denied { throw denied.failure(name) }
    throw LaunchFailure(
      .application, 127, "cannot run '\(name)': not found in PATH",
      hint: "write its whole path, or set PATH in the job's 'env' (it is '\(path ?? defaultPath)')")
  }

  private enum Problem: Hashable {
    case missing
    case notAFile
    case denied

    func failure(_ name: String) -> LaunchFailure {
      switch self {
      case .missing:
        LaunchFailure(
          .application, 127, "cannot run '\(name)': not found",
          hint: "check the path; a relative one starts at the job's folder")
      case .notAFile: LaunchFailure(.application, 126, "cannot run '\(name)': not a file", hint: "name a program")
      case .denied:
        LaunchFailure(
          .permission, 126, "cannot run '\(name)': permission denied", hint: "make it executable with 'chmod +x'")
      }
    }
  }

  private static func problem(_ file: String, from directory: String?) -> Problem? {
    let seen = directory.map { file.hasPrefix("/") ? file : "\($0)/\(file)" } ?? file
    var status = stat()
    guard stat(seen, &status) == 0 else { return errno == EACCES ? .denied : .missing }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notAFile }
    return faccessat(AT_FDCWD, seen, X_OK, AT_EACCESS) == 0 ? nil : .denied
  }

  /// Checks the folder a job is to work in.
  static func check(directory: String) throws(LaunchFailure) {
    var status = stat()
    guard stat(directory, &status) == 0 else {
      let code = errno
      throw LaunchFailure(
        code == EACCES ? .permission : .application, 125,
        "cannot work in '\(directory)': \(systemMessage(code))", hint: "create the folder, or correct 'workingDir'")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw LaunchFailure(
        .application, 125, "cannot work in '\(directory)': not a folder", hint: "correct 'workingDir'")
    }
    guard faccessat(AT_FDCWD, directory, X_OK, AT_EACCESS) == 0 else {
      throw LaunchFailure(
        .permission, 125, "cannot work in '\(directory)': permission denied",
        hint: "let the job's user enter the folder")
    }
  }
}
