#include "keep.h"

#include <errno.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// How a child ended, in the form of wait(2).
static int wait_status(const siginfo_t *info) {
  if (info->si_code == CLD_EXITED) return (info->si_status & 0xFF) << 8;
  return info->si_status | (info->si_code == CLD_DUMPED ? 0x80 : 0);
}

static int64_t milliseconds(struct timeval user, struct timeval system) {
  return (user.tv_sec + system.tv_sec) * 1000 + (user.tv_usec + system.tv_usec) / 1000;
}

static void record_end(struct keeper *keeper, uint32_t index, const siginfo_t *info, const struct rusage *usage) {
  struct keeper_slot *slot = slot_at(keeper, index);
  slot->end_ticks = ticks_now();
  slot->ended_millis = nanoseconds(CLOCK_REALTIME) / 1000000;
  slot->duration_millis = (nanoseconds(CLOCK_MONOTONIC) - keeper->jobs[index].started) / 1000000;
  slot->cpu_millis = milliseconds(usage->ru_utime, usage->ru_stime);
  slot->memory_kib = (uint32_t)usage->ru_maxrss;
  slot->status = wait_status(info);
  keeper_set_slot_state(slot, KEEPER_ENDED);
}

void reap_children(struct keeper *keeper) {
  for (;;) {
    siginfo_t info = {0};
    struct rusage usage;
    // Only looked at: should this process be killed here, the end is in the slot, or with whoever inherits the child.
    // glibc's waitid has no usage, the kernel's has.
    if (syscall(SYS_waitid, P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT, &usage) != 0) {
      keeper->childless = errno == ECHILD;
      return;
    }
    if (info.si_pid == 0) return;
    uint32_t index = take_running(keeper, info.si_pid);
    // It may be what another thread has just made.
    while (index == NO_SLOT && keeper->handed_over > 0) {
      collect_starts(keeper, true);
      index = take_running(keeper, info.si_pid);
    }
    if (index != NO_SLOT) record_end(keeper, index, &info, &usage);
    waitpid(info.si_pid, NULL, WNOHANG);
    if (index == NO_SLOT) continue;
    if (keeper->socket >= 0) tell_end(keeper, index);
    else begin_grace(keeper, index);
  }
}
