import JobsCore

/// What one execution has otherwise than its job (`GoogleCloudRunV2Overrides`, run.v2, revision 20261031).
package struct CloudRunOverrides: Hashable, Sendable {
  /// The container that is meant; nil for a job's only one, where it has no name.
  package var container: String?
  /// In place of the job's; nil to keep them.
  package var args: [String]?
  /// Merged with the job's.
  package var variables: [(name: String, value: String)] {
    get { names.map { ($0, values[$0] ?? "") } }
    set {
      names = []
      values = [:]
      for (name, value) in newValue { set(name, value) }
    }
  }
  package var tasks: Int?
  /// Of a task, in seconds.
  package var timeout: Int?

  /// In the order in which they were set first.
  private var names: [String] = []
  private var values: [String: String] = [:]

  package init() {}

  /// Sets a variable; the last value of a name counts.
  package mutating func set(_ name: String, _ value: String) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }

  package var isEmpty: Bool { args == nil && names.isEmpty && tasks == nil && timeout == nil }

  /// The body of `run`.
  var body: [UInt8] {
    guard !isEmpty else { return Array("{}".utf8) }
    var json = JSONWriter()
    json.beginObject()
    json.key("overrides")
    json.beginObject()
    if args != nil || !names.isEmpty {
      json.key("containerOverrides")
      json.beginArray()
      writeContainer(to: &json)
      json.endArray()
    }
    json.optional("taskCount", tasks)
    if let timeout {
      json.member("timeout", "\(timeout)s")
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private func writeContainer(to json: inout JSONWriter) {
    json.beginObject()
    json.optional("name", container)
    if let args, args.isEmpty {
      json.member("clearArgs", true)
    } else if let args {
      json.member("args", args)
    }
    if !names.isEmpty {
      json.key("env")
      json.beginArray()
      for (name, value) in variables {
        json.beginObject()
        json.member("name", name)
        json.member("value", value)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }
}
