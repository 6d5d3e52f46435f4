import JobsCore
import JobsManifest

extension JobCount {
  /// Hosts of the project file on which the job runs, by what an hour of each costs.
  mutating func addHosts(_ hosts: [ProjectCosts.Host]) throws(Decimal.Overflow) {
    let found = matching(hosts)
    let priced = found.filter { $0.hourly != nil }
    guard !priced.isEmpty else {
      // The length of what costs nothing is of no matter.
      remark(only: found.isEmpty ? "no cost of its own" : "no cost of its own: its host has no 'hourly' in jobs.yaml")
      return
    }
    for host in priced {
      guard let hourly = host.hourly else { continue }
      let seconds = try seconds("host", host.name)
      if let seconds, seconds.high.isZero { continue }
      add(
        UsageLine(
          PriceBook.Item("host", host.name, "time"), unit: "second", quantity: seconds,
          rate: UsageLine.Rate(hourly, per: try Decimal(3600), source: "jobs.yaml")))
    }
  }

  /// Those that the job's selector matches by name or by label; without one the only host that there is.
  private func matching(_ hosts: [ProjectCosts.Host]) -> [ProjectCosts.Host] {
    if job.agent.isEmpty { return hosts.count == 1 ? hosts : [] }
    return hosts.filter { host in
      job.agent.allSatisfy { pair in
        host.labels[pair.name] == pair.value || pair.name == "name" && pair.value == host.name
      }
    }
  }
}
