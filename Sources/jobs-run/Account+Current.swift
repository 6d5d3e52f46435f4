import Glibc
import JobsExec

extension Account {
  /// The account that this tool runs under; a number stands for one that `passwd` does not know.
  static func current() -> Account {
    guard let entry = getpwuid(geteuid()) else {
      return Account(name: String(geteuid()), home: "/", shell: "/bin/sh")
    }
    return Account(
      name: String(cString: entry.pointee.pw_name), home: String(cString: entry.pointee.pw_dir),
      shell: String(cString: entry.pointee.pw_shell))
  }
}
