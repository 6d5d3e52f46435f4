import JobsCommand
import JobsCore
import JobsGit
import JobsManifest

/// The commit that is deployed, where all manifests are as it has them.
struct DeployedCommit {
  var id: String
  var time: Instant?

  /// nil where a manifest was changed since, is in no repository, or libgit2 is not installed.
  ///
  /// - Parameter files: from which jobs were read.
  static func of(_ inputs: JobInputs, files: [String]) -> DeployedCommit? {
    let stated = Set(inputs.jobs.map { $0.job.origin?.commit })
    let one = stated.count == 1 ? stated.first ?? nil : nil
    guard let first = files.first, let repository = (try? Repository.discover(from: folder(of: first))) ?? nil else {
      return one.map { DeployedCommit(id: $0) }
    }
    guard let id = one ?? head(repository, files) else { return nil }
    return DeployedCommit(id: id, time: (try? repository.time(ofCommit: id)) ?? nil)
  }

  private static func head(_ repository: Repository, _ files: [String]) -> String? {
    guard let head = (try? repository.headCommit) ?? nil else { return nil }
    for file in files {
      guard let path = repository.relativePath(of: file), (try? repository.isUnmodified(path)) == true else {
        return nil
      }
    }
    return head
  }

  private static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
  }
}
