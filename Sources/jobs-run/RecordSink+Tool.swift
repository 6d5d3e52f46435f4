import JobsCommand
import JobsCore

extension RecordSink {
  /// Where the results of a verb of this tool go.
  convenience init(
    _ options: OutputOptions<some OutputForms>, _ environment: [String: String], checksOutput: Bool = true
  ) throws(Failure) {
    try self.init(tool: "jobs-run", options, environment, checksOutput: checksOutput)
  }
}
