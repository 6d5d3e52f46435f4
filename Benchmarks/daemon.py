"""The daemon of jobs-run: a herd that is due in one second, beside what the kernel alone can start."""

import datetime
import os
import signal
import sqlite3
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ALIVE = 8


def write_herd(count, path, at):
    """Jobs of /bin/true that are due at one second of every day."""
    with open(path, "w") as file:
        for number in range(count):
            file.write(
                "---\napiVersion: jobs/v1\nkind: Job\n"
                f"metadata: {{name: herd-{number}}}\n"
                "spec:\n"
                f'  schedule: [{{cron: "{at.second} {at.minute} {at.hour} * * *", dialect: seconds}}]\n'
                "  command: [/bin/true]\n")


def floor(work, count):
    """The 50th and 99th percentile of starts, in milliseconds, of a program that does nothing else."""
    program = os.path.join(work, "spawn_floor")
    if not os.path.exists(program):
        subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, "spawn_floor.c")], check=True)
    words = subprocess.run([program, str(count), str(ALIVE), "/bin/true"], check=True, capture_output=True, text=True)
    return tuple(float(word) for word in words.stdout.split())


def ticks(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(word) for word in file.read().split()]


def herd(binary, work, count):
    """Delays of starts in milliseconds, ascending; CPU seconds of daemon and keeper for the herd; MiB of the daemon."""
    path, state = os.path.join(work, "herd.yaml"), os.path.join(work, "herd-state")
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=6)
    write_herd(count, path, at)
    daemon = subprocess.Popen(
        [os.path.join(binary, "jobs-run"), "daemon", path, "--state", state, "--max-running", str(ALIVE), "-q"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        time.sleep(max(at.timestamp() - time.time() - 0.5, 0))
        keepers = children(daemon.pid)
        before = ticks(daemon.pid), sum(map(ticks, keepers))
        history = os.path.join(state, "history.sqlite")
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            time.sleep(0.5)
            with sqlite3.connect(f"file:{history}?mode=ro", uri=True) as database:
                ended = database.execute("SELECT count(*) FROM execution WHERE ended_ms IS NOT NULL").fetchone()[0]
            if ended >= count:
                break
        own, keeping = ticks(daemon.pid) - before[0], sum(map(ticks, keepers)) - before[1]
        rss = resident(daemon.pid)
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait()
    with sqlite3.connect(f"file:{history}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT started_ms - scheduled_ms FROM execution WHERE state = 'succeeded'").fetchall()
    return sorted(row[0] for row in rows), own, keeping, rss


def report(binary, work, quick):
    count = 200 if quick else 1_000
    best = floor(work, count)
    delays, own, keeping, rss = herd(binary, work, count)
    print(f"\njobs-run daemon, {count:,} jobs due in one second, {ALIVE} at once, with history")
    if len(delays) != count:
        print(f"  only {len(delays):,} of them succeeded")
        return
    half, most = delays[count // 2], delays[count * 99 // 100]
    print(f"  starts after the second: first {delays[0]} ms, p50 {half} ms, p99 {most} ms")
    print(f"  the kernel alone in the same minute: p50 {best[0]:.0f} ms, p99 {best[1]:.0f} ms; ratio of p99 {most / best[1]:.2f}")
    print(f"  CPU a run: daemon {1000 * own / count:.3f} ms, keeper {1000 * keeping / count:.3f} ms; {rss:.1f} MiB")
