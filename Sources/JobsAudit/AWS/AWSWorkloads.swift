/// Workloads as the input tells of them, each once.
package struct AWSWorkloads: Sendable {
  /// In the order of the input.
  package private(set) var all: [AWSWorkload] = []
  private var places: [String: Int] = [:]

  /// Adds one, where the first of an ARN wins.
  mutating func add(_ workload: AWSWorkload) {
    guard places.updateValue(places[workload.arn.text] ?? all.count, forKey: workload.arn.text) == nil else { return }
    all.append(workload)
  }

  /// The one of an ARN, or the newest that a job may mean by a name in an account and region.
  ///
  /// - Parameter name: `report`, `report:7` or an ARN.
  package func newest(_ kind: AWSWorkload.Kind, named name: String, account: String, region: String) -> AWSWorkload? {
    if let place = places[name] { return all[place] }
    return all.filter {
      $0.kind == kind && $0.arn.account == account && $0.arn.region == region && $0.isNamed(name)
    }.max { $0.revision < $1.revision }
  }

  /// Those of a name and all its revisions together, the newest first, in the order of the input.
  var families: [[AWSWorkload]] {
    var order: [String] = []
    var families: [String: [AWSWorkload]] = [:]
    for workload in all {
      if families[workload.family] == nil { order.append(workload.family) }
      families[workload.family, default: []].append(workload)
    }
    return order.map { (families[$0] ?? []).sorted { $0.revision > $1.revision } }
  }

  /// What is not judged of them, since what their roles may do stands in the details of accounts that are not there.
  ///
  /// - Parameter accounts: those that are, by number.
  func words(without accounts: Set<String>) -> [String] {
    let homeless = Set(all.map(\.arn.account)).subtracting(accounts).sorted()
    guard !homeless.isEmpty else { return [] }
    return [
      "what the roles of workloads in \(FewNames.quoted(homeless)) may do: add the details of the "
        + (homeless.count == 1 ? "account" : "accounts")
    ]
  }
}
