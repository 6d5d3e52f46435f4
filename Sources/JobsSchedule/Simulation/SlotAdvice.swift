import JobsCore

/// Another minute of the hour for a job, in which fewer are due.
package struct SlotAdvice: Hashable, Sendable {
  package var cron: String
  package var minute: Int
  /// The most jobs that are due in one of its minutes, itself among them, once those before it were moved.
  package var dueNow: Int
  /// The most that would be due in one of its new minutes then.
  package var due: Int

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("cron", cron)
    json.member("minute", minute)
    json.member("dueNow", dueNow)
    json.member("due", due)
    json.endObject()
  }

  /// Takes jobs out of herds until none is left, or no more can be moved; the first jobs go first, and each finds the
  /// minutes as those before it left them.
  ///
  /// Only a job with one schedule, whose minute is a plain number, is moved, and only within its hour, the shortest way
  /// to the emptiest minute.
  /// - Parameter limit: more than this many jobs that are due in a minute make a herd.
  static func advise(
    _ jobs: [SimulatedJob], window: Range<Int64>, counts: HerdCount, limit: Int
  ) -> [Int: SlotAdvice] {
    var counts = counts
    var advice: [Int: SlotAdvice] = [:]
    for (index, job) in jobs.enumerated() {
      guard job.timetable.lines.count == 1, let line = job.timetable.lines.first,
        let field = ScheduleMinute(line.expression)
      else { continue }
      let places = DueSequence(job.timetable, in: window).map { counts.place(of: $0) }
      let now = places.reduce(0) { max($0, counts[$1]) }
      guard now > limit else { continue }
      guard let best = emptiest(field.minute, places, counts), best.due < now else { continue }
      for place in places {
        counts.remove(place)
        counts.add(place + best.minute - field.minute)
      }
      advice[index] = SlotAdvice(
        cron: field.text(at: best.minute), minute: best.minute, dueNow: now, due: best.due)
    }
    return advice
  }

  /// The minute for which the fullest of a job's minutes is the emptiest, and how many are due in it then.
  private static func emptiest(_ minute: Int, _ places: [Int], _ counts: HerdCount) -> (minute: Int, due: Int)? {
    // A few hundred of its times, evenly taken, tell enough of a job that is due ever so often.
    let stride = max(places.count / 500, 1)
    var best: (minute: Int, due: Int)?
    for candidate in (0..<60).sorted(by: { abs($0 - minute) < abs($1 - minute) }) where candidate != minute {
      var due = 0
      for index in Swift.stride(from: 0, to: places.count, by: stride) {
        due = max(due, counts[places[index] + candidate - minute] + 1)
      }
      if due < best?.due ?? .max { best = (candidate, due) }
    }
    return best
  }
}
