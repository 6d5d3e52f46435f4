#include "keep.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

enum { HANDS = 2 };

struct queue {
  struct start *first, **end;
};

// What the threads share. The process ends with all of them, so nothing here is ever taken down.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_work = PTHREAD_COND_INITIALIZER, has_result = PTHREAD_COND_INITIALIZER;
static struct queue work = {.end = &work.first}, results = {.end = &results.first};
static int bell = -1;

static void add(struct queue *queue, struct start *start) {
  start->next = NULL;
  *queue->end = start;
  queue->end = &start->next;
}

static struct start *take_first(struct queue *queue) {
  struct start *first = queue->first;
  queue->first = first->next;
  if (!queue->first) queue->end = &queue->first;
  return first;
}

static void *run(void *nothing) {
  pthread_mutex_lock(&lock);
  for (;;) {
    while (!work.first) pthread_cond_wait(&has_work, &lock);
    struct start *start = take_first(&work);
    pthread_mutex_unlock(&lock);
    spawn(start);
    pthread_mutex_lock(&lock);
    add(&results, start);
    pthread_cond_signal(&has_result);
    eventfd_write(bell, 1);
  }
  return nothing;
}

// Makes the kernel's table of descriptors as long as it will need to be: to lengthen that of a process with several
// threads takes it milliseconds (expand_files waits for RCU).
static void make_room_for_descriptors(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == 0) return;
  int last = limit.rlim_cur > 4096 ? 4095 : (int)limit.rlim_cur - 1;
  int high = fcntl(KEEPER_SOCKET, F_DUPFD_CLOEXEC, last);
  if (high >= 0) close(high);
}

int open_hands(void) {
  make_room_for_descriptors();
  bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (bell < 0) return -1;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 128 << 10);
  int count = 0;
  pthread_t thread;
  while (count < HANDS && pthread_create(&thread, &attributes, run, NULL) == 0) count++;
  pthread_attr_destroy(&attributes);
  // Without them everything is made by the one thread there is.
  if (count == 0) bell = -1;
  return bell;
}

bool hand_over(struct keeper *keeper, struct start *start) {
  if (bell < 0 || keeper->handed_over == STARTS_AT_ONCE) return false;
  keeper->handed_over++;
  pthread_mutex_lock(&lock);
  add(&work, start);
  pthread_cond_signal(&has_work);
  pthread_mutex_unlock(&lock);
  return true;
}

// The next start that is done; NULL if there is none.
static struct start *take_result(bool waiting) {
  pthread_mutex_lock(&lock);
  while (waiting && !results.first) pthread_cond_wait(&has_result, &lock);
  struct start *start = results.first ? take_first(&results) : NULL;
  pthread_mutex_unlock(&lock);
  return start;
}

// One at a time, since to end a start may show that the client is gone, and then all of them are collected.
void collect_starts(struct keeper *keeper, bool waiting) {
  while (keeper->handed_over > 0) {
    struct start *start = take_result(waiting);
    if (!start) return;
    waiting = false;
    keeper->handed_over--;
    end_start(keeper, start);
  }
}

void collect_all_starts(struct keeper *keeper) {
  while (keeper->handed_over > 0) collect_starts(keeper, true);
}

void hear_hands(struct keeper *keeper) {
  eventfd_t count;
  eventfd_read(bell, &count);
  collect_starts(keeper, false);
}
