import GoogleDouble
import JobsCore
import TestSupport

/// A double in this process, and requests to it.
struct Fixture {
  let double: GoogleDouble

  private static let catalogue = try? APICatalogue(documents: RunningDouble.documents, services: Service.allCases)
  private static let key = try? ServiceAccountKey(email: "rehearsal@rehearsal.iam.gserviceaccount.com")

  /// - Parameter services: those that have a port.
  init?(_ services: [Service] = Service.allCases, _ change: (inout Settings) -> Void = { $0.wantsTokens = false }) {
    var options = GoogleDouble.Options(documents: RunningDouble.documents)
    options.services = services
    change(&options.settings)
    guard let catalogue = Self.catalogue, let key = Self.key,
      let double = try? GoogleDouble(options, catalogue, key)
    else { return nil }
    self.double = double
  }

  /// Sends a request to an API, or to the control port.
  func send(_ api: String, _ method: String, _ target: String, _ body: String = "", _ fields: [String] = [])
    -> LoopbackReply
  {
    LoopbackClient(double.endpoint(api)?.port ?? 0).send(method, target, fields, body: body)
  }

  func run(_ method: String, _ target: String, _ body: String = "") -> LoopbackReply {
    send("run", method, "/v2/\(target)", body)
  }

  func control(_ method: String, _ target: String, _ body: String = "") -> LoopbackReply {
    send("control", method, target, body)
  }

  /// How many calls of a method there were.
  func count(_ match: String) -> Int? { control("GET", "/_requests?entries=false&match=\(match)").int("count") }

  /// A place of its own for a test.
  static func place(_ name: String) -> String { "projects/test-\(name)/locations/europe-west1" }

  /// A job of Cloud Run with no more than it needs, and other fields of its first level.
  static func job(_ image: String = "docker.io/library/alpine:3", _ more: String = "") -> String {
    "{\(more)\"template\":{\"template\":{\"containers\":[{\"image\":\"\(image)\"}]}}}"
  }
}
