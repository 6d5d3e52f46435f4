import Glibc
import JobsCommand
import JobsCore
import JobsManifest

/// Which of the jobs that were read are meant.
struct JobChoice {
  private(set) var names: [String] = []
  private(set) var paths: [String] = []

  /// Parts the words of a command line: what exists, has the form of a path or a pattern, or is `-`, is a path; what
  /// has the form of an id or of its end, and names no file, is a name.
  init(words: [String]) {
    for word in words {
      let isPath =
        word == "-" || access(word, F_OK) == 0 || word.contains("*") || word.contains("/") && !Self.isID(word)
      if isPath { paths.append(word) } else { names.append(word) }
    }
  }

  /// `tenant/env/name` or `env/name`; the name of a job has no dot in it, as that of a file has.
  private static func isID(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 3 && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && !(parts.last?.contains(".") ?? true)
  }

  /// Refuses a command line that says neither which jobs nor all.
  func check(all: Bool, selector: String?) throws(Failure) {
    if all, let name = names.first {
      throw .usage("--all and the name '\(Terminal.visible(name))' exclude each other", hint: "leave one of them out")
    }
    guard names.isEmpty, !all, selector == nil else { return }
    if let folder = paths.first(where: { !$0.contains("/") && $0 != "-" && $0 != "." }) {
      throw .usage(
        "which jobs? '\(Terminal.visible(folder))' is read as a path, since there is one of that name here",
        hint: "add --all for every job in it, or -l name=\(Terminal.visible(folder)) for the job of that name")
    }
    throw .usage(
      "which jobs? none is named", hint: "name some, or add --all or -l KEY=VALUE; 'jobs-run list' shows what there is")
  }

  /// The jobs that are named, in the order of their names; all of them where no names were given.
  ///
  /// - Throws: a usage failure for a name that none or several jobs have, and for jobs of one id that differ.
  func choose(from entries: [JobInputs.Entry]) throws(Failure) -> [JobInputs.Entry] {
    let entries = try Self.distinct(entries)
    guard !names.isEmpty else { return entries }
    var chosen: [JobInputs.Entry] = []
    for name in names {
      let found = entries.filter { $0.job.id == name || $0.job.id.hasSuffix("/\(name)") }
      let ids = Set(found.map(\.job.id))
      if found.isEmpty { throw Self.unknown(name, entries) }
      if ids.count > 1 {
        throw .usage(
          "several jobs are called '\(Terminal.visible(name))': \(ids.sorted().joined(separator: ", "))",
          hint: "write ENV/NAME or the whole id of one, behind '--' if it begins with '-'")
      }
      chosen += found.filter { entry in
        !chosen.contains { $0.job.id == entry.job.id && $0.job.target == entry.job.target }
      }
    }
    return chosen
  }

  private static func unknown(_ name: String, _ entries: [JobInputs.Entry]) -> Failure {
    let names = entries.map(\.job.name) + entries.map(\.job.id)
    if name.contains("/") {
      return .usage(
        "there is neither a job nor a path '\(Terminal.visible(name))'",
        hint: Spelling.nearest(name, of: names).map { "did you mean '\($0)'?" })
    }
    let hint =
      Spelling.nearest(name, of: names).map { "did you mean '\($0)'?" }
      ?? (entries.isEmpty ? "no job was read" : "there is \(Self.few(entries.map(\.job.name)))")
    return .usage("there is no job '\(Terminal.visible(name))'", hint: hint)
  }

  private static func few(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "'\(Terminal.visible($0))'" }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }

  /// One of each: streams may be concatenated. The regions of a cloud job share an id.
  private static func distinct(_ entries: [JobInputs.Entry]) throws(Failure) -> [JobInputs.Entry] {
    var seen: [String: Job] = [:]
    var distinct: [JobInputs.Entry] = []
    for entry in entries {
      let key = "\(entry.job.id) \(entry.job.target.project ?? "") \(entry.job.target.region ?? "")"
      guard let before = seen[key] else {
        seen[key] = entry.job
        distinct.append(entry)
        continue
      }
      if before.digest != entry.job.digest {
        throw .usage(
          "two jobs that differ have the id '\(entry.job.id)'",
          hint: "give one another name; the stream may hold two versions")
      }
    }
    return distinct
  }
}
