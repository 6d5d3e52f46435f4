import JobsCommand
import JobsCore
import JobsCost
import JobsManifest

/// Images that may expire, with what that saves.
struct RecommendedImages {
  private let images: [StoredImage]

  /// - Parameter paths: lists of images.
  init(_ paths: [String]) throws(Failure) {
    var images: [StoredImage] = []
    for path in paths {
      let name = "'\(Terminal.visible(path))'"
      let bytes: [UInt8]
      do throws(FileBytes.ReadError) {
        bytes = try FileBytes.read(path, limit: StoredImage.listLimit)
      } catch {
        throw .usage(
          "cannot read the images in \(name)", hint: "it is a file of at most \(StoredImage.listLimit >> 20) MiB")
      }
      images += try StoredImage.list(bytes, name: name)
    }
    self.images = images
  }

  /// - Parameter jobs: of all environments.
  func advice(_ jobs: [Job], _ calculation: Calculation, least: Decimal, now: Instant) throws(Failure) -> [Advice] {
    let expiry = ImageExpiry(images, jobs, now: now)
    // What is free is shared by all that is kept.
    let base = try calculation.storage(expiry.repositories.map { ($0, $0.total) })
    var all: [Advice] = []
    for (index, repository) in expiry.repositories.enumerated() {
      let rest = expiry.repositories.enumerated().map { ($1, $1.total - ($0 == index ? $1.bytes : 0)) }
      let after = try calculation.storage(rest)
      guard after.unpriced <= base.unpriced, let saving = RecommendSession.saving(base, after), saving >= least,
        saving > .zero
      else { continue }
      all.append(
        Advice(
          job: repository.job, region: repository.region, code: "CO290", message: repository.message, saving: saving,
          edits: [], patch: ""))
    }
    return all
  }
}

extension Calculation {
  /// What repositories cost that keep so many bytes each.
  fileprivate func storage(_ kept: [(repository: ImageExpiry.Repository, bytes: Int)]) throws(Failure) -> Estimate {
    do throws(Decimal.Overflow) {
      var usages: [JobUsage] = []
      for (repository, bytes) in kept {
        let item =
          repository.isGoogle
          ? PriceBook.Item("gcp", "artifact-registry", "storage") : PriceBook.Item("aws", "ecr", "storage")
        let size = try Decimal(bytes).divided(by: Decimal(1 << 30))
        let line = UsageLine(
          item, region: repository.isGoogle ? nil : repository.region, unit: "GB-month", quantity: Spread(size))
        usages.append(
          JobUsage(
            job: Job(name: repository.name), profile: RunProfile(scheduled: 0, days: period.days, length: nil),
            lines: [line]))
      }
      return try estimate(usages)
    } catch {
      throw .overflow
    }
  }
}
