import JobsAWS
import JobsCore
import JobsGCP
import JobsManifest
import JobsPlaces
import JobsRemote

/// The ways to the clouds, made when they are first needed: before that no socket is opened and no credentials are read.
final class CloudPlaces {
  private let chain: [String]
  private let environment: [String: String]
  /// nil before it was asked for; what fails is not tried again for each region.
  private var google: Result<GoogleConnection, Failure>?
  /// By the accounts that they are of.
  private var aws: [String: Result<AWSSession, Failure>] = [:]
  /// What the environment says that its credentials are of; nil before that was asked.
  private var ownAccount: Result<String, Failure>?

  /// - Parameter chain: service accounts to act as, each by the one before it.
  init(impersonating chain: [String], _ environment: [String: String]) {
    self.chain = chain
    self.environment = environment
  }

  // MARK: Places

  /// Where the jobs of a target run.
  func place(of target: Target) async throws(Failure) -> any RemotePlace {
    let region = target.region ?? ""
    guard let account = target.account else {
      return CloudRunPlace(try await connection().client, project: target.project ?? "", region: region)
    }
    let session = try await session(account: account, region: region)
    return switch target.kind {
    case .ecs: try TaskPlace(session, account: account, region: region)
    case .batch: try BatchPlace(session, account: account, region: region)
    default: try FunctionPlace(session, account: account, region: region)
    }
  }

  /// Where an execution is, by what its cloud calls it; nil for a name of no cloud.
  func place(of execution: String) async throws(Failure) -> (any RemotePlace)? {
    if let name = CloudRunExecutionName(execution) {
      return CloudRunPlace(try await connection().client, project: name.project, region: name.region)
    }
    guard let name = AWSExecutionName(execution) else { return nil }
    let session = try await session(account: name.account, region: name.region)
    return switch name.service {
    case .lambda: try FunctionPlace(session, account: name.account, region: name.region)
    case .ecs: try TaskPlace(session, account: name.account, region: name.region)
    case .batch: try BatchPlace(session, account: name.account, region: name.region)
    }
  }

  /// The region that an execution is in, which knows no job there; nil for a name of no cloud, and where a cloud tells
  /// nothing of executions.
  func region(of execution: String) async throws(Failure) -> (any RemoteRegion)? {
    if let name = CloudRunExecutionName(execution) {
      return CloudRunRegion(try await connection().client, project: name.project, region: name.region, jobs: [])
    }
    guard let name = AWSExecutionName(execution), name.service != .lambda else { return nil }
    let session = try await session(account: name.account, region: name.region)
    guard name.service == .batch else {
      return try TaskRegion(session, account: name.account, region: name.region, cluster: name.home, jobs: [])
    }
    return try BatchRegion(session, account: name.account, region: name.region, queue: "", jobs: [])
  }

  // MARK: Ways

  /// The way to Google Cloud, and who calls.
  func connection() async throws(Failure) -> GoogleConnection {
    if let google { return try google.get() }
    do throws(Failure) {
      let connection = try await GoogleConnection(impersonating: chain, environment)
      google = .success(connection)
      return connection
    } catch {
      google = .failure(error)
      throw error
    }
  }

  /// How many requests to AWS may be under way at once, of all regions together.
  private static let width = 16

  /// The way to an account of AWS: by the credentials of the environment, or by the one profile that is of that account.
  ///
  /// - Throws: a failure where neither is of it: what is started there would be somebody else's.
  func session(account: String, region: String) async throws(Failure) -> AWSSession {
    if let known = aws[account] { return try known.get() }
    do throws(Failure) {
      let session = try await newSession(account: account, region: region)
      aws[account] = .success(session)
      return session
    } catch {
      aws[account] = .failure(error)
      throw error
    }
  }

  private func newSession(account: String, region: String) async throws(Failure) -> AWSSession {
    let session = try AWSConnection.session(environment, width: Self.width)
    let own = await ownAccount(session, region)
    if (try? own.get()) == account { return session }
    let profiles = session.settings.profiles(ofAccount: account)
    guard profiles.count == 1 else {
      let owner = try own.get()
      throw .world(
        "account '\(account)' is not that of the credentials, which are of '\(owner)'",
        hint: profiles.isEmpty
          ? "use those of that account, as by AWS_PROFILE, or have a profile with its 'role_arn' or 'sso_account_id'"
          : "choose one of its profiles by AWS_PROFILE: \(profiles.map(Terminal.visible).joined(separator: ", "))")
    }
    let other = try AWSConnection.session(environment, profile: profiles[0], width: Self.width)
    let found = try await STS.identity(other, region: region).account
    guard found == account else {
      throw .world(
        "profile '\(Terminal.visible(profiles[0]))' is not of account '\(account)', as it says, but of '\(found)'",
        hint: "mend it in the configuration of AWS")
    }
    return other
  }

  /// Asked once.
  private func ownAccount(_ session: AWSSession, _ region: String) async -> Result<String, Failure> {
    if let ownAccount { return ownAccount }
    let found: Result<String, Failure>
    do throws(Failure) {
      found = .success(try await STS.identity(session, region: region).account)
    } catch {
      found = .failure(error)
    }
    ownAccount = found
    return found
  }
}
