package import JobsCore

/// What a project file says about money.
package struct ProjectCosts: Sendable {
  package struct Host: Sendable, Hashable {
    package var name: String
    package var hourly: Money?
    package var labels: [Pair]

    package init(name: String, hourly: Money?, labels: [Pair] = []) {
      self.name = name
      self.hourly = hourly
      self.labels = labels
    }
  }

  package struct Budget: Sendable, Hashable {
    /// Of a month.
    package var amount: Money
    /// The share in percent from which on it is warned: 1 up to 100.
    package var warnPercent: Int?

    package init(amount: Money, warnPercent: Int? = nil) {
      self.amount = amount
      self.warnPercent = warnPercent
    }
  }

  /// In the order of the file.
  package var hosts: [Host] = []
  /// By environment.
  package var budgets: [String: Budget] = [:]

  package init() {}

  /// Reads the parts that can be read; the check of the file names the others.
  init(_ tree: Tree, _ root: Tree.ID) {
    if let all = tree.value(root, "hosts") {
      hosts = tree.entries(all).map { name, host in
        let labels = tree.value(host, "labels").map { labels in
          tree.entries(labels).map { Pair(tree.string($0.key), tree.string($0.value)) }
        }
        return Host(
          name: tree.string(name), hourly: tree.text(host, "hourly").flatMap { Money($0) }, labels: labels ?? [])
      }
    }
    guard let environments = tree.value(root, "environments") else { return }
    for (name, environment) in tree.entries(environments) {
      guard let budget = tree.value(environment, "budget"),
        let amount = tree.text(budget, "monthly").flatMap({ Money($0) })
      else { continue }
      let warn = tree.text(budget, "warn").flatMap { $0.hasSuffix("%") ? Int($0.dropLast()) : nil }
      budgets[tree.string(name)] = Budget(amount: amount, warnPercent: warn)
    }
  }
}
