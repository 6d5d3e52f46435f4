extension GoogleNeeds {
  /// Adds what looking for all resources of a kind calls for, as every plan does that wants one.
  mutating func addReading(_ kind: GoogleID.Kind) {
    switch kind {
    case .run: permissions.insert("run.jobs.list")
    case .scheduler: permissions.insert("cloudscheduler.jobs.list")
    case .invoker, .executor: permissions.insert("run.jobs.getIamPolicy")
    case .workflow: permissions.insert("workflows.workflows.list")
    case .trigger: permissions.insert("eventarc.triggers.list")
    case .topic: permissions.insert("pubsub.topics.list")
    case .publisher: permissions.insert("pubsub.topics.getIamPolicy")
    case .workflowInvoker: permissions.insert("resourcemanager.projects.getIamPolicy")
    case .account: permissions.insert("iam.serviceAccounts.list")
    case .alert: permissions.formUnion(["monitoring.alertPolicies.list", "monitoring.notificationChannels.list"])
    case .logMetric: permissions.insert("logging.logMetrics.list")
    case .channel: permissions.insert("monitoring.notificationChannels.list")
    // What has a policy of its own is looked at there.
    case .accessor, .retention: break
    }
  }
}
