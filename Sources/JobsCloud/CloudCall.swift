/// One thing that is asked of a cloud.
package struct CloudCall: Sendable {
  /// What is done, as it stands behind 'cannot': `read job 'nightly-report' in 'europe-west1'`.
  package var words: String
  package var request: HTTPRequest
  /// What the request holds that no message may repeat, should the server do so.
  package var secrets: [Secret]
  /// Whether the world may be another one afterwards, which is what a call leaves in doubt whose answer got lost.
  package var changesThings: Bool

  /// - Parameter changesThings: nil to tell by the method; questions that are asked by `POST` say so.
  package init(
    _ words: String, _ request: HTTPRequest, secrets: [Secret] = [], changesThings: Bool? = nil
  ) {
    self.words = words
    self.request = request
    self.secrets = secrets
    self.changesThings = changesThings ?? (request.method != .get && request.method != .head)
  }
}
