/// What surrounds a command, as far as only a host gives it.
package struct HostRun: RareValue {
  /// What runs when the last attempt has failed.
  package var fallback: Fallback?
  /// A name or a number, in place of the user's own group.
  package var group: String?
  /// -20…19, added to the engine's own niceness.
  package var nice: Int?
  /// The bits that files are created without, 0…0o777.
  package var umask: UInt16?
  /// In the order in which they were written, each name once.
  package var ulimits: [ResourceLimit] = []
  /// A folder of cgroup v2 that the run joins, or `ownCgroup`.
  package var cgroup: String?
  /// In place of a folder: one that the engine makes for each run, where it may.
  package static let ownCgroup = "auto"

  package init() {}

  /// The bits of a umask in octal digits such as `027` or `0027`; nil for anything else.
  package static func umask(_ text: String) -> UInt16? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...55).contains($0) }),
      let bits = UInt16(text, radix: 8), bits <= 0o777
    else { return nil }
    return bits
  }

  /// Four octal digits.
  package static func text(umask: UInt16) -> String {
    let digits = String(umask, radix: 8)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

/// A command that stands in when all attempts of a run have failed. It has the run's own folder, variables and user.
package struct Fallback: Sendable, Hashable {
  /// The command as it stands; a command that was a string is `["/bin/sh", "-c", …]`.
  package var command: [String]
  package var args: [String]

  package init(command: [String], args: [String] = []) {
    self.command = command
    self.args = args
  }

  /// The text of a command that goes through a shell.
  package var shellText: String? { Run.shellText(of: command) }

  /// The whole argument vector, as that of a run.
  package var argv: [String] { Run.argv(command, args) }
}

/// A limit that the kernel keeps for a process, soft and hard alike.
package struct ResourceLimit: Sendable, Hashable {
  /// As `jobs-launch --limit` knows them; what they count is getrlimit(2)'s.
  package enum Name: String, Sendable, CaseIterable {
    case `as`, core, cpu, data, fsize, memlock, nofile, nproc, rss, stack
  }

  package var name: Name
  /// nil for unlimited.
  package var value: Int?

  package init(_ name: Name, _ value: Int?) {
    self.name = name
    self.value = value
  }
}
