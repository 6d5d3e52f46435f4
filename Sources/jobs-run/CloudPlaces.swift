import JobsCore
import JobsGCP
import JobsManifest
import JobsPlaces
import JobsRemote

/// The ways to the clouds, made when they are first needed: before that no socket is opened and no credentials are read.
final class CloudPlaces {
  private let chain: [String]
  private let environment: [String: String]
  private var google: GoogleConnection?

  /// - Parameter chain: service accounts to act as, each by the one before it.
  init(impersonating chain: [String], _ environment: [String: String]) {
    self.chain = chain
    self.environment = environment
  }

  func cloudRun(project: String, region: String) async throws(Failure) -> CloudRunPlace {
    CloudRunPlace(try await connection().client, project: project, region: region)
  }

  /// Where an execution is, by what its cloud calls it; nil for a name of no cloud.
  func place(of execution: String) async throws(Failure) -> (any RemotePlace)? {
    guard let name = CloudRunExecutionName(execution) else { return nil }
    return try await cloudRun(project: name.project, region: name.region)
  }

  /// The way to Google Cloud, and who calls.
  func connection() async throws(Failure) -> GoogleConnection {
    if let google { return google }
    let connection = try await GoogleConnection(impersonating: chain, environment)
    google = connection
    return connection
  }
}
