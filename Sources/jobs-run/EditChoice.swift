import JobsCommand
import JobsCore
import JobsManifest

/// The jobs of manifests that a command line wants to change.
struct EditChoice {
  /// One of each place in a file, the last of a file first, so that a change moves none that is still to come.
  let jobs: [Job]
  /// What was read.
  let paths: [String]
  /// Files of which jobs with errors were not chosen although all were meant, or those that a selector matches.
  let leftOut: [String]

  init(
    words: [String], all: Bool, _ options: EditOptions, _ environment: [String: String], verb: String
  ) throws(Failure) {
    let choice = JobChoice(words: words)
    try choice.check(all: all, selector: options.manifests.selector)
    guard !choice.paths.contains("-") else {
      throw .usage("'\(verb)' changes files, and '-' is none", hint: "name the manifests, or the folder they lie in")
    }
    paths = choice.paths.isEmpty ? ["."] : choice.paths
    let inputs = try JobInputs.read(
      paths, options.manifests, environment, verb: verb, isQuiet: options.output.quiet)
    // A job that several environments have is one text. By an id one of them is meant.
    let entries = choice.names.contains { $0.contains("/") } ? inputs.jobs : Self.distinct(inputs.jobs)
    let chosen: [JobInputs.Entry]
    do throws(Failure) {
      chosen = try choice.choose(from: entries)
    } catch {
      guard let check = inputs.check, check.hasErrors else { throw error }
      throw Failure(
        error.kind, error.message,
        hint: "jobs with errors cannot be changed by name: 'jobs-validate \(paths.joined(separator: " "))' shows them")
    }
    let faulty = choice.names.isEmpty ? inputs.check?.errors.map(\.location.file) ?? [] : []
    leftOut = Set(faulty).subtracting(inputs.projectPath.map { [$0] } ?? []).sorted()
    jobs = Self.distinct(chosen).map(\.job).sorted { a, b in
      guard let a = a.origin, let b = b.origin else { return false }
      return a.file == b.file
        ? (a.line, a.column) > (b.line, b.column) : a.file.utf8.lexicographicallyPrecedes(b.file.utf8)
    }
  }

  private static func distinct(_ entries: [JobInputs.Entry]) -> [JobInputs.Entry] {
    var seen: Set<Origin> = []
    return entries.filter { entry in entry.job.origin.map { seen.insert($0).inserted } ?? true }
  }
}
