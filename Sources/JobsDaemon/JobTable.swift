import JobsCron
import JobsSchedule

/// The jobs of a daemon, each at a place that stays its own until it is gone.
struct JobTable {
  /// What a new reading changed; places of the table, and ids of those that are gone.
  struct Changes: Hashable {
    var added: [Int] = []
    var changed: [Int] = []
    var removed: [String] = []
    /// Jobs whose file is bad now, so that they stay as they were.
    var kept: [Int] = []

    var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
  }

  struct Entry {
    var job: DaemonJob
    /// Seconds since the epoch; earlier due times are not this schedule's.
    var since: Int64
  }

  private(set) var entries: [Entry?] = []
  private var places: [String: Int] = [:]
  private var free: [Int] = []

  var count: Int { places.count }

  func place(of id: String) -> Int? { places[id] }

  subscript(place: Int) -> Entry? { entries[place] }

  /// Takes over a new reading. A job that stands as it stood keeps its place and its time.
  ///
  /// Nothing is taken from a file that is bad, not even what can be read of it: half of a file may be half of a command.
  /// - Parameters:
  ///   - now: seconds since the epoch, from which new schedules count.
  ///   - isFirst: whether there is no last good version, so that what can be read is all there is.
  mutating func replace(with read: DaemonJobs, now: Int64, isFirst: Bool = false) -> Changes {
    var changes = Changes()
    // By place, and by id for those that have none.
    var isSeen = [Bool](repeating: false, count: entries.count)
    var unplaced: Set<String> = []
    if isFirst { reserve(read.jobs.count) }
    for job in read.jobs {
      let isBad = !isFirst && job.file.map(read.isBad) ?? false
      guard let place = places[job.id], let old = entries[place]?.job else {
        if isBad { unplaced.insert(job.id) }
        guard !unplaced.contains(job.id) else { continue }
        let place = add(Entry(job: job, since: now))
        while isSeen.count < entries.count { isSeen.append(false) }
        isSeen[place] = true
        changes.added.append(place)
        continue
      }
      guard !isSeen[place] else { continue }
      isSeen[place] = true
      let isSameSchedule = old.schedule == job.schedule
      guard !isSameSchedule || !old.isSame(as: job) else { continue }
      if isBad {
        changes.kept.append(place)
      } else {
        if !isSameSchedule { entries[place]?.since = now }
        entries[place]?.job = job
        changes.changed.append(place)
      }
    }
    for (id, place) in places.filter({ !isSeen[$0.value] }).sorted(by: { $0.key < $1.key }) {
      if let file = entries[place]?.job.file, read.isBad(file) {
        changes.kept.append(place)
      } else {
        remove(place, id)
        changes.removed.append(id)
      }
    }
    return changes
  }

  /// Lets every job follow its zones as they are now.
  ///
  /// - Parameter epoch: in seconds, from when they count. A clock that was further off than a clock may be in good faith
  ///   is a correction: what its job was due before is no concern of the new rules.
  /// - Returns: the jobs that have other due times, and those of them whose clock was corrected.
  mutating func follow(
    _ zones: ZoneDatabase, zoneVariable: String?, at epoch: Int64
  ) -> (changed: [Int], corrected: [Int]) {
    var changed: [Int] = []
    var corrected: [Int] = []
    var following = ZoneFollowing(zones, zoneVariable: zoneVariable)
    for place in entries.indices {
      guard let old = entries[place]?.job else { continue }
      let (job, isChanged) = old.following(&following)
      entries[place]?.job = job
      guard isChanged else { continue }
      changed.append(place)
      guard job.timetable.jump(from: old.timetable, at: epoch) > ClockAccount.correction else { continue }
      entries[place]?.since = epoch
      corrected.append(place)
    }
    return (changed, corrected)
  }

  /// Says since when a job's schedule is known, where that was before this daemon started.
  mutating func setSince(_ since: Int64, at place: Int) { entries[place]?.since = since }

  /// No schedule begins later than now, whatever the clock showed before.
  mutating func clampSince(to now: Int64) {
    for place in entries.indices where entries[place]?.since ?? .min > now { entries[place]?.since = now }
  }

  private mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  private mutating func add(_ entry: Entry) -> Int {
    let place: Int
    if let last = free.popLast() {
      place = last
      entries[place] = entry
    } else {
      place = entries.count
      entries.append(entry)
    }
    places[entry.job.id] = place
    return place
  }

  private mutating func remove(_ place: Int, _ id: String) {
    entries[place] = nil
    places[id] = nil
    free.append(place)
  }
}
