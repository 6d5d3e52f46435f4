#include "keep.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

// No request has more than five descriptors; the kernel fills the space up to its alignment.
enum { DESCRIPTORS_ROOM = 6, REQUESTS_A_TURN = STARTS_AT_ONCE };

static void lose_client(struct keeper *keeper) {
  close(keeper->socket);
  keeper->socket = -1;
  collect_all_starts(keeper);
  keeper->answer_count = 0;
  keeper->tell_first = keeper->tell_last = NO_SLOT;
  watch_pipes(keeper);
}

// While an answer waits no request is read, so that answers never pile up.
static void choose_interest(struct keeper *keeper) {
  bool waits = keeper->answer_count > 0 || keeper->tell_first != NO_SLOT;
  uint32_t interest = (waits ? EPOLLOUT : 0) | (keeper->answer_count > 0 ? 0 : EPOLLIN);
  if (interest == keeper->interest) return;
  keeper->interest = interest;
  struct epoll_event event = {.events = interest, .data = {.u64 = TOKEN_SOCKET}};
  epoll_ctl(keeper->epoll, EPOLL_CTL_MOD, keeper->socket, &event);
}

// False if the socket is full, or the client has gone.
static bool send_report(struct keeper *keeper, const struct keeper_report *report) {
  for (;;) {
    if (send(keeper->socket, report, sizeof *report, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) return true;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != ENOBUFS) lose_client(keeper);
    return false;
  }
}

// Ends wait in their slots, however slow the client is.
void send_reports(struct keeper *keeper) {
  if (keeper->socket < 0) return;
  while (keeper->answer_count > 0 && send_report(keeper, &keeper->answers[keeper->answer_count - 1]))
    keeper->answer_count--;
  while (keeper->socket >= 0 && keeper->answer_count == 0 && keeper->tell_first != NO_SLOT) {
    uint32_t index = keeper->tell_first;
    struct keeper_report report = {.kind = KEEPER_HAS_ENDED, .index = index, .slot = *slot_at(keeper, index)};
    if (!send_report(keeper, &report)) break;
    keeper->jobs[index].is_to_tell = false;
    keeper->tell_first = keeper->jobs[index].to_tell;
    if (keeper->tell_first == NO_SLOT) keeper->tell_last = NO_SLOT;
  }
  if (keeper->socket >= 0) choose_interest(keeper);
}

// No more wait than there is room for: no request is read meanwhile.
void answer(struct keeper *keeper, const struct keeper_report *report) {
  if (keeper->socket < 0) return;
  if (keeper->answer_count == 0 && send_report(keeper, report)) return;
  if (keeper->socket >= 0) keeper->answers[keeper->answer_count++] = *report;
}

void tell_end(struct keeper *keeper, uint32_t index) {
  keeper->jobs[index].to_tell = NO_SLOT;
  keeper->jobs[index].is_to_tell = true;
  if (keeper->tell_last == NO_SLOT) keeper->tell_first = index;
  else keeper->jobs[keeper->tell_last].to_tell = index;
  keeper->tell_last = index;
}

void report_ready(struct keeper *keeper, int error) {
  struct keeper_report report = {.kind = KEEPER_READY, .error = error, .version = KEEPER_VERSION};
  if (!error) {
    report.slot.pid = keeper->header->pid;
    report.slot.start_ticks = keeper->header->start_ticks;
  }
  // Should nobody be there to read it, that is noticed by the first event.
  send(keeper->socket, &report, sizeof report, MSG_NOSIGNAL);
}

// Forgets jobs whose ends the client has written down. False if one of them has no end that was told.
static bool release(struct keeper *keeper, const char *request, size_t length) {
  struct keeper_release release;
  if (length < sizeof release) return false;
  memcpy(&release, request, sizeof release);
  if (release.count > KEEPER_RELEASES_MOST || length - sizeof release != release.count * sizeof(uint32_t)) return false;
  const char *place = request + sizeof release;
  for (uint32_t i = 0; i < release.count; i++, place += sizeof(uint32_t)) {
    uint32_t index;
    memcpy(&index, place, sizeof index);
    if (index >= keeper->header->slots || slot_at(keeper, index)->state != KEEPER_ENDED) return false;
    if (keeper->jobs[index].is_to_tell) return false;
    close_pipes(keeper, index);
    free(keeper->jobs[index].paths);
    release_slot(keeper, index);
  }
  return true;
}

// Does as a request says. False if it makes no sense, or if this keeper is closed.
static bool handle(struct keeper *keeper, const char *request, size_t length, int *descriptors, size_t count,
                   bool descriptors_lost) {
  uint32_t kind = 0;
  if (length >= sizeof kind) memcpy(&kind, request, sizeof kind);
  if (kind == KEEPER_RELEASE) return count == 0 && !descriptors_lost && release(keeper, request, length);
  if (kind != KEEPER_START) return false;
  return start_job(keeper, request, length, descriptors, count, descriptors_lost);
}

// Takes one request. False if there is none now, or never will be one again.
static bool take_request(struct keeper *keeper) {
  static char request[KEEPER_PACKET_MOST];
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(DESCRIPTORS_ROOM * sizeof(int))];
  } control;
  struct iovec part = {.iov_base = request, .iov_len = sizeof request};
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  ssize_t length = recvmsg(keeper->socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  // A client that left reports unread is an error first; what it sent before comes after that.
  if (length < 0 && (errno == EINTR || errno == ECONNRESET)) return true;
  if (length < 0 && errno == EAGAIN) return false;
  int descriptors[DESCRIPTORS_ROOM];
  size_t count = 0;
  for (struct cmsghdr *part = CMSG_FIRSTHDR(&message); part && length > 0; part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    size_t size = part->cmsg_len - CMSG_LEN(0);
    memcpy(descriptors + count, CMSG_DATA(part), size);
    count += size / sizeof(int);
  }
  bool understood = length > 0 && !(message.msg_flags & MSG_TRUNC) &&
                    handle(keeper, request, (size_t)length, descriptors, count, message.msg_flags & MSG_CTRUNC);
  for (size_t i = 0; i < count; i++)
    if (descriptors[i] >= 0) close(descriptors[i]);
  if (!understood && keeper->socket >= 0) lose_client(keeper);
  return keeper->socket >= 0;
}

void serve_client(struct keeper *keeper) {
  for (int i = 0; i < REQUESTS_A_TURN && keeper->socket >= 0 && keeper->answer_count == 0; i++)
    if (!take_request(keeper)) return;
}
