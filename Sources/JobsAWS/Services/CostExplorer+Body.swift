import JobsCore
import JobsDeploy

extension CostExplorer.Query {
  /// The body of `GetCostAndUsage`.
  ///
  /// - Parameter token: of the page; nil for the first.
  func body(_ token: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("TimePeriod")
    json.beginObject()
    json.member("Start", from.text)
    json.member("End", to.text)
    json.endObject()
    json.member("Granularity", granularity.rawValue)
    json.key("Metrics")
    Self.write(metrics, to: &json)
    if !groups.isEmpty {
      json.key("GroupBy")
      json.beginArray()
      for group in groups { Self.write(group, to: &json) }
      json.endArray()
    }
    if !filters.isEmpty {
      json.key("Filter")
      writeFilters(to: &json)
    }
    json.optional("NextPageToken", token)
    json.endObject()
    return json.bytes
  }

  /// One stands alone; `And` wants two at least.
  private func writeFilters(to json: inout JSONWriter) {
    guard filters.count > 1 else {
      if let first = filters.first { Self.write(first, to: &json) }
      return
    }
    json.beginObject()
    json.key("And")
    json.beginArray()
    for filter in filters { Self.write(filter, to: &json) }
    json.endArray()
    json.endObject()
  }

  private static func write(_ group: Group, to json: inout JSONWriter) {
    json.beginObject()
    json.key("Type")
    switch group {
    case .dimension: json.value("DIMENSION")
    case .tag: json.value("TAG")
    }
    json.key("Key")
    switch group {
    case .dimension(let key), .tag(let key): json.value(key)
    }
    json.endObject()
  }

  private static func write(_ filter: Filter, to json: inout JSONWriter) {
    json.beginObject()
    switch filter {
    case .dimension: json.key("Dimensions")
    case .tag: json.key("Tags")
    }
    json.beginObject()
    switch filter {
    case .dimension(let key, let values), .tag(let key, let values):
      json.member("Key", key)
      json.key("Values")
      write(values, to: &json)
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ values: [String], to json: inout JSONWriter) {
    json.beginArray()
    for value in values { json.value(value) }
    json.endArray()
  }
}
