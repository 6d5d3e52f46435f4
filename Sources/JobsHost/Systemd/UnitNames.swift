import JobsCore
import JobsDeploy
import JobsManifest

/// What the units of a job are called.
///
/// Those that this tool makes are `jobs-NAME`; those that others made keep their names, which the manifest has as annotations.
struct UnitNames: Hashable {
  let service: String
  let timer: String
  /// Whether others made them.
  let isTaken: Bool

  /// The name of the timer without `.timer`, and of its service where there is no other word for it.
  static let unitKey = "jobs/unit"
  /// The name of the service without `.service`, where it is another.
  static let serviceKey = "jobs/service"

  init(_ job: Job) throws(ExpansionRefusal) {
    guard let stem = job.annotations[Self.unitKey] ?? job.annotations[Self.serviceKey] else {
      let stem = Self.own(job.name)
      self.init(service: "\(stem).service", timer: "\(stem).timer", isTaken: false)
      return
    }
    let service = job.annotations[Self.serviceKey] ?? stem
    for name in [stem, service] where !Self.canBeTaken(name) {
      throw ExpansionRefusal(
        "the annotations name a unit '\(name)', and none can be called so", hint: "name units that others made")
    }
    self.init(service: "\(service).service", timer: "\(stem).timer", isTaken: true)
  }

  private init(service: String, timer: String, isTaken: Bool) {
    self.service = service
    self.timer = timer
    self.isTaken = isTaken
  }

  /// The annotations by which a manifest names units that others made.
  ///
  /// - Parameters:
  ///   - timer: without its suffix, as the service.
  static func annotations(timer: String, service: String) -> [Pair] {
    [Pair(unitKey, timer)] + (service == timer ? [] : [Pair(serviceKey, service)])
  }

  /// A job's name as part of a unit's (systemd.unit(5), description).
  private static func own(_ name: String) -> String {
    prefix
      + String(
        decoding: name.utf8.prefix(200).map { isNameByte($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    97...122 ~= byte | 32 || 48...57 ~= byte || ":_.-".utf8.contains(byte)
  }

  static let prefix = "jobs-"

  /// A unit's name without its suffix.
  static func stem(of unit: String) -> String { unit.lastIndex(of: ".").map { String(unit[..<$0]) } ?? unit }

  /// The service that a timer starts where it names none.
  static func service(of timer: String) -> String { "\(stem(of: timer)).service" }

  /// Whether a unit is written as this tool writes them, whole.
  static func isOwn(_ unit: String) -> Bool { unit.hasPrefix(prefix) }

  /// Whether units of this name can become ours as they stand: templates, and instances of them, are no unit of their own.
  ///
  /// - Parameter stem: the name without its suffix.
  static func canBeTaken(_ stem: String) -> Bool {
    1...200 ~= stem.utf8.count && !isOwn(stem) && stem.utf8.first != UInt8(ascii: ".")
      && stem.utf8.allSatisfy(isNameByte)
  }
}
