import Glibc

/// SIGINT and SIGTERM, held back in every thread and waited for by one.
struct EndSignals {
  private var set = sigset_t()

  /// To be made before the first thread is.
  init() {
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Returns when one of them comes or, if that is wanted, soon after the process that started this one has gone.
  func wait(alsoForParent: Bool) {
    var set = set
    let parent = getppid()
    var second = timespec(tv_sec: 1, tv_nsec: 0)
    while sigtimedwait(&set, nil, &second) < 0 {
      if alsoForParent, getppid() != parent { return }
    }
  }
}
