/// A reply of the metrics server, whole.
struct MetricsReply {
  let bytes: [UInt8]

  private init(_ status: Int, _ fields: [String], body: [UInt8], sendsBody: Bool = true) {
    let lines =
      ["HTTP/1.1 \(status) \(Self.words[status] ?? "Error")"] + fields + [
        "Content-Length: \(body.count)", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
        "Connection: close", "", "",
      ]
    bytes = Array(lines.joined(separator: "\r\n").utf8) + (sendsBody ? body : [])
  }

  /// - Parameter isHead: the reply to `HEAD` tells the length of the body that `GET` would get (RFC 9110 §9.3.2).
  static func metrics(_ text: MetricsText, isHead: Bool) -> MetricsReply {
    MetricsReply(200, ["Content-Type: \(MetricsText.mediaType)"], body: text.bytes, sendsBody: !isHead)
  }

  static func refused(_ status: Int) -> MetricsReply {
    let fields = ["Content-Type: text/plain; charset=utf-8"] + (status == 405 ? ["Allow: GET, HEAD"] : [])
    return MetricsReply(status, fields, body: Array("\(explanations[status] ?? "refused")\n".utf8))
  }

  private static let words = [200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"]

  private static let explanations = [
    400: "this is no request of HTTP/1.1", 404: "only '/metrics' is here", 405: "only GET and HEAD are answered",
  ]
}
