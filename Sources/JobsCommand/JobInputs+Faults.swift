import Glibc
package import JobsCore

extension JobInputs {
  /// Says on standard error what a verb that only reads goes on in spite of.
  ///
  /// - Parameter isQuiet: whether to keep to errors.
  package func sayFaults(_ terminal: Terminal, tool: String, isQuiet: Bool) {
    if let stream, !isQuiet {
      if !stream.isSealed {
        JobsCommand.Entry.say(
          tool, "the stream has no 'end' record: it may have broken off", level: "warning",
          hint: "keep 'end' in a filter, or use -l")
      }
      if !stream.isOK {
        JobsCommand.Entry.say(tool, "a tool upstream found errors; jobs may be missing", level: "warning")
      }
    }
    if let check, check.hasErrors { _ = FileBytes.writeAll(STDERR_FILENO, Array(check.report(terminal).utf8)) }
  }
}
