import JobsCore

extension CrontabEntry {
  /// The command of a crontab's line as it is where the line stands alone: with what holds for it above set in it.
  ///
  /// - Parameters:
  ///   - line: without its line break.
  ///   - variables: lines above it that set one.
  ///   - isSystem: whether the line names a user behind the schedule.
  /// - Returns: nil for what is no job, and for what no line of a crontab can say.
  package static func standaloneCommand(of line: [UInt8], under variables: [[UInt8]], isSystem: Bool) -> String? {
    let text = (variables + [line]).reduce(into: [UInt8]()) { $0 += $1 + [10] }
    let source = SourceText(path: "", bytes: text)
    var findings = Findings(source: source, tree: Tree(source: text))
    var job: Job?
    CrontabFormat.read(source, isSystem: isSystem, &findings) { tree, decode in job = decode(tree)?.job ?? job }
    guard let job, let command = try? CrontabCommand.text(job, setting: job.run.env) else { return nil }
    return String(command.drop { $0 == " " || $0 == "\t" })
  }
}
