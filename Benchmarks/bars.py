"""The figures that were asked for, and whether they were met in this run."""

BARS = []


def bar(name, value, most=None, least=None, unit=""):
    """Notes a figure with the limit it has to keep."""
    BARS.append((name, value, most, least, unit))


def show():
    if not BARS:
        return
    print(f"\n{'bars':<52}{'measured':>12}{'limit':>14}")
    for name, value, most, least, unit in BARS:
        met = value <= most if least is None else value >= least
        limit = f"<= {most:,g}" if least is None else f">= {least:,g}"
        shown = f"{value:,.0f}" if value >= 1_000 else f"{value:,.2f}" if value < 10 else f"{value:,.1f}"
        print(f"  {name:<50}{shown:>12}{limit:>14} {unit:<4}{'met' if met else 'MISSED'}")
