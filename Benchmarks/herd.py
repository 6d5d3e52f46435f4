"""A herd: many jobs that are due in one second, run by every scheduler in turn."""

import os
import subprocess
import time

import process
import schedulers
from bars import bar, left_out
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


def floor(work, count, alive, turn):
    """A program that does nothing else; it keeps no account either."""
    stamps = Stamps(os.path.join(work, f"stamps-floor-{turn}"), compiled(work, "stamp"))
    due = int(time.time()) + 2
    words = [compiled(work, "spawn_floor"), str(due), str(count), str(alive), *stamps.command]
    own, jobs = map(float, subprocess.run(words, check=True, capture_output=True, text=True).stdout.split())
    scale = 1_000 / count
    return Herd(stamps.after(due), own * scale, 0, (own + jobs) * scale, None)


def measure(scheduler, work, count, turn):
    """None where no job ran at all."""
    folder = os.path.join(work, f"herd-{scheduler.name}-{turn}".replace(" ", "-"))
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


def median(rounds):
    """The one in the middle by its 99th percentile."""
    return sorted(rounds, key=lambda made: made.p99)[len(rounds) // 2]


def report(binaries, work, quick):
    count, times = (200, 1) if quick else (1_000, 3)
    alive = schedulers.ALIVE
    print(f"\n{count:,} jobs due at once, {alive} alive (of the crons all), starts by the jobs' own clocks; CPU ms a run;\n"
          f"  the kernel and ours: the one in the middle of {times}, in turns")
    print(f"  {'':<18}{'ran':>6}{'first':>9}{'p50':>9}{'p99':>9}{'max ms':>9}"
          f"{'x floor':>9}{'x ours':>8}{'own':>7}{'helper':>8}{'all':>7}{'MB':>7}")
    first, *others = schedulers.every(binaries)
    floors, rounds = [], []
    for turn in range(times):
        floors.append(floor(work, count, alive, turn))
        rounds.append(measure(first, work, count, turn))
    best = median(floors)
    row("the kernel alone", best, best, None)
    if None in rounds:
        return left_out(first.name, "it ran no job, or was not ready in time")
    ours = median(rounds)
    row(first.name, ours, best, ours)
    for scheduler in others:
        lack = scheduler.lack()
        if lack is None and quick and scheduler.period > 1:
            lack = "it waits for a whole minute"
        made = None if lack else measure(scheduler, work, count, 0)
        if made:
            row(scheduler.name, made, best, ours)
        else:
            left_out(scheduler.name, lack or "it ran no job, or was not ready in time")
    wrong = sum(abs(count - len(made.delays)) for made in rounds)
    bar("runs lost or doubled", wrong, most=0)
    bar(f"herd of {count:,}: p99 of starts, x floor", ours.p99 / best.p99, most=1.25)
    bar("own CPU a run, its keeper beside it not counted", ours.own, most=0.25, unit="ms")


def row(name, made, best, ours):
    ratio = f"{made.p99 / ours.p99:.2f}" if ours else "-"
    memory = f"{made.memory:.1f}" if made.memory else "-"
    print(
        f"  {name:<18}{len(made.delays):6,}{made.delays[0]:9.1f}{quantile(made.delays, 0.5):9.1f}{made.p99:9.1f}"
        f"{made.delays[-1]:9.1f}{made.p99 / best.p99:9.2f}{ratio:>8}{made.own:7.3f}{made.helpers:8.3f}{made.tree:7.3f}"
        f"{memory:>7}", flush=True)

