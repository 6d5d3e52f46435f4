#include "launch.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A number that stands for itself, or -1. Ids are unsigned, and (id_t)-1 means "no change" to the kernel.
static long long numeric(const char *text) {
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  if (errno || *end || *text < '0' || *text > '9' || value >= (unsigned long long)(id_t)-1) return -1;
  return (long long)value;
}

void join_cgroup(const char *path) {
  char file[4096];
  if (snprintf(file, sizeof file, "%s/cgroup.procs", path) >= (int)sizeof file)
    stop(STATUS_LAUNCH, NULL, "the path of the cgroup is too long");
  int fd = open(file, O_WRONLY | O_CLOEXEC);
  // '0' stands for the writer itself.
  if (fd < 0 || write(fd, "0", 1) != 1)
    stop(STATUS_LAUNCH, "the folder must be a cgroup v2 that this user may write to", "cannot join the cgroup '%s': %s",
         path, reason(errno));
  close(fd);
}

void apply_limits(const struct options *options) {
  for (size_t i = 0; i < options->limit_count; i++) {
    const struct limit *limit = &options->limits[i];
    struct rlimit now, wanted = {.rlim_cur = limit->soft, .rlim_max = limit->hard};
    if (getrlimit(limit->resource, &now) != 0)
      stop(STATUS_LAUNCH, NULL, "cannot read the limit '%s': %s", limit->name, reason(errno));
    if (!limit->both && now.rlim_max >= limit->soft) wanted.rlim_max = now.rlim_max;
    if (setrlimit(limit->resource, &wanted) != 0)
      stop(STATUS_LAUNCH, "only root may raise a hard limit", "cannot set the limit '%s': %s", limit->name,
           reason(errno));
  }
}

void apply_nice(int increment) {
  errno = 0;
  // -1 is a niceness too, so errno alone tells.
  if (nice(increment) == -1 && errno != 0)
    stop(STATUS_LAUNCH, "only root may lower the niceness", "cannot add %d to the niceness: %s", increment,
         reason(errno));
}

static gid_t find_group(const char *name) {
  long long id = numeric(name);
  if (id >= 0) return (gid_t)id;
  errno = 0;
  struct group *group = getgrnam(name);
  if (!group)
    stop(STATUS_LAUNCH, "see 'getent group' for the names", "cannot find the group '%s': %s", name,
         errno ? reason(errno) : "there is none of that name");
  return group->gr_gid;
}

void become_user(const char *user, const char *group) {
  uid_t uid = geteuid();
  gid_t gid = getegid();
  const char *login = NULL;
  if (user) {
    long long id = numeric(user);
    errno = 0;
    struct passwd *entry = id >= 0 ? getpwuid((uid_t)id) : getpwnam(user);
    if (!entry && id < 0)
      stop(STATUS_LAUNCH, "see 'getent passwd' for the names", "cannot find the user '%s': %s", user,
           errno ? reason(errno) : "there is none of that name");
    uid = entry ? entry->pw_uid : (uid_t)id;
    gid = entry ? entry->pw_gid : (gid_t)id;
    // A copy, since looking up the group may use the same memory.
    if (entry && !(login = strdup(entry->pw_name))) stop(STATUS_LAUNCH, NULL, "out of memory");
  }
  if (group) gid = find_group(group);
  if (geteuid() != 0) {
    if (uid == geteuid() && gid == getegid()) return;
    stop(STATUS_LAUNCH, "run the tool as root, or leave user and group out",
         "cannot run as user %u and group %u: only root may change them", uid, gid);
  }
  if ((login ? initgroups(login, gid) : setgroups(1, &gid)) != 0)
    stop(STATUS_LAUNCH, NULL, "cannot set the supplementary groups: %s", reason(errno));
  if (setresgid(gid, gid, gid) != 0) stop(STATUS_LAUNCH, NULL, "cannot change to group %u: %s", gid, reason(errno));
  // EAGAIN: the user is at its limit of processes.
  if (setresuid(uid, uid, uid) != 0) stop(STATUS_LAUNCH, NULL, "cannot change to user %u: %s", uid, reason(errno));
  if (uid != 0 && setuid(0) == 0) stop(STATUS_LAUNCH, NULL, "user %u could become root again", uid);
}
