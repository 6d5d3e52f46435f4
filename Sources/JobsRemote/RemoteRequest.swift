package import JobsAWS
import JobsCore

/// A job that is to run in a cloud, as it was deployed there but for what is said here.
package struct RemoteRequest: Hashable, Sendable {
  /// What the cloud calls the job.
  package var name: String
  /// Of the manifest it was read from, `sha256:…`; empty where that is not known.
  package var digest: String
  /// `tenant/env/name`, for what is told of whose run it is; empty where that is not known.
  package var job = ""
  /// Which of the things that are there run it, on AWS.
  package var terms = AWSTerms()
  /// The image of the manifest, where that may be another one than what is there.
  package var image: String?
  /// In place of the words that are there; nil to keep those.
  package var words: [String]?
  /// What of the manifest does not reach the run, a sentence each.
  package var losses: [String] = []
  /// Words behind the job's own.
  package var arguments: [String] = []
  /// In place of, or beside, the job's own; the last value of a name counts.
  package var variables: [Variable] = []
  /// In place of the job's own.
  package var tasks: Int?
  /// Seconds for a task, in place of the job's own.
  package var timeout: Int?

  package struct Variable: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ name: String, digest: String = "") {
    self.name = name
    self.digest = digest
  }

  /// The words of a container of which some are its own; nil where none are changed.
  func command(over own: [String]) -> [String]? {
    words == nil && arguments.isEmpty ? nil : (words ?? own) + arguments
  }

  /// What whoever starts it should know of what is there in place of the manifest's.
  ///
  /// - Parameter there: the image that runs; nil where that is not known.
  func notes(image there: String?) -> [String] {
    guard let image, let there, image != there else { return losses }
    return ["it runs the image '\(Terminal.visible(there))' of its definition, and not that of its manifest"] + losses
  }

  /// Whether the job runs otherwise than it was deployed.
  var changesJob: Bool { !arguments.isEmpty || !variables.isEmpty || tasks != nil || timeout != nil }
}
