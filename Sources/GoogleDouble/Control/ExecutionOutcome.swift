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
  /// Why its tasks fail, where it is not by their exit status: they take too long, or too much memory.
  var cause: Cause?
  /// What its first task writes to standard output and to standard error, a line a look.
  var lines: [String] = []
  var errors: [String] = []
  /// What it wrote to standard output that comes only after its end was read, and is older than the last line.
  var late: [String] = []
  /// For how many executions; nil for all.
  var times: Int?

  enum Cause: String, Sendable { case timeout, memory }

  /// Reads what `POST /_outcome` was sent.
  init(_ value: JSONValue) throws(APIError) {
    let keys: Set<String> = [
      "job", "result", "exitCode", "failedTasks", "cause", "lines", "errors", "late", "times",
    ]
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
    if let text = value["cause"]?.string {
      guard let cause = Cause(rawValue: text) else { throw .invalid("'cause' is timeout or memory.") }
      self.cause = cause
    }
    lines = Self.texts(value["lines"])
    errors = Self.texts(value["errors"])
    late = Self.texts(value["late"])
  }

  private static func texts(_ value: JSONValue?) -> [String] { value?.list?.compactMap(\.string) ?? [] }

  /// Where a job comes out well.
  private init() { (job, result, exitCode) = ("*", .succeeded, 0) }

  static let success = ExecutionOutcome()
}
