import JobsCommand
import JobsManifest

/// Looks for `${NAME}` that nobody has put a value in for.
///
/// A stream that was read without an environment may hold some, where a project's environments differ. What was
/// written `$${NAME}` looks the same by now, so a shell's text is trusted where the shell will find the variable.
struct OpenReference {
  /// The variables that a shell would find.
  let isSet: (String) -> Bool

  /// The first open name in what a job runs; nil if there is none.
  func first(in entry: JobInputs.Entry) -> String? {
    guard entry.isFromStream, entry.job.env == nil, Self.hasVariables(entry.job.origin?.format) else { return nil }
    let run = entry.job.run
    if let text = run.shellText, let name = Self.names(in: text).first(where: { !isSet($0) }) { return name }
    let words = (run.shellText == nil ? run.command : []) + run.args + run.env.map(\.value) + run.secrets.map(\.value)
    let others = [run.workingDirectory, run.user, run.envFile, entry.job.identity].compactMap { $0 }
    return (words + others).lazy.flatMap(Self.names).first
  }

  /// Formats in which `${NAME}` is a variable; nil stands for a record that does not say.
  private static func hasVariables(_ format: String?) -> Bool {
    format.map { [Format.jobs.rawValue, Format.cloudrun.rawValue].contains($0) } ?? true
  }

  /// The names between `${` and `}`; what is no name, such as `${X:-y}`, is the shell's alone.
  private static func names(in text: String) -> [String] {
    var names: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false).dropFirst() {
      guard part.first == UInt8(ascii: "{"), let end = part.firstIndex(of: UInt8(ascii: "}")) else { continue }
      let name = part.dropFirst()[..<end]
      let isName = name.allSatisfy { $0 == UInt8(ascii: "_") || (48...57).contains($0) || (97...122).contains($0 | 32) }
      if isName, let first = name.first, !(48...57).contains(first), let text = String(name) { names.append(text) }
    }
    return names
  }
}
