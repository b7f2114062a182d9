"""Runs quoth and reads what it found."""
import json
import os
import resource
import subprocess
import time
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from .failure import PROGRAM, Failure
from .spans import WORD

QUERY = "statements with repeats show article, start, end, kind, source_start, source_end, speakers, rule"
TIMED_QUERY = "quotes | count"


@dataclass
class Statement:
    """A quotation or indirect statement as the program reports it, in characters."""

    span: tuple
    kind: str
    source: object
    speakers: list
    rule: str


def statements(binary, path, articles):
    """What the program finds in a gold file: article id to statements."""
    texts = {article.id: _Offsets(article.text) for article in articles}
    found = {article.id: [] for article in articles}
    for line in _run(binary, path, QUERY, "jsonl").splitlines():
        try:
            row = json.loads(line)
            offsets = texts[row["article"]]
            source = row["source_start"], row["source_end"]
            statement = Statement(
                span=offsets.characters(row["start"], row["end"]), kind=row["kind"],
                source=None if None in source else offsets.characters(*source),
                speakers=row["speakers"] or [], rule=row["rule"])
        except (ValueError, KeyError, TypeError) as error:
            raise Failure(f"{binary}: a row that is not understood: {error!r}: {line[:100]}", PROGRAM) from None
        found[row["article"]].append(statement)
    return found


def speed(binary, path, articles, runs=3):
    """Words a second of the whole process, by the clock and by processor time, the best of some runs."""
    words = sum(len(WORD.findall(article.text)) for article in articles)
    clock, processor = [], []
    for _ in range(runs):
        began, used = time.perf_counter(), _used()
        _run(binary, path, TIMED_QUERY, "csv")
        clock.append(time.perf_counter() - began)
        processor.append(_used() - used)
    return words, words / min(clock), words / max(min(processor), 1e-3)


def _used():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(binary, path, query, form):
    if not os.access(binary, os.X_OK):
        raise Failure(f"{binary}: no such program", PROGRAM)
    done = subprocess.run(
        [binary, "query", "--keep-repeated", "--corpus", path, "--format", form, query], capture_output=True, check=False)
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip()
        raise Failure(f"{binary} failed on {path} (exit code {done.returncode}): {message}", PROGRAM)
    return done.stdout.decode("utf-8")


class _Offsets:
    """Turns byte offsets of a text into offsets of its characters."""

    def __init__(self, text):
        self.ends = None if text.isascii() else list(accumulate(len(c.encode("utf-8")) for c in text))

    def characters(self, start, end):
        return (start, end) if self.ends is None else (self._at(start), self._at(end))

    def _at(self, offset):
        return bisect_left(self.ends, offset + 1)
