import Glibc
import JobsCore

/// Who acted, as far as the host can tell.
package struct AuditActor: Hashable, Sendable {
  package var uid: UInt32
  /// The name of that user; the number where there is none.
  package var user: String
  /// The user who logged in, which the kernel keeps over `su` and `sudo`; nil where nobody did, as for a timer.
  package var loginUID: UInt32?
  /// Who called sudo, as sudo's own variable says; anybody can set it, so it is a hint and no proof.
  package var sudoUser: String?

  package init(uid: UInt32, user: String, loginUID: UInt32? = nil, sudoUser: String? = nil) {
    self.uid = uid
    self.user = user
    self.loginUID = loginUID
    self.sudoUser = sudoUser
  }

  /// The user of this process.
  ///
  /// - Parameter environment: looks a variable up.
  package static func current(environment: (String) -> String?) -> AuditActor {
    let uid = getuid()
    let entry = getpwuid(uid)
    return AuditActor(
      uid: uid, user: entry.map { String(cString: $0.pointee.pw_name) } ?? String(uid), loginUID: loginUID(),
      sudoUser: environment("SUDO_USER").flatMap { $0.isEmpty ? nil : $0 })
  }

  /// `/proc/self/loginuid` (audit(8)); all ones stand for nobody.
  private static func loginUID() -> UInt32? {
    guard let bytes = try? FileBytes.read("/proc/self/loginuid", limit: 64),
      let uid = UInt32(String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self)), uid != .max
    else { return nil }
    return uid
  }
}

/// The name of this host.
package func hostName() -> String {
  var buffer = [UInt8](repeating: 0, count: 256)
  let code = buffer.withUnsafeMutableBytes { bytes in
    bytes.withMemoryRebound(to: CChar.self) { gethostname($0.baseAddress!, $0.count - 1) }
  }
  return code == 0 ? String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self) : "unknown"
}
