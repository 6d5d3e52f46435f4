import Glibc
import JobsCore
import JobsExec

/// The program `jobs-launch`.
enum LauncherProgram {
  /// `JOBS_LAUNCHER`, else in libexec where this tool is installed, else beside it, where it was built.
  ///
  /// - Parameter purpose: what it is wanted for, behind "which".
  static func find(_ environment: [String: String], purpose: String) throws(LaunchFailure) -> String {
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
      .application, 125, "cannot find 'jobs-launch', which \(purpose)",
      hint: "install the suite whole, or name the program in JOBS_LAUNCHER")
  }
}
