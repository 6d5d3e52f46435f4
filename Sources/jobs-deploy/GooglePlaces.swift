import JobsCloud
import JobsCommand
import JobsCore
import JobsDeploy
import JobsExec
import JobsGCP
import JobsManifest
import JobsNet

/// The regions of Google Cloud's projects that a plan spans.
struct GooglePlaces {
  private struct Region: Hashable {
    var project: String
    var name: String
  }

  private let regions: [Region]

  var isEmpty: Bool { regions.isEmpty }

  /// Those of the jobs, and the others of the environment, where a job may have been that is elsewhere now.
  init(for inputs: JobInputs) {
    var regions: Set<Region> = []
    for entry in inputs.jobs where entry.job.target.kind == .cloudRun {
      guard let project = entry.job.target.project, let region = entry.job.target.region else { continue }
      regions.insert(Region(project: project, name: region))
    }
    if let environment = inputs.environment, let project = environment.gcpProject,
      regions.contains(where: { $0.project == project })
    {
      for region in environment.gcpRegions { regions.insert(Region(project: project, name: region)) }
    }
    self.init(regions)
  }

  /// Those that somebody names.
  init(project: String, regions: [String]) {
    self.init(Set(regions.map { Region(project: project, name: $0) }))
  }

  /// Those of a plan's file.
  init(of file: PlanFile) {
    self.init(
      Set(file.places.filter { $0.kind == GoogleProvider.kind }.map { Region(project: $0.account, name: $0.key) }))
  }

  private init(_ regions: Set<Region>) {
    self.regions = regions.sorted { ($0.project, $0.name) < ($1.project, $1.name) }
  }

  /// The ways there, all of them with one connection to the network and one budget for what is tried again.
  ///
  /// - Parameter chain: service accounts to act as, each by the one before it.
  func providers(
    impersonating chain: [String], _ environment: [String: String]
  ) async throws(Failure) -> [any Provider] {
    guard !regions.isEmpty else { return [] }
    let transport = try CurlTransport()
    let budget = RetryBudget()
    let endpoints = try GoogleEndpoints(environment: environment)
    let credentials = try GoogleCredentials(
      environment: environment, impersonating: chain, transport: transport, endpoints: endpoints, budget: budget,
      runProgram: CredentialPrograms.google, signAWS: AWSProof.signer(environment, transport, budget))
    let identity = await credentials.identity()
    let client = GoogleClient(
      transport, signer: credentials.signer, identity: identity, endpoints: endpoints,
      quotaProject: credentials.quotaProject, budget: budget)
    return regions.map {
      GoogleProvider(client, project: $0.project, region: $0.name, identity: identity ?? credentials.origin)
    }
  }
}
