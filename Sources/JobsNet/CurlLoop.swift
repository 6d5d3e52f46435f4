import CLibCurl
import Glibc
import JobsCloud
import JobsCore
import JobsExec

/// The thread of a transport: takes orders, lets libcurl work, and tells outcomes.
final class CurlLoop {
  private let inbox: CurlInbox
  private let caFile: String?
  private var multi: UnsafeMutableRawPointer?
  /// By their handles.
  private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]

  init(_ inbox: CurlInbox, caFile: String?) {
    self.inbox = inbox
    self.caFile = caFile
  }

  /// Works until the inbox is closed; then everything under way is given up.
  func run() {
    var missing: Failure?
    do throws(Failure) {
      try LibCurl.start()
      multi = clibcurl_multi_init()
    } catch {
      missing = error
    }
    while true {
      let (orders, isClosed) = inbox.take()
      for order in orders { follow(order, missing) }
      if isClosed { break }
      if let multi {
        _ = clibcurl_multi_perform(multi)
        finishDone(multi)
        // The library cuts the wait short where it has a time of its own to keep.
        _ = clibcurl_multi_wait(multi, inbox.wakeUp.descriptor, 86_400_000)
      } else {
        var ready = pollfd(fd: inbox.wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&ready, 1, -1)
      }
    }
    for transfer in transfers.values { end(transfer, .failure(transfer.cancelled)) }
    if let multi { _ = clibcurl_multi_cleanup(multi) }
  }

  private func follow(_ order: CurlInbox.Order, _ missing: Failure?) {
    switch order {
    case .start(let id, let request, let reply):
      guard multi != nil else {
        let why = missing?.message ?? "libcurl cannot be started"
        return reply(.failure(TransportFailure(.unavailable, request.address, why, hint: missing?.hint)))
      }
      begin(CurlTransfer(id: id, request, started: monotonicNow(), reply: reply))
    case .cancel(let id):
      if let transfer = transfers.values.first(where: { $0.id == id }) { end(transfer, .failure(transfer.cancelled)) }
    }
  }

  private func begin(_ transfer: CurlTransfer) {
    guard let multi, let easy = transfer.prepare(caFile: caFile), clibcurl_multi_add(multi, easy) == CURLM_OK else {
      return transfer.reply(
        .failure(TransportFailure(.request, transfer.request.address, "libcurl does not take the request")))
    }
    transfers[easy] = transfer
  }

  private func finishDone(_ multi: UnsafeMutableRawPointer) {
    var code = CURLE_OK
    while let easy = clibcurl_multi_next_done(multi, &code) {
      guard let transfer = transfers[easy] else { continue }
      let outcome = transfer.outcome(code)
      guard case .success(let response) = outcome else {
        end(transfer, outcome)
        continue
      }
      do throws(TransportFailure) {
        guard let next = try transfer.redirected(by: response, now: monotonicNow()) else {
          end(transfer, outcome)
          continue
        }
        remove(transfer)
        begin(next)
      } catch {
        end(transfer, .failure(error))
      }
    }
  }

  private func end(_ transfer: CurlTransfer, _ outcome: Result<HTTPResponse, TransportFailure>) {
    remove(transfer)
    transfer.reply(outcome)
  }

  private func remove(_ transfer: CurlTransfer) {
    guard let multi, let easy = transfer.easy else { return }
    _ = clibcurl_multi_remove(multi, easy)
    transfers[easy] = nil
    transfer.release()
  }
}
