#include "keep.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int64_t nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// As the kernel counts them for /proc/PID/stat.
int64_t ticks_now(void) {
  static int64_t nanoseconds_per_tick;
  if (!nanoseconds_per_tick) nanoseconds_per_tick = 1000000000 / sysconf(_SC_CLK_TCK);
  return nanoseconds(CLOCK_BOOTTIME) / nanoseconds_per_tick;
}

int64_t ticks_of(pid_t pid) {
  char text[1024];
  snprintf(text, sizeof text, "/proc/%d/stat", (int)pid);
  int fd = open(text, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  if (length <= 0) return 0;
  text[length] = 0;
  // The name in brackets may hold spaces; the third field follows the last bracket, and the start is the 22nd.
  char *place = strrchr(text, ')');
  for (int field = 2; place && field < 22; field++) place = strchr(place + 1, ' ');
  return place ? strtoll(place + 1, NULL, 10) : 0;
}
