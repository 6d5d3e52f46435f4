import JobsCloud
package import JobsCore
package import JobsDeploy

extension GoogleProjectProvider {
  /// An account is disabled, so that nothing acts as it any more, and bears the day until it goes. A right is taken away at
  /// once.
  package func quarantine(_ resource: LiveResource, on day: CivilDate) -> [Resource.Field]? {
    guard GoogleID(resource.id, in: place)?.kind == .account else { return nil }
    let fields = resource.fields.withoutQuarantine.map {
      $0.name == "disabled" ? Resource.Field("disabled", Resource.Value(true)) : $0
    }
    return fields + Quarantine.fields(day.text)
  }

  package func survey() async throws(Failure) -> Survey { try await survey(heeding: Survey.Focus()) }

  package func survey(heeding focus: Survey.Focus) async throws(Failure) -> Survey {
    async let accounts = surveyAccounts(focus.wanted)
    async let rights = surveyAccessors(focus)
    do throws(CloudFailure) {
      var survey = try await accounts.get()
      let others = try await rights.get()
      survey.foreign += others.foreign
      survey.unmarked = others.unmarked
      survey.unknown += others.unknown
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
      survey = Survey()
      for id in wanted.sorted() where GoogleID(id, in: place)?.kind == .account {
        survey.unknown.append(Survey.Unknown(id: id, reason: error.fault.why, hint: error.fault.hint))
      }
    } catch {
      return .failure(error)
    }
    return .success(survey)
  }

  private func surveyAccessors(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    var questions: [String: GrantSurvey.Question] = [:]
    for id in focus.wanted.sorted() {
      guard let parsed = GoogleID(id, in: place), parsed.kind == .accessor, let grant = Grant(parsed) else { continue }
      let target = PolicyService.Target.secret(grant.target, project: place.account)
      questions[grant.target, default: GrantSurvey.Question(target: target, rights: [])].rights.append(
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
