import JobsCore
import JobsDeploy
import JobsManifest

/// A job that was found, as its manifest, and what that manifest would do where the job lives.
struct ImportedJob {
  private(set) var found: FoundJob
  /// The manifest.
  let bytes: [UInt8]
  /// What no manifest can say, and what would be changed of the job, a sentence each.
  private(set) var losses: [String]
  /// The manifest's job, as it is read back; nil where no place of the environment is the job's own.
  private(set) var job: Job?
  private(set) var adoption: Adoption?
  private(set) var errors: [Diagnostic] = []

  /// - Throws: a refusal of what cannot be written.
  init(_ found: FoundJob, of provider: any Provider, _ reading: ManifestReading) throws(ImportRefusal) {
    self.found = found
    let conversion: Conversion
    do throws(ConversionRefusal) {
      conversion = try Conversion(found.job, to: .jobs, isResolved: true)
    } catch {
      throw .refused(ExpansionRefusal(error.message, hint: error.hint))
    }
    guard case .document(let bytes) = conversion.body else {
      throw .refused(ExpansionRefusal("it has no manifest", hint: "write one by hand"))
    }
    self.bytes = bytes
    losses = found.losses + conversion.losses.map { "'\($0.field)' \($0.reason)" }
    do throws(Failure) {
      let (jobs, errors) = try reading.read(bytes, as: reading.path(of: "\(found.job.name).yaml"))
      self.errors = errors
      job = jobs.first(where: provider.takes)
    } catch {
      throw .failed(error)
    }
    guard let job, !found.isOwned else {
      losses += Self.unsaid(of: found, by: provider)
      return
    }
    do throws(ExpansionRefusal) {
      let expansion = try provider.expand(job)
      losses += expansion.losses.filter { !losses.contains($0) }
      adoption = Adoption(found.parts, as: expansion.resources, marks: provider.markFields)
    } catch {
      self.found.obstacle = self.found.obstacle ?? error
    }
  }

  /// What stands there and no manifest has a word for, where nobody compares the two.
  private static func unsaid(of found: FoundJob, by provider: any Provider) -> [String] {
    guard let expansion = try? provider.expand(found.job) else { return [] }
    let wanted = Set(expansion.resources.map(\.id))
    let adoption = Adoption(
      found.parts.filter { wanted.contains($0.id) }, as: expansion.resources, marks: provider.markFields)
    return adoption.differences.filter { $0.desired == nil }.map {
      "'\($0.path)' is not in its manifest, which has no word for it"
    }
  }

  /// What speaks against taking it over as it stands, a sentence each.
  var obstacles: [(message: String, hint: String)] {
    if let obstacle = found.obstacle { return [(obstacle.message, obstacle.hint)] }
    guard let adoption else {
      return [
        (
          "no place of the environment is its own",
          "write where it is under '\(found.job.target.kind == .lambda ? "aws" : "gcp")' of an environment in jobs.yaml, and "
            + "choose that by --env"
        )
      ]
    }
    let hint = "mend it there, or write it into the manifest and apply that"
    return adoption.differences.map { ("the next 'apply' would change \(Self.words($0))", hint) }
      + adoption.absent.map { ("the next 'apply' would make '\($0)' beside it", hint) }
      + adoption.superfluous.map { ("the manifest has no word for '\($0)'", hint) }
  }

  private static func words(_ difference: Adoption.Difference) -> String {
    func value(_ value: Resource.Value?) -> String {
      Change.shown(value, difference.path).map { "'\($0.text)'" } ?? "nothing"
    }
    return "'\(difference.path)' from \(value(difference.live)) to \(value(difference.desired))"
  }
}

/// Why a job that was found has no manifest.
enum ImportRefusal: Error {
  case refused(ExpansionRefusal)
  /// The world is broken, and no other job would fare better.
  case failed(Failure)
}
