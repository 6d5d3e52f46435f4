import JobsCommand
import JobsCore
import JobsManifest

extension JobInputs {
  /// The jobs of a verb of this tool.
  static func read(
    _ paths: [String], _ options: ManifestOptions, _ environment: [String: String], verb: String, isQuiet: Bool,
    mayBeEmpty: Bool = false
  ) throws(Failure) -> JobInputs {
    try read(
      paths, options, environment, tool: "jobs-run", verb: verb, isQuiet: isQuiet, mayBeEmpty: mayBeEmpty)
  }

  /// The same, with the jobs handed on one by one, for whoever has very many of them.
  static func read(
    _ paths: [String], _ options: ManifestOptions, _ environment: [String: String], verb: String, isQuiet: Bool,
    mayBeEmpty: Bool, take: @escaping (_ job: Job, _ isFromStream: Bool) -> Void
  ) throws(Failure) -> JobInputs {
    try read(
      paths, options, environment, tool: "jobs-run", verb: verb, isQuiet: isQuiet, mayBeEmpty: mayBeEmpty, take: take)
  }

  /// Says on standard error what a verb that only reads goes on in spite of.
  func sayFaults(_ terminal: Terminal, isQuiet: Bool) { sayFaults(terminal, tool: "jobs-run", isQuiet: isQuiet) }
}
