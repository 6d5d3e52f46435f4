import JobsCloud
import JobsCore

/// What CloudWatch would refuse of an alarm, which emulators take all the same.
///
/// Source: the model of CloudWatch in botocore 1.44.5, 2026-11.
enum AlarmCheck {
  static func check(_ document: [UInt8], _ words: String) throws(CloudFailure) {
    var tree = Tree(source: document)
    guard (try? JSONReader.parse(&tree, in: 0..<document.count, depthLimit: 16)) != nil else {
      throw .refused(words, "alarm", "is no object of JSON", hint: "write it as the API has it")
    }
    let root = Tree.root
    guard let name = tree.words(root, "AlarmName"), (1...255).contains(name.utf8.count) else {
      throw .refused(words, "AlarmName", "has to be 1 to 255 characters", hint: "choose another name")
    }
    if let text = tree.words(root, "AlarmDescription"), text.utf8.count > 1024 {
      throw .refused(words, "AlarmDescription", "has more than 1024 characters", hint: "write less")
    }
    guard let period = tree.number(root, "Period"), [10, 20, 30].contains(period) || period > 0 && period % 60 == 0
    else {
      throw .refused(words, "Period", "has to be 10, 20, 30, or a multiple of 60 seconds", hint: "such as 60")
    }
    guard let count = tree.number(root, "EvaluationPeriods"), count > 0, count * period <= 7 * 86_400 else {
      throw .refused(
        words, "EvaluationPeriods", "has to be 1 or more, of a week in all at most", hint: "look at less at once")
    }
    guard comparisons.contains(tree.words(root, "ComparisonOperator") ?? "") else {
      throw .refused(
        words, "ComparisonOperator", "is none that CloudWatch has", hint: "such as GreaterThanThreshold")
    }
    if let text = tree.words(root, "TreatMissingData"),
      !["breaching", "notBreaching", "ignore", "missing"].contains(text)
    {
      throw .refused(words, "TreatMissingData", "is none that CloudWatch has", hint: "such as notBreaching")
    }
    for key in ["AlarmActions", "OKActions"] {
      guard let list = tree.value(root, key: key) else { continue }
      guard tree.count(list) <= 5, tree.children(list).allSatisfy({ tree.string($0).hasPrefix("arn:") }) else {
        throw .refused(words, key, "has to be 5 ARNs at most", hint: "have a topic hand it on to others")
      }
    }
  }

  /// Those of a fixed threshold.
  private static let comparisons: Set<String> = [
    "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
  ]
}
