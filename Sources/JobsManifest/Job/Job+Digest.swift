import Crypto
import JobsCore

extension Job {
  /// SHA-256 of the canonical JSON of the resolved job, without origin and without defaults.
  package func computedDigest() -> String {
    var json = JSONWriter(reserving: 1024)
    json.beginObject()
    json.key("id")
    json.value(id)
    json.pairs("labels", labels.sortedByName)
    json.pairs("annotations", annotations.sortedByName)
    var canonical = self
    canonical.run.env = run.env.sortedByName
    canonical.run.secrets = run.secrets.sortedByName
    canonical.agent = agent.sortedByName
    canonical.writeBody(to: &json, defaults: false)
    json.endObject()
    let hex = Array("0123456789abcdef".utf8)
    var text = Array("sha256:".utf8)
    text.reserveCapacity(71)
    for byte in SHA256.hash(data: json.bytes) {
      text.append(hex[Int(byte >> 4)])
      text.append(hex[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension [Pair] {
  /// In the order of names; most lists are short, and many are in order.
  fileprivate var sortedByName: [Pair] {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.name <= $1.name }
    return isSorted ? self : sorted { $0.name < $1.name }
  }
}
