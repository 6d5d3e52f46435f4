#include "keep.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// The strings of a request, in its block.
struct command {
  char *program, *directory;
  char *paths[2];
  char **arguments, **variables;
};

// The next string of a block; NULL if none is left that ends in it.
static char *next_string(char **place, const char *end) {
  char *text = *place;
  char *nul = text < end ? memchr(text, 0, (size_t)(end - text)) : NULL;
  if (!nul) return NULL;
  *place = nul + 1;
  return text;
}

// Reads all strings of a block, with room for them and two null pointers in `pointers`. False if they are not as they
// were announced.
static bool read_command(const struct keeper_start *start, char *block, char **pointers, struct command *command) {
  char *place = block;
  const char *end = block + start->size;
  char **single[] = {&command->program, &command->directory, &command->paths[0], &command->paths[1]};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++)
    if (!(*single[i] = next_string(&place, end))) return false;
  command->arguments = pointers;
  for (uint32_t i = 0; i < start->arguments; i++)
    if (!(*pointers++ = next_string(&place, end))) return false;
  *pointers++ = NULL;
  command->variables = pointers;
  for (uint32_t i = 0; i < start->variables; i++)
    if (!(*pointers++ = next_string(&place, end))) return false;
  *pointers = NULL;
  return place == end && *command->program;
}

static bool makes_sense(const struct keeper_start *start, size_t length) {
  if (start->attached > 1 || start->size == 0 || start->size > KEEPER_BLOCK_MOST) return false;
  if (length - sizeof *start != (start->attached ? 0 : start->size)) return false;
  if (start->arguments == 0 || start->arguments > KEEPER_STRINGS_MOST || start->variables > KEEPER_STRINGS_MOST)
    return false;
  if (start->limits[0] < 0 || start->limits[1] < 0) return false;
  for (int i = 0; i < 26; i++) {
    char byte = start->execution[i];
    if ((byte < '0' || byte > '9') && (byte < 'A' || byte > 'Z')) return false;
  }
  return start->execution[26] == 0;
}

// Fills `block` from a memory file. False if the file is not of the size that was announced.
static bool read_attached(int file, char *block, size_t size) {
  struct stat status;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || (size_t)status.st_size != size) return false;
  for (size_t done = 0; done < size;) {
    ssize_t count = pread(file, block + done, size - done, (off_t)done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    done += (size_t)count;
  }
  return true;
}

// As Launcher.swift does: a session of its own, default signals, and no descriptors but the first three.
static int spawn(const struct command *command, const int writers[2], pid_t *pid) {
  static posix_spawnattr_t attributes;
  static bool has_attributes;
  if (!has_attributes) {
    sigset_t none, all;
    sigemptyset(&none), sigfillset(&all);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    has_attributes = true;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  int code = posix_spawn_file_actions_adddup2(&actions, writers[0], STDOUT_FILENO);
  if (!code) code = posix_spawn_file_actions_adddup2(&actions, writers[1], STDERR_FILENO);
  if (!code) code = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  if (!code && *command->directory) code = posix_spawn_file_actions_addchdir_np(&actions, command->directory);
  if (!code) code = posix_spawn(pid, command->program, &actions, &attributes, command->arguments, command->variables);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

// Starts a command into a slot that was taken for it. 0 or an errno.
static int spawn_into(struct keeper *keeper, uint32_t index, const struct keeper_start *start,
                      const struct command *command, const int writers[2]) {
  struct keeper_slot *slot = slot_at(keeper, index);
  memset(slot, 0, sizeof *slot);
  memcpy(slot->execution, start->execution, sizeof start->execution);
  slot->started_millis = nanoseconds(CLOCK_REALTIME) / 1000000;
  keeper_set_slot_state(slot, KEEPER_STARTING);
  keeper->jobs[index].started = nanoseconds(CLOCK_MONOTONIC);
  int64_t before = ticks_now();
  pid_t pid;
  int code = spawn(command, writers, &pid);
  if (code) return code;
  slot->pid = pid;
  // A process is stamped with the tick of its start, so between two readings of one tick /proc need not be asked.
  slot->start_ticks = ticks_now() == before ? before : ticks_of(pid);
  slot->outputs[0].open = slot->outputs[1].open = 1;
  keeper_set_slot_state(slot, KEEPER_RUNNING);
  keeper->childless = false;
  add_running(keeper, index);
  return 0;
}

// Keeps what is needed should the client go: where the outputs belong, and the ends of the pipes.
static bool remember_outputs(struct job *job, const struct keeper_start *start, const struct command *command) {
  size_t first = strlen(command->paths[0]) + 1, second = strlen(command->paths[1]) + 1;
  *job = (struct job){.paths = malloc(first + second)};
  if (!job->paths) return false;
  char *paths[] = {memcpy(job->paths, command->paths[0], first), memcpy(job->paths + first, command->paths[1], second)};
  for (int i = 0; i < 2; i++) {
    job->outputs[i] = (struct output){.pipe = -1, .file = -1, .path = paths[i]};
    job->limits[i] = start->limits[i];
  }
  return true;
}

// 0, an errno, or -1 if nothing may start any more.
static int start_command(struct keeper *keeper, const struct keeper_start *start, const struct command *command,
                         int *pipes, uint32_t *taken) {
  uint32_t index;
  int code = take_slot(keeper, &index);
  if (code) return code;
  struct job *job = &keeper->jobs[index];
  if (!remember_outputs(job, start, command)) {
    release_slot(keeper, index);
    return ENOMEM;
  }
  code = lock_slots(keeper);
  if (!code) {
    // Whoever closed the file has looked at the slots since: what started now would be started twice.
    code = keeper_is_closed(keeper->header)
               ? -1
               : spawn_into(keeper, index, start, command, (int[]){pipes[1], pipes[3]});
    unlock_slots(keeper);
  }
  if (code) {
    free(job->paths);
    release_slot(keeper, index);
    return code;
  }
  for (int i = 0; i < 2; i++) {
    job->outputs[i].pipe = pipes[2 * i];
    pipes[2 * i] = -1;
    keeper->open_pipes++;
  }
  *taken = index;
  return 0;
}

bool start_job(struct keeper *keeper, const char *request, size_t length, int *descriptors, size_t count,
               bool descriptors_lost, struct keeper_report *report) {
  struct keeper_start start;
  if (length < sizeof start) return false;
  memcpy(&start, request, sizeof start);
  if (!makes_sense(&start, length)) return false;
  *report = (struct keeper_report){.kind = KEEPER_FAILED};
  // The kernel lets descriptors fall when this process can have no more.
  if (descriptors_lost) {
    report->error = EMFILE;
    return true;
  }
  if (count != 4 + start.attached) return false;
  size_t strings = (size_t)start.arguments + start.variables + 2;
  char *block = malloc(start.size);
  char **pointers = malloc(strings * sizeof *pointers);
  struct command command;
  bool understood = true;
  if (!block || !pointers) {
    report->error = ENOMEM;
  } else {
    if (start.attached) understood = read_attached(descriptors[0], block, start.size);
    else memcpy(block, request + sizeof start, start.size);
    understood = understood && read_command(&start, block, pointers, &command);
    if (understood) {
      int code = start_command(keeper, &start, &command, descriptors + start.attached, &report->index);
      if (code == 0) {
        report->kind = KEEPER_STARTED;
        report->slot = *slot_at(keeper, report->index);
      }
      report->error = code;
      understood = code >= 0;
    }
  }
  free(block);
  free(pointers);
  return understood;
}
