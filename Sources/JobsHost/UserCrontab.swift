import Glibc
package import JobsCore
import JobsExec

/// The crontab of the user who runs the tool, by way of crontab(1), which checks it and tells cron.
package struct UserCrontab: CrontabStore {
  private let environment: [String: String]

  /// - Parameter environment: of the process; `PATH` says where crontab(1) is.
  package init(environment: [String: String]) {
    // Its words are read.
    self.environment = environment.merging(["LC_ALL": "C"]) { _, own in own }
  }

  private static let hint = "install cron, or name a table as a file: --crontab /etc/cron.d/jobs"

  package func read() throws(Failure) -> [UInt8] {
    let call = try ProgramCall(["crontab", "-l"], environment: environment, hint: Self.hint)
    if call.status == 0 { return call.output }
    // What every cron says of a user without a table.
    guard call.output.isEmpty, words(call).hasPrefix("no crontab for ") else {
      throw .world("'crontab -l' ended with \(call.status): \(words(call))", hint: "may this user have a crontab?")
    }
    return []
  }

  package func write(_ bytes: [UInt8]) throws(Failure) {
    var template = Array("/tmp/jobs-deploy.XXXXXX".utf8CString)
    let file = mkstemp(&template)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard file >= 0 else { throw .world("cannot write below '/tmp': \(systemMessage())", hint: "free some space") }
    defer { unlink(path) }
    var code = FileBytes.writeAll(file, bytes)
    if close(file) != 0, code == 0 { code = errno }
    guard code == 0 else { throw .world("cannot write '\(path)': \(systemMessage(code))", hint: "free some space") }
    let call = try ProgramCall(["crontab", path], environment: environment, hint: Self.hint)
    guard call.status == 0 else {
      throw .world("crontab(1) did not take the table: \(words(call))", hint: "the table is as it was")
    }
  }

  /// The first line of what it said.
  private func words(_ call: ProgramCall) -> String {
    Terminal.visible(String(decoding: call.errors.prefix { $0 != 10 }, as: UTF8.self))
  }
}
