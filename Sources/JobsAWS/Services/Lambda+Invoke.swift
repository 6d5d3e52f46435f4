package import JobsCloud
import JobsCore

extension Lambda {
  /// A run of a function that has ended, as Lambda tells of it.
  package struct Invocation: Sendable, Hashable {
    /// How a run failed.
    package enum Fault: String, Sendable {
      /// The function said so itself.
      case handled = "Handled"
      /// It broke down, went on for too long, or took too much memory.
      case unhandled = "Unhandled"
    }

    /// The id of the request, by which the log knows the run; empty where the reply does not name it.
    package var id: String
    /// The version that ran; empty where the reply does not name it.
    package var version: String
    /// nil for a run without a fault.
    package var fault: Fault?
    /// What the function gave back, JSON for most of them: any bytes at all, empty for nothing.
    package var payload: [UInt8]
    /// The last 4 KiB that it wrote into its log.
    package var logTail: [UInt8]
  }

  /// Runs a function, and waits for its end.
  ///
  /// A request that breaks off is not sent again, since the run goes on: `mayBeDone` of the failure says so.
  /// - Parameters:
  ///   - payload: JSON of 6 MiB at most, which the function gets as its event.
  ///   - timeout: of the function; the reply is awaited half a minute longer.
  /// - Throws: a failure of `notFound` where there is no such function, version or alias; what the function does wrong is
  ///   no failure but the `fault` of the run.
  package func invoke(
    _ name: String, qualifier: String? = nil, payload: [UInt8], timeout: Duration
  ) async throws(CloudFailure) -> Invocation {
    let words = "run function '\(name)'"
    let response = try await response(
      words, name, qualifier, payload, type: "RequestResponse", patience: timeout + .seconds(30))
    var fault: Invocation.Fault?
    if let said = response.value("X-Amz-Function-Error") {
      // Whatever else it may be called one day, it is no success.
      fault = Invocation.Fault(rawValue: said) ?? .unhandled
    }
    return Invocation(
      id: Self.requestID(response), version: response.value("X-Amz-Executed-Version") ?? "", fault: fault,
      payload: response.body, logTail: response.value("X-Amz-Log-Result").flatMap { Base64.decode($0) } ?? [])
  }

  /// Has a function run on its own, which Lambda tries up to twice more where it fails.
  ///
  /// - Parameter payload: JSON of 1 MiB at most.
  /// - Returns: the id of the request, by which the log knows the run.
  package func start(
    _ name: String, qualifier: String? = nil, payload: [UInt8]
  ) async throws(CloudFailure) -> String {
    Self.requestID(try await response("start function '\(name)'", name, qualifier, payload, type: "Event"))
  }

  private func response(
    _ words: String, _ name: String, _ qualifier: String?, _ payload: [UInt8], type: String, patience: Duration? = nil
  ) async throws(CloudFailure) -> HTTPResponse {
    // The quotas of Lambda (docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, 2026-11).
    let limit = type == "Event" ? 1 << 20 : 6 << 20
    guard payload.count <= limit else {
      throw .refused(words, "Payload", "has more than \(limit >> 20) MiB", hint: "hand over where it lies instead")
    }
    var rest = AWSClient.REST(
      method: .post, path: Self.functions + [name, "invocations"], query: qualifier.map { [("Qualifier", $0)] } ?? [])
    rest.fields = [HTTPField("X-Amz-Invocation-Type", type)]
    if type != "Event" { rest.fields.append(HTTPField("X-Amz-Log-Type", "Tail")) }
    rest.body = payload
    rest.isIdempotent = false
    rest.patience = patience
    return try await client.response(words, rest)
  }

  private static func requestID(_ response: HTTPResponse) -> String { response.value("x-amzn-RequestId") ?? "" }
}
