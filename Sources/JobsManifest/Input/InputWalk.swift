import Glibc
package import JobsCore

/// Turns the paths of a command line into files: folders are walked in byte order, globs are expanded.
package struct InputWalk {
  package private(set) var files: [InputFile] = []
  /// Links that lead back to a folder above them, and folders that cannot be listed.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Folders that were walked, and those of files that were named.
  package private(set) var folders: Set<String> = []
  /// Files that are no manifest by their name.
  package private(set) var passedOver = 0
  private let isIgnored: (_ path: String, _ isDirectory: Bool) -> Bool
  /// The folder below which manifests lie, with a slash at its end; nil where each argument is a root of its own.
  private let root: String?
  private var seen: Set<String> = []

  /// - Parameter isIgnored: whether Git ignores a path that is only met; named files are never ignored.
  package init(root: String?, isIgnored: @escaping (_ path: String, _ isDirectory: Bool) -> Bool) {
    self.root = root
    self.isIgnored = isIgnored
  }

  /// Adds what an argument names.
  ///
  /// - Throws: a failure of kind `usage` for a path or pattern that names nothing.
  package mutating func add(_ argument: String) throws(Failure) {
    var status = stat()
    guard stat(argument, &status) == 0 else {
      let code = errno
      if Glob.isPattern(argument) { return try addPattern(argument) }
      if code == ELOOP { return addLoop(argument) }
      throw Failure(
        code == ENOENT || code == ENOTDIR ? .usage : .world,
        "cannot read '\(Terminal.visible(argument))': \(systemMessage(code))",
        hint: code == ENOENT || code == ENOTDIR ? "name a file or folder that exists, or '-' for standard input" : nil)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let base = argument == "/" ? "" : argument.hasSuffix("/") ? String(argument.dropLast()) : argument
      walk(base.isEmpty ? "/" : base, base: root ?? (base == "." ? "" : base + "/"), above: Self.foldersAbove(argument))
    } else {
      addFile(argument, isNamed: true, base: root ?? "")
    }
  }

  private mutating func addPattern(_ pattern: String) throws(Failure) {
    let paths = Glob.expand(pattern)
    guard !paths.isEmpty else {
      throw .usage(
        "no file matches '\(Terminal.visible(pattern))'",
        hint: "quote the pattern, and write '**' for folders of any depth")
    }
    for path in paths where !isIgnored(path, false) { addFile(path, isNamed: true, base: root ?? "") }
  }

  private mutating func addLoop(_ path: String) {
    diagnostics.append(
      Diagnostic(
        code: FolderLoop.info.code, severity: .error, message: "the link '\(Terminal.visible(path))' leads to itself",
        location: .start(of: path), hint: "remove the link"))
  }

  private struct Identity: Hashable {
    var device: UInt
    var inode: UInt
  }

  /// The folders above a folder, up to the root: a link to one of them leads in a circle.
  private static func foldersAbove(_ folder: String) -> [Identity] {
    guard let real = realpath(folder, nil) else { return [] }
    defer { free(real) }
    var path = String(cString: real)[...]
    var found: [Identity] = []
    while let slash = path.lastIndex(of: "/"), path != "/" {
      path = path[..<slash]
      var status = stat()
      if stat(path.isEmpty ? "/" : String(path), &status) == 0 {
        found.append(Identity(device: status.st_dev, inode: status.st_ino))
      }
    }
    return found
  }

  private mutating func walk(_ folder: String, base: String, above: [Identity]) {
    var status = stat()
    guard stat(folder, &status) == 0 else { return cannotList(folder) }
    let identity = Identity(device: status.st_dev, inode: status.st_ino)
    guard !above.contains(identity) else {
      diagnostics.append(
        Diagnostic(
          code: FolderLoop.info.code, severity: FolderLoop.info.severity,
          message: "the link '\(Terminal.visible(folder))' leads to a folder above it and is not followed",
          location: .start(of: folder), hint: "remove the link, or ignore it in .gitignore"))
      return
    }
    folders.insert(folder)
    guard let entries = FolderListing.read(folder) else { return cannotList(folder) }
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = folder == "." ? entry.name : folder == "/" ? "/" + entry.name : "\(folder)/\(entry.name)"
      switch entry.kind {
      case .folder:
        if !isIgnored(path, true) { walk(path, base: base, above: above + [identity]) }
      case .file:
        guard Self.mayBeManifest(path) else {
          passedOver += 1
          continue
        }
        if !isIgnored(path, false) { addFile(path, isNamed: false, base: base) }
      case .other:
        // A FIFO or device that is called a manifest is said, never opened.
        if Self.mayBeManifest(path) { addFile(path, isNamed: false, base: base) }
      }
    }
  }

  private mutating func cannotList(_ folder: String) {
    diagnostics.append(
      Diagnostic(
        code: UnreadableFile.info.code, severity: .error,
        message: "cannot read folder '\(Terminal.visible(folder))': \(systemMessage())", location: .start(of: folder),
        hint: "make the folder readable, or ignore it in .gitignore"))
  }

  private mutating func addFile(_ path: String, isNamed: Bool, base: String) {
    if isNamed {
      folders.insert(path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    }
    guard seen.insert(Self.wholePath(path)).inserted else { return }
    let below = path.hasPrefix(base) ? path.dropFirst(base.count) : path[...]
    let parts = below.split(separator: "/").filter { $0 != "." }
    files.append(
      InputFile(path: path, isNamed: isNamed, folder: parts.count > 1 && parts[0] != ".." ? String(parts[0]) : nil))
  }

  /// The path from the root without '.', so that one file under two spellings is read once; links are not resolved.
  private static func wholePath(_ path: String) -> String {
    if path.utf8.first != UInt8(ascii: "/"), path.utf8.first != UInt8(ascii: ".") { return here + path }
    let parts = (path.hasPrefix("/") ? path : here + path).split(separator: "/").filter { $0 != "." }
    return "/" + parts.joined(separator: "/")
  }

  /// The working directory with a slash at its end.
  private static let here: String = {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    let path = String(cString: folder)
    return path == "/" ? path : path + "/"
  }()

  /// Whether a file that is only met is looked into.
  package static func mayBeManifest(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".json") || CrontabFormat.isCrontab(path: path)
  }
}
