import CLinux
import Glibc

/// What every process that is started here gets: a session of its own, default signals, and none blocked.
struct SpawnAttributes: ~Copyable {
  var value = posix_spawnattr_t()

  init() {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_init(&value)
    posix_spawnattr_setsigmask(&value, &none)
    posix_spawnattr_setsigdefault(&value, &all)
    let flags = Int32(linux_spawn_setsid) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&value, Int16(flags))
  }

  deinit {
    var value = value
    posix_spawnattr_destroy(&value)
  }
}
