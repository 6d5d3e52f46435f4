import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest

/// What becomes of images in the repositories that the project file names. No other repository is looked at.
extension GoogleProjectProvider {
  func addRetention(of job: Job, to expansion: inout Expansion) {
    for retention in job.around.value.retention {
      guard let name = RetentionName(retention, env: job.env ?? "-") else { continue }
      expansion.resources.append(
        Resource(
          id: GoogleID(.retention, name.text).text(in: place), job: name.owner,
          fields: RetentionPolicies.wanted(retention), isShareable: true))
    }
  }

  func surveyRetention(_ focus: Survey.Focus) async -> Result<Survey, CloudFailure> {
    var survey = Survey()
    do throws(CloudFailure) {
      for id in focus.wanted.union(focus.noted).sorted() {
        guard let parsed = GoogleID(id, in: place), parsed.kind == .retention, let name = RetentionName(parsed.name)
        else { continue }
        do throws(CloudFailure) {
          guard let tree = try await repositories.repository(name.path) else { continue }
          if let live = liveRetention(name, tree) { survey.owned.append(live) }
        } catch  where GrantSurvey.isDenial(error) {
          guard focus.wanted.contains(id) else { continue }
          survey.unknown.append(Survey.Unknown(id: id, reason: error.fault.why, hint: error.fault.hint))
        }
      }
      return .success(survey)
    } catch {
      return .failure(error)
    }
  }

  /// An environment's retention as it is; nil where it has none. The service has no version to tell by.
  private func liveRetention(_ name: RetentionName, _ tree: Tree) -> LiveResource? {
    let policies = RetentionPolicies(tree, of: name.env)
    guard let applied = policies.applied else { return nil }
    return LiveResource(
      id: GoogleID(.retention, name.text).text(in: place), owner: name.owner, fields: policies.fields,
      appliedDigest: applied)
  }

  // MARK: Acts

  /// Reads and writes all policies of a repository, one change of a run at a time: it has no etag, and so whoever else writes
  /// them in the same moment is not seen.
  func perform(_ change: Change, onRetention name: RetentionName) async throws(Failure) {
    await turns.begin(name.path)
    let result = await write(change, name)
    await turns.end(name.path)
    try result.get()
  }

  private func write(_ change: Change, _ name: RetentionName) async -> Result<Void, Failure> {
    do throws(Failure) {
      guard change.action != .adopt, change.action != .release else { throw Self.isNeverTaken(change) }
      do throws(CloudFailure) {
        guard let tree = try await repositories.repository(name.path) else {
          if change.action == .delete { return .success(()) }
          throw Self.refusal(
            "there is no repository '\(name.path)'", hint: Self.hint(toMake: name))
        }
        let live = liveRetention(name, tree)
        guard (live?.precondition ?? LiveResource.absent) == change.precondition else {
          throw Self.refusal("its clean-up policies were changed meanwhile", hint: "make the plan anew")
        }
        let policies = RetentionPolicies(tree, of: name.env)
        let fields = change.action == .delete ? [] : change.result(over: live?.fields ?? [])
        if let obstacle = policies.obstacle(to: fields) {
          throw Self.refusal(obstacle, hint: RetentionName.obstacleHint)
        }
        let body: [UInt8]
        do throws(Failure) {
          body = try policies.body(fields, of: name.env)
        } catch {
          return .failure(error)
        }
        try await repositories.update(name.path, body, mask: RetentionPolicies.mask)
      } catch {
        throw error.failure
      }
      return .success(())
    } catch {
      return .failure(error)
    }
  }

  private static func refusal(_ why: String, hint: String) -> CloudFailure {
    CloudFailure("change the retention of images", CloudFault(.precondition, why: why, hint: hint))
  }

  static func hint(toMake name: RetentionName) -> String {
    "gcloud artifacts repositories create \(name.repository) --repository-format=docker --location=\(name.location) "
      + "--project=\(name.project)"
  }
}

extension RetentionName {
  static let obstacleHint = "write the same 'dryRun', or agree with whoever made them"
}
