import JobsCloud
import JobsCore

/// What ECR would refuse of a lifecycle policy, which emulators take all the same.
///
/// Source: docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html, 2026-11.
enum LifecycleCheck {
  /// - Throws: a failure of `invalid` with what is wrong.
  static func check(_ policy: [UInt8], _ words: String) throws(CloudFailure) {
    var tree = Tree(source: policy)
    guard policy.count <= 30_720,
      (try? JSONReader.parse(&tree, in: 0..<policy.count, depthLimit: 16)) != nil
    else {
      throw .refused(words, "lifecyclePolicyText", "has to be JSON of 30,720 bytes at most", hint: "use fewer rules")
    }
    let rules = tree.elements(Tree.root, "rules")
    guard (1...50).contains(rules.count) else {
      throw .refused(words, "rules", "has to be 1 to 50 rules", hint: "have one rule say more")
    }
    var seen: Set<Int> = []
    var last = 0
    for rule in rules {
      guard let priority = tree.number(rule, "rulePriority"), priority > 0, seen.insert(priority).inserted else {
        throw .refused(
          words, "rulePriority", "has to be 1 or more, and another for each rule", hint: "number them anew")
      }
      last = max(last, priority)
    }
    let general = rules.filter { tree.words($0, "selection", "tagStatus") == "any" }
    guard general.count <= 1, general.allSatisfy({ tree.number($0, "rulePriority") == last }) else {
      throw .refused(
        words, "tagStatus", "'any' is for one rule alone, whose priority is the highest number",
        hint: "leave one of these rules out")
    }
  }
}
