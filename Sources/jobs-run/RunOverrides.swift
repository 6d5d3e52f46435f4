import ArgumentParser
import JobsCore
import JobsManifest

/// What the command line changes about the jobs that it runs.
struct RunOverrides: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("End a run after this time, such as 90s or 1h30m; 0 for never.", valueName: "time"))
  var timeout: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Time between the polite end of a run and the forced one; 10s where the job says nothing.", valueName: "time"))
  var grace: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Attempts after the first that fails.", valueName: "n"))
  var retries: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("Tasks of an execution in a cloud.", valueName: "n"))
  var tasks: Int?

  @Option(
    name: .customLong("set-env"), parsing: .singleValue,
    help: ArgumentHelp("Set a variable of the jobs' environment (repeatable).", valueName: "name=value"))
  var setEnv: [String] = []

  @Option(
    name: .customLong("arg"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Add a word behind the jobs' own (repeatable).", valueName: "word"))
  var arguments: [String] = []

  func validate() throws {
    if let retries, retries < 0 { throw ValidationError("--retries has to be at least 0") }
    if let tasks, tasks < 1 { throw ValidationError("--tasks has to be at least 1") }
    if let timeout, Quantity.seconds(timeout) == nil { throw Self.notATime("--timeout", timeout) }
    if let grace, Quantity.seconds(grace) == nil { throw Self.notATime("--grace", grace) }
    for text in setEnv where Self.pair(text) == nil {
      throw ValidationError("--set-env '\(Terminal.visible(text))' is not NAME=VALUE")
    }
  }

  static func notATime(_ option: String, _ text: String) -> ValidationError {
    ValidationError("\(option) '\(Terminal.visible(text))' is no length of time such as 90s, 15m or 1h30m")
  }

  /// What the options mean.
  var changes: RunChanges {
    RunChanges(
      variables: variables, arguments: arguments, timeout: timeout.flatMap(Quantity.seconds),
      grace: grace.flatMap(Quantity.seconds),
      retries: retries, tasks: tasks, parameters: parameters)
  }

  /// In the order of the command line.
  private var variables: [Pair] { setEnv.compactMap(Self.pair) }

  /// The variables, and the words under `args`, as a JSON object for the history; what looks like a secret is masked.
  private var parameters: String {
    var job = Job(name: "parameters")
    job.run.env = variables
    job.run.args = arguments
    SecretMask.apply(to: &job)
    var json = JSONWriter()
    json.beginObject()
    for pair in job.run.env {
      json.key(pair.name)
      json.value(pair.value)
    }
    if !job.run.args.isEmpty {
      json.member("args", job.run.args)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func pair(_ text: String) -> Pair? {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    return Pair(String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
