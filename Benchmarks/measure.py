"""What a command costs: CPU seconds of its whole process tree, its own share, and the largest resident set."""

import dataclasses
import json
import os
import subprocess
import sys
import time


@dataclasses.dataclass
class Cost:
    cpu: float  # user and system seconds of the process and all it waited for
    own: float  # of the process alone, in ticks of 10 ms
    rss: float  # MiB, of the largest process
    wall: float
    status: int


def run(command, cwd=None, env=None):
    """Runs a command with its output thrown away. A process begins its largest resident set with that of its parent, which
    has held large inputs here; so a small one in between starts it, and 15 MiB is the least that can be told."""
    done = subprocess.run(
        [sys.executable, "-I", os.path.abspath(__file__), *command], cwd=cwd, env=env, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, check=True)
    return Cost(**json.loads(done.stdout))


def best(command, times, **options):
    """The cheapest of several runs: what the command needs, without what the neighbours cost."""
    return min((run(command, **options) for _ in range(times)), key=lambda cost: cost.cpu)


def head(title):
    """The first lines of a table of costs."""
    print(f"\n{title}\n  {'':<28}{'CPU s':>9}{'wall s':>9}{'MiB':>9}{'x ours':>7}")


def row(name, cost, base=None, statuses=(0,)):
    """A line of such a table, beside what `base` cost; an exit status that is not among `statuses` is told."""
    ratio = f"{cost.cpu / base.cpu:7.2f}" if base and base.cpu > 0 else "      -"
    note = "" if cost.status in statuses else f"  status {cost.status}"
    print(f"  {name:<28}{cost.cpu:9.3f}{cost.wall:9.3f}{cost.rss:9.1f}{ratio}{note}", flush=True)


def watch(command):
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # The process stays a zombie until its own times were read, which wait4 adds up with its children's.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    _, status, usage = os.wait4(process.pid, 0)
    return Cost(
        usage.ru_utime + usage.ru_stime, own, usage.ru_maxrss / 1024, time.monotonic() - start,
        os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    print(json.dumps(dataclasses.asdict(watch(sys.argv[1:]))))
