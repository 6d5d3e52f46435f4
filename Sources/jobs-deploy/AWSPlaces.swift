import JobsAWS
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest
import JobsPlaces

/// The regions of AWS that a plan spans, in the account that the credentials are of.
struct AWSPlaces {
  private let regions: [String]
  /// Regions of which roles for GitHub are changed, which only `access` does and what takes it back.
  private var access: [String] = []
  /// The policy that bounds the roles of jobs.
  private var boundary: String?
  /// Of which the credentials have to be; nil for whichever they are of.
  private var account: String?

  var isEmpty: Bool { regions.isEmpty && access.isEmpty }

  /// How many requests may be under way at once, of all regions together.
  private static let width = 16

  /// Those of the jobs, and the one of the environment, where a job may have been that is elsewhere now.
  init(for inputs: JobInputs) {
    let jobs = inputs.jobs.lazy.map(\.job)
    var regions = Set(jobs.filter { $0.target.kind == .lambda }.compactMap(\.target.region))
    if !regions.isEmpty, let region = inputs.environment?.awsRegion { regions.insert(region) }
    self.init(regions)
    boundary = inputs.environment?.awsBoundary
  }

  /// Those that somebody names.
  init(account: String, regions: [String], boundary: String?) {
    self.init(Set(regions))
    self.account = account
    self.boundary = boundary
  }

  /// Those of a plan's file.
  init(of file: PlanFile) {
    self.init(Set(file.places.filter { $0.kind == AWSProvider.kind }.map(\.key)))
    access = file.places.filter { $0.kind == AccessProvider.kind }.map(\.key)
  }

  private init(_ regions: Set<String>) { self.regions = regions.sorted() }

  /// The ways there, all of them with one connection to the network and one budget for what is tried again.
  func providers(_ environment: [String: String]) async throws(Failure) -> [any Provider] {
    guard !isEmpty else { return [] }
    let session = try Self.session(environment)
    var providers: [any Provider] = []
    for region in regions {
      let provider = try await AWSProvider.connect(session, region: region, boundary: boundary)
      guard account == nil || provider.place.account == account else {
        throw .usage(
          "the credentials are of account '\(provider.place.account)', and '\(Terminal.visible(account ?? ""))' is asked for",
          hint: "choose others by AWS_PROFILE")
      }
      providers.append(provider)
    }
    for region in access { providers.append(try await AccessProvider.connect(session, region: region)) }
    return providers
  }

  /// What all calls of a run have in common.
  static func session(_ environment: [String: String]) throws(Failure) -> AWSSession {
    try AWSConnection.session(environment, width: width)
  }
}
