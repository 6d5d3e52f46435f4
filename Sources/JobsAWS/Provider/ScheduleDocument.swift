import JobsCore
import JobsDeploy

/// A schedule between the API's documents and the fields of a resource. Pure.
enum ScheduleDocument {
  private static let layout = FieldLayout()

  /// What says which schedule it is, and what the service sets.
  private static let server: Set<String> = [
    "Arn", "CreationDate", "LastModificationDate", "Name", "GroupName", FunctionDocument.description,
  ]

  /// What the service has where nobody sets it (docs.aws.amazon.com/scheduler/latest/APIReference, 2026-11).
  private static let defaults: [String: Resource.Value] = [
    "ActionAfterCompletion": "NONE", "Target.RetryPolicy.MaximumEventAgeInSeconds": Resource.Value(86_400),
    "Target.RetryPolicy.MaximumRetryAttempts": Resource.Value(185), "Target.RetryPolicy": .emptyObject,
  ]

  /// A schedule as a resource; nil for one that is not ours.
  static func resource(_ tree: Tree, name: String, in place: LambdaPlace) -> LiveResource? {
    guard let mark = OwnerMark(text: tree.words(Tree.root, FunctionDocument.description)) else { return nil }
    var resource = read(tree, name, in: place)
    resource.owner = mark.owner
    resource.fields += mark.fields
    resource.appliedDigest = mark.appliedDigest
    resource.quarantined = mark.quarantined
    return resource
  }

  /// A schedule that others made, as the resource that it would be, with its description, which the mark would take the place
  /// of.
  static func foreign(_ tree: Tree, name: String, in place: LambdaPlace) -> LiveResource {
    var resource = read(tree, name, in: place)
    if let text = tree.words(Tree.root, FunctionDocument.description), !text.isEmpty {
      resource.fields.append(Resource.Field(FunctionDocument.description, text))
    }
    return resource
  }

  private static func read(_ tree: Tree, _ name: String, in place: LambdaPlace) -> LiveResource {
    let live = LiveFields(layout.fields(tree), server: server, defaults: defaults)
    let function = (live.fields["Target.Arn"]?.text).flatMap(place.function)
    let role = place.roleName(arn: live.fields["Target.RoleArn"]?.text)
    return LiveResource(
      id: place.id(.schedule, name), owner: "", fields: live.fields, appliedDigest: nil, hidden: live.hidden,
      dependencies: (function.map { [place.id(.function, $0)] } ?? []) + (role.map { [place.id(.role, $0)] } ?? []))
  }

  /// The fields of a schedule that starts nothing any more.
  static func disabled(_ fields: [Resource.Field]) -> [Resource.Field] {
    fields.filter { $0.name != "State" } + [Resource.Field("State", "DISABLED")]
  }

  /// The document of `CreateSchedule` and `UpdateSchedule`.
  ///
  /// - Parameter mark: nil for one that is given back, with the description that it had.
  static func document(
    _ fields: [Resource.Field], _ mark: OwnerMark?, group: String = LambdaPlace.group
  ) throws(Failure) -> [UInt8] {
    let description = mark?.text ?? fields[FunctionDocument.description]?.text
    return try layout.json(
      [Resource.Field("GroupName", group)]
        + (description.map { [Resource.Field(FunctionDocument.description, $0)] } ?? [])
        + fields.withoutQuarantine.filter { $0.name != FunctionDocument.description })
  }
}
