import CLibCurl
import Glibc
import JobsCloud
import JobsCore
import JobsExec

/// One request under way, with what has come of its response.
final class CurlTransfer {
  let id: UInt64
  let request: HTTPRequest
  let reply: @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  private(set) var easy: UnsafeMutableRawPointer?
  private var fieldList: UnsafeMutablePointer<curl_slist>?
  /// On the monotonic clock, in nanoseconds; of the first request where redirects were followed.
  let started: Int64
  private let redirects: Int

  private(set) var response = HTTPResponse(status: 0)
  private(set) var headBytes = 0
  /// Set when the response was longer than the request allows, and so the transfer ended by us.
  private(set) var isTooLarge = false

  init(
    id: UInt64, _ request: HTTPRequest, started: Int64, redirects: Int = 0,
    reply: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) {
    self.id = id
    self.request = request
    self.started = started
    self.redirects = redirects
    self.reply = reply
  }

  deinit { release() }

  /// Frees what libcurl holds; to be called when it is in no loop any more.
  func release() {
    if let easy { clibcurl_easy_cleanup(easy) }
    clibcurl_list_free(fieldList)
    easy = nil
    fieldList = nil
  }

  var cancelled: TransportFailure { TransportFailure(.cancelled, request.address, "it was given up") }

  // MARK: Sending

  /// The handle, with everything set; nil if libcurl refuses something.
  func prepare(caFile: String?) -> UnsafeMutableRawPointer? {
    guard request.hasSendableFields, let easy = clibcurl_easy_init() else { return nil }
    self.easy = easy
    let left = request.timeouts.whole.nanoseconds - (monotonicNow() - started)
    var codes = [
      clibcurl_set_text(easy, CURLOPT_URL, request.address.text),
      clibcurl_set_text(easy, CURLOPT_USERAGENT, "jobs/\(version)"),
      // Timeouts without signals, which belong to others.
      clibcurl_set_number(easy, CURLOPT_NOSIGNAL, 1),
      clibcurl_set_number(easy, CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(request.timeouts.connect.nanoseconds)),
      clibcurl_set_number(easy, CURLOPT_TIMEOUT_MS, Self.milliseconds(left)),
      clibcurl_set_number(easy, CURLOPT_LOW_SPEED_LIMIT, 1),
      clibcurl_set_number(
        easy, CURLOPT_LOW_SPEED_TIME, max(1, Int(request.timeouts.stall.components.seconds))),
      clibcurl_set_number(easy, CURLOPT_FRESH_CONNECT, request.isIdempotent ? 0 : 1),
      clibcurl_set_receivers(easy, receiveHead, receiveBody, Unmanaged.passUnretained(self).toOpaque()),
    ]
    codes += setMethod(easy)
    if request.isDirect { codes.append(clibcurl_set_text(easy, CURLOPT_NOPROXY, "*")) }
    if let caFile { codes.append(clibcurl_set_text(easy, CURLOPT_CAINFO, caFile)) }
    // Without this field libcurl would wait for a '100 Continue' before it sends a longer body.
    for field in request.fields + [HTTPField("Expect", "")] {
      // An empty value is written with a semicolon, and a field without one is left out.
      let line =
        field.name == "Expect" ? "Expect:" : field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      guard let list = clibcurl_list_append(fieldList, line) else { return nil }
      fieldList = list
    }
    codes.append(clibcurl_set_list(easy, CURLOPT_HTTPHEADER, fieldList))
    return codes.allSatisfy { $0 == CURLE_OK } ? easy : nil
  }

  private func setMethod(_ easy: UnsafeMutableRawPointer) -> [CURLcode] {
    switch request.method {
    case .get where request.body.isEmpty: return [clibcurl_set_number(easy, CURLOPT_HTTPGET, 1)]
    case .head: return [clibcurl_set_number(easy, CURLOPT_NOBODY, 1)]
    case .delete where request.body.isEmpty: return [clibcurl_set_text(easy, CURLOPT_CUSTOMREQUEST, "DELETE")]
    default:
      return [
        clibcurl_set_number(easy, CURLOPT_POST, 1),
        request.body.withUnsafeBytes { clibcurl_set_body(easy, $0.baseAddress ?? UnsafeRawPointer(easy), $0.count) },
        clibcurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue),
      ]
    }
  }

  /// At least 1, since libcurl takes 0 for no limit.
  private static func milliseconds(_ nanoseconds: Int64) -> Int {
    Int(min(max(nanoseconds / 1_000_000, 1), Int64(Int32.max)))
  }

  // MARK: Receiving

  /// One line of a head: the status, a field, or the empty line at its end. Heads of responses that are not the last
  /// ('100 Continue', a proxy's) come too, and give way to the next.
  fileprivate func takeHead(_ line: UnsafeRawBufferPointer) -> Bool {
    headBytes += line.count
    guard headBytes <= request.headLimit else {
      isTooLarge = true
      return false
    }
    var text = Substring(decoding: line, as: UTF8.self)
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" { text.unicodeScalars.removeLast() }
    if text.hasPrefix("HTTP/") {
      let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      response = HTTPResponse(status: status ?? 0)
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      response.fields.append(HTTPField(String(text[..<colon]), String(value)))
    }
    return true
  }

  fileprivate func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let room = request.bodyLimit - response.body.count
    guard bytes.count > room else {
      response.body += bytes
      return true
    }
    if request.excess == .isCut {
      response.body += bytes.prefix(room)
      response.isCut = true
    } else {
      isTooLarge = true
    }
    return false
  }

  // MARK: The end

  func outcome(_ code: CURLcode) -> Result<HTTPResponse, TransportFailure> {
    if code == CURLE_OK || response.isCut { return .success(response) }
    return .failure(failure(code))
  }

  /// The request that a redirect asks for, with the time that is left; nil for the last response.
  func redirected(by response: HTTPResponse, now: Int64) throws(TransportFailure) -> CurlTransfer? {
    guard let next = try request.redirected(by: response) else { return nil }
    guard redirects < HTTPRequest.redirectLimit else {
      throw TransportFailure(.redirect, request.address, "it redirects more than \(HTTPRequest.redirectLimit) times")
    }
    guard now - started < request.timeouts.whole.nanoseconds else {
      throw TransportFailure(.timeout, request.address, "no answer within \(request.timeouts.whole.words)")
    }
    return CurlTransfer(id: id, next, started: started, redirects: redirects + 1, reply: reply)
  }
}

private func receiveHead(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  receive(bytes, size * count, context) { $0.takeHead($1) }
}

private func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  receive(bytes, size * count, context) { $0.takeBody($1) }
}

/// What libcurl wants to hear: the number of bytes, or anything else to end the transfer.
private func receive(
  _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
  _ take: (CurlTransfer, UnsafeRawBufferPointer) -> Bool
) -> Int {
  guard let context else { return count + 1 }
  let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
  return take(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : count + 1
}
