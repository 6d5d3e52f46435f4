package import JobsCore

/// One way of looking at the manifests: an environment, or none.
package struct EnvironmentView: Sendable {
  /// nil where no environment is chosen.
  package var environment: ProjectFile.Environment?
  package var variables: Variables
  /// Variables that may stay open in this view.
  package var tolerated: Set<String>
  /// Whether jobs of this view go to the stream.
  package var emits: Bool
  /// The Google Cloud regions, one record each; `nil` for none known.
  package var regions: [String?]
  /// The project's defaults with the values of this view.
  package var defaults: ProjectDefaults.Values?

  package init(
    environment: ProjectFile.Environment? = nil, variables: Variables = Variables(), tolerated: Set<String> = [],
    emits: Bool = true, regions: [String?] = [nil]
  ) {
    self.environment = environment
    self.variables = variables
    self.tolerated = tolerated
    self.emits = emits
    self.regions = regions
  }

  /// The views for `--env NAME`, `--env all` or none.
  ///
  /// Without a choice everything is checked for every environment there is, and jobs are emitted with what all of them
  /// agree on.
  ///
  /// - Throws: a failure of kind `usage` for an environment that is not among the project's, or whose name ids cannot hold.
  package static func views(
    for choice: String?, of project: ProjectFile?, given: [String: String]
  ) throws(Failure) -> [EnvironmentView] {
    try choose(choice, of: project, given: given).map { view in
      var view = view
      view.defaults = project?.defaults?.values(view.variables)
      return view
    }
  }

  private static func choose(
    _ choice: String?, of project: ProjectFile?, given: [String: String]
  ) throws(Failure) -> [EnvironmentView] {
    let environments = project?.environments ?? []
    let all = environments.map { view($0, given: given, emits: choice != nil) }
    guard let choice else {
      guard !all.isEmpty else { return [EnvironmentView(variables: Variables(given: given))] }
      let common = all[0].variables.agreeing(with: all.map(\.variables))
      let names = Set(all.flatMap(\.variables.names))
      return [EnvironmentView(variables: common, tolerated: names)] + all
    }
    if choice == "all" {
      guard !all.isEmpty else {
        throw .usage(
          "--env all needs environments, and there are none", hint: "list them under 'environments' in jobs.yaml")
      }
      return all
    }
    let known = all.first { $0.environment?.name == choice }
    guard known != nil || environments.isEmpty else {
      throw .usage(
        "there is no environment '\(Terminal.visible(choice))'",
        hint: "known are \(environments.map(\.name).joined(separator: ", ")) and all")
    }
    guard EnvironmentName.isName(choice) else {
      throw .usage("'\(Terminal.visible(choice))' cannot be an environment", hint: "use 1 to 63 of a-z, 0-9 and '-'")
    }
    if let known { return [known] }
    var own = EnvironmentView(variables: Variables(given: given, builtIn: ["ENV": choice]))
    own.environment = ProjectFile.Environment(name: choice)
    return [own]
  }

  private static func view(_ environment: ProjectFile.Environment, given: [String: String], emits: Bool)
    -> EnvironmentView
  {
    var builtIn = ["ENV": environment.name]
    if let project = environment.gcpProject { builtIn["PROJECT_ID"] = project }
    if let account = environment.awsAccount { builtIn["ACCOUNT"] = account }
    if let region = environment.gcpRegions.first ?? environment.awsRegion { builtIn["REGION"] = region }
    let regions: [String?] = environment.gcpRegions.isEmpty ? [nil] : environment.gcpRegions
    var variables = Variables(given: given, builtIn: builtIn, declarations: environment.variables)
    variables.faults = VariableValue.faults(of: given, in: environment.variables)
    return EnvironmentView(environment: environment, variables: variables, emits: emits, regions: regions)
  }

  /// The same view with another region in `REGION`.
  package func inRegion(_ region: String?, of project: ProjectFile?, given: [String: String]) -> EnvironmentView {
    guard let region, let environment else { return self }
    var builtIn = ["ENV": environment.name, "REGION": region]
    if let project = environment.gcpProject { builtIn["PROJECT_ID"] = project }
    if let account = environment.awsAccount { builtIn["ACCOUNT"] = account }
    var view = self
    view.variables = Variables(given: given, builtIn: builtIn, declarations: environment.variables)
    view.variables.faults = variables.faults
    view.defaults = project?.defaults?.values(view.variables)
    return view
  }
}
