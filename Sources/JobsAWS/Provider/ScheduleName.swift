/// A schedule by its name, and by its group where that is not ours: `acme-prod-report`, `default/nightly`.
struct ScheduleName: Sendable, Hashable {
  var group: String
  var name: String

  init(group: String, name: String) {
    self.group = group
    self.name = name
  }

  init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    self.init(group: parts.count == 2 ? parts[0] : LambdaPlace.group, name: parts.last ?? "")
  }

  var text: String { group == LambdaPlace.group ? name : "\(group)/\(name)" }

  /// Whether both can be (`[0-9a-zA-Z-_.]{1,64}`; the model of EventBridge Scheduler in botocore 1.44.5, 2026-11).
  var isValid: Bool {
    [group, name].allSatisfy { part in
      (1...64).contains(part.utf8.count)
        && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || "-_.".utf8.contains($0) }
    }
  }
}
