/// The address at which Cloud Scheduler starts a Cloud Run job, which has a form of either version of the API:
/// `https://run.googleapis.com/v2/projects/P/locations/R/jobs/N:run`, and as the console writes it
/// `https://R-run.googleapis.com/apis/run.googleapis.com/v1/namespaces/P/jobs/N:run`.
struct ScheduleTarget: Hashable {
  /// The project's name or number.
  var project: String
  var region: String
  var job: String

  /// nil for any other address.
  init?(_ address: String) {
    guard address.hasPrefix(Self.scheme), address.hasSuffix(Self.verb) else { return nil }
    let parts = address.dropFirst(Self.scheme.count).dropLast(Self.verb.count)
      .split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    if parts.count == 8, parts[0] == Self.host, parts[1] == "v2", parts[2] == "projects", parts[4] == "locations",
      parts[6] == "jobs"
    {
      (project, region, job) = (parts[3], parts[5], parts[7])
    } else if parts.count == 8, parts[0].hasSuffix("-\(Self.host)"), parts[1] == "apis", parts[2] == Self.host,
      parts[3] == "v1", parts[4] == "namespaces", parts[6] == "jobs"
    {
      (project, region, job) = (parts[5], String(parts[0].dropLast(Self.host.count + 1)), parts[7])
    } else {
      return nil
    }
  }

  private static let scheme = "https://"
  private static let host = "run.googleapis.com"
  private static let verb = ":run"

  /// As version 2 of the API has it.
  var address: String {
    "\(Self.scheme)\(Self.host)/v2/projects/\(project)/locations/\(region)/jobs/\(job)\(Self.verb)"
  }

  /// An address in the form of version 2, if it starts a job; any other as it is.
  static func canonical(_ address: String) -> String { ScheduleTarget(address)?.address ?? address }
}
