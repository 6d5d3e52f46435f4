package import JobsCloud
package import JobsCore

/// What the jobs of a project wrote, as Cloud Logging keeps it (discovery document logging.v2, revision 20260911).
package struct LoggingService: Sendable {
  /// Which entries are wanted.
  package struct Query: Hashable, Sendable {
    package var region: String
    package var job: String
    /// The last part of an execution's name; nil for all of the job.
    package var execution: String?
    /// Inclusive.
    package var from: Instant?
    /// Exclusive.
    package var to: Instant?
    package var isNewestFirst = false
    /// Whether what the service says of the job is wanted too.
    package var isOfService = false

    package init(region: String, job: String, execution: String? = nil, from: Instant? = nil, to: Instant? = nil) {
      self.region = region
      self.job = job
      self.execution = execution
      self.from = from
      self.to = to
    }

    /// In the logging query language. Comparisons stand in lines of their own, which all have to hold.
    var filter: String {
      var lines = [
        #"resource.type="cloud_run_job""#, "resource.labels.job_name=\(Self.quoted(job))",
        "resource.labels.location=\(Self.quoted(region))",
      ]
      // What the service says of the job, and who called it, are logs of their own.
      if !isOfService { lines += [#"NOT logName:"varlog""#, #"NOT logName:"cloudaudit.googleapis.com""#] }
      if let execution { lines.append("labels.\"\(LoggingService.executionLabel)\"=\(Self.quoted(execution))") }
      if let from { lines.append("timestamp>=\"\(from.rfc3339)\"") }
      if let to { lines.append("timestamp<\"\(to.rfc3339)\"") }
      return lines.joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
      "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
  }

  static let executionLabel = "run.googleapis.com/execution_name"

  private let client: GoogleClient
  private let project: String

  package init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  /// Entries in the order of their times, a page after the other.
  ///
  /// - Parameter take: takes the entries of a page; false for enough. A page may be empty.
  package func entries(_ query: Query, _ take: ([LogEntry]) -> Bool) async throws(CloudFailure) {
    let words = "read the logs of job '\(Terminal.visible(query.job))' of '\(project)' in '\(query.region)'"
    try await PageWalk(words).run { token throws(CloudFailure) in
      let page = try await client.call(
        words, .post, .logging, "v2/entries:list", query: [("prettyPrint", "false")], body: body(query, token),
        isQuestion: true)
      let entries = page.value(Tree.root, "entries").map { list in
        page.children(list).compactMap { LogEntry(page, $0) }
      }
      guard take(entries ?? []) else { return nil }
      return page.value(Tree.root, "nextPageToken").map(page.string)
    }
  }

  private func body(_ query: Query, _ token: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("resourceNames")
    json.beginArray()
    json.value("projects/\(project)")
    json.endArray()
    json.member("filter", query.filter)
    json.member("orderBy", query.isNewestFirst ? "timestamp desc" : "timestamp asc")
    json.member("pageSize", Self.pageSize)
    json.optional("pageToken", token)
    json.endObject()
    return json.bytes
  }

  /// As many as a page has at most.
  private static let pageSize = 1000
}
