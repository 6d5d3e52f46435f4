/// A count with its noun: `1 job`, `2 jobs`, `3 entries` with the plural given.
package func quantity(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
