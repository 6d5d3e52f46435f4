// What the kernel alone makes of a herd: waits for a second since the epoch, then runs a command so many times with no
// more than so many alive. Prints the CPU seconds of itself and of the commands.
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(int who) {
  struct rusage usage;
  getrusage(who, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv) {
  if (argc < 5) return fprintf(stderr, "usage: spawn_floor SECOND COUNT ALIVE COMMAND...\n"), 2;
  struct timespec due = {.tv_sec = atol(argv[1])};
  long count = atol(argv[2]), most = atol(argv[3]);
  if (count < 1 || most < 1) return fprintf(stderr, "spawn_floor: COUNT and ALIVE are at least 1\n"), 2;
  clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &due, NULL);
  for (long started = 0, ended = 0; ended < count;) {
    for (; started < count && started - ended < most; started++) {
      pid_t pid;
      if (posix_spawn(&pid, argv[4], NULL, NULL, argv + 4, environ) != 0) return perror("spawn_floor"), 1;
    }
    if (waitpid(-1, NULL, 0) > 0) ended++;
  }
  printf("%.6f %.6f\n", seconds(RUSAGE_SELF), seconds(RUSAGE_CHILDREN));
}
