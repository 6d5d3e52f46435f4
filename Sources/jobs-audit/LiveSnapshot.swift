import Glibc
import JobsAWS
import JobsAudit
import JobsCloud
import JobsCore
import JobsGCP
import JobsPlaces

/// What is read of clouds, written to a file as it comes, so that an estate of any size fits.
final class LiveSnapshot {
  private let descriptor: Int32
  /// Where the file is to stand; nil for one that nobody is to keep.
  private let target: String?
  /// Where it stands until it is whole; nil where it has no name, and goes with the process.
  private var beside: String?
  private let folder: String
  /// Of AWS, whose resources are read; none for all.
  private let regions: [String]
  private var places: [String] = []
  private var buffer: [UInt8] = []
  private var values = 0
  private var missed: [String] = []
  /// What stopped the writing.
  private var code: Int32 = 0

  /// - Parameters:
  ///   - path: where what is read is kept; nil for nowhere.
  ///   - regions: of AWS, whose resources are read; none for all.
  init(saving path: String?, regions: [String] = []) throws(Failure) {
    target = path
    self.regions = regions
    folder =
      path.map { $0.lastIndex(of: "/").map { at in String(path?[...at] ?? "") } ?? "" }
      ?? "\(processEnvironment()["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")/"
    let shown = Terminal.visible(path ?? folder)
    if let path {
      var status = stat()
      guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
        throw .usage("cannot save to '\(shown)': it is no regular file", hint: "name a file that is to be written")
      }
    }
    // Without a name, so that nothing is left of it if the process is ended; for its owner alone.
    let unnamed = open(folder.isEmpty ? "." : folder, Self.withoutName | O_RDWR | O_CLOEXEC, 0o600)
    if unnamed >= 0 {
      descriptor = unnamed
      return
    }
    var template = Self.template(folder)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .world("cannot write beside '\(shown)': \(systemMessage())", hint: "name a folder that can be written to")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let name = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    if path == nil { unlink(name) } else { beside = name }
  }

  /// O_TMPFILE, which is put together from others and so is not imported (Linux, fcntl.h).
  private static let withoutName: Int32 = 0o20_000_000 | O_DIRECTORY

  private static func template(_ folder: String) -> [CChar] { Array("\(folder).jobs-audit-XXXXXX".utf8CString) }

  deinit {
    if let beside { unlink(beside) }
    close(descriptor)
  }

  // MARK: Reading

  /// - Throws: a failure where nothing of the place could be read.
  func read(
    _ place: LivePlace, impersonating chain: [String], _ environment: [String: String]
  ) async throws(Failure) {
    values = 0
    missed = []
    places.append(place.description)
    write(.head(of: place.description, time: .now()))
    let notes = AccessNotes(
      take: { self.add($0) },
      miss: { words in if !self.missed.contains(words) { self.missed.append(words) } })
    switch place {
    case .google(let scope):
      let connection = try await GoogleConnection(impersonating: chain, environment)
      var reading = GoogleAccessReading(connection.client, scope: scope)
      try await reading.read(notes)
    case .aws(let profile):
      let session = try AWSConnection.session(environment, profile: profile, width: Self.width)
      try await AccountReading(session, regions: regions).read(notes)
    }
    guard values > 0 else {
      throw .world(
        "nothing of '\(place)' could be read: \(missed.first ?? "it has nothing")",
        hint: "'man jobs-audit' lists the permissions that reading takes")
    }
    write(.end(values: values, missed: missed))
    try flush()
  }

  /// How many requests may be under way at once.
  private static let width = 8

  // MARK: Writing

  private func add(_ value: [UInt8]) {
    values += 1
    buffer += value
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 20 { spill() }
  }

  private func write(_ mark: SnapshotMark) {
    var json = JSONWriter()
    mark.write(to: &json)
    buffer += json.bytes
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Nothing more is written after what cannot be.
  private func spill() {
    if code == 0 { code = FileBytes.writeAll(descriptor, buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func flush() throws(Failure) {
    spill()
    guard code == 0 else {
      throw .world(
        "cannot write what was read\(target.map { " to '\(Terminal.visible($0))'" } ?? ""): \(systemMessage(code))",
        hint: "free some space, or set TMPDIR")
    }
  }

  /// Puts the file in its place, whole.
  ///
  /// - Returns: what was read, as an input.
  func end() throws(Failure) -> AuditFiles.Input {
    let own = "/proc/self/fd/\(descriptor)"
    guard let target else {
      return AuditFiles.Input(name: places.joined(separator: " "), path: own, holder: self)
    }
    if beside == nil {
      // A name that is free becomes that of the file.
      let name = "\(folder).jobs-audit-\(getpid()).tmp"
      unlink(name)
      if linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { beside = name }
    }
    guard let name = beside, fsync(descriptor) == 0, rename(name, target) == 0 else {
      throw .world("cannot write '\(Terminal.visible(target))': \(systemMessage())")
    }
    beside = nil
    return AuditFiles.Input(name: target, path: target)
  }
}
