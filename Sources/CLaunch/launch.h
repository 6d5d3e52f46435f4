// What the files of jobs-launch share.
#pragma once

// For setresuid, strchrnul and asprintf.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

enum {
  STATUS_LAUNCH = 125,      // jobs-launch itself failed
  STATUS_NOT_EXECUTABLE = 126,
  STATUS_NOT_FOUND = 127,
  MAX_LIMITS = 16,
};

// One `--limit`.
struct limit {
  int resource;
  const char *name;
  bool both;                // the hard limit is given too; otherwise it follows only where it would be lower
  rlim_t soft, hard;
};

// The command line as meant.
struct options {
  const char *user, *group; // a name or a number; NULL to stay
  const char *directory, *cgroup;
  const char *keep;         // the state file of a keeper; there is no command then
  struct limit limits[MAX_LIMITS];
  size_t limit_count;
  bool set_nice, set_umask;
  int nice;
  mode_t umask;
  char **command;           // NULL-terminated, at least one
};

// options.c: reads the command line; ends the program on a mistake.
struct options parse_options(int argc, char **argv);

// privileges.c: each ends the program where the kernel refuses.
void join_cgroup(const char *path);
void apply_limits(const struct options *options);
void apply_nice(int nice);
void become_user(const char *user, const char *group);

// command.c: replaces this process; comes back never.
void run_command(char **command) __attribute__((noreturn));

// keep.c: starts and reaps the jobs of a scheduler, as it is told by a socket.
void keep(const char *state_file) __attribute__((noreturn));

// message.c: one line `jobs-launch: error: …` and, with a hint, a second `hint: …`; then the end with `status`.
void stop(int status, const char *hint, const char *format, ...)
    __attribute__((noreturn, format(printf, 3, 4)));

// strerror with a small first letter, in a static buffer.
const char *reason(int code);
