package import JobsCore

/// Which changes of a plan are begun when, and what became of them: takes what happened, and says what is to be started.
///
/// As many are under way as each lane and all of them together allow. What depends on a change that was not done is
/// skipped, all others go on. Pure: `run` does what it says.
package struct Rollout: Sendable {
  /// Where changes are carried out, one provider say, and how many at once.
  package struct Lane: Sendable, Hashable {
    package var width: Int
    /// Whether changes that are begun together are carried out as one write. They do not count among those of all lanes, and
    /// none is begun before all that were begun have ended.
    package var isOneWrite: Bool

    /// - Parameter width: less than 1 counts as 1.
    package init(width: Int, isOneWrite: Bool = false) {
      self.width = max(1, width)
      self.isOneWrite = isOneWrite
    }
  }

  package enum Event: Sendable {
    case begun
    /// A change that was started has ended, after so many seconds.
    case ended(Int, Failure?, seconds: Double)
    /// No more are to be started.
    case stopped
  }

  package enum Action: Sendable, Hashable {
    case start(Int)
    /// It will not be started, since what it depends on was not done.
    case skip(Int)
  }

  /// In their order, with what became of each; one that nobody came to is still planned.
  package private(set) var changes: [Change]
  /// The failures by the ids of their changes.
  package private(set) var failures: [String: Failure] = [:]
  /// How many are under way.
  package private(set) var running = 0
  package private(set) var isStopped = false

  private let width: Int
  /// How many of those that count are under way.
  private var counted = 0
  private let lanes: [Lane]
  /// The lane of each change.
  private let lane: [Int]
  /// How many more may be started in each lane.
  private var room: [Int]
  /// What could be started at once, by lane.
  private var ready: [MinHeap]
  /// For how many others each change waits, and which wait for it.
  private var waits: [Int]
  private var dependents: [[Int]]

  /// - Parameters:
  ///   - changes: in an order in which each comes behind those it names in `after`; what else it names is not waited for.
  ///   - width: how many may be under way in all lanes together; less than 1 counts as 1.
  ///   - lane: the place in `lanes` of a change's own.
  package init(_ changes: [Change], width: Int, lanes: [Lane], lane: (Change) -> Int) {
    self.changes = changes
    self.width = max(1, width)
    self.lanes = lanes
    self.lane = changes.map(lane)
    room = lanes.map(\.width)
    ready = lanes.map { _ in MinHeap() }
    waits = Array(repeating: 0, count: changes.count)
    dependents = Array(repeating: [], count: changes.count)
    var places: [String: Int] = [:]
    for (at, change) in changes.enumerated() {
      for id in Set(change.after) {
        guard let before = places[id] else { continue }
        dependents[before].append(at)
        waits[at] += 1
      }
      places[change.id] = at
    }
  }

  /// Whether nothing is under way, and nothing more will be.
  package var isOver: Bool { running == 0 && (isStopped || ready.allSatisfy(\.isEmpty)) }

  package func count(_ state: Change.State) -> Int { changes.count { $0.state == state } }

  package mutating func take(_ event: Event) -> [Action] {
    var actions: [Action] = []
    switch event {
    case .begun:
      for at in changes.indices where waits[at] == 0 { ready[lane[at]].insert(at) }
    case .stopped: isStopped = true
    case .ended(let at, let failure, let seconds):
      running -= 1
      if !lanes[lane[at]].isOneWrite { counted -= 1 }
      room[lane[at]] += 1
      changes[at].durationSeconds = seconds
      if let failure {
        changes[at].state = .failed
        failures[changes[at].id] = failure
        skip(behind: at, &actions)
      } else {
        changes[at].state = .done
        for next in dependents[at] {
          waits[next] -= 1
          if waits[next] == 0, changes[next].state == .planned { ready[lane[next]].insert(next) }
        }
      }
    }
    start(&actions)
    return actions
  }

  private mutating func skip(behind at: Int, _ actions: inout [Action]) {
    var lost = [at]
    while let one = lost.popLast() {
      for next in dependents[one] where changes[next].state == .planned {
        changes[next].state = .skipped
        actions.append(.skip(next))
        lost.append(next)
      }
    }
  }

  /// Starts what can be started, in the order of the plan.
  private mutating func start(_ actions: inout [Action]) {
    let isIdle = lanes.indices.map { room[$0] == lanes[$0].width }
    while !isStopped {
      let open = ready.indices.filter {
        room[$0] > 0 && !ready[$0].isEmpty && (lanes[$0].isOneWrite ? isIdle[$0] : counted < width)
      }
      guard let lane = open.min(by: { ready[$0].least < ready[$1].least }), let at = ready[lane].removeLeast() else {
        return
      }
      room[lane] -= 1
      running += 1
      if !lanes[lane].isOneWrite { counted += 1 }
      actions.append(.start(at))
    }
  }

  /// The places of the changes that actions start: those of a lane that is one write together, any other by itself.
  func batches(of actions: [Action]) -> [[Int]] {
    var batches: [[Int]] = []
    var open: [Int: Int] = [:]
    for case .start(let at) in actions {
      if lanes[lane[at]].isOneWrite, let batch = open[lane[at]] {
        batches[batch].append(at)
      } else {
        open[lane[at]] = batches.count
        batches.append([at])
      }
    }
    return batches
  }
}
