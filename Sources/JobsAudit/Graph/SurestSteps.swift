/// The surest step from each node, as ways are tried one after another: the first that is proven, else the first.
struct SurestSteps<Node: Hashable> {
  private var places: [Node: Int] = [:]
  private(set) var steps: [(from: Node, step: AccessStep)] = []

  /// Whether a surer step than what there is would be taken.
  func isOpen(_ node: Node) -> Bool { places[node].map { !steps[$0].step.isProven } ?? true }

  mutating func add(_ node: Node, _ step: AccessStep) {
    if let place = places[node] {
      if step.isProven, !steps[place].step.isProven { steps[place].step = step }
    } else {
      places[node] = steps.count
      steps.append((node, step))
    }
  }
}
