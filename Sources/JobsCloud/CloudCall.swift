/// One thing that is asked of a cloud.
package struct CloudCall: Sendable {
  /// What is done, as it stands behind 'cannot': `read job 'nightly-report' in 'europe-west1'`.
  package var words: String
  package var request: HTTPRequest
  /// What the request holds that no message may repeat, should the server do so.
  package var secrets: [Secret]

  package init(_ words: String, _ request: HTTPRequest, secrets: [Secret] = []) {
    self.words = words
    self.request = request
    self.secrets = secrets
  }
}
