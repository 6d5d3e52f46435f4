import Glibc
import JobsAWS
import JobsAudit
import JobsCloud
import JobsCore
import JobsGCP
import JobsPlaces
import JobsReport

/// What is read of clouds, written to a file as it comes, so that an estate of any size fits.
final class LiveSnapshot {
  private let file: StagedFile
  /// Where the file is to stand; nil for one that nobody is to keep.
  private let target: String?
  /// Of AWS, whose resources are read; none for all.
  private let regions: [String]
  private let progress: Progress?
  private var places: [String] = []
  private var buffer: [UInt8] = []
  private var values = 0
  private var missed: [String] = []
  /// What stopped the writing.
  private var code: Int32 = 0

  /// - Parameters:
  ///   - path: where what is read is kept; nil for nowhere.
  ///   - regions: of AWS, whose resources are read; none for all.
  ///   - progress: where it is shown how much was read; nil for nowhere.
  init(saving path: String?, regions: [String] = [], progress: Progress? = nil) throws(Failure) {
    target = path
    self.progress = progress
    self.regions = regions
    let folder = processEnvironment()["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    if let path {
      var status = stat()
      guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
        throw .usage(
          "cannot save to '\(Terminal.visible(path))': it is no regular file", hint: "name a file that is to be written"
        )
      }
    }
    // For its owner alone.
    guard let file = StagedFile(for: path ?? "\(folder)/snapshot", mode: 0o600, isNameless: true) else {
      throw .world(
        "cannot write beside '\(Terminal.visible(path ?? folder))': \(systemMessage())",
        hint: "name a folder that can be written to")
    }
    self.file = file
    if path == nil { file.hide() }
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
    progress?.update("read from \(places.last ?? "")", done: values)
  }

  private func write(_ mark: SnapshotMark) {
    var json = JSONWriter()
    mark.write(to: &json)
    buffer += json.bytes
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Nothing more is written after what cannot be.
  private func spill() {
    if code == 0 { code = FileBytes.writeAll(file.descriptor, buffer) }
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
    guard let target else {
      return AuditFiles.Input(
        name: places.joined(separator: " "), path: "/proc/self/fd/\(file.descriptor)", holder: self)
    }
    let code = file.put()
    guard code == 0 else {
      throw .world("cannot write '\(Terminal.visible(target))': \(systemMessage(code))")
    }
    return AuditFiles.Input(name: target, path: target)
  }
}
