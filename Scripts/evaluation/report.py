"""The tables as text."""
from .figures import ALL, MAIN, NAMES, intervals, total

_RULE_PREFIX = "rule "
# With fewer, the start of the process is most of what is measured.
_LEAST_WORDS_FOR_SPEED = 50_000


def table(name, scores, has_names, has_chains, rate):
    """All figures of one gold file."""
    tallies = [score.tally for score in scores]
    counts = total(tallies)
    lines = [f"{name}: {len(scores)} articles, {counts.get('units', 0)} quotation-marked units "
             f"({counts.get('units direct', 0)} direct, {counts.get('units mixed', 0)} mixed), "
             f"{counts.get('sourced', 0)} with a source"]
    if not has_names:
        lines.append("no silver names: resolved names are left out; an entity is right that touches the source")
    if not has_chains:
        lines.append("no coreference chains: entities agree by mention or name only")
    figures = [figure for figure in ALL if has_names or figure.needs != NAMES]
    spread = intervals(figures, tallies)
    for figure in figures:
        size = counts.get(figure.bottom, 0)
        lines.append(f"{figure.name:<33}{_percent(figure.value(counts))}  {_interval(spread[figure.name])}"
                     f"  of {size}")
    lines += ["", *_rules(counts), "", _speed(*rate)]
    return "\n".join(lines)


def groups(title, scores, key, has_names):
    """The main figures of each group of articles."""
    figures = [figure for figure in MAIN if has_names or figure.needs != NAMES]
    head = f"{'by ' + title:<22}{'articles':>9}{'units':>7}"
    lines = [head + "".join(f"  {figure.name:<26}" for figure in figures).rstrip()]
    for group in sorted({key(score.article) for score in scores}):
        tallies = [score.tally for score in scores if key(score.article) == group]
        counts, spread = total(tallies), intervals(figures, tallies)
        cells = (f"{_percent(figure.value(counts))} {_interval(spread[figure.name])}" for figure in figures)
        lines.append(f"{group:<22}{len(tallies):>9}{counts.get('units', 0):>7}"
                     + "".join(f"  {cell:<26}" for cell in cells).rstrip())
    return "\n".join(lines)


def _rules(counts):
    """How many units each rule tied to a source, how many rightly, and what it kept that is no quotation."""
    rules = [key[len(_RULE_PREFIX):] for key in counts if key.startswith(_RULE_PREFIX)]
    lines = [f"{'rule':<26}{'units':>7}{'right':>8}{'false':>8}"]
    for rule in sorted(rules, key=lambda rule: (-counts[_RULE_PREFIX + rule], rule)):
        size = counts[_RULE_PREFIX + rule]
        right = counts.get("entity by " + rule, 0) / size
        lines.append(f"{rule:<26}{size:>7}{_percent(right):>8}{counts.get('false ' + rule, 0):>8}")
    return lines


def _speed(words, by_clock, by_processor):
    if words < _LEAST_WORDS_FOR_SPEED:
        return f"speed: {words} words are too few to tell"
    return (f"speed of the whole process: {by_clock / 1e6:.2f} million words a second by the clock, "
            f"{by_processor / 1e6:.2f} by processor time ({words} words)")


def _percent(value):
    return "    –" if value is None else f"{100 * value:5.1f}"


def _interval(pair):
    return "" if pair is None else f"[{100 * pair[0]:.1f}, {100 * pair[1]:.1f}]"
