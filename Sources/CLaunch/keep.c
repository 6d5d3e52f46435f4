// The keeper: one process that starts and reaps the jobs of a scheduler, so that they outlive it with their real ends.
//
// While the scheduler lives, the keeper starts what it is asked to start and tells what has ended. Once the scheduler
// is gone, the keeper reads on what the jobs write, puts every end in the state file, and leaves with its last child.

#include "keep.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

// Only KILL ends a keeper: what is meant for the scheduler, or for everything in a cgroup, has to leave it alone.
static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM};

// Nothing of the starter's is held open, so that it can be waited for and its disks be unmounted.
static int leave_descriptors(void) {
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return errno;
  for (int standard = 0; standard <= 2; standard++)
    if (dup2(null, standard) < 0) return errno;
  closefrom(KEEPER_SOCKET + 1);
  return fcntl(KEEPER_SOCKET, F_SETFD, FD_CLOEXEC) == 0 ? 0 : errno;
}

static int watch(struct keeper *keeper, int fd, uint64_t token) {
  struct epoll_event event = {.events = EPOLLIN, .data = {.u64 = token}};
  return epoll_ctl(keeper->epoll, EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : errno;
}

// 0 or an errno.
static int set_up(struct keeper *keeper, const char *path) {
  int code = leave_descriptors();
  if (code) return code;
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
  prctl(PR_SET_NAME, "jobs-keeper", 0, 0, 0);
  if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0) return errno;
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGCHLD);
  sigprocmask(SIG_SETMASK, &ends, NULL);
  keeper->signals = signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
  keeper->epoll = epoll_create1(EPOLL_CLOEXEC);
  if (keeper->signals < 0 || keeper->epoll < 0) return errno;
  code = watch(keeper, keeper->socket, TOKEN_SOCKET);
  if (!code) code = watch(keeper, keeper->signals, TOKEN_SIGNALS);
  if (!code) code = open_slots(keeper, path);
  if (code) return code;
  prepare_spawning();
  int bell = open_hands();
  return bell < 0 ? 0 : watch(keeper, bell, TOKEN_HANDS);
}

static void handle_event(struct keeper *keeper, uint64_t token) {
  struct signalfd_siginfo information;
  switch (token) {
    case TOKEN_SOCKET:
      if (keeper->socket >= 0) serve_client(keeper);
      break;
    case TOKEN_SIGNALS:
      while (read(keeper->signals, &information, sizeof information) > 0) {}
      reap_children(keeper);
      break;
    case TOKEN_HANDS: hear_hands(keeper); break;
    default: drain_pipe(keeper, (uint32_t)((token - TOKEN_PIPES) / 2), (int)((token - TOKEN_PIPES) % 2));
  }
}

void keep(const char *path) {
  int type = 0;
  socklen_t size = sizeof type;
  if (getsockopt(KEEPER_SOCKET, SOL_SOCKET, SO_TYPE, &type, &size) != 0 || type != SOCK_SEQPACKET)
    stop(STATUS_LAUNCH, "it is for 'jobs-run daemon', which starts it",
         "'--keep' needs a socket of packets as its input %d", KEEPER_SOCKET);
  static struct keeper keeper = {.socket = KEEPER_SOCKET, .tell_first = NO_SLOT, .tell_last = NO_SLOT,
                                 .interest = EPOLLIN, .childless = true};
  int code = set_up(&keeper, path);
  report_ready(&keeper, code);
  if (code) _exit(STATUS_LAUNCH);
  while (keeper.socket >= 0 || !keeper.childless || keeper.open_pipes > 0 || keeper.handed_over > 0) {
    struct epoll_event events[64];
    int count = epoll_wait(keeper.epoll, events, sizeof events / sizeof *events, next_give_up(&keeper));
    for (int i = 0; i < count; i++) handle_event(&keeper, events[i].data.u64);
    send_reports(&keeper);
  }
  _exit(0);
}
