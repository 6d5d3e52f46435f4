import JobsAWS
import JobsCloud
import JobsCore
import JobsNet
import TestSupport

extension Emulator {
  /// A session with this server as all of AWS.
  func session(region: String = "eu-west-1") async throws -> AWSSession {
    let settings = try AWSSettings(environment: [
      "AWS_ENDPOINT_URL": try await address(), "AWS_REGION": region, "AWS_ACCESS_KEY_ID": "111122223333",
      "AWS_SECRET_ACCESS_KEY": "secret-of-the-emulator",
    ])
    return AWSSession(settings: settings, transport: ModelTransport(try Self.transport.get())) { _ in
      .failure(.world("nothing is started here"))
    }
  }

  /// Shared, since a transport has a thread of its own.
  private static let transport = Result { () throws(Failure) in try CurlTransport() }
}
