package import JobsAWS
import JobsCloud
package import JobsCore
import JobsNet

/// The way to AWS: one connection to the network, one budget for what is tried again, and who calls.
package enum AWSConnection {
  /// - Parameters:
  ///   - environment: where credentials, profiles and endpoints are named.
  ///   - width: how many requests may be under way at once, of all regions together.
  package static func session(_ environment: [String: String], width: Int) throws(Failure) -> AWSSession {
    let settings = try AWSSettings.read(environment: environment)
    let transport = try CurlTransport(caFile: settings.variable("AWS_CA_BUNDLE"))
    return AWSSession(
      settings: settings, transport: transport, limiter: CallLimiter(width),
      runProgram: CredentialPrograms.aws(environment))
  }
}
