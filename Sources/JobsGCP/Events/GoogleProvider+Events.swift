import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest

/// What starts jobs for messages: a trigger of Eventarc a topic, and a workflow a job.
extension GoogleProvider {
  /// Whether messages are to start a job. One that is paused has no triggers: what is published meanwhile does not start it later.
  static func isTriggered(_ job: Job) -> Bool { job.enabled && !job.paused && !job.events.isEmpty }

  /// - Returns: the names of the topics whose messages start the job, and what that takes in its region.
  func expandEvents(of job: Job) throws(ExpansionRefusal) -> (topics: [String], resources: [Resource]) {
    // A job that is paused is refused what it would be refused later.
    let events = try TopicEvent.list(of: job, inProject: place.account)
    guard Self.isTriggered(job), !events.isEmpty else { return ([], []) }
    guard AlertMark.canName(job.id) else {
      throw ExpansionRefusal(
        "its triggers bear its tenant, environment and name as labels, and '\(job.id)' cannot be said so",
        hint: "write small letters, digits, '-' and '_', or take 'events' away")
    }
    let caller = Self.caller(of: job, inProject: place.account)
    try checkName(caller)
    let right = Grant(.executor, on: job.name, to: caller)
    let workflow = GoogleID(.workflow, job.name)
    var resources = [
      Resource(
        id: right.id.text(in: place), job: job.id, fields: right.fields(owner: job.id),
        dependencies: dependencies(of: right), isShareable: true),
      Resource(
        id: workflow.text(in: place), job: job.id,
        fields: ResourceShape.workflow.wanted([
          Resource.Field("sourceContents", self.workflow(of: job, events).source),
          Resource.Field("serviceAccount", caller),
        ]), dependencies: dependencies(ofWorkflowOf: job.name, caller: caller)),
    ]
    for event in events {
      resources.append(
        Resource(
          id: GoogleID(.trigger, Self.triggerName(job.name, event.topic)).text(in: place), job: job.id,
          fields: ResourceShape.trigger.wanted(
            [
              // The type of event by which Eventarc knows messages
              // (https://cloud.google.com/eventarc/docs/workflows/route-trigger-cloud-pubsub, 2026-11).
              Resource.Field("eventFilters[type].value", "google.cloud.pubsub.topic.v1.messagePublished"),
              Resource.Field("transport.pubsub.topic", topic(event.topic)),
              Resource.Field("destination.workflow", workflows.name(job.name)),
              Resource.Field("serviceAccount", caller),
            ] + (event.isRetried ? [] : [Resource.Field("retryPolicy.maxAttempts", Resource.Value(1))])),
          dependencies: dependencies(ofTriggerOf: job.name, topic: event.topic, caller: caller)))
    }
    return (events.map(\.topic), resources)
  }

  /// What is not kept of a job's events.
  static func eventLosses(of job: Job) -> [String] {
    TopicEvent.otherKinds(of: job).map { "the event '\(Terminal.visible($0))' does not start it: topics of Pub/Sub do" }
      + (job.paused && job.enabled && !job.events.isEmpty
        ? ["'events' are left out, since the job is paused: what is published meanwhile does not start it later"] : [])
      + (job.enabled || job.events.isEmpty ? [] : ["'events' are left out, since the job is disabled"])
  }

  /// A trigger is called for its topic too, which cannot be changed: at most 63 small letters, digits and hyphens
  /// (eventarc.v1, 20261002).
  static func triggerName(_ job: String, _ topic: String) -> String {
    let hash = withUnsafeBytes(of: Array(topic.utf8).fnv1a64.bigEndian) { Array($0.prefix(4)) }
    return "\(job.prefix(54))-\(String(hexadecimal: hash))"
  }

  private func topic(_ name: String) -> String { "projects/\(place.account)/topics/\(name)" }

  private func workflow(of job: Job, _ events: [TopicEvent]) -> EventWorkflow {
    let lost = events.compactMap { event in event.deadLetter.map { (topic(event.topic), topic($0)) } }
    return EventWorkflow(
      job: "projects/\(place.account)/locations/\(place.key)/jobs/\(job.name)",
      deadLetters: Dictionary(lost) { first, _ in first })
  }

  /// The job that it starts, and the right to.
  private func dependencies(ofWorkflowOf job: String, caller: String) -> [String] {
    let right = Grant(.executor, on: job, to: caller)
    return dependencies(of: right) + [right.id.text(in: place)]
  }

  private func dependencies(ofTriggerOf job: String, topic: String, caller: String) -> [String] {
    let account = ServiceAccountName(email: caller, in: place.account)
    return [
      GoogleID(.workflow, job).text(in: place), GoogleID(.topic, topic).text(inProject: place.account),
      Grant(.workflowInvoker, to: caller).id.text(inProject: place.account),
    ] + (account.map { [GoogleID(.account, $0.id).text(inProject: place.account)] } ?? [])
  }

  // MARK: What there is

  /// The workflows and triggers that bear our mark, looked for only where there may be any: where one is wanted or noted, or a
  /// job says that messages start it.
  func surveyEvents(beside jobs: [LiveResource], _ focus: Survey.Focus) async throws(CloudFailure) -> Survey {
    let named = focus.wanted.union(focus.noted).contains { id in
      GoogleID(id, in: place).map { $0.kind == .trigger || $0.kind == .workflow } ?? false
    }
    let field = "annotations.\(CloudRunMark.eventsKey)"
    guard named || jobs.contains(where: { $0.fields[field] != nil }) else { return Survey() }
    async let workflows = surveyWorkflows(focus)
    var survey = try await surveyTriggers(focus).get()
    let others = try await workflows.get()
    survey.owned += others.owned
    survey.foreign += others.foreign
    survey.unknown += others.unknown
    return survey
  }

  private func surveyWorkflows(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      try await workflows.list { tree, node in
        guard let name = Self.name(tree, node) else { return }
        if let live = liveWorkflow(name, tree, node) {
          survey.owned.append(live)
        } else {
          survey.add(foreign: "the workflow '\(name)'", GoogleID(.workflow, name).text(in: place), focus)
        }
      }
    } catch {
      return unseen(.workflow, focus, error)
    }
    return .success(survey)
  }

  private func surveyTriggers(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      try await triggers.list { tree, node in
        guard let name = Self.name(tree, node) else { return }
        if let live = liveTrigger(name, tree, node) {
          survey.owned.append(live)
        } else {
          survey.add(foreign: "the trigger '\(name)'", GoogleID(.trigger, name).text(in: place), focus)
        }
      }
    } catch {
      return unseen(.trigger, focus, error)
    }
    return .success(survey)
  }

  private func unseen(
    _ kind: GoogleID.Kind, _ focus: Survey.Focus, _ failure: CloudFailure
  ) -> Result<Survey, CloudFailure> {
    guard GrantSurvey.isDenial(failure) else { return .failure(failure) }
    return .success(.unseen(focus.wanted, failure) { GoogleID($0, in: place)?.kind == kind })
  }

  /// A workflow as it is; nil for one that is not ours. It has no version to tell by that changes with its description.
  func liveWorkflow(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = DescriptionMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.workflow.read(tree, node)
    return LiveResource(
      id: GoogleID(.workflow, name).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.quarantined), appliedDigest: mark.applied, hidden: hidden,
      dependencies: dependencies(ofWorkflowOf: name, caller: fields["serviceAccount"]?.text ?? ""),
      quarantined: mark.quarantined)
  }

  /// A trigger as it is; nil for one that is not ours.
  func liveTrigger(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = LabelMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.trigger.read(tree, node)
    func last(_ field: String) -> String { fields[field]?.text.split(separator: "/").last.map { String($0) } ?? "" }
    return LiveResource(
      id: GoogleID(.trigger, name).text(in: place), owner: mark.owner, fields: fields,
      appliedDigest: mark.written.applied,
      version: tree.text(node, "etag").map { "etag:\($0)" }, hidden: hidden,
      dependencies: dependencies(
        ofTriggerOf: last("destination.workflow"), topic: last("transport.pubsub.topic"),
        caller: fields["serviceAccount"]?.text ?? ""))
  }
}

extension Survey {
  /// Adds what others made, where a resource of ours is wanted in its stead.
  mutating func add(foreign name: String, _ id: String, _ focus: Focus) {
    if focus.wanted.contains(id) { foreign.append(Foreign(name: name, id: id)) }
  }

  /// What is wanted of a kind that may not be looked at; nothing where its API is switched off, and so none of it there.
  static func unseen(_ wanted: Set<String>, _ failure: CloudFailure, _ isOfKind: (String) -> Bool) -> Survey {
    if case .disabledService = failure.cause { return Survey() }
    return Survey(
      unknown: wanted.sorted().filter(isOfKind).map {
        Unknown(id: $0, reason: failure.fault.why, hint: failure.fault.hint)
      })
  }
}
