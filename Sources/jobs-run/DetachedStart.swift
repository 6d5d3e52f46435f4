import JobsCore
import JobsStore

/// What a detached process tells: which runs it answers for, once the first of them has begun, or why there are none.
enum DetachedStart {
  /// The first attempts, in the order of their requests.
  case begun([ULID])
  case failed(Failure)

  var bytes: [UInt8] {
    var json = JSONWriter()
    switch self {
    case .begun(let executions):
      for execution in executions { Self.write("begun", [("execution", execution.description)], to: &json) }
    case .failed(let failure):
      var values = [("kind", Self.words(failure.kind)), ("message", failure.message)]
      if let hint = failure.hint { values.append(("hint", hint)) }
      Self.write("failed", values, to: &json)
    }
    return json.bytes
  }

  /// - Throws: a failure where nothing was told, since the process ended first.
  init(bytes: [UInt8]) throws(Failure) {
    var reader = RecordReader(bytes: bytes, name: "what the detached process tells")
    var record = Record()
    var begun: [ULID] = []
    while try reader.next(into: &record) {
      if record.type == "failed" {
        let kind: Failure.Kind = record.string("kind") == "usage" ? .usage : .world
        self = .failed(Failure(kind, record.string("message") ?? "", hint: record.string("hint")))
        return
      }
      if let id = record.string("execution").flatMap({ ULID($0) }) { begun.append(id) }
    }
    guard !begun.isEmpty else {
      throw .world(
        "the process that was to run the jobs ended at once", hint: "'jobs-run runs' shows whether any of them began")
    }
    self = .begun(begun)
  }

  private static func words(_ kind: Failure.Kind) -> String {
    switch kind {
    case .usage: "usage"
    case .world, .partial: "world"
    }
  }

  private static func write(_ type: String, _ values: [(String, String)], to json: inout JSONWriter) {
    json.beginRecord(type)
    for (name, value) in values {
      json.key(name)
      json.value(value)
    }
    json.endObject()
    json.newline()
  }
}
