import Testing

@testable import JobsManifest

/// What starts a Cloud Run job, and as whom it reads secrets.
@Suite struct CloudRunEventTests {
  private static func found(_ lines: String...) -> [String] {
    ManifestText.found(
      ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", lines.joined(separator: "\n  ")))
  }

  @Test(
    "an event has the keys that something keeps, and a topic that can be",
    arguments: [
      ("[{pubsub: orders}]", []), ("[{pubsub: projects/acme/topics/orders, deadLetter: lost, retry: false}]", []),
      ("[{pubsub: orders, deadletter: lost}]", ["CR282"]), ("[{pubsub: orders, ack: 10}]", ["CR282"]),
      ("[{pubsub: orders, retry: never}]", ["CR282"]), ("[{pubsub: or}]", ["CR282"]),
      ("[{pubsub: goog-orders}]", ["CR282"]), ("[{pubsub: 1orders}]", ["CR282"]),
      ("[{pubsub: orders, deadLetter: \"a b c\"}]", ["CR282"]), ("[{pubsub: [orders]}]", ["CR282"]),
      ("[{pubsub: orders}, {pubsub: orders}]", ["CR282"]), ("[{pubsub: orders}, {pubsub: payments}]", []),
      ("[{pubsub: orders, deadLetter: orders}]", ["CR282"]),
      ("[{pubsub: orders}, {pubsub: payments, deadLetter: orders}]", ["CR282"]), ("[{storage: bucket}]", []),
    ] as [(String, [String])])
  func events(events: String, codes: [String]) {
    #expect(Self.found("events: \(events)") == codes)
  }

  @Test("events of a job that runs elsewhere are not judged")
  func elsewhere() {
    #expect(
      !ManifestText.found(ManifestText.job("command: [/bin/a]", "events: [{pubsub: or, ack: 1}]")).contains("CR282"))
  }

  @Test("a job that reads secrets names whom it reads them as")
  func readers() {
    #expect(Self.found("secrets: {TOKEN: \"token:1\"}") == ["CR283."])
    #expect(Self.found("mounts: [{secret: \"token:1\", path: /etc/token/key}]") == ["CR283."])
    #expect(Self.found("secrets: {TOKEN: \"token:1\"}", "identity: a-job@acme-prod.iam.gserviceaccount.com") == [])
    #expect(Self.found("env: {A: b}") == [])
  }
}
