import CLibCurl
import Glibc
import JobsCloud
import JobsCore
import JobsExec

/// What libcurl's codes mean, in words of ours: its own messages may repeat the address.
extension CurlTransfer {
  func failure(_ code: CURLcode) -> TransportFailure {
    let (kind, why) = isTooLarge ? (.tooLarge, tooLargeWords) : reason(code)
    return TransportFailure(kind, request.address, why, hint: hint(kind))
  }

  private var tooLargeWords: String {
    headBytes > request.headLimit
      ? "its head is longer than \(request.headLimit) bytes" : "it is longer than \(request.bodyLimit) bytes"
  }

  private func reason(_ code: CURLcode) -> (TransportFailure.Kind, String) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: (.resolve, "the name of the host is not known")
    case CURLE_COULDNT_RESOLVE_PROXY: (.resolve, "the name of the proxy is not known")
    case CURLE_COULDNT_CONNECT: (.connect, connectWords)
    case CURLE_OPERATION_TIMEDOUT: (.timeout, timeoutWords)
    case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      (.broken, "the connection ended early")
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: (.broken, "it does not speak HTTP")
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED:
      (.tls, Self.words(code))
    // What libcurl says of a line of the head that does not end.
    case CURLE_OUT_OF_MEMORY where isSent: (.tooLarge, "a line of its head is too long")
    case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: (.unavailable, Self.words(code))
    case CURLE_URL_MALFORMAT: (.request, "libcurl does not take the address")
    default: (.broken, Self.words(code))
    }
  }

  private var connectWords: String {
    guard let easy else { return "no connection" }
    let code = Int32(clamping: clibcurl_get_number(easy, CURLINFO_OS_ERRNO))
    return code > 0 ? systemMessage(code) : "no connection"
  }

  private var timeoutWords: String {
    guard response.status == 0 else { return "the answer stopped half way" }
    let past = Duration.nanoseconds(monotonicNow() - started)
    if !isSent, past < request.timeouts.whole {
      return "no connection within \(request.timeouts.connect.words)"
    }
    return "no answer within \(min(request.timeouts.whole, max(request.timeouts.stall, past)).words)"
  }

  /// Whether the request was on its way, and so a connection was there.
  private var isSent: Bool { easy.map { clibcurl_get_number($0, CURLINFO_REQUEST_SIZE) > 0 } ?? false }

  private func hint(_ kind: TransportFailure.Kind) -> String? {
    switch kind {
    case .resolve: "check the name, and the host's resolver"
    case .tls: "check the host's clock and certificates ('ca-certificates'); SSL_CERT_FILE names others"
    default: nil
    }
  }

  private static func words(_ code: CURLcode) -> String {
    let text = String(cString: clibcurl_words(code))
    return text.prefix(2).allSatisfy(\.isUppercase) ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
