#include "launch.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void stop(int status, const char *hint, const char *format, ...) {
  char line[1024];
  int used = snprintf(line, sizeof line, "jobs-launch: error: ");
  va_list arguments;
  va_start(arguments, format);
  int more = vsnprintf(line + used, sizeof line - (size_t)used - 1, format, arguments);
  va_end(arguments);
  size_t length = (size_t)used + (more > 0 ? (size_t)more : 0);
  if (length > sizeof line - 2) length = sizeof line - 2;
  line[length++] = '\n';
  // One write, so that lines of several processes stay whole; there is nobody to tell if it fails.
  if (write(STDERR_FILENO, line, length) < 0) _exit(status);
  if (hint) dprintf(STDERR_FILENO, "hint: %s\n", hint);
  _exit(status);
}

const char *reason(int code) {
  static char words[256];
  snprintf(words, sizeof words, "%s", strerror(code));
  // 'I/O error' keeps its capitals.
  if (islower((unsigned char)words[1])) words[0] = (char)tolower((unsigned char)words[0]);
  return words;
}
