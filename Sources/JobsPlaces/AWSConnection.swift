package import JobsAWS
import JobsCloud
package import JobsCore
import JobsNet

/// The way to AWS: one connection to the network, one budget for what is tried again, and who calls.
package enum AWSConnection {
  /// - Parameters:
  ///   - environment: where credentials, profiles and endpoints are named.
  ///   - profile: whose credentials are used, whatever variables say; nil for what the environment says.
  ///   - width: how many requests may be under way at once, of all regions together.
  package static func session(
    _ environment: [String: String], profile: String? = nil, width: Int
  ) throws(Failure) -> AWSSession {
    let settings = try AWSSettings.read(environment: environment, profile: profile)
    let transport = try CurlTransport(caFile: settings.variable("AWS_CA_BUNDLE"))
    return AWSSession(
      settings: settings, transport: transport, limiter: CallLimiter(width),
      runProgram: CredentialPrograms.aws(environment))
  }
}
