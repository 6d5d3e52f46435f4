import JobsCore

extension BatchJob {
  /// A job that is to run, of a job definition and in a queue that are there.
  package struct Request: Hashable, Sendable {
    /// At most 128 letters, digits, hyphens and underscores.
    package var name: String
    package var queue: String
    /// The definition's ARN, with its revision.
    package var definition: String
    /// The jobs of an array, 2 up to 10,000; nil for a job alone.
    package var tasks: Int?
    /// Seconds for an attempt, 60 at least; nil for what the definition says.
    package var timeout: Int?
    /// nil where its containers are not changed.
    package var change: ContainerChange?
    /// Our own id of the run, by which a start without an answer is found.
    package var mark: String

    package init(name: String, queue: String, definition: String, mark: String) {
      self.name = name
      self.queue = queue
      self.definition = definition
      self.mark = mark
    }

    /// The body of `SubmitJob`.
    var body: [UInt8] {
      var json = JSONWriter()
      json.beginObject()
      for (key, value) in [("jobName", name), ("jobQueue", queue), ("jobDefinition", definition)] {
        json.key(key)
        json.value(value)
      }
      if let tasks {
        json.key("arrayProperties")
        json.beginObject()
        json.member("size", tasks)
        json.endObject()
      }
      if let timeout {
        json.key("timeout")
        json.beginObject()
        json.member("attemptDurationSeconds", timeout)
        json.endObject()
      }
      if let change {
        json.key("containerOverrides")
        json.beginObject()
        change.write(to: &json)
        json.endObject()
      }
      json.endObject()
      return json.bytes
    }
  }
}
