import JobsCore

/// A command with everything settled that can be before the start: what the kernel is told.
struct PreparedCommand {
  /// The path of the program, relative to `directory`.
  var program: String
  /// The first is the name by which the program was called.
  var words: [String]
  /// nil for the tool's own.
  var directory: String?
  /// `NAME=value`, without a final NUL.
  var environment: [[UInt8]]

  /// Finds the program and its folder, or says why the command cannot be started.
  ///
  /// - Parameter identity: entries for the environment, in place of those of the same names.
  init(_ request: LaunchRequest, identity: [[UInt8]]) throws(LaunchFailure) {
    try Self.check(request)
    words = request.words
    directory = request.workingDirectory
    if let privileges = request.privileges {
      // The command is looked up by the launcher, as the job's user.
      words = privileges.words(for: words, workingDirectory: directory)
      directory = nil
      program = try CommandLookup.resolve(privileges.launcher, path: nil, directory: nil)
    } else {
      if let directory { try CommandLookup.check(directory: directory) }
      program = try CommandLookup.resolve(
        words.first ?? "", path: request.environment["PATH"], directory: directory)
    }
    environment = request.environment.entries(with: identity)
  }

  /// What the kernel could not be told: a NUL byte ends a string in C.
  private static func check(_ request: LaunchRequest) throws(LaunchFailure) {
    guard !request.words.contains(where: { $0.utf8.contains(0) }) else {
      throw LaunchFailure(.application, 125, "the command has a NUL byte in it", hint: "remove the byte")
    }
    if let directory = request.workingDirectory, directory.utf8.contains(0) {
      throw LaunchFailure(.application, 125, "the working directory has a NUL byte in it", hint: "remove the byte")
    }
    if let fault = request.environment.fault {
      throw LaunchFailure(.application, 125, "cannot set the job's environment: \(fault)", hint: "correct 'env'")
    }
  }
}
