"""The history of runs: how fast it takes them durably, and how soon it tells of them when it is large."""

import os
import subprocess

import measure
import schedulers
from bars import bar


def written(binaries, verb, folder, count):
    """What BenchmarkHistory says, by name."""
    words = [os.path.join(binaries, "BenchmarkHistory"), verb, folder, str(count)]
    lines = subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: float(value) for name, value in (line.split() for line in lines)}


def rates(binaries, work, quick):
    count = 10_000 if quick else 50_000
    claims = written(binaries, "claims", os.path.join(work, "claims"), 1_000)
    runs = written(binaries, "runs", os.path.join(work, "runs"), count)
    print(f"\nthe history, durable on the disk of '{work}'")
    print(f"  a claim of 1,000 due times: {claims['best']:.1f} ms at best, {claims['median']:.1f} in the middle, "
          f"{claims['worst']:.1f} at worst of 21")
    print(f"  runs claimed and ended, {count:,} in groups of 1,000: {runs['rate']:,.0f} runs/s", flush=True)
    bar("claim of 1,000, the median", claims["median"], most=50, unit="ms")
    bar("durable runs, claim and end", runs["rate"], least=5_000, unit="/s")


def reading(binaries, work, quick):
    """`list` of 100 jobs, and `runs`, with a large history."""
    count = 100_000 if quick else 1_000_000
    state, path = os.path.join(work, "large"), os.path.join(work, "hundred.yaml")
    filled = written(binaries, "fill", state, count)
    schedulers.write_jobs(path, 100, "0 0 0 * * *", ["/bin/true"], name="job")
    program = os.path.join(binaries, "jobs-run")
    print(f"\na history of {count:,} runs of 1,000 jobs ({filled['rate']:,.0f} rows/s to fill)\n"
          f"  {'':<18}{'wall ms':>9}{'CPU ms':>9}{'MB':>9}")
    for name, words in (("list, 100 jobs", ["list", path]), ("runs", ["runs"]), ("runs of a job", ["runs", "job-7"])):
        costs = [measure.run([program, *words, "--state", state, "-o", "human", "-q"]) for _ in range(7)]
        best = min(costs, key=lambda cost: cost.wall)
        note = "" if best.status == 0 else f"  status {best.status}"
        print(f"  {name:<18}{1_000 * best.wall:9.1f}{1_000 * best.cpu:9.1f}{best.rss * 1.048576:9.1f}{note}", flush=True)
        if words[0] == "list":
            bar(f"list on {count:,} runs", 1_000 * best.wall, most=50, unit="ms")
