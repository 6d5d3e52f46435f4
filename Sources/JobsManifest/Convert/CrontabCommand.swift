/// A job's command as the rest of a crontab's line (crontab(5) and do_command.c of Debian's cron 3.0pl1).
enum CrontabCommand {
  /// Characters of a command that cron takes (MAX_COMMAND).
  private static let longest = 1000
  /// What a command gets that was read of a line with `%`, its standard input, looks like.
  private static let inputMark = "<<'JOBS_STDIN'\n"
  private static let inputEnd = "\nJOBS_STDIN\n"

  /// - Parameters:
  ///   - variables: what is set in the command, since the lines of a crontab share their variables.
  ///   - shell: that runs the lines of this crontab.
  static func text(
    _ job: Job, setting variables: [Pair], shell: String = "/bin/sh"
  ) throws(ConversionRefusal) -> String {
    let run = job.run
    guard !run.command.isEmpty else {
      throw ConversionRefusal(
        "a crontab runs commands, and the job has none", hint: "write what the image runs as 'command'")
    }
    let isLine = run.args.isEmpty && run.command.count == 3 && run.command[0] == shell && run.command[1] == "-c"
    var command = isLine ? run.command[2] : ShellWord.line(run.argv)
    var input: String?
    if command.hasSuffix(inputEnd), let mark = command.firstRange(ofText: inputMark) {
      input = String(command[mark.upperBound...].dropLast(inputEnd.count))
      command = String(command[..<mark.lowerBound])
    }
    if let folder = run.workingDirectory { command = "cd \(ShellWord.quoted(folder)) || exit; \(command)" }
    if !variables.isEmpty {
      let words = variables.map { "\($0.name)=\(ShellWord.quoted($0.value))" }.joined(separator: " ")
      command = "export \(words); \(command)"
    }
    while command.utf8.last == 10 { command.removeLast() }
    guard !command.utf8.contains(10) else {
      throw ConversionRefusal(
        "the command has several lines, and a crontab's has one", hint: "put it into a script, and run that")
    }
    var text = try escaped(command)
    if let input { text += "%\(try escaped(input).replacingLineBreaks)" }
    guard text.utf8.count < longest else {
      throw ConversionRefusal(
        "the command has \(text.utf8.count) bytes, and cron takes \(longest)",
        hint: "put it into a script, and run that")
    }
    return text
  }

  /// With `\%` for `%`, which ends a command otherwise.
  private static func escaped(_ text: String) throws(ConversionRefusal) -> String {
    var out: [UInt8] = []
    var backslashes = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "%") {
        // A backslash that stands before '%' would be read as the one that escapes it.
        guard backslashes % 2 == 0 else {
          throw ConversionRefusal(
            "the command has '\\%', which no crontab can say", hint: "put it into a script, and run that")
        }
        out.append(UInt8(ascii: "\\"))
      }
      backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  fileprivate var replacingLineBreaks: String {
    String(decoding: utf8.map { $0 == 10 ? UInt8(ascii: "%") : $0 }, as: UTF8.self)
  }
}
