import Glibc
import JobsAudit
import JobsCore
import JobsManifest

extension AuditFiles {
  /// Whether something is read that cannot be read twice.
  var hasPipe: Bool { inputs.contains { !Self.isFile($0.path) } }

  /// The deny policies in files, and who is in which group: they hold for policies that stand before them too. What cannot be used
  /// is left for the reading itself to tell.
  func beforehand() -> GoogleEstate {
    var known = GoogleEstate()
    for input in inputs where Self.isFile(input.path) && Self.speaksOfThem(input.path) {
      let reader = EstateReader { item in if item.isBeforehand { known.add(item) } }
      var estate = Estate()
      var files = self
      files.inputs = [input]
      _ = try? files.read(say: { _ in }) { values, name throws(Failure) in
        try reader.read(&values, file: name, into: &estate)
      }
    }
    return known
  }

  /// By what they show.
  private static let marks = [
    "/denypolicies/", "\"DenyPolicy\"", "\"preferredMemberKey\"", "\"groupKey\"", "\"groupEdges\"",
  ].map { Array($0.utf8) }

  /// A search of the bytes, which takes a small part of the time of reading them as JSON. What gzip packed may hold anything.
  private static func speaksOfThem(_ name: String) -> Bool {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var isBeginning = true
    while true {
      let (got, code) = FileBytes.append(from: descriptor, upTo: 1 << 20, to: &bytes)
      if isBeginning, bytes.starts(with: [0x1F, 0x8B]) { return true }
      isBeginning = false
      if marks.contains(where: { bytes.firstOffset(of: $0, from: 0) != nil }) { return true }
      guard code == 0, got > 0 else { return false }
      // A mark may go on in what is read next.
      bytes.removeFirst(max(0, bytes.count - 32))
    }
  }
}
