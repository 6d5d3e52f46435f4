import Glibc
import JobsCore

/// Something in a folder that is packed.
struct FolderEntry: Hashable {
  enum Kind: Hashable {
    case file(isExecutable: Bool)
    case link
  }

  /// From the folder on, with `/`.
  var path: String
  var kind: Kind
  /// In bytes.
  var size: Int
  /// By what it is seen whether it was changed meanwhile.
  var trace: Trace

  struct Trace: Hashable {
    private var words: [Int]

    init(_ status: stat) {
      words = [
        Int(status.st_dev), Int(status.st_ino), Int(status.st_mode), Int(status.st_size), status.st_mtim.tv_sec,
        status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
  }
}

extension FolderEntry {
  /// What is in every checkout or comes about by itself, and says nothing of what the code does.
  static let passedOver: Set<String> = [".git", ".hg", ".svn", ".DS_Store", "__pycache__"]

  /// How deep folders may stand in each other.
  private static let depthLimit = 64

  /// All that is to be packed of a folder, in the order of the bytes of the paths. Folders are there by what is in them, as
  /// in Git; an empty one is not.
  ///
  /// - Throws: a usage failure for what cannot be packed, and where it is more than `limit` bytes; a world failure for what
  ///   cannot be read.
  static func all(of folder: String, limit: Int) throws(Failure) -> [FolderEntry] {
    var entries: [FolderEntry] = []
    var total = 0
    var waiting = [""]
    while let inner = waiting.popLast() {
      guard inner.utf8.count(where: { $0 == 47 }) < depthLimit else {
        throw .usage("'\(shown(folder, inner))' stands deeper than \(depthLimit) folders", hint: "make it flatter")
      }
      guard let reader = FolderReader(inner.isEmpty ? folder : "\(folder)/\(inner)") else {
        throw unreadable(shown(folder, inner))
      }
      for found in reader where !passedOver.contains(found.name) {
        let path = inner + found.name
        guard !found.name.unicodeScalars.contains("\u{FFFD}") else {
          throw .usage("the name of '\(shown(folder, path))' is no UTF-8", hint: "rename it")
        }
        guard let status = status(of: "\(folder)/\(path)") else { throw unreadable(shown(folder, path)) }
        let kind: Kind
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
          waiting.append("\(path)/")
          continue
        case S_IFREG: kind = .file(isExecutable: status.st_mode & 0o111 != 0)
        case S_IFLNK: kind = .link
        default:
          throw .usage(
            "'\(shown(folder, path))' is no file, folder or link, and cannot be packed", hint: "take it away")
        }
        total += Int(status.st_size)
        entries.append(FolderEntry(path: path, kind: kind, size: Int(status.st_size), trace: Trace(status)))
        guard total <= limit else { throw CodePackage.tooLarge(folder, limit) }
        guard entries.count <= ZipWriter.entryLimit else {
          throw .usage(
            "'\(shown(folder, ""))' has more than \(ZipWriter.entryLimit) files", hint: "leave out what is not needed")
        }
      }
    }
    return entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The bytes of a file, or where a link leads.
  ///
  /// - Throws: a world failure where it is another one than was found, or was written to meanwhile.
  func content(in folder: String) throws(Failure) -> [UInt8] {
    let path = "\(folder)/\(self.path)"
    let bytes: [UInt8]
    switch kind {
    case .link: bytes = try target(folder)
    case .file:
      do throws(FileBytes.ReadError) {
        bytes = try FileBytes.read(path, limit: size)
      } catch {
        guard case .system(let code) = error else { throw Self.moved(folder) }
        throw .world("cannot read '\(Self.shown(folder, self.path))': \(systemMessage(code))", hint: nil)
      }
    }
    guard bytes.count == size, let status = Self.status(of: path), Trace(status) == trace else {
      throw Self.moved(folder)
    }
    return bytes
  }

  /// Where a link leads, which has to be inside of the folder.
  private func target(_ folder: String) throws(Failure) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = room.withUnsafeMutableBytes {
      readlink("\(folder)/\(path)", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard length > 0 else { throw Self.moved(folder) }
    let target = Array(room.prefix(length))
    // As deep as the folder that the link lies in.
    var depth = path.utf8.count { $0 == 47 }
    var isInside = target.first != 47
    for part in target.split(separator: 47) where !part.elementsEqual(".".utf8) {
      depth += part.elementsEqual("..".utf8) ? -1 : 1
      if depth < 0 { isInside = false }
    }
    guard isInside else {
      throw .usage(
        "the link '\(Self.shown(folder, path))' leads out of the folder, to "
          + "'\(Terminal.visible(String(decoding: target, as: UTF8.self)))'",
        hint: "copy in what it leads to")
    }
    return target
  }

  /// - Throws: a world failure.
  static func moved(_ folder: String) -> Failure {
    .world("'\(shown(folder, ""))' was changed while it was read", hint: "try again when nothing writes there")
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private static func unreadable(_ path: String) -> Failure {
    .world("cannot read '\(path)': \(systemMessage(errno))", hint: nil)
  }

  private static func shown(_ folder: String, _ path: String) -> String {
    Terminal.visible(path.isEmpty ? folder : "\(folder)/\(path)")
  }
}
