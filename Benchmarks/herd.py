"""A herd: many jobs that are due in one second, run by every scheduler in turn."""

import os
import subprocess
import sys
import time

import process
import schedulers
from bars import bar
from stamps import Stamps, quantile

HERE = os.path.dirname(os.path.abspath(__file__))


class Herd:
    """What a scheduler made of one; CPU in milliseconds a run."""

    def __init__(self, delays, own, helpers, tree, memory):
        self.delays = delays  # milliseconds, ascending
        self.own = own
        self.helpers = helpers
        self.tree = tree  # with the jobs, and what starts them
        self.memory = memory  # MB before the herd; None for what has none

    @property
    def p99(self):
        return quantile(self.delays, 0.99)


def compiled(work, name):
    program = os.path.join(work, name)
    if not os.path.exists(program):
        subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, f"{name}.c")], check=True)
    return program


def next_due(scheduler):
    earliest = time.time() + scheduler.lead
    return int(earliest // scheduler.period + 1) * scheduler.period


def floor(work, count, alive):
    """A program that does nothing else; it keeps no account either."""
    stamps = Stamps(os.path.join(work, f"stamps-floor-{alive}"), compiled(work, "stamp"))
    due = int(time.time()) + 2
    words = [compiled(work, "spawn_floor"), str(due), str(count), str(alive), *stamps.command]
    own, jobs = map(float, subprocess.run(words, check=True, capture_output=True, text=True).stdout.split())
    scale = 1_000 / count
    return Herd(stamps.after(due), own * scale, 0, (own + jobs) * scale, None)


def measure(scheduler, work, count):
    """None where no job ran at all."""
    folder = os.path.join(work, f"herd-{scheduler.name}".replace(" ", "-"))
    os.makedirs(folder)
    stamps = Stamps(os.path.join(folder, "stamps"), compiled(work, "stamp"))
    due = next_due(scheduler)
    with scheduler.start(folder, count, due, stamps.command) as running:
        time.sleep(max(due - 0.5 - time.time(), 0))
        if not running.alive or time.time() > due:
            return None
        helpers = running.helpers()
        memory = process.resident(running.pid)
        before = [process.times(pid) for pid in (running.pid, *helpers)]
        time.sleep(max(due - time.time(), 0))
        stamps.wait(count, 10)
        # What follows the last start: its end, and the account of it.
        time.sleep(1)
        after = [process.times(pid) for pid in (running.pid, *helpers)]
    delays = stamps.after(due)
    if not delays:
        return None
    spent = [(own - own0, waited - waited0) for (own, waited), (own0, waited0) in zip(after, before)]
    scale = 1_000 / len(delays)
    return Herd(
        delays, spent[0][0] * scale, sum(own for own, _ in spent[1:]) * scale,
        sum(own + waited for own, waited in spent) * scale, memory)


def report(binaries, work, quick):
    count = 200 if quick else 1_000
    alive = schedulers.ALIVE
    print(f"\n{count:,} jobs due at once, {alive} alive (of the crons all), each start by the job's own clock; CPU ms a run")
    print(f"  {'':<18}{'ran':>6}{'first':>9}{'p50':>9}{'p99':>9}{'max ms':>9}"
          f"{'x floor':>9}{'x ours':>8}{'own':>7}{'helper':>8}{'all':>7}{'MB':>7}")
    best = floor(work, count, alive)
    row("the kernel alone", best, best, None)
    ours = None
    for scheduler in schedulers.every(binaries):
        lack = scheduler.lack()
        if lack is None and quick and scheduler.period > 1:
            lack = "it waits for a whole minute"
        if lack:
            leave_out(scheduler, lack)
            continue
        made = measure(scheduler, work, count)
        if made is None:
            leave_out(scheduler, "it ran no job, or was not ready in time")
            continue
        ours = ours or (made if isinstance(scheduler, schedulers.JobsRun) else None)
        row(scheduler.name, made, best, ours)
    if ours:
        print(f"  {'runs of ours that are lost or doubled:':<40}{abs(count - len(ours.delays)):,}")
        bar(f"herd of {count:,}: p99 of starts, x floor", ours.p99 / best.p99, most=1.25)
        bar("own CPU a run, its keeper beside it not counted", ours.own, most=0.25, unit="ms")


def row(name, made, best, ours):
    ratio = f"{made.p99 / ours.p99:8.2f}" if ours else f"{'-':>8}"
    memory = f"{made.memory:7.1f}" if made.memory else f"{'-':>7}"
    print(
        f"  {name:<18}{len(made.delays):6,}{made.delays[0]:9.1f}{quantile(made.delays, 0.5):9.1f}{made.p99:9.1f}"
        f"{made.delays[-1]:9.1f}{made.p99 / best.p99:9.2f}{ratio}{made.own:7.3f}{made.helpers:8.3f}{made.tree:7.3f}{memory}",
        flush=True)


def leave_out(scheduler, why):
    print(f"  {scheduler.name:<18}left out: {why}", flush=True)
    print(f"'{scheduler.name}' is left out: {why}", file=sys.stderr)
