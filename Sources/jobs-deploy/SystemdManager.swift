import Glibc
import JobsCore
import JobsExec
import JobsHost

/// The manager of systemd on this host, told by systemctl(1).
enum SystemdManager {
  /// Where the manager of root, or of this user, looks for units that somebody made (systemd.unit(5)).
  static func folder(isRoot: Bool, _ environment: [String: String]) -> String {
    guard !isRoot else { return "/etc/systemd/system" }
    let home = environment["HOME"] ?? ""
    let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.config"
    return "\(config)/systemd/user"
  }

  /// nil where no such manager runs, as in a container (sd_booted(3)).
  static func running(isRoot: Bool, _ environment: [String: String]) -> UnitManager? {
    let mark = isRoot ? "/run/systemd/system" : "\(environment["XDG_RUNTIME_DIR"] ?? "")/systemd"
    guard access(mark, F_OK) == 0 else { return nil }
    let words = isRoot ? ["systemctl"] : ["systemctl", "--user"]
    return UnitManager { act throws(Failure) in
      switch act {
      case .reload: try call(words + ["daemon-reload"], environment)
      // A timer that runs already has to read its times again.
      case .start(let unit): try call(words + ["restart", unit], environment)
      case .stop(let unit): try call(words + ["stop", unit], environment)
      // It waits for the end of a service of this type.
      case .run(let unit, let seconds):
        try call(words + ["start", unit], environment, timeout: .seconds(seconds))
      }
    }
  }

  private static func call(
    _ words: [String], _ environment: [String: String], timeout: Duration = .seconds(60)
  ) throws(Failure) {
    let call = try ProgramCall(
      words, environment: environment.merging(["LC_ALL": "C"]) { $1 }, hint: "install systemd, or name --units",
      timeout: timeout)
    guard call.status == 0 else {
      let reason = Terminal.visible(String(decoding: call.errors.prefix { $0 != 10 }, as: UTF8.self))
      throw .world("'\(words.joined(separator: " "))' failed: \(reason)", hint: "may this user do so?")
    }
  }
}
