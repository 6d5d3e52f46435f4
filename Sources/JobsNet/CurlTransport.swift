package import JobsCloud
package import JobsCore
import Synchronization

/// Sends requests by libcurl's multi interface, all of them on one thread of its own.
///
/// Certificates are checked against the system's, HTTP/2 is used where the server speaks it, and `http_proxy`,
/// `https_proxy`, `all_proxy` and `no_proxy` are honoured. Redirects within a host are followed, others are failures.
/// The library is loaded and the thread started by the first request; while none is under way the thread sleeps.
package final class CurlTransport: Transport {
  private let inbox: CurlInbox
  private let thread = Mutex<WorkerThread?>(nil)
  private let caFile: String?

  /// - Parameter caFile: certificates to trust in place of the system's, as `SSL_CERT_FILE` names them.
  package init(caFile: String? = nil) throws(Failure) {
    inbox = CurlInbox(wakeUp: try WakeUp())
    self.caFile = caFile
  }

  /// Nothing of the library may run any more when the process ends, since TLS is taken down then.
  deinit {
    inbox.close()
    guard let thread = thread.withLock({ $0 }) else { return }
    // The last who holds it may be a request's `then`.
    if thread.isCurrent { thread.detach() } else { thread.join() }
  }

  package func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall {
    let id = inbox.newID()
    guard startThread(), inbox.add(.start(id, request, then)) else {
      then(.failure(TransportFailure(.unavailable, request.address, "nothing more is sent, since this tool ends")))
      return TransportCall {}
    }
    return TransportCall { [inbox] in _ = inbox.add(.cancel(id)) }
  }

  /// Gives up what is under way, and waits until nothing of the library runs any more. Not to be called by a request's
  /// `then`.
  package func close() {
    inbox.close()
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  /// False once the transport is closed, or where there can be no thread.
  private func startThread() -> Bool {
    thread.withLock { thread in
      guard thread == nil else { return true }
      guard !inbox.isClosed else { return false }
      thread = try? WorkerThread { [inbox, caFile] in CurlLoop(inbox, caFile: caFile).run() }
      return thread != nil
    }
  }
}
