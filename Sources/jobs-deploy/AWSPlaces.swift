import JobsAWS
import JobsCloud
import JobsCore
import JobsDeploy
import JobsExec
import JobsManifest
import JobsNet

/// The accounts and regions of AWS that jobs are deployed to, as whoever the environment says.
struct AWSPlaces {
  let environment: [String: String]

  /// How many requests may be under way at once, of all regions together.
  private static let width = 16

  /// A provider for each region that a job runs in; nobody is asked where none does.
  ///
  /// - Throws: a usage failure for a job that names no region.
  func providers(for jobs: [Job]) async throws(Failure) -> [any Provider] {
    var regions: Set<String> = []
    for job in jobs where job.target.kind == .lambda {
      guard let region = job.target.region else {
        throw .usage(
          "job '\(Terminal.visible(job.id))' runs on Lambda, and names no region",
          hint: "write 'aws: {account: …, region: eu-west-1}' for its environment in jobs.yaml")
      }
      regions.insert(region)
    }
    return try await providers(of: regions)
  }

  /// A provider for each place of a plan's file.
  func providers(of places: [Place]) async throws(Failure) -> [any Provider] {
    let own = places.filter { $0.kind == AWSProvider.kind }
    return try await providers(of: Set(own.compactMap { $0.key.split(separator: "/").last.map(String.init) }))
  }

  private func providers(of regions: Set<String>) async throws(Failure) -> [any Provider] {
    guard !regions.isEmpty else { return [] }
    let session = try session()
    var providers: [any Provider] = []
    for region in regions.sorted() { providers.append(try await AWSProvider.connect(session, region: region)) }
    return providers
  }

  private func session() throws(Failure) -> AWSSession {
    let settings = try AWSSettings.read(environment: environment)
    let transport = try CurlTransport(
      caFile: settings.variable("AWS_CA_BUNDLE") ?? settings.variable("SSL_CERT_FILE"))
    return AWSSession(settings: settings, transport: transport, limiter: CallLimiter(Self.width)) {
      [environment] words in
      do throws(Failure) {
        let call = try ProgramCall(
          words, environment: environment, hint: "install it, or mend 'credential_process' of the profile")
        return .success((call.status, call.output))
      } catch {
        return .failure(error)
      }
    }
  }
}
