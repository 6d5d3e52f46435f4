/// Numbers of which the least is at hand.
struct MinHeap: Sendable {
  private var numbers: [Int] = []

  var isEmpty: Bool { numbers.isEmpty }

  /// The greatest number there is where the heap is empty.
  var least: Int { numbers.first ?? .max }

  mutating func insert(_ number: Int) {
    var at = numbers.count
    numbers.append(number)
    while at > 0, numbers[(at - 1) / 2] > numbers[at] {
      numbers.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  /// nil where the heap is empty.
  mutating func removeLeast() -> Int? {
    guard let least = numbers.first, let last = numbers.popLast() else { return nil }
    guard !numbers.isEmpty else { return least }
    numbers[0] = last
    var at = 0
    while true {
      let children = [2 * at + 1, 2 * at + 2].filter { $0 < numbers.count && numbers[$0] < numbers[at] }
      guard let child = children.min(by: { numbers[$0] < numbers[$1] }) else { return least }
      numbers.swapAt(at, child)
      at = child
    }
  }
}
