import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest

/// The topics whose messages start jobs. What others made does as well, and stays theirs.
extension GoogleProjectProvider {
  func addTopics(_ events: [TopicEvent], _ caller: String, _ room: String, to expansion: inout Expansion) {
    for name in events.flatMap({ [$0.topic] + ($0.deadLetter.map { [$0] } ?? []) }) {
      let id = GoogleID(.topic, name).text(in: place)
      guard !expansion.resources.contains(where: { $0.id == id }) else { continue }
      expansion.resources.append(Resource(id: id, job: "\(room)/*", fields: [], isShareable: true))
    }
  }

  func surveyTopics(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    let named = focus.wanted.union(focus.noted).contains { GoogleID($0, in: place)?.kind == .topic }
    guard named else { return .success(Survey()) }
    var survey = Survey()
    do throws(CloudFailure) {
      try await topics.list { tree, node in
        guard let name = GoogleProvider.name(tree, node) else { return }
        let id = GoogleID(.topic, name).text(in: place)
        if let live = liveTopic(name, tree, node) {
          survey.owned.append(live)
        } else {
          survey.add(foreign: "the topic '\(name)'", id, focus)
        }
      }
    } catch  where GrantSurvey.isDenial(error) {
      return .success(.unseen(focus.wanted, error) { GoogleID($0, in: place)?.kind == .topic })
    } catch {
      return .failure(error)
    }
    return .success(survey)
  }

  /// A topic as it is; nil for one that is not ours. The service has no version to tell by.
  func liveTopic(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = LabelMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.topic.read(tree, node)
    return LiveResource(
      id: GoogleID(.topic, name).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.written.quarantined), appliedDigest: mark.written.applied, hidden: hidden,
      quarantined: mark.written.quarantined)
  }

  // MARK: Acts

  func perform(_ change: Change, onTopic name: String) async throws(Failure) {
    do throws(CloudFailure) {
      switch change.action {
      case .create: try await createTopic(change, name)
      case .update, .quarantine, .delete:
        let live = try await topics.topic(name)
        if live == nil, change.action == .delete { return }
        let found = live.flatMap { liveTopic(name, $0, Tree.root) }
        guard let found, found.precondition == change.precondition else {
          throw Self.refusal(change, "it was changed meanwhile")
        }
        if change.action == .delete {
          try await deleteTopic(change, name)
        } else {
          let mask = change.roots
          try await topics.update(
            name, try Self.topicBody(change, over: found.fields),
            mask: mask.contains("labels") ? mask : ["labels"] + mask)
        }
      case .adopt, .release: throw Self.refusal(change, "it is made or removed, and never taken over or given back")
      }
    } catch {
      throw error.failure
    }
  }

  private func createTopic(_ change: Change, _ name: String) async throws(CloudFailure) {
    do throws(CloudFailure) {
      try await topics.create(name, try Self.topicBody(change, over: []))
    } catch  where error.mayBeDone || error.cause == .alreadyExists {
      // An attempt whose answer was lost may be what made it.
      let mark = LabelMark(owner: change.job, change.result(over: []))
      guard let made = try await topics.topic(name), LabelMark(made, Tree.root) == mark else { throw error }
    }
  }

  /// Leaves a topic alone whose messages others wait for: they would get none any more, whatever topic of that name comes later.
  private func deleteTopic(_ change: Change, _ name: String) async throws(CloudFailure) {
    if let other = try await topics.subscriptions(of: name).first {
      throw Self.refusal(
        change, "others wait for its messages by the subscription '\(Terminal.visible(other))'",
        hint: "remove the subscription first, or take the labels that begin with 'jobs-' off the topic to keep it")
    }
    do throws(CloudFailure) {
      try await topics.delete(name)
    } catch  where error.mayBeDone || error.cause == .notFound {
      guard try await topics.topic(name) == nil else { throw error }
    }
  }

  private static func refusal(
    _ change: Change, _ why: String, hint: String = "make the plan anew"
  ) -> CloudFailure {
    CloudFailure(
      "change '\(Terminal.visible(change.id))'", CloudFault(.precondition, why: why, hint: hint))
  }

  private static func topicBody(_ change: Change, over live: [Resource.Field]) throws(CloudFailure) -> [UInt8] {
    let fields = change.result(over: live)
    do throws(Failure) {
      return try ResourceShape.topic.layout.json(
        LabelMark(owner: change.job, fields).fields + fields.withoutQuarantine)
    } catch {
      throw CloudFailure("change '\(Terminal.visible(change.id))'", CloudFault(.invalid([]), why: error.message))
    }
  }
}

extension [TopicEvent] {
  /// What who starts the job may do beside that: start the workflow, and publish what fails.
  func rights(of caller: String?) -> [Grant] {
    guard let caller, !isEmpty else { return [] }
    let lost = Set(compactMap(\.deadLetter)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return [Grant(.workflowInvoker, to: caller)] + lost.map { Grant(.publisher, on: $0, to: caller) }
  }
}
