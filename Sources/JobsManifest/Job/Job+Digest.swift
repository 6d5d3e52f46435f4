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
    return String(hexadecimal: SHA256.hash(data: json.bytes), prefix: "sha256:")
  }
}

extension [Pair] {
  /// In the order of names; most lists are short, and many are in order.
  fileprivate var sortedByName: [Pair] {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.name <= $1.name }
    return isSorted ? self : sorted { $0.name < $1.name }
  }
}
