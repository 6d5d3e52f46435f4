import JobsCore
import JobsDeploy

extension ResourceShape {
  /// Whom an alert policy tells: a list of routes, in the stead of its `notificationChannels`.
  static let routes = "routes"
  static let channels = "notificationChannels"

  /// An alert policy, `AlertPolicy`.
  ///
  /// Source: discovery document monitoring.v3, revision 20260129.
  static let alertPolicy = ResourceShape(
    layout: FieldLayout(lists: ["conditions": .place, "conditions.conditionThreshold.aggregations": .place]),
    serverSet: [
      "name": byService, "creationRecord": byService, "mutationRecord": byService, "validity": byService,
      "conditions.name": byService, channels: "it stands under 'routes', as the project file names them",
    ].merging(AlertMark.paths.map { ($0, isMark) }) { $1 },
    defaults: [
      "severity": .value("SEVERITY_UNSPECIFIED"),
      "alertStrategy.notificationPrompts": .value(Resource.Value(["OPENED", "CLOSED"])),
      "conditions.conditionThreshold.thresholdValue": .value(Resource.Value(0)),
      "conditions.conditionThreshold.trigger.count": .value(Resource.Value(1)),
      "conditions.conditionThreshold.aggregations.crossSeriesReducer": .value("REDUCE_NONE"),
    ],
    implied: [Resource.Field("enabled", Resource.Value(true))], canonical: [:])

  /// A metric that is counted from logs, `LogMetric`.
  ///
  /// Source: discovery document logging.v2, revision 20260911.
  static let logMetric = ResourceShape(
    layout: FieldLayout(),
    serverSet: [
      "name": "it is the metric's own name", "resourceName": "it is the metric's own name", "description": isMark,
      "createTime": byService, "updateTime": byService, "metricDescriptor.name": byService,
      "metricDescriptor.type": byService, "metricDescriptor.description": byService,
    ],
    defaults: [
      "version": .value("V2"), "metricDescriptor.metricKind": .value("DELTA"),
      "metricDescriptor.valueType": .value("INT64"), "metricDescriptor.unit": .value("1"),
    ],
    implied: [Resource.Field("disabled", Resource.Value(false))], canonical: [:])

  private static let byService = "the service sets it"
  private static let isMark = "it is the mark by which jobs-deploy knows its own"
}

extension Resource.Value {
  /// The texts of a list; none for any other value.
  var texts: [String] {
    let bytes = Array(text.utf8)
    var tree = Tree(source: bytes)
    guard isLiteral, (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 4)) != nil,
      tree.kind(Tree.root) == .sequence
    else { return [] }
    return tree.children(Tree.root).map(tree.string)
  }
}
