/// What is run, and with what around it.
package struct Run: Sendable, Hashable {
  package var image: String?
  /// The command as it stands; a command that was a string is `["/bin/sh", "-c", …]`.
  package var command: [String] = []
  package var args: [String] = []
  package var workingDirectory: String?
  package var user: String?
  package var envFile: String?
  package var env: [Pair] = []
  /// Environment variables by secret: `name:version`.
  package var secrets: [Pair] = []
  package var mounts: [Mount] = []

  package init() {}

  /// A command that a shell interprets; arguments reach it as `$1` and so on.
  package mutating func setShell(_ text: String) { command = ["/bin/sh", "-c", text] }

  /// The text of a command that goes through a shell.
  package var shellText: String? {
    command.count == 3 && command[0] == "/bin/sh" && command[1] == "-c" ? command[2] : nil
  }

  /// The whole argument vector. Behind a shell's text comes `sh`, so that the first argument is `$1`.
  package var argv: [String] {
    shellText != nil && !args.isEmpty ? command + ["sh"] + args : command + args
  }
}

/// A secret as a file.
package struct Mount: Sendable, Hashable {
  package var secret: String
  package var path: String

  package init(secret: String, path: String) {
    self.secret = secret
    self.path = path
  }
}
