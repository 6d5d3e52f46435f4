import JobsCore
import JobsEvents
import JobsExec
import JobsManifest

/// An event as a job finds it among its variables.
struct EventVariables {
  let event: IncomingEvent

  /// The most bytes of data in a variable: Cloud Run takes 32,768 (run.v2.json, EnvVar.value), and Linux 128 KiB.
  static let longestData = 32_000

  /// - Parameter file: where the data is; nil where there is no file.
  func variables(file: String?) -> [Pair] {
    var pairs = [Pair("JOBS_EVENT_ID", event.id), Pair("JOBS_EVENT_SOURCE", event.source), Pair("JOBS_EVENT_TYPE", event.type)]
    for (name, value) in [
      ("SUBJECT", event.subject), ("TIME", event.time), ("CONTENT_TYPE", event.contentType), ("DATA", text),
      ("DATA_FILE", file),
    ] {
      if let value { pairs.append(Pair("JOBS_EVENT_\(name)", value)) }
    }
    if !event.attributes.isEmpty { pairs.append(Pair("JOBS_EVENT_ATTRIBUTES", attributes)) }
    return pairs
  }

  /// The data, where a variable can hold it.
  var text: String? {
    guard let data = event.data, data.count <= Self.longestData, !data.contains(0),
      data.withUnsafeBufferPointer({ UTF8Check.firstInvalid($0, 0..<$0.count) }) == nil
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private var attributes: String {
    var json = JSONWriter()
    json.beginObject()
    for attribute in event.attributes {
      json.key(attribute.name)
      json.value(attribute.value)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// What the history says of it: who sent it and what it is, and nothing of what it holds.
  var parameters: String {
    var json = JSONWriter()
    json.beginObject()
    for (name, value) in [
      ("JOBS_EVENT_ID", event.id), ("JOBS_EVENT_SOURCE", event.source), ("JOBS_EVENT_TYPE", event.type),
    ] {
      json.key(name)
      json.value(value)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Refuses what would reach a job in a cloud in part.
  func checkAway() throws(LaunchFailure) {
    guard let data = event.data, text == nil else { return }
    throw LaunchFailure(
      .application, 125,
      data.count > Self.longestData
        ? "the data of the event has \(data.count) bytes, and a job in a cloud can be given \(Self.longestData)"
        : "the data of the event is no text, and cannot be given to a job in a cloud",
      hint: "send where the data is, and let the job fetch it")
  }
}
