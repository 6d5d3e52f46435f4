import JobsCloud
import JobsCore
import JobsDeploy

/// Finds out which rights are granted, by the policies that have them: one call a job, secret or topic, and one more for the project
/// where a right is missing that may come from there.
struct GrantSurvey: Sendable {
  let policies: PolicyService
  let access: AccessService
  let project: String

  /// What has a policy, and the rights on it that matter.
  struct Question: Sendable {
    /// nil where it is not there yet, and so nobody has a right on it itself.
    var target: PolicyService.Target?
    var rights: [Right]
  }

  struct Right: Sendable {
    var grant: Grant
    /// As plans have it.
    var id: String
    var isWanted: Bool
    /// The ids of resources that it cannot be without.
    var dependencies: [String]
  }

  /// - Throws: what is no lack of permission.
  func answer(_ questions: [Question]) async throws(CloudFailure) -> Survey {
    var survey = Survey()
    var lacking: [Right] = []
    for (question, answer) in zip(questions, await read(questions)) {
      let policy: AccessPolicy?
      do throws(CloudFailure) {
        policy = try answer.get()
      } catch  where Self.isDenial(error) {
        survey.unknown += question.rights.filter(\.isWanted).map { Self.unknown($0, error.fault) }
        continue
      }
      for right in question.rights {
        if policy?.grants([right.grant.role], to: right.grant.member) == true {
          survey.unmarked.append(
            Survey.Unmarked(
              id: right.id, name: "the binding of '\(right.grant.role)' on \(right.grant.place)",
              dependencies: right.dependencies))
        } else if right.isWanted {
          lacking.append(right)
        }
      }
    }
    if !lacking.isEmpty { try await add(lacking, to: &survey) }
    return survey
  }

  private static var questionsAtOnce: Int { 8 }

  private func read(_ questions: [Question]) async -> [Result<AccessPolicy?, CloudFailure>] {
    await withTaskGroup(of: (at: Int, answer: Result<AccessPolicy?, CloudFailure>).self) { group in
      var answers: [Result<AccessPolicy?, CloudFailure>] = questions.map { _ in .success(nil) }
      var running = 0
      for (at, question) in questions.enumerated() {
        guard let target = question.target else { continue }
        if running >= Self.questionsAtOnce, let answer = await group.next() {
          answers[answer.at] = answer.answer
          running -= 1
        }
        running += 1
        group.addTask {
          do throws(CloudFailure) {
            return (at, .success(try await policies.policy(of: target)))
          } catch {
            return (at, .failure(error))
          }
        }
      }
      for await answer in group { answers[answer.at] = answer.answer }
      return answers
    }
  }

  // MARK: The project

  /// What is granted on the project holds for all in it. Where that cannot be seen, and could not be granted either, a right
  /// may be there all the same, and is taken as it is.
  private func add(_ lacking: [Right], to survey: inout Survey) async throws(CloudFailure) {
    do throws(CloudFailure) {
      guard let policy = try await policies.policy(of: .project(project)) else { return }
      for right in lacking where policy.grants(Set(right.grant.sufficientRoles), to: right.grant.member) {
        survey.foreign.append(Survey.Foreign(name: "a role on project '\(project)'", id: right.id))
      }
    } catch  where Self.isDenial(error) {
      let granting = Set(lacking.map(\.grant.permission))
      let missing = (try? await access.missing(granting, onProject: project)).map(Set.init)
      survey.unknown += lacking.filter { missing?.contains($0.grant.permission) ?? true }.map { right in
        Survey.Unknown(
          id: right.id,
          reason: "a role on project '\(project)' may do as well, which cannot be seen: \(error.fault.why); "
            + (missing == nil
              ? "and it is not known whether it may be granted"
              : "and permission '\(right.grant.permission)' to grant it is missing"),
          hint: PermissionRole.role(for: right.grant.permission).map {
            "grant \($0) to who deploys, or '\(right.grant.role)' to '\(right.grant.member)' yourself"
          })
      }
    }
  }

  private static func unknown(_ right: Right, _ fault: CloudFault) -> Survey.Unknown {
    Survey.Unknown(id: right.id, reason: fault.why, hint: fault.hint)
  }

  /// Whether who asks may not know.
  static func isDenial(_ failure: CloudFailure) -> Bool {
    switch failure.cause {
    case .missingPermission, .disabledService: true
    default: false
    }
  }
}
