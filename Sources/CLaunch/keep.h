// What the files of the keeper share.
#pragma once

#include "launch.h"

#include "../CKeeper/keeper.h"

enum { NO_SLOT = KEEPER_SLOTS_MOST, BUCKETS = 4096, STARTS_AT_ONCE = 16 };

// One of a job's two outputs.
struct output {
  int pipe;                 // the end to read; -1 once it is closed
  int file;                 // opened with the first byte after the client is gone; -1 before
  char *path;
  int64_t room;             // bytes that still may be added to the file
};

// What only the keeper needs to know of a job; the rest is in the slot of the same number.
struct job {
  struct output outputs[2];
  char *paths;              // what the two paths are in
  int64_t limits[2];
  int64_t started;          // nanoseconds of the monotonic clock
  int64_t give_up;          // when pipes that others hold are closed, once the job has ended and the client is gone
  uint32_t same_bucket;     // the next running job with the same hash of its pid
  uint32_t to_tell;         // the next job whose end the client does not know
  bool is_to_tell;
};

// A start that was asked for, up to its answer.
struct start {
  struct keeper_start head;
  char *block;              // what the strings are in
  char **pointers;          // to the arguments and the environment
  char *program, *directory;
  char *paths[2];
  char **arguments, **variables;
  int pipes[4];             // both ends of stdout's and stderr's, the end to read first; -1 where kept or closed
  uint32_t index;           // of its slot
  struct keeper_slot *slot; // which does not move meanwhile; of another thread's until it is done
  int64_t started;          // nanoseconds of the monotonic clock
  int error;                // an errno; 0 once the process was started
  struct start *next;       // in the queue that it stands in
};

struct keeper {
  int socket;               // -1 once the client is gone
  int epoll, signals, file;
  struct keeper_header *header;
  size_t mapped;
  struct job *jobs;
  uint32_t *unused;         // the numbers of free slots, the next one last
  uint32_t unused_count;
  uint32_t buckets[BUCKETS];
  uint32_t tell_first, tell_last;
  struct keeper_report answers[STARTS_AT_ONCE + 1]; // to the last starts, while the socket is full
  uint32_t answer_count;
  uint32_t starting;        // starts that hold the lock of the slots
  uint32_t handed_over;     // those of them that other threads make
  uint32_t interest;        // the events of the socket that are asked for
  bool childless;           // no child is left, not even an orphan
  uint32_t open_pipes;
};

// slots.c: each returns 0 or an errno, if it can fail.
int open_slots(struct keeper *keeper, const char *path);
int take_slot(struct keeper *keeper, uint32_t *index);
void release_slot(struct keeper *keeper, uint32_t index);
int hold_slots(struct keeper *keeper); // keeps whoever wants to close the file waiting, until each start has let them go
void let_slots_go(struct keeper *keeper);
struct keeper_slot *slot_at(const struct keeper *keeper, uint32_t index);
void add_running(struct keeper *keeper, uint32_t index);
uint32_t take_running(struct keeper *keeper, pid_t pid); // NO_SLOT if it is none of the jobs

// client.c: requests and reports.
void serve_client(struct keeper *keeper);
void answer(struct keeper *keeper, const struct keeper_report *report);
void send_reports(struct keeper *keeper);
void tell_end(struct keeper *keeper, uint32_t index);
void report_ready(struct keeper *keeper, int error);

// start.c: starts the job of a request, and answers. False if the request makes no sense, or nothing may start any more.
// A descriptor that is kept is -1 afterwards.
bool start_job(struct keeper *keeper, const char *request, size_t length, int *descriptors, size_t count,
               bool descriptors_lost);
void end_start(struct keeper *keeper, struct start *start);

// spawn.c: makes the process of a start, and notes it in the slot. Touches nothing else, so that two can be under way.
void prepare_spawning(void);
void spawn(struct start *start);

// hands.c: threads that make processes, since whoever makes one waits until it has become the program: one after the
// other they would leave all processors but one idle.
int open_hands(void);       // the descriptor that tells when something is done; -1 if there are no such threads
void hear_hands(struct keeper *keeper);
bool hand_over(struct keeper *keeper, struct start *start); // false if it has to be made here
void collect_starts(struct keeper *keeper, bool waiting);   // ends what is done; waits for the next one if nothing is
void collect_all_starts(struct keeper *keeper);

// ends.c: takes every child that has ended.
void reap_children(struct keeper *keeper);

// drain.c: what the client did before it was gone.
void watch_pipes(struct keeper *keeper);
void drain_pipe(struct keeper *keeper, uint32_t index, int stream);
void close_pipes(struct keeper *keeper, uint32_t index);
void begin_grace(struct keeper *keeper, uint32_t index);
int next_give_up(struct keeper *keeper); // milliseconds for epoll_wait, -1 if none; closes what is due

// ticks.c
int64_t ticks_now(void);
int64_t ticks_of(pid_t pid);  // of its start; 0 if there is no such process
int64_t nanoseconds(clockid_t clock);

// What an event is about: the socket, the signals, the hands, or the pipe of an output.
enum { TOKEN_SOCKET, TOKEN_SIGNALS, TOKEN_HANDS, TOKEN_PIPES };
static inline uint64_t pipe_token(uint32_t index, int stream) { return TOKEN_PIPES + 2 * (uint64_t)index + stream; }
