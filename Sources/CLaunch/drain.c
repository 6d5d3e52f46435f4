#include "keep.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// How long somebody may go on writing into the pipes of a job that has ended.
static const int64_t grace = 2000000000;

// How much is read of one pipe before the others have their turn.
enum { READS_A_TURN = 16 };

static void close_pipe(struct keeper *keeper, uint32_t index, int stream) {
  struct output *output = &keeper->jobs[index].outputs[stream];
  if (output->pipe >= 0) {
    close(output->pipe);
    output->pipe = -1;
    keeper->open_pipes--;
    // After the last bytes were counted.
    __atomic_store_n(&slot_at(keeper, index)->outputs[stream].open, 0, __ATOMIC_RELEASE);
  }
  if (output->file >= 0) close(output->file);
  output->file = -1;
}

void close_pipes(struct keeper *keeper, uint32_t index) {
  for (int stream = 0; stream < 2; stream++) close_pipe(keeper, index, stream);
}

void begin_grace(struct keeper *keeper, uint32_t index) {
  keeper->jobs[index].give_up = nanoseconds(CLOCK_MONOTONIC) + grace;
}

void watch_pipes(struct keeper *keeper) {
  for (uint32_t index = 0; index < keeper->header->slots; index++) {
    uint32_t state = slot_at(keeper, index)->state;
    if (state == KEEPER_FREE) continue;
    if (state == KEEPER_ENDED) begin_grace(keeper, index);
    for (int stream = 0; stream < 2; stream++) {
      int pipe = keeper->jobs[index].outputs[stream].pipe;
      if (pipe < 0) continue;
      fcntl(pipe, F_SETFL, O_NONBLOCK);
      struct epoll_event event = {.events = EPOLLIN, .data = {.u64 = pipe_token(index, stream)}};
      epoll_ctl(keeper->epoll, EPOLL_CTL_ADD, pipe, &event);
    }
  }
}

// Makes the folders above a file, for their owner alone. `path` is as it was afterwards.
static void make_folders(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0700);
    *slash = '/';
  }
}

// Opens the file of an output where the client left it. 0 or an errno.
static int open_output(struct output *output, int64_t limit) {
  const int flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
  output->file = open(output->path, flags, 0600);
  if (output->file < 0 && errno == ENOENT) {
    make_folders(output->path);
    output->file = open(output->path, flags, 0600);
  }
  struct stat status;
  if (output->file < 0 || fstat(output->file, &status) != 0) return errno;
  if (!S_ISREG(status.st_mode)) return EINVAL;
  output->room = limit > status.st_size ? limit - status.st_size : 0;
  return 0;
}

// Adds bytes to the file of an output, as far as there is room; a full disk ends that, and the job goes on.
static void keep_bytes(struct job *job, struct keeper_output *told, int stream, const char *bytes, size_t count) {
  struct output *output = &job->outputs[stream];
  if (told->error || job->limits[stream] == 0) return;
  if (output->file < 0) told->error = open_output(output, job->limits[stream]);
  while (!told->error && count > 0 && output->room > 0) {
    size_t part = (int64_t)count < output->room ? count : (size_t)output->room;
    ssize_t wrote = write(output->file, bytes, part);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) {
      told->error = errno;
      return;
    }
    bytes += wrote, count -= (size_t)wrote;
    output->room -= wrote;
    told->kept += wrote;
  }
}

void drain_pipe(struct keeper *keeper, uint32_t index, int stream) {
  static char bytes[1 << 16];
  struct job *job = &keeper->jobs[index];
  struct output *output = &job->outputs[stream];
  struct keeper_output *told = &slot_at(keeper, index)->outputs[stream];
  for (int i = 0; i < READS_A_TURN && output->pipe >= 0; i++) {
    ssize_t count = read(output->pipe, bytes, sizeof bytes);
    if (count > 0) {
      told->read += count;
      keep_bytes(job, told, stream, bytes, (size_t)count);
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else if (count < 0 && errno == EAGAIN) {
      return;
    } else {
      close_pipe(keeper, index, stream);
    }
  }
}

int next_give_up(struct keeper *keeper) {
  if (keeper->socket >= 0 || keeper->open_pipes == 0) return -1;
  int64_t now = nanoseconds(CLOCK_MONOTONIC), next = INT64_MAX;
  for (uint32_t index = 0; index < keeper->header->slots; index++) {
    if (slot_at(keeper, index)->state != KEEPER_ENDED) continue;
    struct job *job = &keeper->jobs[index];
    if (job->outputs[0].pipe < 0 && job->outputs[1].pipe < 0) continue;
    if (now >= job->give_up) close_pipes(keeper, index);
    else if (job->give_up < next) next = job->give_up;
  }
  // Rounded up, so that it is due when the wait is over.
  return next == INT64_MAX ? -1 : (int)((next - now) / 1000000) + 1;
}
