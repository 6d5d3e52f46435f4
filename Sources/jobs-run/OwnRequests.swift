import JobsCore
import JobsDaemon
import JobsExec
import JobsStore

/// Ends runs of this process that a user asks to end: by their grace, and not to be tried again.
final class OwnRequests {
  private let requests: CancelRequests
  private let watch: FileWatch

  /// - Throws: a failure if the folder of requests cannot be made or watched.
  init(_ state: StateDirectory, _ engine: Engine) throws(Failure) {
    CancelRequests.forgetDead(state)
    requests = CancelRequests(state, of: engine.owner)
    watch = try FileWatch()
    try requests.open()
    do throws(Failure) {
      if let (path, reason) = watch.set([requests.folder], for: .requests).first {
        throw .world("cannot watch '\(path)': \(reason)")
      }
      try engine.watch(watch.descriptor) { [requests, watch, unowned engine] in
        guard !watch.take().isEmpty else { return }
        for (id, reason) in requests.take() { engine.cancel(id, reason: reason) }
      }
    } catch {
      requests.close()
      throw error
    }
  }

  func close() { requests.close() }
}
