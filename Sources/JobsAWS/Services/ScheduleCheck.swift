import JobsCloud
import JobsCore
import JobsCron

/// What EventBridge Scheduler would refuse of a schedule, which emulators take all the same.
///
/// Source: AWS::Scheduler::Schedule (cfn-lint 1.58), the model of Scheduler in botocore 1.44.5, 2026-11.
enum ScheduleCheck {
  static func check(_ document: [UInt8], name: String, _ words: String) throws(CloudFailure) {
    var tree = Tree(source: document)
    guard (try? JSONReader.parse(&tree, in: 0..<document.count, depthLimit: 16)) != nil else {
      throw .refused(words, "schedule", "is no object of JSON", hint: "write it as the API has it")
    }
    let root = Tree.root
    guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(isNameByte) else {
      throw .refused(words, "Name", "has to be 1 to 64 of letters, digits and -_.", hint: "choose another name")
    }
    let text = tree.words(root, "ScheduleExpression") ?? ""
    let length: Int
    do throws(CronError) {
      length = try CronExpression.parse(text, dialect: .eventbridge, seed: nil).text.utf8.count
    } catch {
      throw .refused(
        words, "ScheduleExpression", "is no schedule of EventBridge: \(error.message)",
        hint: "such as cron(30 2 * * ? *), rate(5 minutes), at(2027-01-01T00:00:00)")
    }
    guard length <= 256 else {
      throw .refused(
        words, "ScheduleExpression", "has more than 256 characters", hint: "split it into several schedules")
    }
    if let zone = tree.words(root, "ScheduleExpressionTimezone"), !(1...50).contains(zone.utf8.count) {
      throw .refused(words, "ScheduleExpressionTimezone", "has to be 1 to 50 characters", hint: "such as Europe/Berlin")
    }
    if let role = tree.words(root, "Target", "RoleArn"), !AWSName.isRole(role) {
      throw .refused(words, "Target.RoleArn", "is no role's ARN", hint: "write arn:aws:iam::ACCOUNT:role/NAME")
    }
    if let count = tree.number(root, "Target", "RetryPolicy", "MaximumRetryAttempts"), !(0...185).contains(count) {
      throw .refused(words, "Target.RetryPolicy.MaximumRetryAttempts", "has to be 0 to 185", hint: "write 185 or less")
    }
    if let age = tree.number(root, "Target", "RetryPolicy", "MaximumEventAgeInSeconds"), !(60...86_400).contains(age) {
      throw .refused(
        words, "Target.RetryPolicy.MaximumEventAgeInSeconds", "has to be 60 to 86400", hint: "write 86400 or less")
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || "-_.".utf8.contains(byte)
  }
}
