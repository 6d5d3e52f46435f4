#include "keep.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <time.h>
#include <unistd.h>

static posix_spawnattr_t attributes;

// As Launcher.swift does: a session of its own, default signals, and no descriptors but the first three.
void prepare_spawning(void) {
  sigset_t none, all;
  sigemptyset(&none), sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

// 0 or an errno.
static int make_process(const struct start *start, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  int code = posix_spawn_file_actions_adddup2(&actions, start->pipes[1], STDOUT_FILENO);
  if (!code) code = posix_spawn_file_actions_adddup2(&actions, start->pipes[3], STDERR_FILENO);
  if (!code) code = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  if (!code && *start->directory) code = posix_spawn_file_actions_addchdir_np(&actions, start->directory);
  if (!code) code = posix_spawn(pid, start->program, &actions, &attributes, start->arguments, start->variables);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

void spawn(struct start *start) {
  struct keeper_slot *slot = start->slot;
  slot->started_millis = nanoseconds(CLOCK_REALTIME) / 1000000;
  start->started = nanoseconds(CLOCK_MONOTONIC);
  keeper_set_slot_state(slot, KEEPER_STARTING);
  int64_t before = ticks_now();
  pid_t pid;
  start->error = make_process(start, &pid);
  if (start->error) return;
  slot->pid = pid;
  // A process is stamped with the tick of its start, so between two readings of one tick /proc need not be asked.
  slot->start_ticks = ticks_now() == before ? before : ticks_of(pid);
  slot->outputs[0].open = slot->outputs[1].open = 1;
  keeper_set_slot_state(slot, KEEPER_RUNNING);
}
