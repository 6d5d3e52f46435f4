#include "launch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static void refuse(const char *name, int code) __attribute__((noreturn));
static void refuse(const char *name, int code) {
  if (code == ENOENT || code == ENOTDIR)
    stop(STATUS_NOT_FOUND, "check the command and its PATH, and that the interpreter of a script is there",
         "cannot run '%s': not found", name);
  stop(STATUS_NOT_EXECUTABLE,
       code == ENOEXEC ? "a script needs a first line such as '#!/bin/sh'" : "make it executable with 'chmod +x'",
       "cannot run '%s': %s", name, reason(code));
}

// execvp would hand a file without '#!' to a shell; here, as in a direct start, that is an error.
void run_command(char **command) {
  const char *name = command[0];
  if (!*name) stop(STATUS_NOT_FOUND, NULL, "the command is empty");
  if (strchr(name, '/')) {
    execve(name, command, environ);
    refuse(name, errno);
  }
  const char *path = getenv("PATH");
  if (!path || !*path) path = "/usr/local/bin:/usr/bin:/bin";
  int worst = ENOENT;
  for (const char *from = path, *end; from; from = *end ? end + 1 : NULL) {
    end = strchrnul(from, ':');
    char file[4096];
    // An empty part means the current folder, as in a shell.
    int length = snprintf(file, sizeof file, "%.*s%s%s", (int)(end - from), from, end == from ? "./" : "/", name);
    if (length < 0 || (size_t)length >= sizeof file) continue;
    execve(file, command, environ);
    if (errno == EACCES) worst = EACCES;
    else if (errno != ENOENT && errno != ENOTDIR) refuse(file, errno);
  }
  refuse(name, worst);
}
