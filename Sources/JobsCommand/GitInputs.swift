import Glibc
package import JobsCore
import JobsGit
import JobsManifest

extension ManifestInputs {
  /// What is staged for the next commit, with the rest of the tree for the rules across files.
  package static func staged(_ paths: [String]) throws(Failure) -> ManifestInputs {
    try fromGit(paths, .index) { repository throws(Failure) in try repository.stagedFiles() }
  }

  /// What HEAD changed since a revision, with the rest of HEAD's tree for the rules across files.
  package static func changed(since revision: String, _ paths: [String]) throws(Failure) -> ManifestInputs {
    try fromGit(paths, .head) { repository throws(Failure) in try repository.changedFiles(since: revision) }
  }

  /// Everything that a revision holds, with its project file.
  package static func at(revision: String, _ paths: [String]) throws(Failure) -> ManifestInputs {
    try fromGit(paths, .revision(revision)) { _ in nil }
  }

  /// - Parameter changes: the files that are asked for; nil for all.
  private static func fromGit(
    _ paths: [String], _ snapshot: Snapshot, changes: (Repository) throws(Failure) -> ChangedFiles?
  ) throws(Failure) -> ManifestInputs {
    guard !paths.contains("-") else {
      throw .usage("'-' cannot be read from Git", hint: "name files and folders of the repository")
    }
    guard let repository = try Repository.discover(from: paths.first ?? ".") else {
      throw .usage("there is no Git repository here", hint: "run it in a clone, without --staged and --since")
    }
    var inputs = ManifestInputs()
    let asked = try changes(repository).map { Set($0.files.map(\.path)) }
    let here = repository.relativePath(of: ".") ?? ""
    var files: [String: InputFile] = [:]
    for path in paths.isEmpty ? ["."] : paths {
      guard let below = repository.relativePath(of: path) else {
        throw .usage(
          "'\(Terminal.visible(path))' lies outside the repository", hint: "name files and folders of the repository")
      }
      for file in try repository.files(in: snapshot, under: below)
      where file.kind == .file && InputWalk.mayBeManifest(file.path) {
        guard files[file.path] == nil else { continue }
        files[file.path] = try input(file, repository, here: here, isAskedFor: asked?.contains(file.path) ?? true)
      }
    }
    inputs.files = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { files[$0] }
    try inputs.findProject(repository, snapshot, here: here)
    return inputs
  }

  private static func input(
    _ file: SnapshotFile, _ repository: Repository, here: String, isAskedFor: Bool
  ) throws(Failure) -> InputFile {
    let parts = file.path.split(separator: "/")
    var input = InputFile(
      path: shown(file.path, from: here), isNamed: false, folder: parts.count > 1 ? String(parts[0]) : nil)
    input.isAskedFor = isAskedFor
    switch try repository.contents(of: file, limit: ReadingLimits().bytes) {
    case .bytes(let bytes): input.content = .bytes(bytes)
    case .tooLarge(let size): input.content = .tooLarge(size: size)
    }
    return input
  }

  /// The project file as the snapshot has it, at the folder or above.
  private mutating func findProject(_ repository: Repository, _ snapshot: Snapshot, here: String) throws(Failure) {
    var folder = here[...]
    while true {
      for name in ProjectSearch.fileNames {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        guard let file = try repository.file(at: path, in: snapshot), file.kind == .file,
          case .bytes(let bytes) = try repository.contents(of: file, limit: 4 << 20)
        else { continue }
        if let project = ProjectSearch.project(.init(path: Self.shown(path, from: here), bytes: bytes)) {
          self.project = project
          isWhole = folder.isEmpty
          return
        }
      }
      guard !folder.isEmpty else { return }
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    }
  }

  /// A path of the repository as it is named from the process's folder.
  private static func shown(_ path: String, from here: String) -> String {
    if here.isEmpty { return path }
    if path.hasPrefix(here + "/") { return String(path.dropFirst(here.count + 1)) }
    var up = ""
    var folder = here[...]
    while !folder.isEmpty {
      up += "../"
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
      if folder.isEmpty || path.hasPrefix(folder + "/") { break }
    }
    return up + (folder.isEmpty ? path : String(path.dropFirst(folder.count + 1)))
  }
}
