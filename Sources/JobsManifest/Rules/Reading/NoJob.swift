import JobsCore

/// A named file that is no job.
package enum NoJob: Rule {
  package static let info = RuleInfo(
    "RD109", "no-job", .reading, .error, summary: "a named file that holds no job",
    page: """
      A file named on the command line is never skipped: say what it is meant to be. Two marks make a job:
      apiVersion and kind, or 'command' with 'schedule', 'working_directory', 'enabled' or 'name' in JSON.
      """)
}
