import Crypto
import Glibc
package import JobsCore

/// The code of a function: a folder, or an archive that stands by itself.
package struct CodePackage: Sendable, Hashable {
  /// Says what is in it, whatever it is packed by: `sha256:` and 64 hexadecimal digits. Of a folder it is made of paths, of
  /// what may be run, of links and of contents, so that another version of zlib packs other bytes of the same digest.
  package var digest: String
  /// Unpacked, in bytes.
  package var size: Int

  /// What Lambda takes where it is sent with the call, and what it unpacks (docs.aws.amazon.com/lambda/latest/dg/
  /// gettingstarted-limits.html, 2026-11).
  package static let packedLimit = 50 << 20
  package static let unpackedLimit = 250 << 20

  /// Reads what lies at a path. Of more than fits packed in any case, what it is packed is tried as well.
  ///
  /// - Throws: a usage failure for what cannot be a function's code, a world failure for what cannot be read, or is changed
  ///   while it is read.
  package init(reading path: String) throws(Failure) {
    if Self.isFolder(path) {
      var digest = ""
      var size = 0
      try Self.read(path) { entry, content in
        size += content.count
      } finish: {
        digest = $0
      }
      (self.digest, self.size) = (digest, size)
      if size > Self.packedLimit - (1 << 20) { _ = try Self.pack(path, expecting: nil) }
    } else {
      self = try Self.archive(path).package
    }
  }

  /// The archive of what lies at a path.
  ///
  /// - Parameter digest: what has to be in it; nil for whatever is.
  /// - Throws: as the initialiser, and a world failure where something else is in it.
  package static func pack(_ path: String, expecting digest: String?) throws(Failure) -> [UInt8] {
    var bytes: [UInt8]
    var found = ""
    if isFolder(path) {
      var zip = ZipWriter()
      try read(path) {
        zip.add($0, $1)
      } finish: {
        found = $0
      }
      zip.finish()
      bytes = zip.bytes
    } else {
      let archive = try archive(path)
      (bytes, found) = (archive.bytes, archive.package.digest)
    }
    guard digest == nil || digest == found else {
      throw .world("'\(Terminal.visible(path))' was changed since the plan was made", hint: "make the plan anew")
    }
    guard bytes.count <= packedLimit else {
      throw .usage(
        "'\(Terminal.visible(path))' has \(bytes.count) bytes packed, and Lambda takes \(packedLimit)",
        hint: "leave out what is not needed, or make an image of it")
    }
    return bytes
  }

  static func tooLarge(_ path: String, _ limit: Int) -> Failure {
    .usage(
      "'\(Terminal.visible(path))' has more than \(limit) bytes unpacked, and Lambda takes no more",
      hint: "leave out what is not needed, or make an image of it")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: Folders

  private static func read(
    _ folder: String, _ visit: (FolderEntry, [UInt8]) -> Void, finish: (String) -> Void
  ) throws(Failure) {
    let entries = try FolderEntry.all(of: folder, limit: unpackedLimit)
    guard !entries.isEmpty else {
      throw .usage("there is nothing in '\(Terminal.visible(folder))'", hint: "put the code there")
    }
    var hash = SHA256()
    for entry in entries {
      let content = try entry.content(in: folder)
      let kind: UInt8 =
        switch entry.kind {
        case .file(false): UInt8(ascii: "f")
        case .file(true): UInt8(ascii: "x")
        case .link: UInt8(ascii: "l")
        }
      hash.update(data: [kind] + Array(entry.path.utf8) + [0])
      hash.update(data: Array(SHA256.hash(data: content)))
      visit(entry, content)
    }
    // What came or went beside what was read.
    guard try FolderEntry.all(of: folder, limit: unpackedLimit) == entries else { throw FolderEntry.moved(folder) }
    finish(text(hash.finalize()))
  }

  // MARK: Archives

  private static func archive(_ path: String) throws(Failure) -> (package: CodePackage, bytes: [UInt8]) {
    let shown = Terminal.visible(path)
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: packedLimit)
    } catch {
      switch error {
      case .system(let code):
        throw code == ENOENT
          ? .usage("there is no '\(shown)'", hint: "the path is seen from the folder of the manifest")
          : .world("cannot read '\(shown)': \(systemMessage(code))", hint: nil)
      case .notAFile(let kind):
        throw .usage("'\(shown)' is \(kind)", hint: "name a folder, or a file '.zip'")
      case .tooLarge(let size, let limit):
        throw .usage(
          "'\(shown)' has \(size) bytes, and Lambda takes \(limit) packed",
          hint: "leave out what is not needed, or make an image of it")
      }
    }
    let size: Int
    do throws(ZipDirectory.Fault) {
      size = try ZipDirectory(bytes).size
    } catch {
      throw .usage("'\(shown)' is no zip archive: \(error.message)", hint: "make it anew, as by 'zip -r'")
    }
    guard size <= unpackedLimit else { throw tooLarge(path, unpackedLimit) }
    return (CodePackage(digest: text(SHA256.hash(data: bytes)), size: size), bytes)
  }

  private init(digest: String, size: Int) {
    self.digest = digest
    self.size = size
  }

  private static func text(_ digest: SHA256.Digest) -> String {
    digest.withUnsafeBytes { String(hexadecimal: $0, prefix: "sha256:") }
  }

  /// SHA-256 in base64, as Lambda names what it was sent.
  package static func codeSha256(_ archive: [UInt8]) -> String {
    SHA256.hash(data: archive).withUnsafeBytes { Base64.encode($0) }
  }
}
