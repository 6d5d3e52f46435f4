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
  /// Keys of a manifest in a cloud's own format that find no place here, so that whoever deploys the job would lose them.
  package var omitted: [String] = []
  /// What is packed and run in place of an image.
  package var code = Rare<FunctionCode>()
  private var rare = Rare<HostRun>()

  package init() {}

  /// What only a host gives.
  package var host: HostRun {
    get { rare.value }
    set { rare.value = newValue }
  }

  /// Whether a host is asked for nothing special.
  package var isPlain: Bool { rare.isEmpty }

  /// A command that a shell interprets; arguments reach it as `$1` and so on.
  package mutating func setShell(_ text: String) { command = Self.shell(text) }

  /// The text of a command that goes through a shell.
  package var shellText: String? { Self.shellText(of: command) }

  /// The whole argument vector. Behind a shell's text comes `sh`, so that the first argument is `$1`.
  package var argv: [String] { Self.argv(command, args) }

  /// The two lists of a container, of which the image's own entry point takes neither apart.
  ///
  /// - Parameter isForeign: whether they were written as a container's already.
  package func container(isForeign: Bool) -> (command: [String], args: [String]) {
    // One list where a shell's text has arguments: a container's runtime puts no 'sh' between the two.
    shellText != nil && !args.isEmpty && !isForeign ? (argv, []) : (command, args)
  }

  static func shell(_ text: String) -> [String] { ["/bin/sh", "-c", text] }

  static func shellText(of command: [String]) -> String? {
    command.count == 3 && command[0] == "/bin/sh" && command[1] == "-c" ? command[2] : nil
  }

  static func argv(_ command: [String], _ args: [String]) -> [String] {
    shellText(of: command) != nil && !args.isEmpty ? command + ["sh"] + args : command + args
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
