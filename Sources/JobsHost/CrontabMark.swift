import JobsCore
import JobsDeploy
import JobsManifest

/// The comment above a line of a crontab that makes it ours: `# jobs: NAME DIGEST`, where the digest is that of the line's
/// fields when they were written last.
///
/// Behind the digest stands the day from which the line is out of use, if it is: then it is a comment itself.
///
/// A comment that only begins so is a comment.
struct CrontabMark: Hashable {
  /// `CrontabMarker.name` of the job's id, with `#2` and so on for its further schedules.
  var name: String
  var digest: String
  /// Such as `2026-11-21`.
  var quarantined: String?

  init(name: String, digest: String, quarantined: String? = nil) {
    self.name = name
    self.digest = digest
    self.quarantined = quarantined
  }

  init?(_ line: [UInt8]) {
    guard line.starts(with: CrontabMarker.prefix.utf8) else { return nil }
    let words = line.dropFirst(CrontabMarker.prefix.utf8.count).split(separator: 32, omittingEmptySubsequences: false)
    guard 2...3 ~= words.count, Self.isName(String(decoding: words[0], as: UTF8.self)),
      words[1].count == [Resource.Field].digestLength,
      words[1].allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 })
    else { return nil }
    name = String(decoding: words[0], as: UTF8.self)
    digest = String(decoding: words[1], as: UTF8.self)
    guard words.count == 3 else { return }
    quarantined = String(decoding: words[2], as: UTF8.self)
    guard quarantined.flatMap(CivilDate.init(text:)) != nil else { return nil }
  }

  var line: [UInt8] {
    Array("\(CrontabMarker.prefix)\(name) \(digest)\(quarantined.map { " \($0)" } ?? "")".utf8)
  }

  /// The name without the number of the schedule.
  var owner: String { Self.owner(of: name) }

  /// A name without the number of the schedule.
  static func owner(of name: String) -> String { name.firstIndex(of: "#").map { String(name[..<$0]) } ?? name }

  /// The name of one of a job's schedules, counted from 0.
  static func name(owner: String, schedule: Int) -> String { schedule == 0 ? owner : "\(owner)#\(schedule + 1)" }

  /// Whether a mark can have a name.
  static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
    let owner = String(parts[0]) ?? ""
    guard !owner.isEmpty, CrontabMarker.name(of: owner) == owner, parts.count <= 2 else { return false }
    guard parts.count == 2 else { return true }
    return parts[1].count <= 4 && parts[1].first.map { 49...57 ~= $0 } == true
      && parts[1].allSatisfy { 48...57 ~= $0 }
  }
}

extension Job {
  /// Takes the parts of its id from what a mark says whose something is.
  mutating func claim(_ owner: String) {
    let parts = owner.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 3 else { return }
    tenant = parts[0] == "-" ? nil : parts[0]
    env = parts[1] == "-" ? nil : parts[1]
    name = parts[2]
  }
}
