/// Lets one at a time of a run write a policy that several changes are of, such as that of a secret which many accounts may
/// read: all at once they would turn each other away.
actor PolicyTurns {
  /// Who waits for the end of the turn that goes on, by what the policy is of.
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// Waits for the turn, which lasts until `end`.
  func begin(_ path: String) async {
    guard waiting[path] != nil else {
      waiting[path] = []
      return
    }
    await withCheckedContinuation { waiting[path, default: []].append($0) }
  }

  func end(_ path: String) {
    guard var others = waiting[path], !others.isEmpty else {
      waiting[path] = nil
      return
    }
    let next = others.removeFirst()
    waiting[path] = others
    next.resume()
  }
}
