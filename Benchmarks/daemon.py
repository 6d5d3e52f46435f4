"""The figures of the engine: herds, idleness, the history, many jobs, much output."""

import herd
import history
import idle
import large


def report(binaries, work, quick):
    herd.report(binaries, work, quick)
    idle.first_start(binaries, work)
    idle.waiting(binaries, work, quick)
    history.rates(binaries, work, quick)
    history.reading(binaries, work, quick)
    large.start(binaries, work, quick)
    large.output(binaries, work)
