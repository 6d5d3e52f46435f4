import JobsCore
import JobsManifest
import Testing

@testable import JobsCost

@Suite("Images that may expire")
struct ImageExpiryTests {
  private static let now = Instant(seconds: 1_795_000_000)

  private static func job(_ name: String, _ image: String) -> Job {
    Sample.job(.ecs, region: "eu-central-1") {
      $0.name = name
      $0.run.image = image
    }
  }

  private static func list(_ entries: [(digest: String, tag: String, age: Int)]) throws -> [StoredImage] {
    let details = entries.map { entry in
      let pushed = now.adding(seconds: Int64(-entry.age * 86400)).rfc3339
      return #"{"registryId":"111122223333","repositoryName":"team/report","imageDigest":"sha256:\#(entry.digest)","#
        + #""imageTags":["\#(entry.tag)"],"imageSizeInBytes":1000,"imagePushedAt":"\#(pushed)"}"#
    }
    return try StoredImage.list(Array("{\"imageDetails\":[\(details.joined(separator: ","))]}".utf8), name: "'x'")
  }

  @Test("what is named, young, or among the newest stays")
  func kept() throws {
    let host = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/report"
    let young = (0..<10).map { ("n\($0)", "n\($0)", $0) }
    let images = try Self.list(
      young + [("a", "used", 200), ("b", "pinned", 200), ("c", "gone", 200), ("d", "fresh", 89)])
    let expiry = ImageExpiry(
      images, [Self.job("x", "\(host):used"), Self.job("w", "\(host):v1@sha256:b")], now: Self.now)
    #expect(
      expiry.repositories == [
        .init(
          name: "111122223333/team/report", job: "-/-/w", isGoogle: false, region: "eu-central-1", count: 1,
          bytes: 1000,
          total: 14_000)
      ])
    // Nobody runs images of it, or nothing of it is old.
    #expect(ImageExpiry(images, [Self.job("x", "other:1")], now: Self.now).repositories.isEmpty)
    #expect(try ImageExpiry(Self.list(young), [Self.job("x", host)], now: Self.now).repositories.isEmpty)
  }

  @Test("an image without a tag is 'latest', and a port is no tag")
  func names() throws {
    let google = { (repository: String) in
      (0..<12).map {
        #"{"package":"\#(repository)","version":"sha256:\#($0)","tags":"\#($0 == 11 ? "latest" : "t\($0)")","createTime":"2020-01-01T00:00:\#(59 - $0)Z","metadata":{"imageSizeBytes":"5"}}"#
      }.joined(separator: ",")
    }
    let repository = "europe-docker.pkg.dev:443/p/r/i"
    let images = try StoredImage.list(Array("[\(google(repository))]".utf8), name: "'x'")
    let expiry = ImageExpiry(images, [Self.job("x", repository)], now: Self.now)
    #expect(expiry.repositories.map(\.count) == [1] && expiry.repositories.map(\.bytes) == [5])
  }
}
