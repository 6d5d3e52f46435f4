import JobsCore
import JobsDeploy

/// A schedule between the API's documents and the fields of a resource. Pure.
enum ScheduleDocument {
  private static let layout = FieldLayout()

  /// What says which schedule it is, and what the service sets.
  private static let server: Set<String> = [
    "Arn", "CreationDate", "LastModificationDate", "Name", "GroupName", "Description",
  ]

  /// What the service has where nobody sets it (docs.aws.amazon.com/scheduler/latest/APIReference, 2026-11).
  private static let defaults: [String: Resource.Value] = [
    "ActionAfterCompletion": "NONE", "Target.RetryPolicy.MaximumEventAgeInSeconds": Resource.Value(86_400),
    "Target.RetryPolicy.MaximumRetryAttempts": Resource.Value(185), "Target.RetryPolicy": .emptyObject,
  ]

  /// A schedule as a resource; nil for one that is not ours.
  static func resource(_ tree: Tree, name: String, in place: LambdaPlace) -> LiveResource? {
    guard let mark = OwnerMark(text: tree.words(Tree.root, "Description")) else { return nil }
    let live = LiveFields(layout.fields(tree), server: server, defaults: defaults)
    let prefix = place.functionARN("")
    let function = live.fields["Target.Arn"].flatMap { value in
      value.text.hasPrefix(prefix)
        ? value.text.dropFirst(prefix.count).split(separator: ":").first.map(String.init) : nil
    }
    let role = place.roleName(arn: live.fields["Target.RoleArn"]?.text)
    return LiveResource(
      id: place.id(.schedule, name), owner: mark.owner, fields: live.fields + mark.fields,
      appliedDigest: mark.appliedDigest, hidden: live.hidden,
      dependencies: (function.map { [place.id(.function, $0)] } ?? []) + (role.map { [place.id(.role, $0)] } ?? []),
      quarantined: mark.quarantined)
  }

  /// The fields of a schedule that starts nothing any more.
  static func disabled(_ fields: [Resource.Field]) -> [Resource.Field] {
    fields.filter { $0.name != "State" } + [Resource.Field("State", "DISABLED")]
  }

  /// The document of `CreateSchedule` and `UpdateSchedule`, with the mark.
  static func document(_ fields: [Resource.Field], _ mark: OwnerMark) throws(Failure) -> [UInt8] {
    try layout.json(
      [Resource.Field("GroupName", LambdaPlace.group), Resource.Field("Description", mark.text)]
        + fields.withoutQuarantine)
  }
}
