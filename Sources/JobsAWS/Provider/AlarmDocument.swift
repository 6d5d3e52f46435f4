import JobsCore
import JobsDeploy

/// An alarm between CloudWatch's documents and the fields of a resource. Pure.
enum AlarmDocument {
  static let actions = "AlarmActions"
  static let recovery = "OKActions"

  private static let layout = FieldLayout(lists: ["Dimensions": .key("Name")])

  /// What says which alarm it is, what it is in, and what the service sets.
  private static let server: Set<String> = [
    "AlarmArn", "AlarmName", "AlarmDescription", "AlarmConfigurationUpdatedTimestamp", "StateValue", "StateReason",
    "StateReasonData", "StateUpdatedTimestamp", "StateTransitionedTimestamp", "EvaluationState",
  ]

  /// What the service has where nobody sets it (docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/
  /// API_PutMetricAlarm.html, 2026-11).
  private static let defaults: [String: Resource.Value] = [
    "ActionsEnabled": Resource.Value(true), actions: Resource.Value([String]()),
    recovery: Resource.Value([String]()), "InsufficientDataActions": Resource.Value([String]()), "Unit": "",
    "Metrics": Resource.Value([String]()), "EvaluateLowSampleCountPercentile": "",
  ]

  /// An alarm that goes off as soon as a run of a function fails, by the alias.
  ///
  /// Lambda tries a run that fails twice more, and each attempt counts (docs.aws.amazon.com/lambda/latest/dg/
  /// monitoring-metrics-types.html, 2026-11).
  static func fields(function: String, failed: [String], recovered: [String]) -> [Resource.Field] {
    var fields = [
      Resource.Field("Namespace", "AWS/Lambda"), Resource.Field("MetricName", "Errors"),
      Resource.Field(FieldLayout.path("Dimensions", element: "FunctionName") + ".Value", function),
      Resource.Field(
        FieldLayout.path("Dimensions", element: "Resource") + ".Value", "\(function):\(LambdaPlace.alias)"),
      Resource.Field("Statistic", "Sum"), Resource.Field("Period", Resource.Value(60)),
      Resource.Field("EvaluationPeriods", Resource.Value(1)), Resource.Field("Threshold", Resource.Value(0)),
      Resource.Field("ComparisonOperator", "GreaterThanThreshold"), Resource.Field("TreatMissingData", "notBreaching"),
    ]
    if !failed.isEmpty { fields.append(Resource.Field(actions, Resource.Value(failed))) }
    if !recovered.isEmpty { fields.append(Resource.Field(recovery, Resource.Value(recovered))) }
    return fields
  }

  /// An alarm as a resource; nil for one that is not ours.
  static func resource(_ alarm: CloudWatch.Alarm, in place: LambdaPlace) -> LiveResource? {
    let tree = alarm.tree
    guard let mark = OwnerMark(text: tree.words(alarm.node, "AlarmDescription")) else { return nil }
    let live = LiveFields(layout.fields(tree, alarm.node).map(canonical), server: server, defaults: defaults)
    let function = live.fields[FieldLayout.path("Dimensions", element: "FunctionName") + ".Value"]?.text
    return LiveResource(
      id: place.id(.alarm, alarm.name), owner: mark.owner, fields: live.fields + mark.fields,
      appliedDigest: mark.appliedDigest, hidden: live.hidden,
      dependencies: function.map { [place.id(.function, $0)] } ?? [], quarantined: mark.quarantined)
  }

  /// A whole number may come as `0.0`, and a list of actions in any order.
  private static func canonical(_ field: Resource.Field) -> Resource.Field {
    switch field.name {
    case "Threshold":
      guard field.value.isLiteral, field.value.text.hasSuffix(".0"), let whole = Int(field.value.text.dropLast(2))
      else {
        return field
      }
      return Resource.Field(field.name, Resource.Value(whole))
    case actions, recovery: return Resource.Field(field.name, Resource.Value(topics(field.value).sorted()))
    default: return field
    }
  }

  /// The ARNs of a list of actions.
  static func topics(_ value: Resource.Value) -> [String] {
    let bytes = Array(value.text.utf8)
    var tree = Tree(source: bytes)
    guard value.isLiteral, (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 4)) != nil,
      tree.kind(Tree.root) == .sequence
    else { return [] }
    return tree.children(Tree.root).map(tree.string)
  }

  /// The fields of an alarm that tells nobody any more.
  static func disabled(_ fields: [Resource.Field]) -> [Resource.Field] {
    fields.filter { $0.name != "ActionsEnabled" } + [Resource.Field("ActionsEnabled", Resource.Value(false))]
  }

  /// The document of `PutMetricAlarm`, with the mark.
  static func document(_ fields: [Resource.Field], name: String, _ mark: OwnerMark) throws(Failure) -> [UInt8] {
    try layout.json(
      [Resource.Field("AlarmName", name), Resource.Field("AlarmDescription", mark.text)] + fields.withoutQuarantine)
  }
}
