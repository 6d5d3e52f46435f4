import JobsCore

extension HTTPRequest {
  /// A `POST` of pairs as a form of the web has them (`application/x-www-form-urlencoded`).
  package static func form(_ address: WebAddress, _ pairs: [(name: String, value: String)]) -> HTTPRequest {
    var request = HTTPRequest(.post, address)
    request.fields = [HTTPField("Content-Type", "application/x-www-form-urlencoded")]
    let text = pairs.map { "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))" }.joined(
      separator: "&")
    request.body = Array(text.utf8)
    return request
  }
}
