import JobsCommand
import JobsCore

extension RecordSink {
  /// Where the results of a verb of this tool go.
  convenience init(
    _ options: OutputOptions, _ environment: [String: String], hasRows: Bool = false, checksOutput: Bool = true
  ) throws(Failure) {
    try self.init(tool: "jobs-run", options, environment, hasRows: hasRows, checksOutput: checksOutput)
  }
}
