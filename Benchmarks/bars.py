"""The figures that were asked for, whether they were met in this run, and what could not be measured."""

import sys

BARS = []
LEFT_OUT = []


def bar(name, value, most=None, least=None, unit=""):
    """Notes a figure with the limit it has to keep."""
    BARS.append((name, value, most, least, unit))


def left_out(name, why, width=18):
    """In place of a row."""
    LEFT_OUT.append(name)
    print(f"  {name:<{width}}left out: {why}", flush=True)
    print(f"'{name}' is left out: {why}", file=sys.stderr)


def show(quick):
    if LEFT_OUT:
        print(f"\nleft out {len(LEFT_OUT)} times: {', '.join(sorted(set(LEFT_OUT)))}")
    if not BARS:
        return
    title = "bars, of sizes smaller than they are meant for" if quick else "bars"
    print(f"\n{title:<52}{'measured':>12}{'limit':>14}")
    for name, value, most, least, unit in BARS:
        met = value <= most if least is None else value >= least
        limit = f"<= {most:,g}" if least is None else f">= {least:,g}"
        shown = f"{value:,.0f}" if value >= 1_000 else f"{value:,.2f}" if value < 10 else f"{value:,.1f}"
        print(f"  {name:<50}{shown:>12}{limit:>14} {unit:<4}{'met' if met else 'MISSED'}")
