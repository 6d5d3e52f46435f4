import JobsCloud
import JobsCore
import JobsDeploy

/// Workflows and triggers are made, changed and deleted.
extension GoogleProvider {
  func perform(_ change: Change, onWorkflow name: String) async throws(Failure) {
    let live = try await read(change) { () async throws(CloudFailure) in try await workflows.workflow(name) }
    let found = live.flatMap { liveWorkflow(name, $0, Tree.root) }
    let fields = change.result(over: found?.fields ?? [])
    let mark = DescriptionMark(owner: change.job, fields)
    let body = try ResourceShape.workflow.layout.json(
      [Resource.Field("description", mark.description)] + fields.withoutQuarantine)
    try await carryOut(
      change, found, isThere: live != nil,
      create: { () async throws(CloudFailure) in try await workflows.create(name, body) },
      update: { (mask) async throws(CloudFailure) in
        try await workflows.update(name, body, mask: ["description"] + mask)
      },
      delete: { () async throws(CloudFailure) in try await workflows.delete(name) },
      read: { () async throws(CloudFailure) in
        try await workflows.workflow(name).map { DescriptionMark($0, Tree.root) == mark }
      })
  }

  func perform(_ change: Change, onTrigger name: String) async throws(Failure) {
    let live = try await read(change) { () async throws(CloudFailure) in try await triggers.trigger(name) }
    let found = live.flatMap { liveTrigger(name, $0, Tree.root) }
    let fields = change.result(over: found?.fields ?? [])
    let mark = LabelMark(owner: change.job, fields)
    let body = try ResourceShape.trigger.layout.json(
      [Resource.Field("name", triggers.name(name))] + mark.fields + fields)
    try await carryOut(
      change, found, isThere: live != nil,
      create: { () async throws(CloudFailure) in try await triggers.create(name, body) },
      update: { (mask) async throws(CloudFailure) in
        try await triggers.update(name, body, mask: mask.contains("labels") ? mask : ["labels"] + mask)
      },
      delete: { () async throws(CloudFailure) in try await triggers.delete(name) },
      read: { () async throws(CloudFailure) in
        try await triggers.trigger(name).map { LabelMark($0, Tree.root) == mark }
      })
  }

  private func read(
    _ change: Change, _ body: () async throws(CloudFailure) -> Tree?
  ) async throws(Failure) -> Tree? {
    change.action == .create ? nil : try await cloud(change, body)
  }

  /// - Parameters:
  ///   - read: whether what is there bears the mark that the change writes; nil where nothing is there.
  private func carryOut(
    _ change: Change, _ found: LiveResource?, isThere: Bool,
    create: () async throws(CloudFailure) -> Void, update: (_ mask: [String]) async throws(CloudFailure) -> Void,
    delete: () async throws(CloudFailure) -> Void, read: () async throws(CloudFailure) -> Bool?
  ) async throws(Failure) {
    switch change.action {
    case .create:
      try await cloud(change) { () async throws(CloudFailure) in
        do throws(CloudFailure) {
          try await create()
        } catch  where error.mayBeDone || error.cause == .alreadyExists {
          // An attempt whose answer was lost may be what made it.
          guard try await read() == true else { throw error }
        }
      }
    case .update, .quarantine:
      try check(change, found)
      let mask = change.roots
      try await cloud(change) { () async throws(CloudFailure) in
        do throws(CloudFailure) {
          try await update(mask)
        } catch  where error.mayBeDone {
          guard try await read() == true else { throw error }
        }
      }
    case .delete:
      guard isThere else { return }
      try check(change, found)
      try await cloud(change) { () async throws(CloudFailure) in
        do throws(CloudFailure) {
          try await delete()
        } catch  where error.mayBeDone || error.cause == .notFound {
          guard try await read() == nil else { throw error }
        }
      }
    case .adopt, .release: throw GoogleProjectProvider.isNeverTaken(change)
    }
  }
}

extension Change {
  /// The keys of the root that it is of, each once, in its order; for masks.
  var roots: [String] {
    var roots: [String] = []
    for field in fields where field.path != Quarantine.field {
      let root = String(field.path.prefix { $0 != "." && $0 != "[" })
      if !roots.contains(root) { roots.append(root) }
    }
    return roots
  }
}
