package import JobsCore

extension ProgramCall {
  /// Runs a program on a thread of its own, so that no task is held up meanwhile. A cancelled task waits for it, too.
  ///
  /// - Parameter timeout: after which it is killed; nil to wait for ever.
  package static func ended(
    _ words: [String], environment: [String: String], hint: String, timeout: Duration?
  ) async -> Result<ProgramCall, Failure> {
    await withCheckedContinuation { continuation in
      do throws(Failure) {
        try WorkerThread {
          do throws(Failure) {
            let call = try ProgramCall(words, environment: environment, hint: hint, timeout: timeout)
            continuation.resume(returning: .success(call))
          } catch {
            continuation.resume(returning: .failure(error))
          }
        }.detach()
      } catch {
        continuation.resume(returning: .failure(error))
      }
    }
  }
}
