// What the kernel alone makes of a herd: waits for the next whole second, then runs a program so many times with no more
// than so many alive. Prints the 50th and 99th percentile of the starts after that second, in milliseconds.
#define _GNU_SOURCE
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static int ascending(const void *one, const void *other) {
  int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
  return (a > b) - (a < b);
}

static int64_t microseconds(const struct timespec *since) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (int64_t)(now.tv_sec - since->tv_sec) * 1000000 + (now.tv_nsec - since->tv_nsec) / 1000;
}

int main(int argc, char **argv) {
  if (argc != 4) return fprintf(stderr, "usage: spawn_floor COUNT ALIVE PROGRAM\n"), 2;
  long count = atol(argv[1]), most = atol(argv[2]);
  int64_t *starts = count > 0 ? calloc((size_t)count, sizeof *starts) : NULL;
  if (!starts || most < 1) return fprintf(stderr, "spawn_floor: COUNT and ALIVE are at least 1\n"), 2;
  char *command[] = {argv[3], NULL};
  struct timespec due;
  clock_gettime(CLOCK_REALTIME, &due);
  due = (struct timespec){.tv_sec = due.tv_sec + 1};
  clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &due, NULL);
  for (long started = 0, ended = 0; ended < count;) {
    for (; started < count && started - ended < most; started++) {
      pid_t pid;
      if (posix_spawn(&pid, command[0], NULL, NULL, command, environ) != 0) return perror("spawn_floor"), 1;
      starts[started] = microseconds(&due);
    }
    if (waitpid(-1, NULL, 0) > 0) ended++;
  }
  qsort(starts, (size_t)count, sizeof *starts, ascending);
  printf("%.1f %.1f\n", (double)starts[count / 2] / 1000, (double)starts[count * 99 / 100] / 1000);
}
