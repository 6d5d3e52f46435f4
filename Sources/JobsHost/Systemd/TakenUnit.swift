import JobsCore
package import JobsDeploy
import JobsManifest

/// A unit that others made, by what it means: the fields that a manifest of its job would give it, however they are written
/// there, and what else stands there.
package struct TakenUnit {
  package let fields: [Resource.Field]
  let hidden: [LiveResource.Hidden]

  package init(_ unit: String, _ assignments: [UnitSyntax.Assignment], on host: UnitReading.Host) {
    var reading = UnitReading(Job(name: UnitNames.stem(of: unit)), on: host)
    var wanted: [Resource.Field]?
    if unit.hasSuffix(".timer") {
      reading.readTimer(assignments, of: unit)
      wanted = try? SystemdUnits.timer(of: reading.job, clock: host.clock, now: host.clock.now)
      let other = FoundTimer.service(of: unit, assignments)
      if other != UnitNames.service(of: unit) { reading.addLiteral("Timer.Unit", Resource.Value(other)) }
    } else {
      reading.readService(assignments, of: unit)
      wanted = try? SystemdUnits.service(of: reading.job, user: host.user)
    }
    fields = reading.fields(wanted ?? [])
    let form = assignments.filter { UnitFile.form.contains($0.name) }.map { Resource.Field($0.name, $0.value) }
    hidden = (form + reading.beside).map {
      LiveResource.Hidden(
        path: $0.name, value: Change.shown($0.value, $0.name) ?? $0.value,
        reason: "others wrote it, and what a manifest has no word for stays as it stands")
    }
  }

  // MARK: Changing

  /// The text of a unit in which some fields are others, and everything else stands as before.
  ///
  /// - Parameters:
  ///   - old: the fields as the text has them.
  ///   - wanted: as it is to have them.
  /// - Returns: nil where a value is none of a unit, and for a text that is not UTF-8 and so could not be kept as it stands.
  package static func edited(_ bytes: [UInt8], from old: [Resource.Field], to wanted: [Resource.Field]) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let syntax = UnitSyntax(bytes)
    var replaced: [Int: [String]] = [:]
    var added: [Int: [String]] = [:]
    var gone: Set<Int> = []
    var sections: [(name: String, lines: [String])] = []
    let names = wanted.map(\.name) + old.map(\.name).filter { wanted[$0] == nil }
    for name in names where wanted[name] != old[name] {
      let parts = name.split(separator: ".", maxSplits: 1).map { String($0) }
      guard parts.count == 2 else { return nil }
      let key = parts[1] == "TimeoutStartSec" ? UnitReading.timeoutKey(syntax.assignments) : parts[1]
      let values = wanted[name].map { UnitFile.texts($0) ?? [$0.text] } ?? []
      guard !values.contains(where: { $0.utf8.contains { $0 == 10 || $0 == 0 } })
      else { return nil }
      let lines = values.map { "\(key)=\($0)" }
      let places = syntax.assignments.filter { $0.section == parts[0] && $0.key == key }.map(\.lines)
      gone.formUnion(places.flatMap { Array($0) })
      if let first = places.first {
        replaced[first.lowerBound] = lines
      } else if let end = syntax.ends[parts[0]] {
        added[end, default: []] += lines
      } else if let at = sections.firstIndex(where: { $0.name == parts[0] }) {
        sections[at].lines += lines
      } else {
        sections.append((parts[0], lines))
      }
    }
    var out: [String] = []
    for (at, line) in syntax.lines.enumerated() {
      out += added[at] ?? []
      out += replaced[at] ?? []
      if !gone.contains(at) { out.append(String(line)) }
    }
    // Behind the last line break stands no line.
    if out.last == "" { out.removeLast() }
    out += added[syntax.lines.count] ?? []
    for section in sections { out += ["", "[\(section.name)]"] + section.lines }
    return Array((out.joined(separator: "\n") + "\n").utf8)
  }
}
