package import JobsCloud
package import JobsCore
import JobsDeploy

/// Cost Explorer: what an account has cost. Each call costs 0.01 USD (aws.amazon.com/aws-cost-management/aws-cost-explorer/
/// pricing, 2026-11), a page being a call.
///
/// Source: the service's model of API version 2017-10-25 in botocore 1.44.5, 2026-11.
package struct CostExplorer: Sendable {
  private let client: AWSClient

  /// - Parameter client: of the service in `region`, the one place where it answers.
  package init(_ client: AWSClient) { self.client = client }

  package static let region = "us-east-1"

  /// What is asked for.
  package struct Query: Sendable, Hashable {
    package enum Granularity: String, Sendable { case daily = "DAILY", monthly = "MONTHLY" }

    /// By which costs are split.
    package enum Group: Sendable, Hashable {
      /// `SERVICE`, `REGION`, `LINKED_ACCOUNT`, `USAGE_TYPE`, …
      case dimension(String)
      /// The key of a tag that is activated for costs.
      case tag(String)
    }

    /// What alone is counted.
    package enum Filter: Sendable, Hashable {
      case dimension(String, values: [String])
      case tag(String, values: [String])
    }

    package var from: CivilDate
    /// The day that counts no more.
    package var to: CivilDate
    package var granularity = Granularity.daily
    /// `UnblendedCost`, `AmortizedCost`, `NetUnblendedCost`, `UsageQuantity`, …
    package var metrics = ["UnblendedCost"]
    /// Two at most.
    package var groups: [Group] = []
    /// All of which have to hold.
    package var filters: [Filter] = []

    package init(from: CivilDate, to: CivilDate) {
      self.from = from
      self.to = to
    }
  }

  /// A metric of a period, of all or of one group.
  package struct Cost: Sendable, Hashable {
    package var from: CivilDate
    package var to: CivilDate
    /// A value for each group that was asked for, in their order; of a tag without the key in front, and so empty where
    /// there is none.
    package var keys: [String]
    package var metric: String
    package var amount: Decimal
    /// A currency, or a unit of use.
    package var unit: String
    /// Whether it may change yet.
    package var isEstimated: Bool
  }

  /// Reads costs, page by page and in the order of time.
  ///
  /// - Parameter page: is handed the costs of a page, some at least; false for enough.
  package func costs(_ query: Query, _ page: ([Cost]) -> Bool) async throws(CloudFailure) {
    let words = "read what the account has cost"
    try Self.check(query, words)
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words, target: "AWSInsightsIndexService.GetCostAndUsage", body: query.body(token), isIdempotent: true)
      var costs: [Cost] = []
      for item in tree.elements(Tree.root, "ResultsByTime") {
        guard let read = Self.costs(tree, item, query) else {
          throw client.strange(words, "its reply has a period or an amount that is none")
        }
        costs += read
      }
      if !costs.isEmpty, !page(costs) { return nil }
      return tree.words(Tree.root, "NextPageToken")
    }
  }

  /// nil for a period that is not as the model has it.
  private static func costs(_ tree: Tree, _ item: Tree.ID, _ query: Query) -> [Cost]? {
    guard let from = tree.words(item, "TimePeriod", "Start").flatMap(day),
      let to = tree.words(item, "TimePeriod", "End").flatMap(day)
    else { return nil }
    let isEstimated = tree.value(item, "Estimated").flatMap { tree.bool($0) } ?? false
    var costs: [Cost] = []
    func add(_ metrics: Tree.ID?, _ keys: [String]) -> Bool {
      guard let metrics, tree.kind(metrics) == .mapping else { return true }
      for entry in tree.entries(metrics) {
        guard let amount = tree.words(entry.value, "Amount").flatMap({ Decimal($0) }) else { return false }
        costs.append(
          Cost(
            from: from, to: to, keys: keys, metric: tree.string(entry.key), amount: amount,
            unit: tree.words(entry.value, "Unit") ?? "", isEstimated: isEstimated))
      }
      return true
    }
    // With groups there is no total beside them.
    guard query.groups.isEmpty else {
      for group in tree.elements(item, "Groups") {
        let keys = zip(query.groups, tree.elements(group, "Keys")).map { plain(tree.string($1), of: $0) }
        guard keys.count == query.groups.count, add(tree.value(group, "Metrics"), keys) else { return nil }
      }
      return costs
    }
    return add(tree.value(item, "Total"), []) ? costs : nil
  }

  /// `data` of `team$data`.
  private static func plain(_ key: String, of group: Query.Group) -> String {
    guard case .tag(let name) = group, key.hasPrefix("\(name)$") else { return key }
    return String(key.dropFirst(name.count + 1))
  }

  /// A day, or the first of an instant as hourly periods have it.
  private static func day(_ text: String) -> CivilDate? { CivilDate(text: String(text.prefix(10))) }

  /// What the service refuses, and emulators take.
  private static func check(_ query: Query, _ words: String) throws(CloudFailure) {
    guard query.from.daysSinceEpoch < query.to.daysSinceEpoch else {
      throw .refused(words, "TimePeriod", "ends before it begins", hint: "ask for a day at least")
    }
    guard query.groups.count <= 2 else {
      throw .refused(words, "GroupBy", "has more than two groups", hint: "ask for two, and for the rest again")
    }
    guard !query.metrics.isEmpty else {
      throw .refused(words, "Metrics", "is empty", hint: "ask for 'UnblendedCost'")
    }
  }
}
