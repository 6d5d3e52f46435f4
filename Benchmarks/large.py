"""The daemon at its limits: very many jobs, and a job that writes without end."""

import contextlib
import os
import socket
import sqlite3
import time

import measure
import process
import schedulers
from bars import bar, left_out

OUTPUT = 512 << 20


def start(binaries, work, quick):
    """From the start to the word that it is ready."""
    count = 10_000 if quick else 100_000
    print(f"\nstart with {count:,} jobs\n  {'':<24}{'CPU s':>8}{'wall s':>9}{'MB at most':>12}{'MB then':>9}")
    lines = [f"{number % 60} {number // 60 % 24} 1 {number % 12 + 1} *" for number in range(count)]
    crontab = os.path.join(work, "large.crontab")
    with open(crontab, "w") as file:
        file.writelines(f"{line} /bin/true {number}\n" for number, line in enumerate(lines))
    manifests = os.path.join(work, "large.yaml")
    schedulers.write_jobs(manifests, count, "0 0 0 1 1 *", ["/bin/true"])
    ours = schedulers.JobsRun(binaries)
    for name, path in (("jobs-run, a crontab", crontab), ("jobs-run, YAML", manifests)):
        cost = started(ours, path, os.path.join(work, f"state-{os.path.basename(path)}"))
        if cost is None:
            print(f"  {name:<24}not ready within a minute")
            continue
        cpu, wall, most, memory = cost
        print(f"  {name:<24}{cpu:8.2f}{wall:9.2f}{most:12.1f}{memory:9.1f}", flush=True)
        if path == crontab:
            bar(f"start with {count:,} jobs of a crontab", cpu, most=2, unit="s")
            bar("resident at most meanwhile", most, most=150, unit="MB")
    few = count // 10
    cron, python = schedulers.CRON, schedulers.APSCHEDULER
    peer(cron.name, cron, lambda: cron.run(
        folder_of(work, cron), [f"{line} root /bin/true {number}\n" for number, line in enumerate(lines)]))
    # The time it takes grows faster than the jobs: minutes for all of them.
    peer(f"{python.name}, {few:,}", python, lambda: python.start(
        folder_of(work, python), few, int(time.time()) + 12 * 3600, ["/bin/true"]))


def folder_of(work, scheduler):
    folder = os.path.join(work, f"large-{scheduler.package}")
    os.makedirs(folder)
    return folder


def peer(title, scheduler, start):
    lack = scheduler.lack()
    if lack:
        return left_out(title, lack, 24)
    with start() as running:
        cpu, wall = settled(running)
        print(f"  {title:<24}{cpu:8.2f}{wall:9.2f}{process.peak(running.pid):12.1f}{process.resident(running.pid):9.1f}",
              flush=True)


def started(ours, path, state):
    """CPU seconds, seconds, MB at most and MB then; None if it takes longer than a minute."""
    address = os.path.join(os.path.dirname(state), "ready.sock")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as inbox:
        inbox.bind(address)
        inbox.settimeout(60)
        try:
            begin = time.monotonic()
            with ours.daemon(path, state, env={**os.environ, "NOTIFY_SOCKET": address}) as running:
                try:
                    while b"READY=1" not in inbox.recv(4096):
                        pass
                except TimeoutError:
                    return None
                wall = time.monotonic() - begin
                return process.times(running.pid)[0], wall, process.peak(running.pid), process.resident(running.pid)
        finally:
            os.unlink(address)


def settled(running):
    """CPU seconds and seconds until a program that says nothing has stopped working for a second."""
    begin = time.monotonic()
    cpu, last = sum(process.times(running.pid)), begin
    while time.monotonic() - last < 1 and time.monotonic() - begin < 60:
        time.sleep(0.1)
        now = sum(process.times(running.pid))
        if now > cpu:
            cpu, last = now, time.monotonic()
    return cpu, last - begin


def output(binaries, work):
    """Half a gibibyte of a job's output, captured."""
    size = f"{OUTPUT >> 20} MiB"
    writer = ["head", "-c", str(OUTPUT), "/dev/zero"]
    print(f"\n{size} of a job's output\n  {'':<24}{'own CPU s':>10}{'wall s':>9}{'MB at most':>12}")
    state = os.path.join(work, "output-exec")
    cost = measure.run([os.path.join(binaries, "jobs-run"), "exec", "--state", state, "--", *writer])
    if whole(ended(state), "jobs-run exec"):
        print(f"  {'jobs-run exec':<24}{cost.own:10.2f}{cost.wall:9.2f}{cost.rss * 1.048576:12.1f}", flush=True)
        bar(f"resident with {size} of output, exec", cost.rss * 1.048576, most=32, unit="MB")
    path, state = os.path.join(work, "output.yaml"), os.path.join(work, "output-daemon")
    at = time.gmtime(time.time() + 4)
    schedulers.write_jobs(path, 1, f"{at.tm_sec} {at.tm_min} {at.tm_hour} * * *", writer)
    with schedulers.JobsRun(binaries).daemon(path, state) as running:
        last = time.monotonic() + 60
        while not ended(state) and time.monotonic() < last:
            time.sleep(0.1)
        helpers = running.helpers()
        cpu = sum(process.times(pid)[0] for pid in (running.pid, *helpers))
        most, kept = process.peak(running.pid), sum(map(process.peak, helpers))
    run = ended(state)
    if whole(run, "jobs-run daemon"):
        print(f"  {'jobs-run daemon':<24}{cpu:10.2f}{run[1] / 1_000:9.2f}{most:12.1f}  and its keeper {kept:.1f}",
              flush=True)
        bar(f"resident with {size} of output, daemon", most, most=32, unit="MB")


def ended(state):
    """Bytes of output and milliseconds of the run that is over; None before."""
    path = os.path.join(state, "history.sqlite")
    if not os.path.exists(path):
        return None
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(
            "SELECT stdout_bytes, duration_ms FROM execution WHERE state = 'succeeded'").fetchone()


def whole(run, name):
    if run and run[0] == OUTPUT:
        return True
    print(f"  {name:<24}counted {run[0] if run else 'nothing'}, not {OUTPUT}")
    return False
