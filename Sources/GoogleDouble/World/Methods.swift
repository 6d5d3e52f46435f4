/// What the methods do: those of their own first, then what all resources have in common.
enum Methods {
  typealias Handler = @Sendable (APICall, inout World) throws(APIError) -> JSONValue

  static func answer(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    if let handler = special[call.method.id] { return try handler(call, &world) }
    if call.method.collection.hasSuffix(".operations") { return try OperationMethods.answer(call, &world) }
    if call.method.collection.hasSuffix(".projects.locations") { return try Locations.answer(call, world) }
    switch call.method.action {
    case "getIamPolicy": return try PolicyMethods.get(call, &world)
    case "setIamPolicy": return try PolicyMethods.set(call, &world)
    case "testIamPermissions": return PolicyMethods.test(call, world)
    default: break
    }
    guard let kind = kinds[call.method.collection] else { throw .unimplemented(call.method.id) }
    switch call.method.action {
    case "create": return try ResourceMethods(kind).create(call, &world)
    case "get": return try ResourceMethods(kind).get(call, &world)
    case "list": return try ResourceMethods(kind).list(call, &world)
    case "patch", "update": return try ResourceMethods(kind).update(call, &world)
    case "delete": return try ResourceMethods(kind).delete(call, &world)
    default: throw .unimplemented(call.method.id)
    }
  }

  /// Whether a method is doubled.
  static func has(_ method: APIMethod) -> Bool { special[method.id] != nil || kinds[method.collection] != nil }

  private static let special: [String: Handler] = [
    RunExecutions.handlers, SchedulerJobs.handlers, AccountCredentials.handlers, ServiceAccounts.handlers,
    ServiceAccountKeys.handlers, CustomRoles.handlers, TestablePermission.handlers, DenyPolicies.handlers,
    Projects.handlers,
    EnabledServices.handlers,
    SecretVersions.handlers, Topics.handlers, Subscriptions.handlers, LogEntries.handlers, LogMetrics.handlers,
    RunV1.handlers, RunV1Executions.handlers, BillingCatalog.handlers, Assets.handlers, Workflows.handlers,
    WorkflowExecutions.handlers, RepositoryVersions.handlers,
  ].reduce(into: [:]) { $0.merge($1) { $1 } }

  /// By the ids of their collections.
  static let kinds: [String: ResourceKind] = Dictionary(
    uniqueKeysWithValues: [
      RunJobs.kind, RunExecutions.kind, SchedulerJobs.kind, Secrets.kind, Topics.kind, Subscriptions.kind,
      Triggers.kind, Workflows.kind, WorkflowExecutions.kind,
      Repositories.kind, Repositories.images, Monitoring.policies, Monitoring.channels, BillingCatalog.skus,
      Insights.insights, Insights.recommendations,
    ].map { ($0.collection, $0) })
}
