import JobsCore
@testable import JobsManifest
import Testing

@Suite("environments and variables") struct EnvironmentTests {
  static let text = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme-jobs}
    tenant: acme
    defaults: {timeout: 1h, retry: {attempts: 3}, timezone: Europe/Berlin, env: {LOG_LEVEL: info, REGION_NAME: x}}
    environments:
      dev:
        branch: develop
        gcp: {project: acme-dev, regions: [europe-west1]}
        variables: {TAG: {type: string, default: latest}, SIZE: "1", SAME: both}
        sizes: {memory: 512Mi}
      prod:
        protected: true
        approvers: [ops]
        gcp: {project: acme-prod, regions: [europe-west1, europe-west3]}
        variables: {TAG: {type: string}, SIZE: "2", SAME: both}

    """

  private static let job = """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: report}
    spec:
      target: gcp.run
      image: "${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs/report:${TAG}"
      schedule: "30 4 * * *"
      args: ["${SAME}", "$${LITERAL}"]
      resources: {cpu: "${SIZE}"}
      environments:
        dev: {schedule: null, env: {LOG_LEVEL: debug}}

    """

  private func check(env: String?, given: [String: String] = [:]) throws -> Checked {
    let file = try #require(project(Self.text))
    let views = try EnvironmentView.views(for: env, of: file, given: given)
    return Checked(Self.job) {
      $0.project = file
      $0.given = given
      $0.views = views
    }
  }

  @Test("an environment gives variables, sizes, project and regions, one record a region")
  func chosen() throws {
    let dev = try check(env: "dev").jobs.map { try Job($0) }
    #expect(dev.map(\.id) == ["acme/dev/report"])
    #expect(dev[0].run.image == "europe-west1-docker.pkg.dev/acme-dev/jobs/report:latest")
    #expect(dev[0].schedules.isEmpty && dev[0].resources.memoryBytes == 512 << 20)
    #expect(dev[0].run.env == [Pair("LOG_LEVEL", "debug"), Pair("REGION_NAME", "x")])
    #expect(dev[0].limits.timeoutSeconds == 3600 && dev[0].limits.retry?.attempts == 3)
    let prod = try check(env: "prod", given: ["TAG": "4f2a9c1"]).jobs.map { try Job($0) }
    #expect(prod.map(\.target.region) == ["europe-west1", "europe-west3"])
    #expect(prod[1].run.image == "europe-west3-docker.pkg.dev/acme-prod/jobs/report:4f2a9c1")
    #expect(prod[0].resources.cpuMillis == 2000 && prod[0].schedules[0].timezone == "Europe/Berlin")
    #expect(prod[0].run.args == ["both", "${LITERAL}"])
  }

  @Test("an undefined variable is named with its place and the environments that lack it")
  func undefined() throws {
    let all = try check(env: "all")
    let found = all.report.diagnostics.filter { $0.code == "VA101" }
    #expect(found.count == 1 && found[0].environments == ["prod"])
    #expect(found[0].location.line == 6 && found[0].message.contains("'TAG'"))
  }

  @Test("without a choice jobs carry what all environments agree on")
  func none() throws {
    let checked = try check(env: nil, given: ["TAG": "4f2a9c1"])
    #expect(
      !checked.report.diagnostics.contains { $0.severity == .error }, "\(checked.report.diagnostics.map(\.message))")
    let job = try Job(#require(checked.jobs.first))
    #expect(checked.jobs.count == 1 && job.env == nil)
    #expect(job.run.image == "europe-west1-docker.pkg.dev/${PROJECT_ID}/jobs/report:4f2a9c1")
    #expect(job.run.args[0] == "both")
  }

  @Test("an unknown environment is refused with those there are")
  func unknown() throws {
    let file = project(Self.text)
    #expect { try EnvironmentView.views(for: "qa", of: file, given: [:]) } throws: {
      ($0 as? Failure)?.hint?.contains("dev, prod") == true
    }
    #expect(throws: Failure.self) { try EnvironmentView.views(for: "all", of: nil, given: [:]) }
  }

  @Test("a name that ids cannot hold is no environment", arguments: ["", "-", "a/b", "Prod", "a b", "a-"])
  func badName(_ name: String) {
    #expect { try EnvironmentView.views(for: name, of: nil, given: [:]) } throws: {
      ($0 as? Failure)?.message == "'\(name)' cannot be an environment"
    }
  }

  @Test("overlays replace, merge and remove")
  func overlay() throws {
    let text = ExampleText.job(
      "  command: [/bin/true]\n  env: {A: \"1\", B: \"2\"}\n  timeout: 5m\n  environments:\n    x: {env: {B: null, C: \"3\"}, timeout: null}\n"
    )
    let view = EnvironmentView(environment: ProjectFile.Environment(name: "x"))
    let job = try Job(#require(Checked(text) { $0.views = [view] }.jobs.first))
    #expect(job.run.env == [Pair("A", "1"), Pair("C", "3")])
    #expect(job.limits.timeoutSeconds == nil)
  }

  @Test("the text of a variable becomes what it is, unless it is declared as text")
  func kinds() throws {
    let text = ExampleText.job("  command: [/bin/true]\n  timeout: ${T}\n  enabled: ${E}\n")
    let good = Checked(text) { $0.views = [EnvironmentView(variables: Variables(given: ["T": "300", "E": "false"]))] }
    #expect(good.codes.isEmpty)
    let bad = Checked(text) { $0.views = [EnvironmentView(variables: Variables(given: ["T": "soon", "E": "maybe"]))] }
    #expect(bad.codes.sorted() == ["ST105", "ST108"])
  }

  @Test("defaults have the values of each environment, and what one does not define is said in the project file")
  func defaults() throws {
    let text = Self.text.replacing("LOG_LEVEL: info", "LOG_LEVEL: \"${SIZE}\"")
    let file = try #require(project(text))
    let views = try EnvironmentView.views(for: "all", of: file, given: [:])
    let checked = Checked(ExampleText.job("  command: [/bin/true]\n")) {
      $0.project = file
      $0.views = views
    }
    #expect(try checked.jobs.map { try Job($0).run.env["LOG_LEVEL"] } == ["1", "2"])
    let wrong = Self.text.replacing("LOG_LEVEL: info", "LOG_LEVEL: \"${NOWHERE}\"")
    let found = Checked(wrong, file: "jobs.yaml") {
      $0.project = project(wrong)
      $0.views = views
    }
    #expect(found.report.diagnostics.filter { $0.code == "VA101" }.map(\.environments) == [["dev", "prod"]])
  }
}
