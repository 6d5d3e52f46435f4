import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsPlaces

/// Where in clouds, and as whom.
struct CloudOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The region, for jobs that are deployed to several.", valueName: "name"))
  var region: String?

  @Option(help: .impersonation)
  var impersonate: String?

  /// The service accounts to act as, each by the one before it.
  var chain: [String] { GoogleConnection.chain(impersonate) }

  /// Those of the jobs that are in the region, where one is named; jobs that are in no region are kept.
  ///
  /// - Throws: a usage failure for a region that no job is in.
  func choose(from entries: [JobInputs.Entry]) throws(Failure) -> [JobInputs.Entry] {
    guard let region else { return entries }
    let regions = Set(entries.compactMap(\.job.target.region))
    guard regions.contains(region) else {
      throw .usage(
        "no job is in the region '\(Terminal.visible(region))'",
        hint: regions.isEmpty
          ? "--region is for jobs in clouds" : "there is \(regions.sorted().joined(separator: ", "))")
    }
    return entries.filter { $0.job.target.region ?? region == region }
  }

  /// Refuses to run a job in several regions, which is hardly meant.
  func checkRegions(of entries: [JobInputs.Entry]) throws(Failure) {
    var regions: [String: [String]] = [:]
    for job in entries.lazy.map(\.job) { regions[job.id, default: []].append(job.target.region ?? "-") }
    guard let several = regions.filter({ $0.value.count > 1 }).min(by: { $0.key < $1.key }) else { return }
    throw .usage(
      "job '\(Terminal.visible(several.key))' is in \(several.value.count) regions: "
        + several.value.map(Terminal.visible).joined(separator: ", "), hint: "choose one with --region")
  }
}
