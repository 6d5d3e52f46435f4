#include "launch.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The file beside its place: made before the start, so that a folder that cannot be written to is noticed then.
struct exit_file {
  const char *path;
  char *beside;
  int fd;
};

static struct exit_file prepare(const char *path) {
  struct exit_file file = {.path = path};
  if (asprintf(&file.beside, "%s.%d.tmp", path, (int)getpid()) < 0) stop(STATUS_LAUNCH, NULL, "out of memory");
  file.fd = open(file.beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file.fd < 0)
    stop(STATUS_LAUNCH, "make its folder, and make that writable", "cannot create the exit file '%s': %s", path,
         reason(errno));
  return file;
}

// A rename is durable when its folder is.
static int sync_folder(const char *path) {
  char *copy = strdup(path);
  if (!copy) return -1;
  int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  free(copy);
  if (fd < 0) return -1;
  int result = fsync(fd);
  if (close(fd) != 0) result = -1;
  return result;
}

static bool write_whole(int fd, const char *text, size_t length) {
  while (length > 0) {
    ssize_t wrote = write(fd, text, length);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    text += wrote, length -= (size_t)wrote;
  }
  return true;
}

// Clock ticks from boot to the start of this process: field 22 of /proc/self/stat; 0 if unknown.
static unsigned long long own_start(void) {
  char text[1024];
  int fd = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  if (length <= 0) return 0;
  text[length] = 0;
  // The name in brackets may hold spaces; the third field follows the last bracket.
  char *place = strrchr(text, ')');
  for (int field = 2; place && field < 22; field++) place = strchr(place + 1, ' ');
  return place ? strtoull(place + 1, NULL, 10) : 0;
}

static void read_boot(char *boot, size_t size) {
  boot[0] = 0;
  int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ssize_t length = read(fd, boot, size - 1);
  close(fd);
  boot[length > 0 ? length : 0] = 0;
  boot[strcspn(boot, "\n")] = 0;
}

// `{"pid":…,"startTicks":…,"boot":"…","child":…,"endedMillis":…,"exitCode":…}`, or `signal` for the last.
static void record(struct exit_file *file, pid_t child, int status) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  char boot[64], text[512];
  read_boot(boot, sizeof boot);
  bool exited = WIFEXITED(status);
  int length = snprintf(
      text, sizeof text,
      "{\"pid\":%d,\"startTicks\":%llu,\"boot\":\"%s\",\"child\":%d,\"endedMillis\":%lld,\"%s\":%d}\n", (int)getpid(),
      own_start(), boot, (int)child, (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000,
      exited ? "exitCode" : "signal", exited ? WEXITSTATUS(status) : WTERMSIG(status));
  if (!write_whole(file->fd, text, (size_t)length) || fsync(file->fd) != 0 || close(file->fd) != 0 ||
      rename(file->beside, file->path) != 0 || sync_folder(file->path) != 0) {
    complain("cannot write the exit file '%s': %s", file->path, reason(errno));
    unlink(file->beside);
  }
}

// Reaps what ended. True, with `*status`, when the command itself was among it.
static bool reap(pid_t child, int *status) {
  bool ended = false;
  int one;
  for (pid_t pid; (pid = waitpid(-1, &one, WNOHANG)) > 0;)
    if (pid == child) *status = one, ended = true;
  return ended;
}

// Ends as the command ended, so that the parent sees the same status; a core was dumped already, if at all.
static void end_like(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  int number = WTERMSIG(status);
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + number);
}

void supervise(const struct options *options, void (*child)(const struct options *)) {
  struct exit_file file = prepare(options->exit_file);
  if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0)
    stop(STATUS_LAUNCH, NULL, "cannot become the parent of orphans: %s", reason(errno));
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  pid_t pid = fork();
  if (pid < 0) {
    int code = errno;
    unlink(file.beside);
    stop(STATUS_LAUNCH, "is a limit of processes reached?", "cannot start a process: %s", reason(code));
  }
  if (pid == 0) {
    sigprocmask(SIG_SETMASK, &before, NULL);
    // A session of its own: a signal to ours reaches the command once, through us.
    if (setsid() < 0) stop(STATUS_LAUNCH, NULL, "cannot start a session: %s", reason(errno));
    child(options);
    _exit(STATUS_LAUNCH);
  }
  for (int status;;) {
    int number = sigwaitinfo(&all, NULL);
    if (number < 0) continue;
    // The child was not reaped yet, so its number cannot be anybody else's.
    if (number != SIGCHLD) kill(pid, number);
    else if (reap(pid, &status)) {
      record(&file, pid, status);
      end_like(status);
    }
  }
}
