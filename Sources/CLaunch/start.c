#include "keep.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// The next string of a block; NULL if none is left that ends in it.
static char *next_string(char **place, const char *end) {
  char *text = *place;
  char *nul = text < end ? memchr(text, 0, (size_t)(end - text)) : NULL;
  if (!nul) return NULL;
  *place = nul + 1;
  return text;
}

// Finds all strings in the block. False if they are not as they were announced.
static bool read_strings(struct start *start) {
  char *place = start->block;
  const char *end = start->block + start->head.size;
  char **pointers = start->pointers;
  char **single[] = {&start->program, &start->directory, &start->paths[0], &start->paths[1]};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++)
    if (!(*single[i] = next_string(&place, end))) return false;
  start->arguments = pointers;
  for (uint32_t i = 0; i < start->head.arguments; i++)
    if (!(*pointers++ = next_string(&place, end))) return false;
  *pointers++ = NULL;
  start->variables = pointers;
  for (uint32_t i = 0; i < start->head.variables; i++)
    if (!(*pointers++ = next_string(&place, end))) return false;
  *pointers = NULL;
  return place == end && *start->program;
}

static bool makes_sense(const struct keeper_start *head, size_t length) {
  if (head->attached > 1 || head->size == 0 || head->size > KEEPER_BLOCK_MOST) return false;
  if (length - sizeof *head != (head->attached ? 0 : head->size)) return false;
  if (head->arguments == 0 || head->arguments > KEEPER_STRINGS_MOST || head->variables > KEEPER_STRINGS_MOST)
    return false;
  if (head->limits[0] < 0 || head->limits[1] < 0) return false;
  for (int i = 0; i < 26; i++) {
    char byte = head->execution[i];
    if ((byte < '0' || byte > '9') && (byte < 'A' || byte > 'Z')) return false;
  }
  return head->execution[26] == 0;
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

static void close_end(int *end) {
  if (*end >= 0) close(*end);
  *end = -1;
}

static void discard(struct start *start) {
  for (int i = 0; i < 4; i++) close_end(&start->pipes[i]);
  free(start->block);
  free(start->pointers);
  free(start);
}

// Keeps what is needed should the client go: where the outputs belong, and the ends of the pipes.
static bool remember_outputs(struct job *job, const struct start *start) {
  size_t first = strlen(start->paths[0]) + 1, second = strlen(start->paths[1]) + 1;
  *job = (struct job){.paths = malloc(first + second)};
  if (!job->paths) return false;
  char *paths[] = {memcpy(job->paths, start->paths[0], first), memcpy(job->paths + first, start->paths[1], second)};
  for (int i = 0; i < 2; i++) {
    job->outputs[i] = (struct output){.pipe = -1, .file = -1, .path = paths[i]};
    job->limits[i] = start->head.limits[i];
  }
  return true;
}

static void give_back(struct keeper *keeper, const struct start *start) {
  free(keeper->jobs[start->index].paths);
  release_slot(keeper, start->index);
}

// Takes a slot for a start, which stays free until `spawn`: what waits for its turn when this process is killed was not
// started. 0, an errno, or -1 if nothing may start any more.
static int begin_start(struct keeper *keeper, struct start *start) {
  int code = take_slot(keeper, &start->index);
  if (code) return code;
  code = remember_outputs(&keeper->jobs[start->index], start) ? hold_slots(keeper) : ENOMEM;
  if (code) {
    give_back(keeper, start);
    return code;
  }
  // Whoever closed the file has looked at the slots since: what started now would be started twice.
  if (keeper_is_closed(keeper->header)) {
    let_slots_go(keeper);
    give_back(keeper, start);
    return -1;
  }
  start->slot = slot_at(keeper, start->index);
  memset(start->slot, 0, sizeof *start->slot);
  memcpy(start->slot->execution, start->head.execution, sizeof start->head.execution);
  return 0;
}

static void refuse(struct keeper *keeper, const struct keeper_start *head, int error) {
  struct keeper_report report = {.kind = KEEPER_FAILED, .error = error};
  memcpy(report.slot.execution, head->execution, sizeof head->execution);
  answer(keeper, &report);
}

void end_start(struct keeper *keeper, struct start *start) {
  let_slots_go(keeper);
  if (start->error) {
    give_back(keeper, start);
    refuse(keeper, &start->head, start->error);
  } else {
    struct job *job = &keeper->jobs[start->index];
    job->started = start->started;
    for (int i = 0; i < 2; i++) {
      job->outputs[i].pipe = start->pipes[2 * i];
      start->pipes[2 * i] = -1;
      keeper->open_pipes++;
    }
    keeper->childless = false;
    add_running(keeper, start->index);
    struct keeper_report report = {.kind = KEEPER_STARTED, .index = start->index, .slot = *start->slot};
    answer(keeper, &report);
  }
  discard(start);
}

// The start of a request; NULL for want of memory, or, with `makes_no_sense`, if its strings are not as announced.
static struct start *read_start(const struct keeper_start *head, const char *block, int *descriptors,
                                bool *makes_no_sense) {
  struct start *start = calloc(1, sizeof *start);
  if (!start) return NULL;
  start->head = *head;
  for (int i = 0; i < 4; i++) {
    start->pipes[i] = descriptors[head->attached + i];
    descriptors[head->attached + i] = -1;
  }
  start->block = malloc(head->size);
  start->pointers = malloc(((size_t)head->arguments + head->variables + 2) * sizeof *start->pointers);
  if (start->block && start->pointers) {
    if (head->attached) *makes_no_sense = !read_attached(descriptors[0], start->block, head->size);
    else memcpy(start->block, block, head->size);
    *makes_no_sense = *makes_no_sense || !read_strings(start);
    if (!*makes_no_sense) return start;
  }
  discard(start);
  return NULL;
}

bool start_job(struct keeper *keeper, const char *request, size_t length, int *descriptors, size_t count,
               bool descriptors_lost) {
  struct keeper_start head;
  if (length < sizeof head) return false;
  memcpy(&head, request, sizeof head);
  if (!makes_sense(&head, length)) return false;
  // The kernel lets descriptors fall when this process can have no more.
  if (descriptors_lost) {
    refuse(keeper, &head, EMFILE);
    return true;
  }
  if (count != 4 + head.attached) return false;
  bool makes_no_sense = false;
  struct start *start = read_start(&head, request + sizeof head, descriptors, &makes_no_sense);
  if (makes_no_sense) return false;
  int code = start ? begin_start(keeper, start) : ENOMEM;
  if (code) {
    if (start) discard(start);
    if (code > 0) refuse(keeper, &head, code);
    return code > 0;
  }
  if (!hand_over(keeper, start)) {
    spawn(start);
    end_start(keeper, start);
  }
  return true;
}
