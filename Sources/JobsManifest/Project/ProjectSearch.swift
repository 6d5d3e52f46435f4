import Glibc
package import JobsCore

/// Finds `jobs.yaml` by walking up from the inputs.
package enum ProjectSearch {
  package static let fileNames = ["jobs.yaml", "jobs.yml"]

  /// What was found: the file as it is named in messages, and its text.
  package struct Found: Sendable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The nearest project file at or above the first of `paths` that has one, by its content: a `jobs.yaml` that is a
  /// job is passed over.
  ///
  /// - Throws: a failure if a project file cannot be read.
  package static func find(from paths: [String]) throws(Failure) -> Found? {
    for start in paths.isEmpty ? ["."] : paths {
      guard let real = realpath(start, nil) else { continue }
      var folder = String(cString: real)
      free(real)
      var status = stat()
      if stat(folder, &status) == 0, status.st_mode & S_IFMT != S_IFDIR { folder = parent(of: folder) ?? "/" }
      var at: String? = folder
      while let here = at {
        for name in fileNames {
          let path = here == "/" ? "/\(name)" : "\(here)/\(name)"
          guard access(path, F_OK) == 0 else { continue }
          do throws(FileBytes.ReadError) {
            let bytes = try FileBytes.read(path, limit: 4 << 20)
            if isProject(bytes) { return Found(path: shown(path), bytes: bytes) }
          } catch {
            guard case .system(let code) = error else { continue }
            throw .world("cannot read the project file '\(path)': \(systemMessage(code))", hint: "make it readable")
          }
        }
        at = parent(of: here)
      }
    }
    return nil
  }

  /// Reads the project document of a file; nil where there is none or it is broken, which a check of the file says.
  package static func project(_ found: Found) -> ProjectFile? {
    var project: ProjectFile?
    YAMLReader(found.bytes, limits: ReadingLimits()).read { document in
      guard document.isComplete, document.tree.kind(Tree.root) == .mapping,
        document.tree.text(Tree.root, "kind") == "Project"
      else { return true }
      project = ProjectFile(document.tree, Tree.root, path: found.path)
      return false
    }
    return project
  }

  private static func isProject(_ bytes: [UInt8]) -> Bool {
    bytes.firstOffset(of: Array("Project".utf8), from: 0) != nil
      && bytes.firstOffset(of: Array("jobs/v1".utf8), from: 0) != nil
  }

  private static func parent(of path: String) -> String? {
    guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Relative to the working directory where it lies below it.
  private static func shown(_ path: String) -> String {
    guard let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    let here = String(cString: current)
    return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
  }
}
