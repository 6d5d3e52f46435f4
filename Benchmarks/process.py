"""A process that runs for a while: what it costs, and its certain end."""

import os
import signal
import subprocess

TICKS = os.sysconf("SC_CLK_TCK")


class Process:
    """A started command; `with` ends it, also on errors. Nothing but what it started is ever signalled."""

    def __init__(self, command, **options):
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.popen = subprocess.Popen(command, **{**quiet, **options})
        self.pid = self.popen.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        if self.popen.poll() is None:
            self.popen.send_signal(signal.SIGTERM)
            try:
                self.popen.wait(20)
            except subprocess.TimeoutExpired:
                self.popen.kill()
                self.popen.wait()

    @property
    def alive(self):
        return self.popen.poll() is None

    def helpers(self):
        """The processes that it keeps, such as a keeper of jobs, while no job runs."""
        with open(f"/proc/{self.pid}/task/{self.pid}/children") as file:
            return [int(word) for word in file.read().split()]


def times(pid):
    """CPU seconds of a process, and of the children that it has waited for."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS, (int(fields[13]) + int(fields[14])) / TICKS


def status(pid, key):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(key + ":"))


def resident(pid):
    """MB (of 1,000,000 bytes, as the limits are given) of memory that is resident now."""
    return status(pid, "VmRSS") * 1024 / 1e6


def peak(pid):
    """MB that were resident at most."""
    return status(pid, "VmHWM") * 1024 / 1e6


def switches(pid):
    """How often its threads were put on a core, whether they had waited or were put off."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        path = f"{pid}/task/{thread}"
        total += status(path, "voluntary_ctxt_switches") + status(path, "nonvoluntary_ctxt_switches")
    return total
