import JobsCore
import JobsCron
import JobsManifest

/// Whole files: any bytes under any name and format give a report whose places lie in the file and whose records are jobs.
///
/// The first byte chooses name, format and whether there is a project.
func fuzzFormats(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let choice = Int(data[0])
  var options = choice & 64 == 0 ? plain : inProject
  if choice & 128 != 0 { options.format = Format.allCases[choice % Format.allCases.count] }
  let input = FileInput(
    path: names[choice % names.count], bytes: bytes, isNamed: choice & 32 == 0, folder: choice & 16 == 0 ? "prod" : nil)
  let report = Property.inTime(bytes: count) { FileCheck.run(input, options) }
  Property.holds(report, of: bytes)
  return 0
}

private let names = ["prod/job.yaml", "job.json", "job", "jobs.yaml"]

private let plain: CheckOptions = {
  var options = CheckOptions(zones: ZoneDatabase(folder: "/usr/share/zoneinfo", files: .disk), now: 1_774_746_000)
  options.limits.nodes = 20_000
  return options
}()

private let inProject: CheckOptions = {
  let text = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: fuzz}
    defaults: {timeout: 1h, timezone: Europe/Berlin}
    environments:
      dev: {gcp: {project: fuzz-dev, regions: [europe-west1, us-east1]}, variables: {TAG: {type: string, pattern: "[0-9a-f]{7}|latest", default: latest}}}
      prod: {protected: true, gcp: {project: fuzz-prod, regions: [europe-west1]}, variables: {TAG: {type: int}}}
    notifications: {routes: {oncall: {slack: "secret:slack", severity: [error]}}}
    """
  var options = plain
  options.project = ProjectSearch.project(.init(path: "jobs.yaml", bytes: Array(text.utf8)))
  guard let views = try? EnvironmentView.views(for: nil, of: options.project, given: [:]) else {
    preconditionFailure("the project has no views")
  }
  options.views = views
  return options
}()
