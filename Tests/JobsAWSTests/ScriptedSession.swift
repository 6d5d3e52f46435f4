import JobsAWS
import JobsCloud
import JobsCore
import TestSupport

/// Sessions of which a test says what comes back, and in which no time passes.
enum ScriptedSession {
  static func make(_ transport: ScriptedTransport, region: String = "eu-west-1") throws -> AWSSession {
    let settings = try AWSSettings(environment: [
      "AWS_REGION": region, "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret-of-the-script",
    ])
    let clock = CallClock(now: Instant.now, uptime: { .zero }, sleep: { _ in }, random: { 0 })
    return AWSSession(settings: settings, transport: ModelTransport(transport), clock: clock) { _ in
      .failure(.world("nothing is started here"))
    }
  }
}
