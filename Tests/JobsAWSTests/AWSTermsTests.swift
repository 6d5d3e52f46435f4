import JobsCore
import JobsManifest
import Testing

@testable import JobsAWS

@Suite struct AWSTermsTests {
  private static func job(_ kind: Target.Kind, _ annotations: [(String, String)] = []) -> Job {
    var job = Job(name: "report")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: kind)
    job.annotations = annotations.map { Pair($0.0, $0.1) }
    return job
  }

  @Test func `what nobody says follows from the job`() throws {
    let task = try AWSTerms(Self.job(.ecs))
    #expect(task.cluster == "default" && task.definition == "acme-prod-report" && task.subnets.isEmpty)
    #expect(try AWSTerms(Self.job(.batch)).queue == nil)
  }

  @Test func `annotations name what is there`() throws {
    let terms = try AWSTerms(
      Self.job(
        .ecs,
        [
          ("jobs/cluster", "batch"), ("jobs/task-definition", "report:7"), ("jobs/subnets", "subnet-1, subnet-2"),
          ("jobs/security-groups", "sg-1"), ("jobs/public-address", "true"), ("jobs/job-definition", "no"),
        ]))
    #expect(terms.cluster == "batch" && terms.definition == "report:7" && terms.subnets == ["subnet-1", "subnet-2"])
    #expect(terms.securityGroups == ["sg-1"] && terms.hasPublicAddress)
    let batch = try AWSTerms(Self.job(.batch, [("jobs/queue", "nightly"), ("jobs/job-definition", "report")]))
    #expect(batch.queue == "nightly" && batch.definition == "report")
    #expect(throws: Failure.self) { try AWSTerms(Self.job(.ecs, [("jobs/public-address", "yes")])) }
  }

  @Test func `a name that is too long for a service is cut, and stays one of its own`() {
    var job = Self.job(.lambda)
    job.name = String(repeating: "a", count: 63)
    #expect(AWSTerms.name(of: job).utf8.count == 64)
    job.target.kind = .batch
    #expect(AWSTerms.name(of: job) == "acme-prod-\(job.name)")
  }
}
