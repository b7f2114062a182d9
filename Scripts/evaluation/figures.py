"""The figures of the table, from summed counts, with bootstrap intervals over articles."""
import random
from dataclasses import dataclass
from operator import mul

NOTHING, NAMES, INDIRECT = "", "names", "indirect"
_SEED, _ROUNDS = 20231204, 1000


@dataclass
class Figure:
    """A ratio of counts, or the harmonic mean of two."""

    name: str
    top: str
    bottom: str
    other: str = ""
    needs: str = NOTHING

    def value(self, counts):
        """Its value, or None where nothing was to be found."""
        if self.other:
            return self._harmonic(counts)
        bottom = counts.get(self.bottom, 0)
        return counts.get(self.top, 0) / bottom if bottom else None

    def _harmonic(self, counts):
        # top is counted for recall and precision alike, or as "found" and "right pieces" apart.
        recall_top, _, precision_top = self.top.partition("/")
        recall_bottom, precision_bottom = counts.get(self.bottom, 0), counts.get(self.other, 0)
        if not recall_bottom:
            return None
        recall = counts.get(recall_top, 0) / recall_bottom
        precision = counts.get(precision_top or recall_top, 0) / precision_bottom if precision_bottom else 0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def keys(self):
        return [key for key in (*self.top.split("/"), self.bottom, self.other) if key]


DETECTION_F1 = Figure("detection F1", "found/right pieces", "units", "pieces")
ENTITY = Figure("right entity, end to end", "entity", "sourced")
RESOLVED = Figure("resolved name", "resolved", "named", needs=NAMES)
INDIRECT_F1 = Figure("indirect speech words F1", "indirect both", "indirect gold", "indirect found")

ALL = [
    Figure("detection precision", "right pieces", "pieces"),
    Figure("detection recall", "found", "units"),
    DETECTION_F1,
    ENTITY,
    Figure("  direct", "entity direct", "sourced direct"),
    Figure("  mixed", "entity mixed", "sourced mixed"),
    Figure("  direct, of those found", "entity direct", "attributed direct"),
    Figure("  mixed, of those found", "entity mixed", "attributed mixed"),
    Figure("exact source span", "exact source", "attributed"),
    RESOLVED,
    Figure("  names", "resolved name", "named name", needs=NAMES),
    Figure("  pronouns", "resolved pronoun", "named pronoun", needs=NAMES),
    Figure("  nominals", "resolved nominal", "named nominal", needs=NAMES),
    Figure("indirect speech words precision", "indirect both", "indirect found"),
    Figure("indirect speech words recall", "indirect both", "indirect gold"),
    INDIRECT_F1,
    Figure("negatives kept", "negatives kept", "negatives"),
]
MAIN = [DETECTION_F1, ENTITY, RESOLVED, INDIRECT_F1]


def total(tallies):
    """The sum of counts."""
    summed = {}
    for tally in tallies:
        for key, count in tally.items():
            summed[key] = summed.get(key, 0) + count
    return summed


def intervals(figures, tallies, rounds=_ROUNDS):
    """The 95 % interval of each figure, by drawing articles with replacement; the same at each run."""
    keys = sorted({key for figure in figures for key in figure.keys})
    columns = {key: [tally.get(key, 0) for tally in tallies] for key in keys}
    drawing, values = random.Random(_SEED), {figure.name: [] for figure in figures}
    for _ in range(rounds):
        weights = [0] * len(tallies)
        for place in drawing.choices(range(len(tallies)), k=len(tallies)):
            weights[place] += 1
        counts = {key: sum(map(mul, weights, column)) for key, column in columns.items()}
        for figure in figures:
            value = figure.value(counts)
            if value is not None:
                values[figure.name].append(value)
    return {name: _middle(sorted(found)) for name, found in values.items()}


def _middle(values):
    if not values:
        return None
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]
