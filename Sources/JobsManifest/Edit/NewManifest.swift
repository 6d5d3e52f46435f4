import JobsCore

/// A manifest of our own format for a job that is new.
package struct NewManifest: Sendable {
  package var name: String
  package var schedule: String?
  package var timezone: String?
  package var labels: [Pair] = []
  package var env: [Pair] = []
  package var workingDirectory: String?
  /// One word is a text for the shell, several are run as they stand.
  package var command: [String]

  package init(name: String, command: [String]) {
    self.name = name
    self.command = command
  }

  /// Whether a text can be the name of a job of our own format.
  package static func isName(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { DashedName.fault($0, limit: 63) == nil }
  }

  private var value: ManifestValue {
    var metadata: [ManifestValue.Entry] = []
    metadata.add("name", name)
    metadata.add("labels", labels)
    var spec: [ManifestValue.Entry] = []
    spec.add("schedule", schedule)
    spec.add("timezone", timezone)
    spec.add("command", command.count == 1 ? .text(command[0]) : .texts(command))
    spec.add("workingDir", workingDirectory)
    spec.add("env", env)
    var document: [ManifestValue.Entry] = []
    document.add("apiVersion", "jobs/v1")
    document.add("kind", "Job")
    document.add("metadata", metadata)
    document.add("spec", spec)
    return .mapping(document)
  }

  /// The bytes of a file that holds nothing else.
  package var bytes: [UInt8] { value.yaml }

  /// A file with the job behind what it holds.
  ///
  /// - Throws: a refusal for a file that is no YAML of documents.
  package func appended(to bytes: [UInt8], path: String) throws(EditRefusal) -> [UInt8] {
    if bytes.isBlank { return self.bytes }
    let documents = FileDocuments(bytes, path: path)
    guard !documents.isJSON, !CrontabFormat.isCrontab(path: path), documents.trees.allSatisfy({ !$0.isEmpty }) else {
      throw EditRefusal(
        "'\(Terminal.visible(path))' is no YAML file that another document could follow", hint: "name another file")
    }
    let text = String(decoding: self.bytes, as: UTF8.self)
    let splice =
      bytes.last == 10
      ? TextSplice(range: bytes.count..<bytes.count, text: "---\n\(text)")
      : TextSplice(range: bytes.count..<bytes.count, text: "\n---\n\(text.dropLast())")
    let proof = EditProof(path: path, wanted: documents.values + [value.ordered])
    return try proof.choose([splice], of: bytes, place: "the end of the file")
  }
}
