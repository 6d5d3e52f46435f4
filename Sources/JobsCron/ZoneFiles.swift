import Glibc

/// How files of the zone database and of the host's clock are read: by the system, or by a test.
package struct ZoneFiles: Sendable {
  package enum Content: Hashable, Sendable {
    case bytes([UInt8])
    /// No such file, or a folder.
    case absent
    /// There is something, and it cannot be read; the reason in words.
    case failed(String)
  }

  /// The bytes of a regular file.
  package let read: @Sendable (_ path: String) -> Content
  /// Where a symbolic link points, as it is written; nil for anything else.
  package let link: @Sendable (_ path: String) -> String?

  package init(
    read: @escaping @Sendable (_ path: String) -> Content,
    link: @escaping @Sendable (_ path: String) -> String? = { _ in nil }
  ) {
    self.read = read
    self.link = link
  }

  /// The disk of this host.
  package static let disk = ZoneFiles(read: readFile, link: readLink)

  /// The largest zone files and lists have some 100 KiB.
  private static let largestFile = 1 << 20

  private static func readFile(_ path: String) -> Content {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? .absent : .failed(reason(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failed(reason(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { return .absent }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failed("it is no regular file") }
    guard status.st_size <= largestFile else { return .failed("it is larger than 1 MiB") }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        count += got
      }
    }
    return code == 0 ? .bytes(bytes) : .failed(reason(code))
  }

  private static func readLink(_ path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &target, target.count)
    return length > 0 ? String(decoding: target[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }

  private static func reason(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

extension ZoneDatabase {
  /// The database of this host: `TZDIR`, or `/usr/share/zoneinfo`.
  package static let system = ZoneDatabase(
    folder: environment("TZDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/zoneinfo", files: .disk)

  /// The zone that this host's clock is set to; see `hostZone(environment:)`.
  package static func systemHostZone() throws(ZoneError) -> Zone {
    try system.hostZone(environment: environment("TZ"))
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
