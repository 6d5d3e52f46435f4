// Linux calls that Swift's Glibc module leaves out, and wrappers for those that are variadic or macros in C.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

// glibc declares these for _GNU_SOURCE only, which Swift's importer does not define.
extern int pipe2(int ends[2], int flags);
extern const char *sigabbrev_np(int signal);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

/// POSIX_SPAWN_SETSID (glibc 2.26).
static const short linux_spawn_setsid = 0x80;

/// A descriptor that becomes readable when the process ends (Linux 5.3); -1 and errno otherwise. It closes on exec.
static inline int linux_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

/// Signals exactly the process behind the descriptor, even after its number was used again (Linux 5.1).
static inline int linux_pidfd_send_signal(int pidfd, int signal) {
  return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, (siginfo_t *)0, 0);
}

/// A file without a name, in memory (Linux 3.17); -1 and errno otherwise. It closes on exec.
static inline int linux_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1U); }

/// Makes this process the parent of its orphaned descendants (Linux 3.4).
static inline int linux_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

/// An absolute time that ends early when the clock is set (Linux 3.0).
static const int linux_timer_absolute_and_cancelled = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;

/// fork(2), for a process with one thread that does not become another program; Swift has no name for it.
static inline pid_t linux_fork(void) { return fork(); }

/// How many bytes wait in a pipe; 0 if that cannot be told.
static inline int linux_readable_bytes(int fd) {
  int count = 0;
  return ioctl(fd, FIONREAD, &count) == 0 ? count : 0;
}

static inline int linux_exited(int status) { return WIFEXITED(status); }
static inline int linux_exit_code(int status) { return WEXITSTATUS(status); }
static inline int linux_term_signal(int status) { return WTERMSIG(status); }

/// Whether the signal is ignored, as under nohup.
static inline int linux_is_ignored(int signal) {
  struct sigaction now;
  return sigaction(signal, (struct sigaction *)0, &now) == 0 && now.sa_handler == SIG_IGN;
}

/// Takes a signal from a signalfd; 0 when there is none.
static inline int linux_next_signal(int fd) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

/// Sends a packet with at most eight descriptors beside it, without waiting; -1 and errno if it cannot be sent now.
static inline ssize_t linux_send(int socket, const void *bytes, size_t size, const int *descriptors, size_t count) {
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(8 * sizeof(int))];
  } control;
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = size};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (count > 8) {
    errno = EINVAL;
    return -1;
  }
  if (count > 0) {
    message.msg_control = &control;
    message.msg_controllen = CMSG_SPACE(count * sizeof(int));
    struct cmsghdr *first = CMSG_FIRSTHDR(&message);
    first->cmsg_level = SOL_SOCKET;
    first->cmsg_type = SCM_RIGHTS;
    first->cmsg_len = CMSG_LEN(count * sizeof(int));
    memcpy(CMSG_DATA(first), descriptors, count * sizeof(int));
  }
  return sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
}

/// Whether this process has a child of that number, ended or not, that it did not wait for yet.
static inline int linux_is_child(pid_t pid) {
  siginfo_t info;
  return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/// `data` of an event, which is a union in C.
static inline uint64_t linux_event_token(struct epoll_event event) { return event.data.u64; }
static inline struct epoll_event linux_event(uint32_t events, uint64_t token) {
  struct epoll_event event = {.events = events, .data = {.u64 = token}};
  return event;
}

/// Takes the next connection; the flags are those of accept4(2).
static inline int linux_accept(int socket, int flags) {
  return (int)syscall(SYS_accept4, socket, (void *)0, (void *)0, flags);
}

/// Makes a timer that was created by timerfd_create(2) readable once, after so many nanoseconds; 0 stops it.
static inline int linux_timer_start(int fd, int64_t nanoseconds) {
  struct itimerspec when = {.it_value = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000}};
  return timerfd_settime(fd, 0, &when, (struct itimerspec *)0);
}
