import JobsAWS
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// One run of `access`: the role of an environment becomes what it has to be.
struct AccessSession {
  private let command: AccessCommand
  private let session: DeploySession
  private let act: ActSession

  init(_ command: AccessCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    session = try DeploySession(command.options, environment, verb: "access")
    act = ActSession(options: command.act, session: session)
  }

  func run() async throws(Failure) -> ExitStatus {
    let repository = try GitHubRepository(command.repository)
    let (project, environment) = try chosen()
    guard let account = environment.awsAccount, let region = environment.awsRegion, let role = environment.awsRole
    else {
      throw .usage(
        "the environment '\(Terminal.visible(environment.name))' has no account, region and role of AWS",
        hint: "write 'aws: {account: \"111122223333\", region: eu-west-1, role: jobs-deploy}' in '\(project.path)'")
    }
    let access = try DeployAccess(
      account: account, region: region, role: role, repository: repository, environment: environment.name,
      branch: environment.branch, tag: environment.tag, tenant: project.tenant, project: project.name,
      boundary: environment.awsBoundary, retention: try retention(environment, project))
    let provider = try await AccessProvider.connect(try AWSPlaces.session(session.environment), region: region)
    guard provider.place.account == account else {
      throw .usage(
        "the environment is in account '\(account)', and the credentials are of '\(provider.place.account)'",
        hint: "use credentials of that account, such as by AWS_PROFILE")
    }
    return try await carryOut(access, World([provider]), project)
  }

  /// What becomes of the environment's images, with the variables in the names of their repositories put in.
  private func retention(
    _ environment: ProjectFile.Environment, _ project: ProjectFile
  ) throws(Failure) -> [ImageRetention] {
    guard let view = try EnvironmentView.views(for: environment.name, of: project, given: [:]).first else { return [] }
    return environment.retention.map { one in
      var one = one
      one.repository = view.variables.filled(one.repository)
      return one
    }
  }

  private func carryOut(
    _ access: DeployAccess, _ world: World, _ project: ProjectFile
  ) async throws(Failure) -> ExitStatus {
    let lease = try act.lease(world)
    let survey = try await world.survey()
    let expansion = Expansion(job: access.owner, owner: access.owner, resources: [access.resource])
    let plan = try Plan([expansion], in: survey, applied: try session.applied(survey, world))
    if let collision = plan.collisions.first {
      throw .usage(
        "\(Terminal.visible(collision.name)) stands already, and nothing was changed",
        hint: "give the environment's role another name, or remove that one")
    }
    try act.checkSafeguards(plan.changes, near: [project.path])
    let count = plan.changes.count
    try act.ask(plan.changes, world.places, count == 0 ? "nothing to do" : count == 1 ? "1 change" : "\(count) changes")
    let acts = ActSession.Acts(
      changes: plan.changes, settled: plan.settled, survey: survey, world: world, folder: project.folder)
    return try await act.carryOut(acts, lease)
  }

  /// The environment, and the project that has it.
  private func chosen() throws(Failure) -> (ProjectFile, ProjectFile.Environment) {
    guard let found = try ProjectSearch.find(from: ["./"]) else {
      throw .usage("there is no project file here", hint: "run it in the project, where 'jobs.yaml' is")
    }
    guard let project = ProjectSearch.project(found) else {
      throw .usage(
        "the project file '\(found.path)' cannot be read, and nothing was changed",
        hint: "'jobs-validate \(found.path)' says why")
    }
    guard let environment = project.environment(named: command.environment) else {
      throw .usage(
        "the project has no environment '\(Terminal.visible(command.environment))'",
        hint: "it has \(project.environments.map(\.name).sorted().joined(separator: ", "))")
    }
    return (project, environment)
  }
}
