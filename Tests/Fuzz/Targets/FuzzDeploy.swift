import JobsCore
import JobsDeploy
import JobsHost

/// What jobs-deploy reads of the world: crontabs with its marks, files of plans, journals of runs, and the note of
/// what was applied.
func fuzzDeploy(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count >= 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  Property.inTime(bytes: count) {
    switch data[0] & 7 {
    case 0: plan(bytes)
    case 1: note(bytes)
    case 4: journal(bytes)
    default: crontab(bytes, isSystem: data[0] & 1 == 1)
    }
  }
  return 0
}

/// A plan that is accepted is written as it was read, unless it wants what looks like a secret.
private func plan(_ bytes: [UInt8]) {
  guard let file = try? PlanFile(bytes, name: "the plan"),
    file.changes.allSatisfy({ $0.fields.allSatisfy { Change.shown($0.desired, $0.path) == $0.desired } })
  else { return }
  let again = try? PlanFile(file.bytes, name: "the plan")
  // A check that needs what looks like a secret is written without it, and not read again.
  guard again != nil || file.checks.isEmpty else { return }
  Property.hold(again?.checks.map(\.id) == file.checks.map(\.id), "its checks survive")
  Property.hold(again?.places == file.places && again?.inputs == file.inputs, "a plan survives")
  Property.hold(again?.changes.map(\.id) == file.changes.map(\.id), "its changes survive")
}

private func note(_ bytes: [UInt8]) {
  guard let note = try? AppliedResources(bytes, name: "the note") else { return }
  Property.hold((try? AppliedResources(note.bytes, name: "the note")) == note, "a note survives")
}

/// The head and the plan of a journal survive, unless something in them looks like a secret.
private func journal(_ bytes: [UInt8]) {
  guard let journal = try? Journal(bytes, name: "the journal"),
    let again = try? Journal(journal.beginning, name: "the journal")
  else { return }
  Property.hold(again.entries.map(\.change.id) == journal.entries.map(\.change.id), "its changes survive")
  Property.hold(again.checks.map(\.id) == journal.checks.map(\.id), "its checks survive")
  Property.hold(again.head.id == journal.head.id && again.head.places == journal.head.places, "its head survives")
}

/// Lines of others stay as they are, and what is written under a mark is read again.
private func crontab(_ bytes: [UInt8], isSystem: Bool) {
  var table = CrontabTable(bytes, isSystem: isSystem)
  let whole = bytes.isEmpty || bytes.last == 10 ? bytes : bytes + [10]
  Property.hold(table.bytes == whole, "a table that nobody changed is as it was")
  let foreign = table.foreign.map(\.command)
  let names = Set(table.entries.map(\.name))
  Property.hold(names.count == table.entries.count, "a name is one entry")
  let fields =
    [Resource.Field("schedule", "@daily")] + (isSystem ? [Resource.Field("user", "root")] : [])
    + [Resource.Field("command", "/fuzz")]
  Property.hold(table.set("-/-/fuzz", fields), "a line can be set")
  Property.hold(table.entries.first { $0.name == "-/-/fuzz" }?.fields == fields, "what is set is read again")
  Property.hold(table.foreign.map(\.command) == foreign, "others' lines stay")
  let resting = fields + [Resource.Field(CrontabTable.quarantineField, "2026-11-21")]
  Property.hold(table.set("-/-/fuzz", resting), "a line can go out of use")
  Property.hold(table.entries.first { $0.name == "-/-/fuzz" }?.fields == resting, "what is out of use is read again")
  table.remove("-/-/fuzz")
  for name in names { table.remove(name) }
  Property.hold(table.entries.isEmpty, "what is removed is gone")
  Property.hold(table.foreign.map(\.command) == foreign, "others' lines stay without ours")
}
