import Crypto
import JobsCore

extension Job {
  /// SHA-256 of the canonical JSON of the resolved job, without origin and without defaults.
  package func computedDigest() -> String {
    var json = JSONWriter(reserving: 768)
    json.beginObject()
    json.member("id", id)
    json.pairs("labels", labels.sortedByName)
    json.pairs("annotations", annotations.sortedByName)
    if hasOrder { writeBody(to: &json, .digest) } else { ordered.writeBody(to: &json, .digest) }
    json.endObject()
    return SHA256.hash(data: json.bytes).withUnsafeBytes { String(hexadecimal: $0, prefix: "sha256:") }
  }

  /// Whether names of the body stand in the one order that a digest knows.
  private var hasOrder: Bool { run.env.isSortedByName && run.secrets.isSortedByName && agent.isSortedByName }

  private var ordered: Job {
    var ordered = self
    ordered.run.env = run.env.sortedByName
    ordered.run.secrets = run.secrets.sortedByName
    ordered.agent = agent.sortedByName
    return ordered
  }
}

extension [Pair] {
  fileprivate var isSortedByName: Bool { count < 2 || zip(self, dropFirst()).allSatisfy { $0.name <= $1.name } }

  /// In the order of names; most lists are short, and many are in order.
  fileprivate var sortedByName: [Pair] { isSortedByName ? self : sorted { $0.name < $1.name } }
}
