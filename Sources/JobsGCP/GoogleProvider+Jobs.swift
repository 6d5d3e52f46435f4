import JobsCloud
package import JobsCore
package import JobsDeploy
import JobsManifest

extension GoogleProvider {
  /// The label says which manifest it is; the description of a schedule is the mark, and had another text before.
  package var markFields: Set<String> { ["labels.\(CloudRunJob.digestLabel)", Self.descriptionField] }

  /// What a schedule said of itself before it was taken over, which is kept so that it can be given back.
  static var descriptionField: String { "description" }

  /// All jobs of Cloud Run with the schedules that start them.
  package func findJobs(for ownership: JobOwnership) async throws(Failure) -> FoundJobs {
    var schedules: [String: [Found]] = [:]
    var found = FoundJobs()
    do throws(CloudFailure) {
      try await self.schedules.list { tree, node in
        guard let name = Self.name(tree, node) else { return }
        let fields = ResourceShape.schedulerJob.read(tree, node).fields
        guard let target = fields["httpTarget.uri"].flatMap({ ScheduleTarget($0.text) }), target.region == place.key
        else { return }
        let part = liveSchedule(name, tree, node) ?? foreignSchedule(name, tree, node)
        schedules[target.job, default: []].append(
          Found(schedule: .init(name: name, fields: fields), part: part, isOurs: !part.owner.isEmpty))
      }
      try await runs.list { tree, node in
        guard let name = Self.name(tree, node) else { return }
        let own = schedules.removeValue(forKey: name) ?? []
        found.jobs.append(job(name, tree, node, own.sorted { $0.precedes($1, of: name) }, ownership))
      }
    } catch {
      throw error.failure
    }
    for (job, others) in schedules.sorted(by: { $0.key < $1.key }) {
      for other in others {
        found.unread.append(
          .init(
            name: "the schedule '\(other.schedule.name)'",
            reason: ExpansionRefusal("it starts the job '\(job)', which is not there", hint: "remove the schedule")))
      }
    }
    return found
  }

  /// A schedule that starts a job.
  private struct Found {
    var schedule: FoundCloudRunJob.FoundSchedule
    var part: LiveResource
    var isOurs: Bool

    /// The one that bears the job's own name first, then the others in the order of theirs.
    func precedes(_ other: Found, of job: String) -> Bool {
      let (a, b) = (schedule.name, other.schedule.name)
      return (a == job) != (b == job) ? a == job : a < b
    }
  }

  private func job(
    _ name: String, _ tree: Tree, _ node: Tree.ID, _ all: [Found], _ ownership: JobOwnership
  ) -> FoundJob {
    let mark = CloudRunMark(tree, node)
    // With a job of ours somebody else's schedule is somebody else's.
    let schedules = all.filter { $0.isOurs == (mark != nil) }
    let fields = ResourceShape.cloudRunJob.read(tree, node).fields
    var job = FoundCloudRunJob(name, tree, node, fields, schedules.map(\.schedule)).job
    let owner = mark?.owner.split(separator: "/", omittingEmptySubsequences: false).map { String($0) } ?? []
    if owner.count == 3 {
      job.tenant = owner[0] == "-" ? nil : owner[0]
      job.env = owner[1] == "-" ? nil : owner[1]
    } else {
      job.tenant = ownership.tenant
      job.env = ownership.env
    }
    job.target.project = place.account
    job.target.region = place.key
    let parts = [foreignRun(name, tree, node)] + (mark == nil ? schedules.map(\.part) : [])
    return FoundJob(
      job: job.filled, name: "the Cloud Run job '\(name)' in '\(place.key)'", isOwned: mark != nil, parts: parts,
      losses: all.filter { $0.isOurs != (mark != nil) }.map {
        "the schedule '\($0.schedule.name)' starts it too, and \(mark == nil ? "bears" : "does not bear") our mark"
      })
  }

  // MARK: What others made

  /// A Cloud Run job that others made, as the resource that it would be.
  func foreignRun(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource {
    LiveResource(
      id: GoogleID(.run, name).text(in: place), owner: "", fields: ResourceShape.cloudRunJob.read(tree, node).fields,
      appliedDigest: nil, version: tree.value(node, "etag").map { "etag:\(tree.string($0))" })
  }

  /// A schedule that others made, as the resource that it would be.
  func foreignSchedule(_ name: String, _ tree: Tree, _ node: Tree.ID) -> LiveResource {
    var fields = ResourceShape.schedulerJob.read(tree, node).fields
    if let text = tree.text(node, "description"), !text.isEmpty {
      fields.append(Resource.Field(Self.descriptionField, text))
    }
    return LiveResource(
      id: GoogleID(.scheduler, name).text(in: place), owner: "", fields: fields, appliedDigest: nil)
  }
}
