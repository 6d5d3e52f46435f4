"""What a command costs: CPU seconds of its whole process tree, its own share, and the largest resident set."""

import os
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    cpu: float  # user and system seconds of the process and all it waited for
    own: float  # of the process alone, in ticks of 10 ms
    rss: float  # MiB, of the largest process
    wall: float
    status: int


def run(command, cwd=None, env=None):
    """Runs a command with its output thrown away."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # The process stays a zombie until its own times were read, which wait4 adds up with its children's.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        usage.ru_utime + usage.ru_stime, own, usage.ru_maxrss / 1024, time.monotonic() - start, process.returncode)


def best(command, times, **options):
    """The cheapest of several runs: what the command needs, without what the neighbours cost."""
    return min((run(command, **options) for _ in range(times)), key=lambda cost: cost.cpu)
