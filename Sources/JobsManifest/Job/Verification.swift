package import JobsCore

/// What has to hold once a job was deployed, or its deployment counts as failed.
package struct Verification: RareValue {
  /// A run of the job itself.
  package struct Run: Sendable, Hashable {
    /// Words behind those of the job.
    package var args: [String] = []
    /// Variables beside those of the job.
    package var env: [Pair] = []
    package var tasks: Int?
    /// The longest that it may take, its start included.
    package var timeoutSeconds: Int?

    package init() {}

    package static let usualTimeoutSeconds = 900
  }

  /// An address of the web that has to answer.
  package struct HTTP: Sendable, Hashable {
    package var url: String
    package var status = 200
    /// The longest that one attempt may take.
    package var timeoutSeconds = 10
    /// How often it is asked, the first time included.
    package var attempts = 5
    /// The pause before the next attempt.
    package var delaySeconds = 5

    package init(url: String) { self.url = url }
  }

  /// nil where the job is not run.
  package var run: Run?
  /// In the order in which they are asked.
  package var http: [HTTP] = []

  package init() {}
}

extension Verification {
  /// Reads the value of `verify` in a manifest, where lengths of time have units, or in a record, where they are seconds.
  ///
  /// - Parameters:
  ///   - time: the name of a length of time, as the text has it: `timeout` or `timeoutSeconds`.
  ///   - seconds: reads one.
  init(_ tree: Tree, _ node: Tree.ID, time: (StaticString, StaticString), seconds: (Tree.ID) -> Int?) {
    self.init()
    if let from = tree.value(node, "run"), tree.kind(from) == .mapping {
      var run = Run()
      run.args = tree.texts(tree.value(from, "args"))
      run.env = tree.pairs(tree.value(from, "env"))
      run.tasks = tree.number(from, "tasks")
      run.timeoutSeconds = tree.value(from, time.0).flatMap(seconds)
      self.run = run
    }
    for from in tree.value(node, "http").map(tree.children).map(Array.init) ?? [] {
      if let check = HTTP(tree, from, time: time, seconds: seconds) { http.append(check) }
    }
  }

  /// Reads it from a record.
  package init(record tree: Tree, _ node: Tree.ID) {
    self.init(tree, node, time: Self.inRecords) { tree.int($0) }
  }

  fileprivate static let inRecords: (StaticString, StaticString) = ("timeoutSeconds", "delaySeconds")

  /// Writes it into a record.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    if let run {
      json.key("run")
      run.write(to: &json)
    }
    if !http.isEmpty {
      json.key("http")
      json.beginArray()
      for check in http { check.write(to: &json) }
      json.endArray()
    }
    json.endObject()
  }
}

extension Verification.Run {
  /// Writes it into a record.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.strings("args", args, always: false)
    if !env.isEmpty { json.pairs("env", env) }
    json.optional("tasks", tasks)
    json.optional("timeoutSeconds", timeoutSeconds)
    json.endObject()
  }
}

extension Verification.HTTP {
  /// nil where there is no address.
  init?(_ tree: Tree, _ node: Tree.ID, time: (StaticString, StaticString), seconds: (Tree.ID) -> Int?) {
    guard let url = tree.text(node, "url") else { return nil }
    self.init(url: url)
    status = tree.number(node, "status") ?? status
    timeoutSeconds = tree.value(node, time.0).flatMap(seconds) ?? timeoutSeconds
    attempts = tree.number(node, "attempts") ?? attempts
    delaySeconds = tree.value(node, time.1).flatMap(seconds) ?? delaySeconds
  }

  /// Reads it from a record; nil where there is no address.
  package init?(record tree: Tree, _ node: Tree.ID) {
    self.init(tree, node, time: Verification.inRecords) { tree.int($0) }
  }

  /// Writes it into a record.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("url", url)
    json.member("status", status)
    json.member("timeoutSeconds", timeoutSeconds)
    json.member("attempts", attempts)
    json.member("delaySeconds", delaySeconds)
    json.endObject()
  }
}
