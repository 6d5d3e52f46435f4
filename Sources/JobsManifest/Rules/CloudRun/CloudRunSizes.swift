/// Which memory goes with which CPU in Cloud Run jobs (`FactSource.runSizes`).
package enum CloudRunSizes {
  package struct Row: Sendable {
    /// Millicores.
    package var cpu: Int
    /// Bytes.
    package var memory: ClosedRange<Int>
  }

  package static let mebibyte = 1 << 20
  package static let gibibyte = 1 << 30

  package static let rows: [Row] = [
    Row(cpu: 1000, memory: 128 * mebibyte...4 * gibibyte), Row(cpu: 2000, memory: 128 * mebibyte...8 * gibibyte),
    Row(cpu: 4000, memory: 2 * gibibyte...16 * gibibyte), Row(cpu: 6000, memory: 4 * gibibyte...24 * gibibyte),
    Row(cpu: 8000, memory: 4 * gibibyte...32 * gibibyte),
  ]

  /// Less than one CPU: above 512 MiB it takes half of one. The least is 80 millicores.
  package static let smallRows: [Row] = [
    Row(cpu: 80, memory: 128 * mebibyte...512 * mebibyte), Row(cpu: 500, memory: 128 * mebibyte...gibibyte),
  ]

  package enum Fault: Equatable, Sendable {
    /// There is no such CPU.
    case cpu
    /// The memory is below the least for the CPU, in bytes.
    case tooLittle(least: Int)
    /// The memory is above the most for the CPU; `cpu` has enough, nil if none does.
    case tooMuch(most: Int, cpu: Int?)
  }

  /// What is wrong with a pair; nil for one that the service takes.
  package static func fault(cpu: Int, memory: Int) -> Fault? {
    guard let row = row(for: cpu) else { return .cpu }
    if memory < row.memory.lowerBound { return .tooLittle(least: row.memory.lowerBound) }
    if memory > row.memory.upperBound {
      return .tooMuch(
        most: row.memory.upperBound, cpu: (smallRows + rows).first { $0.memory.contains(memory) && $0.cpu > cpu }?.cpu)
    }
    return nil
  }

  /// The row of a CPU: one of the whole ones, or of the small ones the last that is not above it.
  package static func row(for cpu: Int) -> Row? {
    if cpu < 1000 { return smallRows.last { $0.cpu <= cpu } }
    return rows.first { $0.cpu == cpu }
  }
}
