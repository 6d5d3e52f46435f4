import JobsCloud
package import JobsCore
package import JobsDeploy
import JobsManifest

extension AWSProvider {
  /// A description is the mark of a schedule, and stands beside that of a function; either had another before.
  package var markFields: Set<String> { [FunctionDocument.description] }

  /// All functions of the region with the schedules that start them.
  package func findJobs(for ownership: JobOwnership) async throws(Failure) -> FoundJobs {
    do throws(CloudFailure) {
      var found = FoundJobs()
      var triggers = try await triggers()
      for listed in try await lambda.list() {
        let name = listed.name
        guard let function = try await lambda.function(name) else { continue }
        let live = try await lambda.function(name, qualifier: LambdaPlace.alias)
        let own = triggers.removeValue(forKey: name) ?? []
        found.jobs.append(job(name, function, live, own.sorted { $0.name.text < $1.name.text }, ownership))
      }
      for (function, others) in triggers.sorted(by: { $0.key < $1.key }) {
        for other in others {
          found.unread.append(
            .init(
              name: "the schedule '\(other.name.text)'",
              reason: ExpansionRefusal(
                "it starts the function '\(function)', which is not there", hint: "remove the schedule")))
        }
      }
      return found
    } catch {
      throw error.failure
    }
  }

  /// A schedule that starts a function.
  private struct Trigger {
    var name: ScheduleName
    var part: LiveResource

    var isOurs: Bool { !part.owner.isEmpty }
  }

  /// By the names of the functions that they start, of whatever version.
  private func triggers() async throws(CloudFailure) -> [String: [Trigger]] {
    var triggers: [String: [Trigger]] = [:]
    for listed in try await scheduler.list() {
      guard let function = region.function(arn: listed.target),
        let tree = try await scheduler.schedule(listed.name.name, in: listed.name.group)
      else { continue }
      let name = listed.name.text
      let part =
        ScheduleDocument.resource(tree, name: name, in: region)
        ?? ScheduleDocument.foreign(tree, name: name, in: region)
      triggers[function, default: []].append(Trigger(name: listed.name, part: part))
    }
    return triggers
  }

  private func job(
    _ name: String, _ function: Lambda.Function, _ live: Lambda.Function?, _ all: [Trigger], _ ownership: JobOwnership
  ) -> FoundJob {
    let mark = OwnerMark(tags: function.tags)
    // With a function of ours somebody else's schedule is somebody else's.
    let triggers = all.filter { $0.isOurs == (mark != nil) }
    let part = FunctionDocument.foreign(function, live: live, id: region.id(.function, name), in: region)
    let job = FoundFunction(
      name, owner: mark?.owner, part.fields, triggers.map { .init(name: $0.name, fields: $0.part.fields) },
      for: ownership, in: region
    ).job
    let losses = all.filter { $0.isOurs != (mark != nil) }.map {
      "the schedule '\($0.name.text)' starts it too, and \(mark == nil ? "bears" : "does not bear") our mark"
    }
    return FoundJob(
      job: job.filled, name: "the function '\(name)' in '\(region.region)'", isOwned: mark != nil,
      parts: mark == nil ? [part] + triggers.map(\.part) : [], losses: losses,
      code: job.run.code.isEmpty ? nil : part.id)
  }

  /// A resource that others made; nil for one that is not there, or ours.
  func foreign(_ kind: LambdaPlace.Kind, _ name: String) async throws(CloudFailure) -> LiveResource? {
    switch kind {
    case .function:
      guard let function = try await lambda.function(name), OwnerMark(tags: function.tags) == nil else { return nil }
      let live = try await lambda.function(name, qualifier: LambdaPlace.alias)
      return FunctionDocument.foreign(function, live: live, id: region.id(.function, name), in: region)
    case .schedule:
      let schedule = ScheduleName(name)
      guard let tree = try await scheduler.schedule(schedule.name, in: schedule.group),
        ScheduleDocument.resource(tree, name: name, in: region) == nil
      else { return nil }
      return ScheduleDocument.foreign(tree, name: name, in: region)
    case .role, .alarm, .retention: return nil
    }
  }
}
