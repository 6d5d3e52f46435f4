import JobsCore
import JobsManifest

/// YAML: any text gives documents whose nodes and faults lie in it, within the limits, and that survive JSON.
func fuzzYAML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  // The reader is handed text that is UTF-8; FuzzFormats hands in the rest.
  guard UTF8Check.firstInvalid(UnsafeBufferPointer(start: data, count: count), 0..<count) == nil else { return 0 }
  var limits = ReadingLimits()
  limits.nodes = 20_000
  limits.documents = 100
  var documents = 0
  Property.inTime(bytes: count) {
    YAMLReader(bytes, limits: limits).read { document in
      documents += 1
      Property.hold(document.tree.source == bytes, "a tree's source is the file")
      Property.hold(document.isComplete || !document.problems.isEmpty, "a document that is given up says why")
      Property.hold(
        document.tree.nodeCount <= limits.nodes + 1, "nodes stay within their limit", "\(document.tree.nodeCount)")
      for problem in document.problems {
        let range = problem.range
        Property.hold(
          range.upperBound <= count, "a fault lies in the file", "\(problem.rule.code) \(range) of \(count)")
        for related in problem.related {
          Property.hold(related.range.upperBound <= count, "a related place lies in the file")
        }
      }
      // Of a document that was given up nothing but the faults is looked at.
      guard document.isComplete, !document.tree.isEmpty else { return true }
      Property.holds(document.tree)
      Property.survivesJSON(document.tree)
      return true
    }
  }
  Property.hold(documents <= limits.documents + 1, "documents stay within their limit", "\(documents)")
  return 0
}
