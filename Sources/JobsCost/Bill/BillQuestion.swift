/// What is to be learnt from a bill: by what its lines are grouped, and which labels matter for that.
package struct BillQuestion: Sendable {
  /// The most dimensions that lines are grouped by.
  package static let dimensionLimit = 7

  /// By what lines are grouped while they are read, in this order.
  package let dimensions: [BillDimension]
  /// The labels that name a job, the first that is there counts.
  package let jobLabels: [String]
  /// The days that count, as 20261031; nil for all.
  package let days: ClosedRange<UInt32>?
  /// Whether lines are told apart also by who is to pay whom and for what kind of charge, by resource, region, unit and labels;
  /// quantities are added up then. It takes one dimension more.
  let isDetailed: Bool
  /// All labels that matter: those of the jobs first.
  let labels: [String]

  /// - Parameter dimensions: without repetitions, at most `dimensionLimit`.
  package init(
    _ dimensions: [BillDimension], jobLabels: [String], days: ClosedRange<UInt32>? = nil, isDetailed: Bool = false
  ) {
    self.dimensions = dimensions
    self.jobLabels = jobLabels
    self.days = days
    self.isDetailed = isDetailed
    var labels = jobLabels
    for dimension in dimensions {
      guard let name = Self.label(of: dimension), !labels.contains(name) else { continue }
      labels.append(name)
    }
    self.labels = labels
  }

  /// The label in which a dimension stands; nil for what is no label.
  static func label(of dimension: BillDimension) -> String? {
    switch dimension {
    case .team: "team"
    case .env: "env"
    case .label(let name): name
    case .job, .project, .service, .sku, .region, .day: nil
    }
  }

  /// The fields of a row that matter, in the order of the dimensions.
  var fields: [BillField] {
    var fields = [BillField.cost, .currency, .rate, .start, .category, .credits]
    if isDetailed { fields += [.account, .provider, .region, .quantity, .unit] }
    if isDetailed || dimensions.contains(.job) { fields += [.resource, .resourceName] }
    for dimension in dimensions {
      switch dimension {
      case .project: fields.append(.project)
      case .service: fields.append(.service)
      case .sku: fields.append(.sku)
      case .region: if !isDetailed { fields.append(.region) }
      case .job, .team, .env, .day, .label: break
      }
    }
    return fields
  }
}
