import JobsCore

/// The record codec over lines such as `jobs-validate` writes.
enum RecordRates {
  private static func write(_ number: Int, to json: inout JSONWriter) {
    json.beginObject()
    json.key("type")
    json.value("job")
    json.key("v")
    json.value(1)
    json.key("id")
    json.value("acme/prod/nightly-report")
    json.key("labels")
    json.beginObject()
    json.key("team")
    json.value("data")
    json.endObject()
    json.key("run")
    json.beginObject()
    json.key("image")
    json.value("europe-west1-docker.pkg.dev/acme-prod/jobs/report:1.4.2")
    json.key("args")
    json.beginArray()
    json.value("--day")
    json.value("yesterday \"at\" noon")
    json.endArray()
    json.endObject()
    json.key("timeoutSeconds")
    json.value(number)
    json.key("enabled")
    json.value(true)
    json.endObject()
    json.newline()
  }

  static func writer() -> Rate {
    var json = JSONWriter(reserving: 1 << 20)
    let rate = Rate.measure("record writer", "MB") {
      json.removeAll()
      for number in 0..<4000 { write(number, to: &json) }
      return json.bytes.count
    }
    return Rate(name: rate.name, value: rate.value / 1e6, unit: rate.unit)
  }

  static func reader() -> Rate {
    var json = JSONWriter()
    for number in 0..<4000 { write(number, to: &json) }
    let bytes = json.bytes
    let rate = Rate.measure("record reader", "MB") {
      var reader = RecordReader(bytes: bytes, name: "the benchmark")
      var record = Record()
      do throws(Failure) {
        while try reader.next(into: &record) {}
      } catch {
        preconditionFailure("\(error)")
      }
      return bytes.count
    }
    return Rate(name: rate.name, value: rate.value / 1e6, unit: rate.unit)
  }
}
