import JobsCore

/// A format in which jobs can be written.
package enum ConversionTarget: String, Sendable, CaseIterable {
  case jobs, cloudrun, crontab, jobfile, windows

  /// The format in words, as the end of a sentence.
  var words: String {
    switch self {
    case .jobs: "a jobs/v1 manifest"
    case .cloudrun: "a Cloud Run manifest"
    case .crontab: "a crontab"
    case .jobfile: "a job file"
    case .windows: "a task of Windows"
    }
  }

  /// Whether it is read on a host, where no variable of a project is known.
  var isForHosts: Bool { [.crontab, .jobfile, .windows].contains(self) }

  /// Whether several jobs can stand in one text.
  package var takesSeveral: Bool { self != .jobfile && self != .windows }

  /// The suffix of a file.
  package var suffix: String {
    switch self {
    case .jobs, .cloudrun: "yaml"
    case .crontab: "crontab"
    case .jobfile: "json"
    case .windows: "xml"
    }
  }
}

/// What a target cannot say of a job.
package struct ConversionLoss: Sendable, Hashable {
  /// The key as our own format has it, such as `retry`.
  package var field: String
  /// What becomes of it, as the end of a sentence.
  package var reason: String
}

/// Why a job is not written at all.
package struct ConversionRefusal: Error, Sendable, Hashable {
  package var message: String
  package var hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }
}

/// One job in another format.
///
/// Reading the result gives the same job again, but for the losses that are named, and these: the digest, which knows what
/// was written and what only held; in a crontab a list becomes a shell's text, the folder a `cd`, variables that not all
/// jobs share an `export` in the command, and another dialect five fields; on Cloud Run mounts become volumes, which no
/// job record carries, and a region becomes a label. Nothing reads a task of Windows again.
package struct Conversion: Sendable {
  package enum Body: Sendable, Equatable {
    /// A document that stands alone.
    case document([UInt8])
    case crontab([CrontabEntry])
  }

  package var job: Job
  package var body: Body
  package var losses: [ConversionLoss]

  /// Writes a job in another format.
  ///
  /// - Parameters:
  ///   - job: as its record has it, with the defaults written out; those of the target are left out again.
  ///   - isResolved: whether every `${NAME}` was resolved, so that one that still stands is meant as it is written.
  package init(_ job: Job, to target: ConversionTarget, isResolved: Bool) throws(ConversionRefusal) {
    self.job = job
    var losses = LossList(target)
    let whole = ManifestValue.mapping(JobsDocument(job).entries)
    if let path = whole.paths(where: { $0 == SecretMask.text }).first {
      throw ConversionRefusal(
        "'\(path)' holds a secret in clear, which is masked",
        hint: "put the secret under 'secrets', or write the value by hand afterwards")
    }
    let isForeign =
      job.origin.map { $0.format != Format.jobs.rawValue && $0.format != Format.cloudrun.rawValue } ?? false
    let isLiteral = isResolved || isForeign
    let open = whole.paths(where: { Variables.isOpen($0) }).first
    if let open, !isLiteral, target.isForHosts {
      throw ConversionRefusal(
        "'\(open)' waits for a variable, which \(target.words) does not know",
        hint: "choose an environment by --env, or give the value by --var")
    }
    // Behind two dollars a reference is text.
    func written(_ entries: [ManifestValue.Entry]) -> ManifestValue {
      let value = ManifestValue.mapping(entries)
      return open != nil && isLiteral ? value.mapped { $0.escapingReferences } : value
    }
    switch target {
    case .jobs:
      losses.addForJobs(job)
      body = .document(written(JobsDocument(job).entries).yaml)
    case .cloudrun: body = .document(written(try CloudRunDocument.entries(job, &losses)).yaml)
    case .crontab: body = .crontab(try CrontabEntry.entries(job, &losses))
    case .jobfile: body = .document(ManifestValue.mapping(try JobFileDocument.entries(job, &losses)).json)
    case .windows: body = .document(try WindowsTask.document(job, &losses))
    }
    self.losses = losses.losses
  }
}

extension String {
  /// With `$${` for every `${`.
  fileprivate var escapingReferences: String {
    var out: [UInt8] = []
    let bytes = Array(utf8)
    for (at, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "$"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{") { out.append(byte) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
