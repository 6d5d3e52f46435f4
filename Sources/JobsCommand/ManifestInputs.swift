import Glibc
package import JobsCore
import JobsGit
package import JobsManifest

/// The files that a command line names, found as every tool finds them.
package struct ManifestInputs {
  package var files: [InputFile] = []
  /// Faults of the search itself, such as a link that leads in a circle.
  package var diagnostics: [Diagnostic] = []
  package var passedOver = 0
  /// Folders in which a change may change what is found: those that were walked, those of files that were named, and
  /// that of the project file.
  package var folders: Set<String> = []
  /// Standard input, if it is a record stream.
  package var stream: RecordReader?
  package var project: ProjectFile?
  /// Where a project file was found, though it may be broken.
  package var projectPath: String?
  /// Whether everything below the project's folder is among the files.
  package var isWhole = false

  /// Finds the files of `paths`; none is the working directory, `-` is standard input.
  ///
  /// - Throws: a failure for a path that names nothing, or a project file that cannot be read.
  package static func find(_ paths: [String]) throws(Failure) -> ManifestInputs {
    var inputs = ManifestInputs()
    let named = paths.isEmpty ? ["."] : paths
    let onDisk = named.filter { $0 != "-" }
    let found = try ProjectSearch.find(from: onDisk)
    inputs.project = found.flatMap { ProjectSearch.project($0) }
    inputs.projectPath = found?.path
    let root = inputs.project.flatMap { project in project.manifests.map { Self.join(project.folder, $0) + "/" } }
    let repository = try GitIgnore.discover(from: onDisk.first ?? ".")
    var walk = InputWalk(root: root) { path, isFolder in repository?.isIgnored(path, isFolder) ?? false }
    for path in onDisk { try walk.add(path) }
    inputs.files = walk.files
    inputs.diagnostics = walk.diagnostics
    inputs.passedOver = walk.passedOver
    inputs.folders = walk.folders
    if let project = inputs.project { inputs.folders.insert(project.folder) }
    inputs.isWhole = onDisk.contains { inputs.project?.folder == $0 || inputs.project?.folder == "." && $0 == "." }
    if named.contains("-") { try inputs.readStandardInput() }
    return inputs
  }

  private static func join(_ folder: String, _ name: String) -> String {
    var name = name[...]
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    while name.hasSuffix("/") { name = name.dropLast() }
    return folder == "." ? String(name) : "\(folder)/\(name)"
  }

  /// Standard input is a record stream if its first line is an object with `type` and `v`, and a manifest otherwise.
  private mutating func readStandardInput() throws(Failure) {
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.readAll(STDIN_FILENO, limit: Self.standardInputLimit)
    } catch {
      switch error {
      case .system(let code): throw .world("cannot read standard input: \(systemMessage(code))")
      default: throw .usage("standard input is longer than \(Self.standardInputLimit >> 30) GiB", hint: "split it")
      }
    }
    if StreamMark.isStream(bytes) {
      stream = RecordReader(bytes: bytes, name: "standard input")
    } else {
      var file = InputFile(path: "-", isNamed: true)
      file.content = .bytes(bytes)
      files.append(file)
    }
  }

  private static let standardInputLimit = 1 << 30
}
