import Glibc
import JobsCore
import JobsExec

/// The user that a job runs as, where that is not the one who runs this tool.
struct JobUser {
  let account: Account

  /// nil if the job runs as the user who is here already.
  ///
  /// - Parameter name: a name or a number.
  init?(_ name: String) throws(LaunchFailure) {
    guard let entry = Int(name).flatMap({ uid_t(exactly: $0) }).map({ getpwuid($0) }) ?? getpwnam(name) else {
      throw LaunchFailure(
        .application, 125, "there is no user '\(Terminal.visible(name))' on this host",
        hint: "create the user, or correct 'identity'")
    }
    if entry.pointee.pw_uid == geteuid() { return nil }
    guard geteuid() == 0 else {
      throw LaunchFailure(
        .permission, 125, "the job runs as '\(Terminal.visible(name))', and only root may become another user",
        hint: "run jobs-run as root or as '\(Terminal.visible(name))'")
    }
    account = Account(
      name: String(cString: entry.pointee.pw_name), home: String(cString: entry.pointee.pw_dir),
      shell: String(cString: entry.pointee.pw_shell))
  }
}
