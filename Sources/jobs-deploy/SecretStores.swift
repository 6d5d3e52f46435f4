import JobsAWS
import JobsCommand
import JobsCore
import JobsDeploy
import JobsGCP
import JobsManifest
import JobsPlaces

/// The ways to the secrets of an environment.
enum SecretStores {
  /// The one store that a secret is written to.
  ///
  /// - Throws: a usage failure where no store or several are meant.
  static func one(
    for environment: ProjectFile.Environment?, _ options: SecretOptions, _ variables: [String: String]
  ) async throws(Failure) -> any SecretStore {
    if let project = options.project { return try await google(project, options, variables) }
    if let region = options.region { return try await amazon(region, environment, variables) }
    guard let environment else {
      throw .usage(
        "it is not known where the secret is kept", hint: "choose an environment by -e, or name --project or --region")
    }
    switch (environment.gcpProject, environment.awsRegion) {
    case (let project?, nil): return try await google(project, options, variables)
    case (nil, let region?): return try await amazon(region, environment, variables)
    case (let project?, let region?):
      throw .usage(
        "the environment '\(Terminal.visible(environment.name))' is in Google Cloud and in AWS",
        hint: "add --project \(project), or --region \(region)")
    case (nil, nil):
      throw .usage(
        "the environment '\(Terminal.visible(environment.name))' is in no cloud",
        hint:
          "write 'gcp: {project: NAME, regions: [NAME]}' or 'aws: {account: \"ACCOUNT\", region: NAME}' under it in "
          + "jobs.yaml")
    }
  }

  /// All stores that jobs read from, and those of their environment.
  static func all(
    for inputs: JobInputs, _ options: SecretOptions, _ variables: [String: String]
  ) async throws(Failure) -> [any SecretStore] {
    if options.project != nil || options.region != nil { return [try await one(for: nil, options, variables)] }
    let targets = inputs.jobs.map(\.job.target)
    var projects = Set(targets.filter { $0.kind == .cloudRun }.compactMap(\.project))
    var regions = Set(targets.filter { $0.kind == .lambda }.compactMap(\.region))
    if let project = inputs.environment?.gcpProject { projects.insert(project) }
    if !regions.isEmpty || projects.isEmpty, let region = inputs.environment?.awsRegion { regions.insert(region) }
    var stores: [any SecretStore] = []
    if !projects.isEmpty {
      let connection = try await GoogleConnection(impersonating: options.impersonated, variables)
      stores += projects.sorted().map {
        GoogleSecretStore(connection.client, project: $0, identity: connection.identity)
      }
    }
    for region in regions.sorted() { stores.append(try await amazon(region, inputs.environment, variables)) }
    return stores
  }

  private static func google(
    _ project: String, _ options: SecretOptions, _ variables: [String: String]
  ) async throws(Failure) -> any SecretStore {
    let connection = try await GoogleConnection(impersonating: options.impersonated, variables)
    return GoogleSecretStore(connection.client, project: project, identity: connection.identity)
  }

  private static func amazon(
    _ region: String, _ environment: ProjectFile.Environment?, _ variables: [String: String]
  ) async throws(Failure) -> any SecretStore {
    let store = try await AWSSecretStore.connect(try AWSPlaces.session(variables), region: region)
    if let account = environment?.awsAccount, account != store.place.account {
      throw .usage(
        "the environment is in account '\(Terminal.visible(account))', and the credentials are of '\(store.place.account)'",
        hint: "use credentials of that account, such as by AWS_PROFILE")
    }
    return store
  }
}
