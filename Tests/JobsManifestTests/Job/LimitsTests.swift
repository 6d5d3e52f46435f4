import JobsCore
import JobsManifest
import Testing

@Suite("limits") struct LimitsTests {
  private static let retry = {
    var retry = Retry()
    retry.attempts = 2
    retry.backoff = "exponential"
    retry.delaySeconds = 10
    retry.classes = ["timeout"]
    var network = ClassRetry(.network)
    network.attempts = 5
    network.delaySeconds = 5
    var resource = ClassRetry(.resource)
    resource.backoff = "fixed"
    retry.perClass = [network, resource]
    return retry
  }()

  @Test(
    "the policy after a failure is the class's own where it has one, else the general one",
    arguments: [
      (FailureClass.timeout, 2, "exponential", 10), (.network, 5, "exponential", 5), (.resource, 2, "fixed", 10),
      (.application, 0, "exponential", 10), (.unknown, 0, "exponential", 10),
    ])
  func policy(failure: FailureClass, attempts: Int, backoff: String, delay: Int) {
    let policy = Self.retry.policy(after: failure)
    #expect(policy.attempts == attempts && policy.backoff == backoff && policy.delaySeconds == delay)
    #expect(policy.classes == nil && policy.perClass.isEmpty)
  }

  @Test("without a list of classes every class is tried again")
  func allClasses() {
    var retry = Retry()
    retry.attempts = 3
    #expect(FailureClass.allCases.allSatisfy { retry.policy(after: $0).attempts == 3 })
  }
}
