import Glibc
import JobsCore
import JobsExec

/// The user that a job runs as, where that is not the one who runs this tool.
struct JobUser {
  let account: Account
  /// What the launcher is asked for.
  let privileges: Privileges

  /// nil if the job runs as the user who is here already.
  ///
  /// - Parameter name: a name or a number.
  init?(_ name: String, _ environment: [String: String]) throws(LaunchFailure) {
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
    var privileges = Privileges(launcher: try Self.launcher(environment))
    privileges.user = account.name
    self.privileges = privileges
  }

  /// `JOBS_LAUNCHER`, else in libexec where this tool is installed, else beside it, where it was built.
  private static func launcher(_ environment: [String: String]) throws(LaunchFailure) -> String {
    if let path = environment["JOBS_LAUNCHER"], !path.isEmpty { return path }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let program = String(decoding: buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
    for path in ["\(folder)/../libexec/jobs/jobs-launch", "\(folder)/jobs-launch", "\(folder)/CLaunch"]
    where access(path, X_OK) == 0 {
      return path
    }
    throw LaunchFailure(
      .application, 125, "cannot find 'jobs-launch', which starts jobs as another user",
      hint: "install the suite whole, or name the program in JOBS_LAUNCHER")
  }
}
