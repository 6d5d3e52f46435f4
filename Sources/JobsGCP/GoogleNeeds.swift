import JobsDeploy

/// What changes of a plan call for, so that it can be asked for before the first of them.
struct GoogleNeeds: Hashable {
  struct SecretVersion: Hashable {
    /// As a job names it: `db-password`, or `projects/other/secrets/db-password`.
    var secret: String
    /// A number, `latest`, or another alias.
    var version: String
  }

  /// On the project.
  var permissions: Set<String> = []
  /// Service accounts to act as.
  var accounts: Set<String> = []
  var secrets: Set<SecretVersion> = []
  /// Secrets of the project whose policies are changed.
  var policies: Set<String> = []
  var images: Set<String> = []
  /// The hosts of APIs that few projects have switched on.
  var services: Set<String> = []
  /// Routes of alerts, each of which has to have a notification channel.
  var routes: Set<String> = []
  /// Retentions of images as they are to be.
  var retentions: [RetentionName: [Resource.Field]] = [:]

  /// Adds what one change calls for.
  ///
  /// - Parameter fields: of the resource once it is done.
  mutating func add(_ change: Change, _ id: GoogleID, _ fields: [Resource.Field]) {
    switch id.kind {
    case .run: permissions.formUnion(Self.runPermissions(change.action))
    case .scheduler: permissions.formUnion(Self.schedulerPermissions(change))
    case .invoker, .executor: permissions.formUnion(["run.jobs.getIamPolicy", "run.jobs.setIamPolicy"])
    case .topic, .trigger, .workflow, .publisher, .workflowInvoker: addEvents(change, id.kind)
    case .account: permissions.formUnion(Self.accountPermissions(change))
    case .accessor: Grant(id).map { _ = policies.insert($0.target) }
    case .alert: permissions.formUnion(Self.alertPermissions(change.action))
    case .logMetric: permissions.formUnion(Self.metricPermissions(change.action))
    case .channel: addChannel(change, fields)
    case .retention where change.action != .delete: RetentionName(id.name).map { retentions[$0] = fields }
    case .retention: break
    }
    // What goes out of use calls for nothing more than it has.
    guard change.action == .create || change.action == .update else { return }
    for field in fields {
      let text = field.value.text
      if ["template.template.serviceAccount", "serviceAccount"].contains(field.name)
        || field.name.hasSuffix("Token.serviceAccountEmail")
      {
        accounts.insert(text)
      } else if field.name.hasSuffix(".image") {
        images.insert(text)
      } else if id.kind == .alert, field.name == ResourceShape.routes {
        routes.formUnion(field.value.texts.filter { !$0.hasPrefix("projects/") })
      } else if let base = field.name.removing(suffix: ".secretKeyRef.secret") {
        secrets.insert(SecretVersion(secret: text, version: fields["\(base).secretKeyRef.version"]?.text ?? "latest"))
      } else if let base = field.name.removing(suffix: ".secret.secret") {
        for item in fields where item.name.hasPrefix("\(base).secret.items[") && item.name.hasSuffix("].version") {
          secrets.insert(SecretVersion(secret: text, version: item.value.text))
        }
      }
    }
  }

  /// What messages of topics call for.
  private mutating func addEvents(_ change: Change, _ kind: GoogleID.Kind) {
    func verbs(_ collection: String, _ operations: String? = nil) -> [String] {
      let verbs =
        switch change.action {
        case .create: ["create"]
        case .delete: ["get", "delete"]
        case .update, .quarantine, .adopt, .release: ["get", "update"]
        }
      return verbs.map { "\(collection).\($0)" } + (operations.map { ["\($0).get"] } ?? [])
    }
    switch kind {
    case .topic: permissions.formUnion(verbs("pubsub.topics"))
    case .trigger:
      permissions.formUnion(verbs("eventarc.triggers", "eventarc.operations"))
      if change.action == .create {
        services.formUnion(["eventarc.googleapis.com", "workflowexecutions.googleapis.com"])
      }
    case .workflow:
      permissions.formUnion(verbs("workflows.workflows", "workflows.operations"))
      if change.action == .create { services.insert("workflows.googleapis.com") }
    case .publisher: permissions.formUnion(["pubsub.topics.getIamPolicy", "pubsub.topics.setIamPolicy"])
    default:
      permissions.formUnion(["resourcemanager.projects.getIamPolicy", "resourcemanager.projects.setIamPolicy"])
    }
    if kind == .topic, change.action == .create { services.insert("pubsub.googleapis.com") }
  }

  private mutating func addChannel(_ change: Change, _ fields: [Resource.Field]) {
    let channels = "monitoring.notificationChannels"
    switch change.action {
    case .create: permissions.formUnion(["\(channels).create", "\(channels).list", "monitoring.alertPolicies.list"])
    case .update, .quarantine, .adopt, .release: permissions.formUnion(["\(channels).get", "\(channels).update"])
    case .delete: permissions.formUnion(["\(channels).get", "\(channels).delete", "monitoring.alertPolicies.list"])
    }
    guard change.action == .create || change.action == .update,
      let secret = RouteChannels.secret(in: fields[ResourceShape.keySource]?.text ?? "")
    else { return }
    secrets.insert(SecretVersion(secret: secret, version: "latest"))
  }

  private static func runPermissions(_ action: Change.Action) -> [String] {
    switch action {
    case .create: ["run.jobs.create", "run.operations.get"]
    case .update, .quarantine, .adopt, .release: ["run.jobs.get", "run.jobs.update", "run.operations.get"]
    case .delete: ["run.jobs.get", "run.jobs.delete", "run.operations.get"]
    }
  }

  private static func alertPermissions(_ action: Change.Action) -> [String] {
    switch action {
    case .create: ["monitoring.alertPolicies.create", "monitoring.notificationChannels.list"]
    case .update, .quarantine, .adopt, .release:
      ["monitoring.alertPolicies.get", "monitoring.alertPolicies.update", "monitoring.notificationChannels.list"]
    case .delete:
      ["monitoring.alertPolicies.get", "monitoring.alertPolicies.delete", "monitoring.notificationChannels.list"]
    }
  }

  private static func metricPermissions(_ action: Change.Action) -> [String] {
    switch action {
    case .create: ["logging.logMetrics.create"]
    case .update, .quarantine, .adopt, .release: ["logging.logMetrics.get", "logging.logMetrics.update"]
    case .delete: ["logging.logMetrics.get", "logging.logMetrics.delete"]
    }
  }

  private static func accountPermissions(_ change: Change) -> [String] {
    let isDisabled = change.fields.first { $0.path == "disabled" }?.desired.map { $0 == Resource.Value(true) }
    switch change.action {
    case .create: return ["iam.serviceAccounts.create"]
    case .delete: return ["iam.serviceAccounts.get", "iam.serviceAccounts.delete"]
    case .update, .quarantine, .adopt, .release:
      let turning = isDisabled.map { [$0 ? "iam.serviceAccounts.disable" : "iam.serviceAccounts.enable"] } ?? []
      return ["iam.serviceAccounts.get", "iam.serviceAccounts.update"] + turning
    }
  }

  /// Takes what the plan itself makes for there: whoever makes an account has to be let act as any of the project.
  ///
  /// - Parameter accounts: by their addresses.
  mutating func supply(_ accounts: Set<String>) {
    guard !self.accounts.isDisjoint(with: accounts) else { return }
    self.accounts.subtract(accounts)
    permissions.insert("iam.serviceAccounts.actAs")
  }

  /// Takes the routes for there whose channels the plan itself makes.
  mutating func supply(routes: Set<String>) { self.routes.subtract(routes) }

  private static func schedulerPermissions(_ change: Change) -> [String] {
    // What is taken over or given back names what it keeps too.
    let state = change.fields.first { $0.path == "state" && $0.live != $0.desired }?.desired
    let pausing =
      state == "PAUSED"
      ? ["cloudscheduler.jobs.pause"] : state != nil && change.action != .create ? ["cloudscheduler.jobs.enable"] : []
    switch change.action {
    case .create: return ["cloudscheduler.jobs.create"] + pausing
    case .update, .quarantine, .adopt, .release:
      return ["cloudscheduler.jobs.get", "cloudscheduler.jobs.update"] + pausing
    case .delete: return ["cloudscheduler.jobs.get", "cloudscheduler.jobs.delete"]
    }
  }
}

extension String {
  /// The text before a suffix; nil where it does not end so.
  fileprivate func removing(suffix: String) -> String? { hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil }
}
