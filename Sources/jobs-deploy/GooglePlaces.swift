import JobsCommand
import JobsCore
import JobsDeploy
import JobsGCP
import JobsManifest
import JobsPlaces

/// The projects of Google Cloud and their regions that a plan spans.
struct GooglePlaces {
  private struct Region: Hashable {
    var project: String
    var name: String
  }

  private let projects: [String]
  private let regions: [Region]

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
    self.init(projects: Set(regions.map(\.project)), regions)
  }

  /// Those that somebody names.
  init(project: String, regions: [String]) {
    self.init(projects: [], Set(regions.map { Region(project: project, name: $0) }))
  }

  /// Those of a plan's file.
  init(of file: PlanFile) {
    self.init(
      projects: Set(file.places.filter { $0.kind == GoogleProjectProvider.kind }.map(\.account)),
      Set(file.places.filter { $0.kind == GoogleProvider.kind }.map { Region(project: $0.account, name: $0.key) }))
  }

  private init(projects: Set<String>, _ regions: Set<Region>) {
    self.projects = projects.sorted()
    self.regions = regions.sorted { ($0.project, $0.name) < ($1.project, $1.name) }
  }

  /// The ways there, all of them with one connection to the network and one budget for what is tried again.
  ///
  /// - Parameters:
  ///   - chain: service accounts to act as, each by the one before it.
  ///   - isQuiet: whether nothing is said of what takes long.
  func providers(
    impersonating chain: [String], isQuiet: Bool, _ environment: [String: String]
  ) async throws(Failure) -> [any Provider] {
    guard !regions.isEmpty || !projects.isEmpty else { return [] }
    let google = try await GoogleConnection(impersonating: chain, environment)
    var client = google.client
    if !isQuiet {
      client.onWait = { words, past in
        Entry.say("jobs-deploy", "it takes \(past.components.seconds) s so far to \(words)", level: "note")
      }
    }
    let newAccounts = NewAccounts()
    return projects.map {
      GoogleProjectProvider(client, project: $0, identity: google.identity, newAccounts: newAccounts)
    }
      + regions.map {
        GoogleProvider(
          client, project: $0.project, region: $0.name, identity: google.identity, newAccounts: newAccounts)
      }
  }
}
