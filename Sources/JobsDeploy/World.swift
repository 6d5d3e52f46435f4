package import JobsCore

/// All places that a plan spans.
package struct World: Sendable {
  /// In the order in which they are shown.
  package let providers: [any Provider]

  package init(_ providers: [any Provider]) { self.providers = providers }

  package var places: [Place] { providers.map(\.place) }

  /// What there is in all places, which are looked at together.
  ///
  /// - Parameter focus: for what cannot be listed.
  /// - Throws: the failure of the first place that could not be looked at.
  package func survey(heeding focus: Survey.Focus = Survey.Focus()) async throws(Failure) -> Survey {
    let (survey, unread) = await look(heeding: focus)
    if let first = unread.first { throw first.failure }
    return survey
  }

  /// What there is in the places that could be looked at, and why the others could not, in their order.
  ///
  /// - Parameter focus: for what cannot be listed.
  package func look(heeding focus: Survey.Focus) async -> (survey: Survey, unread: [(place: Place, failure: Failure)]) {
    let parts = await ask { provider throws(Failure) in try await provider.survey(heeding: focus) }
    var survey = Survey()
    var unread: [(place: Place, failure: Failure)] = []
    for (provider, part) in zip(providers, parts) {
      switch part {
      case .success(let part):
        survey.owned += part.owned
        survey.foreign += part.foreign
        survey.unmarked += part.unmarked
        survey.unknown += part.unknown
      case .failure(let failure): unread.append((provider.place, failure))
      }
    }
    return (survey, unread)
  }

  /// The jobs of all places, whoever made them, each with the way there.
  ///
  /// - Parameter ownership: whose those are that bear no mark.
  package func findJobs(
    for ownership: JobOwnership
  ) async throws(Failure) -> [(provider: any Provider, found: FoundJobs)] {
    let parts = await ask { provider throws(Failure) in try await provider.findJobs(for: ownership) }
    var found: [(provider: any Provider, found: FoundJobs)] = []
    for (provider, part) in zip(providers, parts) { found.append((provider, try part.get())) }
    return found
  }

  /// Why a resource cannot become what a change makes of it; nil where nothing speaks against it.
  package func refusal(of change: Change) -> ExpansionRefusal? {
    providers.first { $0.owns(change.id) }?.refusal(of: change)
  }

  /// All that the calls for these changes would lack, wherever.
  package func preflight(_ changes: [Change]) async throws(Failure) -> [Missing] {
    let parts = await ask { provider throws(Failure) in
      let own = changes.filter { provider.owns($0.id) }
      return own.isEmpty ? [] : try await provider.preflight(own, in: changes)
    }
    var missing: [Missing] = []
    // Places of one account lack the same things.
    for part in parts { missing += try part.get().filter { !missing.contains($0) } }
    return missing
  }

  /// Asks all places at once; the answers are in their order.
  private func ask<Answer: Sendable>(
    _ question: @escaping @Sendable (any Provider) async throws(Failure) -> Answer
  ) async -> [Result<Answer, Failure>] {
    await withTaskGroup(of: (at: Int, answer: Result<Answer, Failure>).self) { group in
      for (at, provider) in providers.enumerated() {
        group.addTask {
          do throws(Failure) {
            return (at, .success(try await question(provider)))
          } catch {
            return (at, .failure(error))
          }
        }
      }
      var answers: [(at: Int, answer: Result<Answer, Failure>)] = []
      for await answer in group { answers.append(answer) }
      return answers.sorted { $0.at < $1.at }.map(\.answer)
    }
  }

  /// Whether the resource of an id is kept here.
  package func owns(_ id: String) -> Bool { providers.contains { $0.owns(id) } }

  /// The provider that keeps the resource of an id.
  ///
  /// - Throws: a usage failure where none does.
  package func provider(of id: String) throws(Failure) -> any Provider {
    guard let found = providers.first(where: { $0.owns(id) }) else { throw Self.isNowhere(id) }
    return found
  }

  /// What carries changes out here, so many at once in all.
  ///
  /// - Throws: a usage failure for a change of a resource that is nowhere here.
  package func rollout(_ changes: [Change], width: Int) throws(Failure) -> Rollout {
    var lanes: [String: Int] = [:]
    for change in changes {
      guard let lane = providers.firstIndex(where: { $0.owns(change.id) }) else { throw Self.isNowhere(change.id) }
      lanes[change.id] = lane
    }
    return Rollout(
      changes, width: width, lanes: providers.map { Rollout.Lane(width: $0.concurrency, isOneWrite: $0.isOneWrite) }
    ) {
      lanes[$0.id] ?? 0
    }
  }

  private static func isNowhere(_ id: String) -> Failure {
    .usage("'\(Terminal.visible(id))' is nowhere here", hint: "make the plan anew")
  }
}
