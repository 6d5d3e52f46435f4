import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// The code of functions that are imported, as archives beside their manifests.
///
/// It is written before the manifests, since what they would change is judged by it, and goes again where none come.
struct FetchedCode {
  private let files: NewFiles
  private var archives: [String: [UInt8]] = [:]
  /// Files that were not there before.
  private var made: [String] = []

  init(_ files: NewFiles) { self.files = files }

  /// Fetches the code of a job, which is seen by its manifest from then on.
  ///
  /// - Throws: a usage failure where another file has its name, a world failure where it is not to be had.
  mutating func bring(_ found: inout FoundJob, from provider: any Provider) async throws(Failure) {
    guard let id = found.code else { return }
    let archive = try await provider.archive(of: id)
    // In another region a function of that name may run something else.
    let stems = [[found.job.name], [found.job.name, found.job.target.region ?? ""]].map { $0.joined(separator: ".") }
    let names = stems.map { "\(ConversionFiles.stem($0)).zip" }
    guard let name = names.first(where: { archives[$0, default: archive] == archive }) else {
      throw .usage(
        "another function's code would become '\(names[0])' too", hint: "name one of the jobs, and import them apart")
    }
    if archives[name] == nil {
      archives[name] = archive
      let path = files.path(of: name)
      let isNew = access(path, F_OK) != 0
      try files.write([(name, archive)])
      if isNew { made.append(path) }
    }
    found.job.run.code.value.path = name
  }

  /// Removes what was written, and nothing that was there before.
  ///
  /// - Parameter jobs: those whose manifests are there, and name some of it.
  func withdraw(except jobs: [FoundJob] = []) {
    let kept = Set(jobs.compactMap(\.job.run.code.value.path).map(files.path(of:)))
    for path in made where !kept.contains(path) { unlink(path) }
  }
}
