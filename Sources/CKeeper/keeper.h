// What the keeper (jobs-launch --keep) and its client have in common: the state file, which both map, and the messages
// of the socket between them, one a packet. Both run on one host, so numbers stand in its own byte order.
#pragma once

#include <stdint.h>

enum {
  KEEPER_VERSION = 1,
  KEEPER_SOCKET = 3,              // the keeper's end of the socket
  KEEPER_SLOTS_AT = 128,          // where the slots begin in the state file
  KEEPER_SLOTS_MOST = 65536,
  KEEPER_PACKET_MOST = 1 << 16,   // of a request; a longer block of strings comes in a memory file beside it
  // What the kernel takes for a new process at the most is 6 MiB (execve(2)).
  KEEPER_BLOCK_MOST = 8 << 20,
  KEEPER_STRINGS_MOST = 1 << 20,
  KEEPER_RELEASES_MOST = 4096,
};

#define KEEPER_MAGIC "jobskeep"

// The beginning of the state file.
struct keeper_header {
  char magic[8];
  uint32_t version;
  uint32_t slots;                 // how many there are; grows
  uint32_t closed;                // set under the file's lock: nothing starts here any more
  int32_t pid;                    // of the keeper
  int64_t start_ticks;            // of the keeper: field 22 of /proc/PID/stat
  char boot[40];                  // the kernel's id of this boot
};

// While a job is being started only `execution` and `started_millis` are there. A keeper that was killed leaves a slot so
// if nobody knows whether the process came to be.
enum keeper_state { KEEPER_FREE, KEEPER_RUNNING, KEEPER_ENDED, KEEPER_STARTING };

// What became of an output; the keeper reads only once the client is gone.
struct keeper_output {
  int64_t read;                   // bytes the keeper took from the pipe
  int64_t kept;                   // bytes of them it added to the file
  int32_t error;                  // why it added no more, although there was room; 0 otherwise
  uint32_t open;                  // whether somebody may still write to the pipe
};

// One job. Once it has ended, nothing but `outputs` changes until the slot is released.
struct keeper_slot {
  uint32_t state;                 // written last, so that what it stands for is there
  int32_t pid;
  char execution[32];             // 26 characters, then NUL
  int64_t start_ticks;
  int64_t started_millis;         // since the epoch
  int64_t end_ticks;              // since boot, when the end was seen
  int64_t ended_millis;           // since the epoch
  int64_t duration_millis;        // by the monotonic clock
  int64_t cpu_millis;             // user and system time of the process and of what it waited for
  int32_t status;                 // as wait(2) gives it
  uint32_t memory_kib;            // the most that one of those processes had resident; 0 if an older keeper wrote it
  struct keeper_output outputs[2];
};

_Static_assert(sizeof(struct keeper_header) <= KEEPER_SLOTS_AT, "slots would overlap the header");
_Static_assert(sizeof(struct keeper_slot) == 144, "the layout of the state file changed: raise KEEPER_VERSION");

enum keeper_request_kind { KEEPER_START = 1, KEEPER_RELEASE };

// A command to start. Behind it, or in the first descriptor that comes with it, stands a block of strings, each with a
// NUL at its end: the program, its folder or nothing, the files for stdout and stderr, the arguments, the environment.
// The descriptors are, in this order: the block if it is `attached`, and both ends of the pipes of stdout and stderr,
// the end to read first.
struct keeper_start {
  uint32_t kind;
  uint32_t size;                  // of the block
  uint32_t attached;
  uint32_t arguments, variables;
  char execution[28];             // 26 characters, then NUL
  int64_t limits[2];              // the most bytes of the two files
};

// Slots whose ends the client has written down: a number, and so many slots.
struct keeper_release {
  uint32_t kind;
  uint32_t count;
  uint32_t slots[];
};

enum keeper_report_kind { KEEPER_READY = 1, KEEPER_STARTED, KEEPER_FAILED, KEEPER_HAS_ENDED };

// The keeper's word: it is ready (`slot` has its own pid and ticks) or will not be (`error`); the last start was done
// or failed; a job has ended.
struct keeper_report {
  uint32_t kind;
  uint32_t index;                 // of the slot
  int32_t error;                  // an errno
  uint32_t version;
  struct keeper_slot slot;
};

/// The state of a slot that the other process may be writing; what it stands for is there.
static inline uint32_t keeper_slot_state(const struct keeper_slot *slot) {
  return __atomic_load_n(&slot->state, __ATOMIC_ACQUIRE);
}
static inline void keeper_set_slot_state(struct keeper_slot *slot, uint32_t state) {
  __atomic_store_n(&slot->state, state, __ATOMIC_RELEASE);
}

/// Whether nothing may be started any more; decisive only under the file's lock.
static inline uint32_t keeper_is_closed(const struct keeper_header *header) {
  return __atomic_load_n(&header->closed, __ATOMIC_ACQUIRE);
}
static inline void keeper_close(struct keeper_header *header) {
  __atomic_store_n(&header->closed, 1, __ATOMIC_RELEASE);
}

/// The number of slots, all of which are in the file.
static inline uint32_t keeper_slot_count(const struct keeper_header *header) {
  return __atomic_load_n(&header->slots, __ATOMIC_ACQUIRE);
}
