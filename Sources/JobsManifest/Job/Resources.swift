/// What a run may use.
package struct Resources: Sendable, Hashable {
  package var cpuMillis: Int?
  package var memoryBytes: Int?
  package var gpu: Int?
  package var architecture: String?
  package var tasks: Int?
  /// 0 for all at once.
  package var parallelism: Int?

  package init() {}
}
