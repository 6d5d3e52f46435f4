/// The parts of an execution's name: `projects/P/locations/L/jobs/J/executions/E`.
package struct CloudRunExecutionName: Hashable, Sendable {
  package var project: String
  package var region: String
  package var job: String
  package var id: String

  /// nil for what is none, and for parts that would lead elsewhere.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 8, parts[0] == "projects", parts[2] == "locations", parts[4] == "jobs",
      parts[6] == "executions", parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0 != "-" })
    else { return nil }
    (project, region, job, id) = (parts[1], parts[3], parts[5], parts[7])
  }

  package var text: String { "projects/\(project)/locations/\(region)/jobs/\(job)/executions/\(id)" }
}
