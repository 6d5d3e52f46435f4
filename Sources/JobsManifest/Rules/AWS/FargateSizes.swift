/// Which memory goes with which CPU in Fargate tasks (`FactSource.fargate`).
package enum FargateSizes {
  package struct Row: Sendable {
    /// CPU units, of which 1,024 are one vCPU.
    package var units: Int
    /// Mebibytes.
    package var memory: [Int]
  }

  package static let rows: [Row] = [
    Row(units: 256, memory: [512, 1024, 2048]), Row(units: 512, memory: steps(1024, 4096, by: 1024)),
    Row(units: 1024, memory: steps(2048, 8192, by: 1024)), Row(units: 2048, memory: steps(4096, 16_384, by: 1024)),
    Row(units: 4096, memory: steps(8192, 30_720, by: 1024)), Row(units: 8192, memory: steps(16_384, 61_440, by: 4096)),
    Row(units: 16_384, memory: steps(32_768, 122_880, by: 8192)),
    Row(units: 32_768, memory: [61_440, 122_880, 249_856]),
  ]

  private static func steps(_ from: Int, _ to: Int, by step: Int) -> [Int] {
    Array(stride(from: from, through: to, by: step))
  }

  /// Units of a CPU in millicores; nil where it is no whole number of them.
  package static func units(millicores: Int) -> Int? {
    let units = millicores * 1024
    return units % 1000 == 0 ? units / 1000 : nil
  }

  /// Millicores of units.
  package static func millicores(units: Int) -> Int { units * 1000 / 1024 }
}
