"""Schedulers that have nothing to do: what they cost, and how soon they start what becomes due."""

import contextlib
import os
import time

import process
import schedulers
from bars import bar, left_out
from herd import compiled
from stamps import Stamps, quantile

STARTS = 12


def waiting(binaries, work, quick):
    """All at once, so that each has the same neighbours."""
    count, seconds = 1_000, 5 if quick else 30
    due = int(time.time()) + 12 * 3600
    print(f"\n{count:,} jobs of which none is due, for {seconds} s")
    print(f"  {'':<18}{'switches':>10}{'CPU ms':>9}{'MB':>9}{'MB at most':>12}{'x ours':>8}")
    with contextlib.ExitStack() as stack:
        running = {}
        for scheduler in schedulers.every(binaries):
            lack = scheduler.lack()
            if lack:
                left_out(scheduler.name, lack)
                continue
            folder = os.path.join(work, f"idle-{scheduler.name}".replace(" ", "-"))
            os.makedirs(folder)
            running[scheduler] = stack.enter_context(scheduler.start(folder, count, due, ["/bin/true"]))
        time.sleep(max(scheduler.lead for scheduler in running))
        before = {each.pid: (process.switches(each.pid), sum(process.times(each.pid))) for each in running.values()}
        time.sleep(seconds)
        ours = None
        for scheduler, each in running.items():
            if not each.alive:
                left_out(scheduler.name, "it ended")
                continue
            switches, cpu = process.switches(each.pid), sum(process.times(each.pid))
            memory, most = process.resident(each.pid), process.peak(each.pid)
            if isinstance(scheduler, schedulers.JobsRun):
                ours = memory
            ratio = f"{memory / ours:.2f}" if ours else "-"
            print(
                f"  {scheduler.name:<18}{switches - before[each.pid][0]:10,}{1_000 * (cpu - before[each.pid][1]):9.0f}"
                f"{memory:9.1f}{most:12.1f}{ratio:>8}", flush=True)
            if isinstance(scheduler, schedulers.JobsRun):
                bar(f"resident with {count:,} jobs", memory, most=18, unit="MB")
                bar(f"switches to an idle daemon in {seconds} s", switches - before[each.pid][0], most=0)


def first_start(binaries, work):
    """One job of every second, and nothing beside it."""
    ours = schedulers.JobsRun(binaries)
    stamps = Stamps(os.path.join(work, "stamps-first"), compiled(work, "stamp"))
    path = os.path.join(work, "first", "second.yaml")
    os.makedirs(os.path.dirname(path))
    schedulers.write_jobs(path, 1, "* * * * * *", stamps.command)
    with ours.daemon(path, os.path.join(work, "state-first")):
        stamps.wait(STARTS, 5)
    delays = sorted(delay % 1_000 for delay in stamps.after(0))[:STARTS]
    if not delays:
        return print("\njobs-run daemon, one job of every second: it did not start")
    half = quantile(delays, 0.5)
    print(f"\njobs-run daemon, one job of every second: its program runs {delays[0]:.1f} ms after it at best, "
          f"{half:.1f} in the middle, {delays[-1]:.1f} at worst of {len(delays)}")
    bar("first start when idle, the median", half, most=5, unit="ms")
