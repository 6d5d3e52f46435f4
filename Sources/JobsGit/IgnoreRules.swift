import Glibc
import JobsCore

/// The rules of a working directory, read folder by folder as a walk comes to them, and once each.
final class IgnoreRules {
  /// What holds for the entries of one folder.
  private final class Folder {
    /// The bytes of its path with the slash behind it.
    let prefix: Int
    let parent: Folder?
    /// Whether the folder, or one above it, is excluded; its own rules are then of no account.
    let isExcluded: Bool
    let patterns: [IgnorePattern]

    init(prefix: Int, parent: Folder?, isExcluded: Bool, patterns: [IgnorePattern]) {
      self.prefix = prefix
      self.parent = parent
      self.isExcluded = isExcluded
      self.patterns = patterns
    }
  }

  /// More than any rule file has; what is larger is not read.
  private static let sizeLimit = 16 << 20

  private let workingDirectory: String
  /// Rules of the whole repository, the stronger ones first.
  private let general: [[IgnorePattern]]
  private var folders: [BytePath: Folder] = [:]

  /// - Parameter general: the paths of rule files that hold everywhere, the stronger ones first.
  init(workingDirectory: String, general: [String]) {
    self.workingDirectory = workingDirectory
    self.general = general.map(Self.patterns)
  }

  /// Whether the rules leave out a path, itself or with a folder above it.
  func excludes(_ path: String, isDirectory: Bool) -> Bool {
    var path = path
    let name = path.utf8.lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
    let parent = folder(name == path.startIndex ? "" : String(path[..<path.utf8.index(before: name)]))
    if parent.isExcluded { return true }
    let start = path.utf8.distance(from: path.startIndex, to: name)
    return path.withUTF8 { bytes in
      if bytes[start...].elementsEqual(".git".utf8) { return true }
      var folder: Folder? = parent
      while let rules = folder {
        let own = UnsafeBufferPointer(rebasing: bytes[rules.prefix...])
        if let verdict = Self.verdict(rules.patterns, own, start - rules.prefix, isDirectory) { return verdict }
        folder = rules.parent
      }
      for patterns in general {
        if let verdict = Self.verdict(patterns, bytes, start, isDirectory) { return verdict }
      }
      return false
    }
  }

  /// The last pattern that matches decides; nil if none does.
  private static func verdict(
    _ patterns: [IgnorePattern], _ path: UnsafeBufferPointer<UInt8>, _ name: Int, _ isDirectory: Bool
  ) -> Bool? {
    for pattern in patterns.reversed() where pattern.matches(path, name: name, isDirectory: isDirectory) {
      return !pattern.isNegated
    }
    return nil
  }

  private func folder(_ path: String) -> Folder {
    if let known = folders[BytePath(path)] { return known }
    let made: Folder
    if path.isEmpty {
      made = Folder(prefix: 0, parent: nil, isExcluded: false, patterns: own(workingDirectory))
    } else {
      let parent = folder(path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? "")
      let isExcluded = excludes(path, isDirectory: true)
      made = Folder(
        prefix: path.utf8.count + 1, parent: parent, isExcluded: isExcluded,
        patterns: isExcluded ? [] : own("\(workingDirectory)/\(path)"))
    }
    folders[BytePath(path)] = made
    return made
  }

  /// The rules in a folder; like git, not through a symbolic link.
  private func own(_ folder: String) -> [IgnorePattern] {
    let file = folder + "/.gitignore"
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    return Self.patterns(file)
  }

  private static func patterns(_ file: String) -> [IgnorePattern] {
    (try? FileBytes.read(file, limit: sizeLimit)).map(IgnorePattern.parse) ?? []
  }
}
