package import JobsCore

/// `-l KEY=VALUE,…`: jobs by label, name, tenant, environment or target. All parts must hold.
package struct Selector: Sendable {
  /// One condition.
  package struct Part: Sendable, Hashable {
    package let key: String
    package let value: String
    package let isNegated: Bool
  }

  package private(set) var parts: [Part] = []

  package init() {}

  /// Reads `team=data,target=local,tier!=gold`.
  package init(parsing text: String) throws(Failure) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "="), equals != part.startIndex else {
        throw .usage(
          "the selector '\(Terminal.visible(text))' is not KEY=VALUE,…",
          hint: "such as 'team=data' or 'target=local,tier!=gold'")
      }
      var key = part[..<equals]
      let isNegated = key.hasSuffix("!")
      if isNegated { key = key.dropLast() }
      parts.append(
        Part(key: String(key), value: String(part[part.index(after: equals)...]), isNegated: isNegated))
    }
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// `name`, `tenant`, `env`, `target`, `project` and `region` are the job's own; any other key is a label's.
  package func matches(_ job: Job) -> Bool {
    parts.allSatisfy { part in
      let value: String? =
        switch part.key {
        case "name": job.name
        case "tenant": job.tenant
        case "env": job.env
        case "target": job.target.kind.rawValue
        case "project": job.target.project
        case "region": job.target.region
        case "id": job.id
        default: job.labels[part.key]
        }
      return (value == part.value) != part.isNegated
    }
  }
}
