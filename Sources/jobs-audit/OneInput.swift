import JobsCommand
import JobsCore

/// Standard input can be read once: as manifests or as one file.
enum OneInput {
  /// - Parameters:
  ///   - paths: of manifests; none for what is read where none is named.
  ///   - options: with the files that each names.
  /// - Throws: a usage failure where standard input is named more than once.
  static func check(_ paths: [String], _ options: [(name: String, files: [String])]) throws(Failure) {
    var uses = paths.filter { $0 == "-" }.map { _ in "the manifests" }
    for option in options { uses += option.files.filter { $0 == "-" }.map { _ in option.name } }
    guard uses.count > 0 else { return }
    if paths.isEmpty, StandardInput.defaultPath == "-" {
      throw .usage(
        "standard input is what \(uses[0]) reads, and so not the manifests", hint: "name the manifests, such as 'jobs/'"
      )
    }
    guard uses.count > 1 else { return }
    throw .usage(
      "standard input is named for \(uses[0]) and for \(uses[1]), and can be read once",
      hint: "name a file for one of them")
  }
}
