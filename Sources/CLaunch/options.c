#include "launch.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const usage =
    "usage: jobs-launch [OPTION…] [--] COMMAND [ARGUMENT…]\n"
    "       jobs-launch --keep FILE\n"
    "\n"
    "Runs a command in a session of its own, with another user, limits or cgroup.\n"
    "\n"
    "  --user NAME|UID       run as this user, with its groups (root only)\n"
    "  --group NAME|GID      run with this group instead of the user's own (root only)\n"
    "  --limit NAME=SOFT[:HARD]\n"
    "                        a resource limit; NAME is as, core, cpu, data, fsize, memlock, nofile, nproc, rss or\n"
    "                        stack, a value is a number or 'unlimited'\n"
    "  --nice N              add N to the niceness, -20 to 19\n"
    "  --cgroup DIR          join this cgroup v2 folder\n"
    "  --directory DIR       work in this folder\n"
    "  --umask OCTAL         create files with this mask\n"
    "  --keep FILE           run the jobs of a daemon that asks by the socket it left open, and note in FILE how they\n"
    "                        end; goes on without the daemon\n"
    "  --help                show this\n"
    "\n"
    "Ends as the command does; 125 if jobs-launch failed, 126 if the command cannot be executed, 127 if there is\n"
    "none.\n";

static const char *const advice = "see 'jobs-launch --help'";

static const struct { const char *name; int resource; } resources[] = {
    {"as", RLIMIT_AS},         {"core", RLIMIT_CORE},   {"cpu", RLIMIT_CPU},       {"data", RLIMIT_DATA},
    {"fsize", RLIMIT_FSIZE},   {"nofile", RLIMIT_NOFILE}, {"nproc", RLIMIT_NPROC}, {"memlock", RLIMIT_MEMLOCK},
    {"rss", RLIMIT_RSS},       {"stack", RLIMIT_STACK},
};

// A whole number within bounds, or the end of the program.
static long number(const char *option, const char *text, int base, long low, long high) {
  char *end;
  errno = 0;
  long value = strtol(text, &end, base);
  if (errno || end == text || *end || value < low || value > high)
    stop(STATUS_LAUNCH, advice, "'%s' does not take '%s'", option, text);
  return value;
}

static rlim_t limit_value(const char *whole, const char *text) {
  if (strcmp(text, "unlimited") == 0) return RLIM_INFINITY;
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  // strtoull takes '-1' for a very large number.
  if (errno || end == text || *end || *text == '-' || *text == '+' || *text == ' ')
    stop(STATUS_LAUNCH, "write NAME=SOFT or NAME=SOFT:HARD, as in 'nofile=1024'", "'--limit' does not take '%s'",
         whole);
  return (rlim_t)value;
}

static void add_limit(struct options *options, const char *whole) {
  char text[128];
  if (strlen(whole) >= sizeof text)
    stop(STATUS_LAUNCH, advice, "'--limit' takes no more than %zu bytes", sizeof text - 1);
  if (options->limit_count == MAX_LIMITS) stop(STATUS_LAUNCH, advice, "more than %d limits", MAX_LIMITS);
  strcpy(text, whole);
  char *soft = strchr(text, '=');
  if (soft) *soft++ = 0;
  char *hard = soft ? strchr(soft, ':') : NULL;
  if (hard) *hard++ = 0;
  for (size_t i = 0; soft && i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, text) != 0) continue;
    struct limit *limit = &options->limits[options->limit_count++];
    limit->resource = resources[i].resource;
    limit->name = resources[i].name;
    limit->soft = limit_value(whole, soft);
    limit->both = hard != NULL;
    limit->hard = hard ? limit_value(whole, hard) : limit->soft;
    if (limit->soft > limit->hard)
      stop(STATUS_LAUNCH, "put the lower one first", "the soft limit of '%s' is above the hard one", whole);
    return;
  }
  stop(STATUS_LAUNCH, "see 'jobs-launch --help' for the names", "'--limit' does not know '%s'", whole);
}

static char *text(const char *option, char *value) {
  if (!*value) stop(STATUS_LAUNCH, advice, "'%s' needs a value", option);
  return value;
}

struct options parse_options(int argc, char **argv) {
  enum { USER = 256, GROUP, LIMIT, NICE, CGROUP, DIRECTORY, UMASK, KEEP, HELP };
  static const struct option known[] = {
      {"user", required_argument, 0, USER},           {"group", required_argument, 0, GROUP},
      {"limit", required_argument, 0, LIMIT},         {"nice", required_argument, 0, NICE},
      {"cgroup", required_argument, 0, CGROUP},       {"directory", required_argument, 0, DIRECTORY},
      {"umask", required_argument, 0, UMASK},         {"keep", required_argument, 0, KEEP},
      {"help", no_argument, 0, HELP},                 {0, 0, 0, 0},
  };
  struct options options = {0};
  int used = 0;
  opterr = 0;
  // '+': what follows the command belongs to the command.
  for (int option; (option = getopt_long(argc, argv, "+", known, NULL)) != -1; used++) switch (option) {
      case USER: options.user = text("--user", optarg); break;
      case GROUP: options.group = text("--group", optarg); break;
      case LIMIT: add_limit(&options, optarg); break;
      case NICE: options.set_nice = true, options.nice = (int)number("--nice", optarg, 10, -20, 19); break;
      case CGROUP: options.cgroup = text("--cgroup", optarg); break;
      case DIRECTORY: options.directory = text("--directory", optarg); break;
      case UMASK: options.set_umask = true, options.umask = (mode_t)number("--umask", optarg, 8, 0, 0777); break;
      case KEEP: options.keep = text("--keep", optarg); break;
      case HELP:
        fputs(usage, stdout);
        exit(fflush(stdout) == 0 ? 0 : STATUS_LAUNCH);
      default: stop(STATUS_LAUNCH, advice, "cannot use the option '%s'", argv[optind - 1]);
    }
  if (options.keep) {
    if (used > 1 || optind != argc) stop(STATUS_LAUNCH, advice, "'--keep' stands alone");
    return options;
  }
  if (optind == argc) stop(STATUS_LAUNCH, advice, "no command to run");
  options.command = argv + optind;
  return options;
}
