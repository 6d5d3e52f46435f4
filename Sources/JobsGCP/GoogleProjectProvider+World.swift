import JobsCloud
package import JobsCore
package import JobsDeploy

extension GoogleProjectProvider {
  /// An account, an alert, a channel and a metric are disabled, so that nothing acts as the one and nobody hears of the
  /// others, and bear the day until they go, as a topic does. A right is taken away at once, as a retention is, without which
  /// images stay.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    guard let id = GoogleID(resource.id, in: place), Grant(id) == nil, id.kind != .retention else { return nil }
    let isOff =
      id.kind == .alert || id.kind == .channel
      ? Resource.Field("enabled", Resource.Value(false)) : .init("disabled", Resource.Value(true))
    let fields = resource.fields.withoutQuarantine.map { $0.name == isOff.name ? isOff : $0 }
    return fields + Quarantine.fields(day.text)
  }

  package func survey() async throws(Failure) -> Survey { try await survey(heeding: Survey.Focus()) }

  package func survey(heeding focus: Survey.Focus) async throws(Failure) -> Survey {
    async let accounts = surveyAccounts(focus.wanted)
    async let rights = surveyRights(focus)
    async let topics = surveyTopics(focus)
    async let alerts = surveyAlerts(focus.wanted)
    async let metrics = surveyMetrics(focus.wanted)
    async let channels = surveyChannels(focus)
    async let retention = surveyRetention(focus)
    do throws(CloudFailure) {
      var survey = try await accounts.get()
      let parts = [
        try await rights.get(), try await topics.get(), try await alerts.get(), try await metrics.get(),
        try await channels.get(), try await retention.get(),
      ]
      for part in parts {
        survey.owned += part.owned
        survey.foreign += part.foreign
        survey.unmarked += part.unmarked
        survey.unknown += part.unknown
      }
      return survey
    } catch {
      throw error.failure
    }
  }

  private func surveyAccounts(_ wanted: Set<String>) async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      try await accounts.list { tree, node in
        guard let email = tree.value(node, "email").map(tree.string),
          let name = ServiceAccountName(email: email, in: place.account)
        else { return }
        let id = GoogleID(.account, name.id).text(in: place)
        if let live = liveAccount(name.id, tree, node) {
          survey.owned.append(live)
        } else if wanted.contains(id) {
          survey.foreign.append(Survey.Foreign(name: "the service account '\(email)'", id: id))
        }
      }
    } catch  where GrantSurvey.isDenial(error) {
      survey = unseen(.account, wanted, error)
    } catch {
      return .failure(error)
    }
    return .success(survey)
  }

  /// What is wanted of a kind that may not be looked at.
  func unseen(_ kind: GoogleID.Kind, _ wanted: Set<String>, _ failure: CloudFailure) -> Survey {
    Survey(
      unknown: wanted.sorted().filter { GoogleID($0, in: place)?.kind == kind }.map {
        Survey.Unknown(id: $0, reason: failure.fault.why, hint: failure.fault.hint)
      })
  }

  private func surveyRights(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    var questions: [String: GrantSurvey.Question] = [:]
    for id in focus.wanted.sorted() {
      guard let parsed = GoogleID(id, in: place), let grant = Grant(parsed) else { continue }
      let target = grant.policy(inProject: place.account, region: place.key)
      questions[target.path, default: GrantSurvey.Question(target: target, rights: [])].rights.append(
        GrantSurvey.Right(grant: grant, id: id, isWanted: true, dependencies: dependencies(of: grant)))
    }
    guard !questions.isEmpty else { return .success(Survey()) }
    do throws(CloudFailure) {
      return .success(
        try await GrantSurvey(policies: policies, access: access, project: place.account)
          .answer(questions.sorted { $0.key < $1.key }.map(\.value)))
    } catch {
      return .failure(error)
    }
  }

  /// A service account as it is; nil for one that is not ours. The service has no version to tell by.
  func liveAccount(_ id: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource? {
    guard let mark = DescriptionMark(tree, node) else { return nil }
    let (fields, hidden) = ResourceShape.serviceAccount.read(tree, node)
    return LiveResource(
      id: GoogleID(.account, id).text(in: place), owner: mark.owner,
      fields: fields + Quarantine.fields(mark.quarantined), appliedDigest: mark.applied, hidden: hidden,
      quarantined: mark.quarantined)
  }
}
