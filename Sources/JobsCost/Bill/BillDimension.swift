/// What the lines of a bill are grouped by.
package enum BillDimension: Hashable, Sendable {
  case job, team, env, project, service, sku, region, day
  /// A label or tag by its name.
  case label(String)

  /// Reads `job` or `cost-center`: a word that is none of ours is the name of a label, and `label:day` is one in any case.
  package init?(_ text: String) {
    switch text {
    case "job": self = .job
    case "team": self = .team
    case "env": self = .env
    case "project": self = .project
    case "service": self = .service
    case "sku": self = .sku
    case "region": self = .region
    case "day": self = .day
    default:
      let name = text.hasPrefix("label:") ? String(text.dropFirst(6)) : text
      guard !name.isEmpty, name.utf8.count <= 128 else { return nil }
      self = .label(name)
    }
  }

  /// What records and columns call it.
  package var name: String {
    switch self {
    case .job: "job"
    case .team: "team"
    case .env: "env"
    case .project: "project"
    case .service: "service"
    case .sku: "sku"
    case .region: "region"
    case .day: "day"
    case .label(let name): name
    }
  }
}
