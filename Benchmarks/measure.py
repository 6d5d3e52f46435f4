"""What a command costs: CPU seconds of its whole process tree, its own share, and the largest resident set."""

import atexit
import json
import subprocess
import sys
from dataclasses import dataclass


@dataclass
class Cost:
    cpu: float  # user and system seconds of the process and all it waited for
    own: float  # of the process alone, in ticks of 10 ms
    rss: float  # MiB, of the largest process; at least what the small process below has
    wall: float
    status: int


# Linux counts what a process had resident before exec into its largest resident set, and that is what its parent had. So
# commands are started by a process of their own, which never holds anything.
STARTER = """
import json, os, sys, time
for line in sys.stdin:
    command, cwd, env = json.loads(line)
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        try:
            if cwd:
                os.chdir(cwd)
            nothing = os.open(os.devnull, os.O_RDWR)
            for descriptor in range(3):
                os.dup2(nothing, descriptor)
            os.execvpe(command[0], command, os.environ if env is None else env)
        finally:
            os._exit(127)
    # The process stays a zombie until its own times were read, which wait4 adds up with its children's.
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    _, status, usage = os.wait4(process, 0)
    print(json.dumps([
        usage.ru_utime + usage.ru_stime, own, usage.ru_maxrss / 1024, time.monotonic() - start,
        os.waitstatus_to_exitcode(status)]), flush=True)
"""
starter = None


def run(command, cwd=None, env=None):
    """Runs a command with its output thrown away; its status is 127 where it cannot be started."""
    global starter
    if starter is None:
        starter = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        atexit.register(starter.stdin.close)
    json.dump([[str(word) for word in command], None if cwd is None else str(cwd), env], starter.stdin)
    starter.stdin.write("\n")
    starter.stdin.flush()
    return Cost(*json.loads(starter.stdout.readline()))


def best(command, times, **options):
    """The cheapest of several runs: what the command needs, without what the neighbours cost."""
    return min((run(command, **options) for _ in range(times)), key=lambda cost: cost.cpu)
