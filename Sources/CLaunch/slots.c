#include "keep.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

static const uint32_t first_slots = 256;

struct keeper_slot *slot_at(const struct keeper *keeper, uint32_t index) {
  return (struct keeper_slot *)((char *)keeper->header + KEEPER_SLOTS_AT) + index;
}

static int lock_slots(struct keeper *keeper) {
  while (flock(keeper->file, LOCK_EX) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

static void unlock_slots(struct keeper *keeper) { flock(keeper->file, LOCK_UN); }

int hold_slots(struct keeper *keeper) {
  int code = keeper->starting ? 0 : lock_slots(keeper);
  if (!code) keeper->starting++;
  return code;
}

void let_slots_go(struct keeper *keeper) {
  if (--keeper->starting == 0) unlock_slots(keeper);
}

// Makes room for so many slots, in the file and beside it. After a failure everything is as it was.
static int grow(struct keeper *keeper, uint32_t count) {
  uint32_t old = keeper->header ? keeper->header->slots : 0;
  size_t size = KEEPER_SLOTS_AT + count * sizeof(struct keeper_slot);
  // Blocks are taken now: writing to a mapped hole of a full disk would end this process.
  int code = posix_fallocate(keeper->file, 0, (off_t)size);
  if (code) return code;
  struct job *jobs = realloc(keeper->jobs, count * sizeof *jobs);
  if (!jobs) return ENOMEM;
  keeper->jobs = jobs;
  uint32_t *unused = realloc(keeper->unused, count * sizeof *unused);
  if (!unused) return ENOMEM;
  keeper->unused = unused;
  void *map = keeper->header ? mremap(keeper->header, keeper->mapped, size, MREMAP_MAYMOVE)
                             : mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, keeper->file, 0);
  if (map == MAP_FAILED) return errno;
  keeper->header = map;
  keeper->mapped = size;
  for (uint32_t index = count; index-- > old;) unused[keeper->unused_count++] = index;
  __atomic_store_n(&keeper->header->slots, count, __ATOMIC_RELEASE);
  return 0;
}

static void read_boot(char *boot, size_t size) {
  int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ssize_t length = read(fd, boot, size - 1);
  close(fd);
  boot[length > 0 ? length : 0] = 0;
  boot[strcspn(boot, "\n")] = 0;
}

int open_slots(struct keeper *keeper, const char *path) {
  keeper->file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (keeper->file < 0) return errno;
  // Not every network file system has locks: that is noticed now.
  int code = lock_slots(keeper);
  if (!code) code = grow(keeper, first_slots);
  if (code) {
    unlink(path);
    return code;
  }
  for (uint32_t bucket = 0; bucket < BUCKETS; bucket++) keeper->buckets[bucket] = NO_SLOT;
  struct keeper_header *header = keeper->header;
  header->version = KEEPER_VERSION;
  header->pid = getpid();
  header->start_ticks = ticks_of(getpid());
  read_boot(header->boot, sizeof header->boot);
  // Last, so that what bears the mark is whole.
  __atomic_thread_fence(__ATOMIC_RELEASE);
  memcpy(header->magic, KEEPER_MAGIC, sizeof header->magic);
  unlock_slots(keeper);
  return 0;
}

int take_slot(struct keeper *keeper, uint32_t *index) {
  if (keeper->unused_count == 0) {
    uint32_t count = keeper->header->slots;
    if (count >= KEEPER_SLOTS_MOST) return EAGAIN;
    // Slots may move.
    collect_all_starts(keeper);
    int code = grow(keeper, count * 2);
    if (code) return code;
  }
  *index = keeper->unused[--keeper->unused_count];
  return 0;
}

void release_slot(struct keeper *keeper, uint32_t index) {
  keeper_set_slot_state(slot_at(keeper, index), KEEPER_FREE);
  keeper->unused[keeper->unused_count++] = index;
}

static uint32_t *bucket_of(struct keeper *keeper, pid_t pid) { return &keeper->buckets[(uint32_t)pid % BUCKETS]; }

void add_running(struct keeper *keeper, uint32_t index) {
  uint32_t *bucket = bucket_of(keeper, slot_at(keeper, index)->pid);
  keeper->jobs[index].same_bucket = *bucket;
  *bucket = index;
}

uint32_t take_running(struct keeper *keeper, pid_t pid) {
  for (uint32_t *place = bucket_of(keeper, pid); *place != NO_SLOT; place = &keeper->jobs[*place].same_bucket) {
    if (slot_at(keeper, *place)->pid != pid) continue;
    uint32_t found = *place;
    *place = keeper->jobs[found].same_bucket;
    return found;
  }
  return NO_SLOT;
}
