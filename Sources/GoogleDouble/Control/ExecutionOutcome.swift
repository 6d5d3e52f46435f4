/// What executions of a job come to, as a test ordered it.
struct ExecutionOutcome: Sendable, Hashable {
  enum Result: String, Sendable {
    case succeeded, failed
    /// It goes on until it is cancelled.
    case running
  }

  /// Of the job's name: `projects/acme/*/jobs/nightly`, `*`.
  var job: String
  var result: Result
  /// The exit status of the tasks that fail.
  var exitCode: Int
  /// How many tasks fail; nil for all of them.
  var failedTasks: Int?
  /// For how many executions; nil for all.
  var times: Int?

  /// Reads what `POST /_outcome` was sent.
  init(_ value: JSONValue) throws(APIError) {
    let keys: Set<String> = ["job", "result", "exitCode", "failedTasks", "times"]
    for entry in value.object?.entries ?? [] where !keys.contains(entry.key) {
      throw .invalid("There is no '\(entry.key)' in an outcome; there are \(keys.sorted().joined(separator: ", ")).")
    }
    guard let result = value["result"]?.string.flatMap(Result.init) else {
      throw .invalid("'result' is succeeded, failed or running.")
    }
    self.result = result
    job = value["job"]?.string ?? "*"
    exitCode = value["exitCode"]?.int ?? 1
    failedTasks = value["failedTasks"]?.int
    times = value["times"]?.int
  }

  /// Where a job comes out well.
  private init() { (job, result, exitCode) = ("*", .succeeded, 0) }

  static let success = ExecutionOutcome()
}
