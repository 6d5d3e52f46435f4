import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsDeploy
import JobsHost
import JobsManifest
import JobsPlaces
import JobsStore

/// Where jobs are deployed to.
struct PlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The crontab to deploy to, as a file.",
      discussion:
        "Without it the crontab of this user, by crontab(1). In '/etc/crontab' and in a folder 'cron.d' lines name a user.",
      valueName: "file"))
  var crontab: String?

  @Flag(
    help: ArgumentHelp(
      "Deploy to services and timers of systemd, in place of a crontab.",
      discussion:
        "Each job becomes 'jobs-NAME.service' and 'jobs-NAME.timer' in /etc/systemd/system for root, and else in the units of "
        + "this user. Runs of a job never overlap. A schedule that no timer keeps to the instant is refused."))
  var systemd = false

  @Option(
    help: ArgumentHelp(
      "The folder of the units; with it systemd is not told, which is for images and other hosts.", valueName: "dir"))
  var units: String?

  @Option(help: .impersonation)
  var impersonate: String?

  func validate() throws {
    guard crontab == nil || !isForSystemd else {
      throw ValidationError("'--crontab' and '--systemd' exclude each other: a job would run twice")
    }
  }

  private var isForSystemd: Bool { systemd || units != nil }

  /// The ways to everything that jobs which were read are deployed to.
  func providers(for inputs: JobInputs, isQuiet: Bool, _ environment: [String: String]) async throws(Failure)
    -> [any Provider]
  {
    let google = GooglePlaces(for: inputs)
    let amazon = AWSPlaces(for: inputs)
    // Without any job it is the crontab that is looked at.
    let isForHost =
      crontab != nil || isForSystemd || inputs.jobs.contains { $0.job.target.kind == .host }
      || !inputs.jobs.contains { [.cloudRun, .lambda].contains($0.job.target.kind) }
    return (isForHost ? [try host(environment)] : [])
      + (try await google.providers(impersonating: impersonated, isQuiet: isQuiet, environment))
      + (try await amazon.providers(environment))
  }

  /// The ways to where jobs are looked for: regions of a cloud, and the crontab if it is named or nothing else is.
  func providers(
    lookingIn clouds: CloudPlaces?, isQuiet: Bool, _ environment: [String: String]
  ) async throws(Failure) -> [any Provider] {
    let regions: [any Provider]
    switch clouds {
    case .google(let places):
      regions = try await places.providers(impersonating: impersonated, isQuiet: isQuiet, environment)
    case .amazon(let places): regions = try await places.providers(environment)
    case nil: regions = []
    }
    return (crontab != nil || isForSystemd || clouds == nil ? [try host(environment)] : []) + regions
  }

  /// The ways to the places of a plan's file, as far as they are known here.
  func providers(of file: PlanFile, isQuiet: Bool, _ environment: [String: String]) async throws(Failure)
    -> [any Provider]
  {
    let hosts = [CrontabProvider.kind, SystemdProvider.kind]
    let isForHost = crontab != nil || isForSystemd || file.places.contains { hosts.contains($0.kind) }
    let isForSystemd = file.places.contains { $0.kind == SystemdProvider.kind }
    return (isForHost ? [try host(environment, isForSystemd: isForSystemd && crontab == nil)] : [])
      + (try await GooglePlaces(of: file).providers(
        impersonating: impersonated, isQuiet: isQuiet, environment))
      + (try await AWSPlaces(of: file).providers(environment))
  }

  /// The service accounts to act as in Google Cloud, each by the one before it.
  var impersonated: [String] { GoogleConnection.chain(impersonate) }

  /// The way to the crontab, or to units of systemd.
  ///
  /// - Parameter isForSystemd: whether it is for units though no option says so.
  private func host(_ environment: [String: String], isForSystemd isKnown: Bool = false) throws(Failure) -> any Provider
  {
    let actor = AuditActor.current { environment[$0] }
    let clock = try Self.clock(environment)
    if isForSystemd || isKnown { return try systemd(clock, actor, environment) }
    func place(_ key: String, _ name: String) -> Place {
      Place(kind: CrontabProvider.kind, identity: actor.user, account: hostName(), key: key, name: name)
    }
    guard let crontab else {
      return CrontabProvider(
        place: place(actor.user, "the crontab of '\(actor.user)'"), store: UserCrontab(environment: environment),
        isSystem: false, user: actor.user, clock: clock)
    }
    let path = try Self.absolute(crontab, option: "--crontab")
    let parts = path.split(separator: "/")
    // `/var/spool/cron/crontabs/NAME` and `/var/spool/cron/NAME`.
    let isSpool = parts.dropLast().last == "crontabs" || path.hasPrefix("/var/spool/cron/")
    return CrontabProvider(
      place: place(String(path.dropFirst()), "'\(path)'"), store: CrontabFile(path: path),
      isSystem: CrontabTable.isSystem(path: path), user: isSpool ? parts.last.map(String.init) : nil, clock: clock)
  }

  private static func absolute(_ path: String, option: String) throws(Failure) -> String {
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw .usage("\(option) names no file", hint: "such as --crontab /etc/cron.d/jobs")
    }
    return try WorkingDirectory.absolute(path, option: option)
  }

  private static func clock(_ environment: [String: String]) throws(Failure) -> HostClock {
    do throws(ZoneError) {
      return HostClock(
        zone: try ZoneDatabase.system.hostZone(environment: environment["TZ"]), zones: .system,
        now: Instant.now().seconds)
    } catch {
      throw .world("the zone of this host is not known: \(error.message)", hint: error.hint)
    }
  }

  /// The way to the units of systemd.
  private func systemd(
    _ clock: HostClock, _ actor: AuditActor, _ environment: [String: String]
  ) throws(Failure) -> any Provider {
    let user = geteuid() == 0 ? nil : actor.user
    var path = SystemdManager.folder(isRoot: user == nil, environment)
    if let units {
      path = try WorkingDirectory.absolute(units, option: "--units")
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    }
    let place = Place(
      kind: SystemdProvider.kind, identity: actor.user, account: hostName(), key: String(path.dropFirst()),
      name: "the units in '\(path)'")
    return SystemdProvider(
      place: place, folder: path, user: user, home: user == nil ? "/root" : environment["HOME"], clock: clock,
      manager: units == nil ? SystemdManager.running(isRoot: user == nil, environment) : nil)
  }
}
