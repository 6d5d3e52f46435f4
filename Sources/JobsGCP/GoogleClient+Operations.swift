package import JobsCloud
package import JobsCore

extension GoogleClient {
  /// Waits for an operation that a call has begun.
  ///
  /// - Parameters:
  ///   - words: what the call did, `create job 'nightly-report'`.
  ///   - version: of the API, with which paths begin: `v2`.
  ///   - started: the operation, as the call answered; one that is done already is not asked for again.
  ///   - deadline: how long it may take.
  /// - Returns: the operation as it ended, with the resource under `response`.
  @discardableResult
  package func finish(
    _ words: String, _ api: GoogleAPI, version: String, _ started: Tree, deadline: Duration = .seconds(600)
  ) async throws(CloudFailure) -> Tree {
    let name = started.value(Tree.root, "name").map(started.string) ?? ""
    var latest: Tree? = started
    return try await OperationWait(deadline: deadline).value(
      words, clock: client.clock, progress: { _, past in if past >= Self.noteworthy { onWait?(words, past) } }
    ) { () throws(CloudFailure) -> OperationWait.Status<Tree> in
      let operation: Tree
      if let first = latest.take() {
        operation = first
      } else {
        operation = try await call(words, .get, api, "\(version)/\(name)", query: [("prettyPrint", "false")])
      }
      return try status(operation, words, isNamed: !name.isEmpty)
    }
  }

  /// What is done sooner is not spoken of.
  private static let noteworthy = Duration.seconds(10)

  private func status(
    _ operation: Tree, _ words: String, isNamed: Bool
  ) throws(CloudFailure) -> OperationWait.Status<Tree> {
    guard operation.value(Tree.root, "done").flatMap(operation.bool) == true else {
      guard isNamed else {
        throw CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer is no operation"), mayBeDone: true)
      }
      return .running(nil)
    }
    if let error = operation.value(Tree.root, "error") {
      return .failed(GoogleFault(operation, error).fault(identity: identity))
    }
    return .done(operation)
  }
}
