package import JobsManifest

/// CPU and memory that a place takes together.
package struct LegalSizes {
  private let kind: Target.Kind

  /// nil for places that have no such sizes.
  package init?(_ kind: Target.Kind) {
    switch kind {
    case .cloudRun, .lambda, .ecs, .batch: self.kind = kind
    case .local, .host: return nil
    }
  }

  /// The cheapest pair that holds so much; nil where there is none.
  ///
  /// - Returns: millicores, 0 where they follow from memory; and bytes.
  package func least(cpu: Int, memory: Int) -> (cpu: Int, memory: Int)? {
    let mebibyte = 1 << 20
    let up = { (amount: Int, step: Int) in (amount + step - 1) / step * step }
    switch kind {
    case .lambda: return (0, min(max(up(memory, 64 * mebibyte), 128 * mebibyte), 10_240 * mebibyte))
    case .cloudRun:
      for row in CloudRunSizes.rows where row.cpu >= cpu && row.memory.upperBound >= memory {
        // 512 MiB is the least of the second generation.
        return (row.cpu, max(up(memory, 128 * mebibyte), row.memory.lowerBound, 512 * mebibyte))
      }
    case .ecs, .batch:
      for row in FargateSizes.rows where FargateSizes.millicores(units: row.units) >= cpu {
        guard let size = row.memory.first(where: { $0 * mebibyte >= memory }) else { continue }
        return (FargateSizes.millicores(units: row.units), size * mebibyte)
      }
    case .local, .host: break
    }
    return nil
  }
}
