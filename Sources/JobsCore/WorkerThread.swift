import Glibc

/// A thread of its own for what waits. All signals are blocked in it, so that they reach those who wait for them.
package struct WorkerThread: Sendable {
  private let thread: pthread_t

  private final class Body {
    let run: @Sendable () -> Void

    package init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  package init(_ run: @escaping @Sendable () -> Void) throws(Failure) {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let body = Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { raw in
        Unmanaged<Body>.fromOpaque(raw!).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      throw .world("cannot start a thread: \(systemMessage(code))", hint: "raise the limit of processes of this user")
    }
    self.thread = thread
  }

  /// Whether the caller runs in it.
  package var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }

  /// Waits for its end; to be called once, and by another thread.
  package func join() { pthread_join(thread, nil) }

  /// Lets it end by itself; to be called once, instead of `join`.
  package func detach() { pthread_detach(thread) }
}
