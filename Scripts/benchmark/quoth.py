"""quoth: analysing, asking, timing."""
import csv
import io
import os
import re
import subprocess

from . import programs

TIMING = re.compile(r"parse ([\d.]+), bind ([\d.]+), run ([\d.]+)")


class Quoth:
    """A snapshot and the program that answers from it."""

    name = "quoth"

    def __init__(self, binary, snapshot):
        self.binary, self.snapshot = binary, str(snapshot)

    def version(self):
        return programs.run([self.binary, "--version"], stdout=subprocess.PIPE)[1].strip()

    def index(self, news, cores=None):
        """Analyses news; the cost."""
        pinned = ["taskset", "-c", cores] if cores else []
        return programs.run(pinned + [self.binary, "index", str(news), "-o", self.snapshot])[0]

    def _query(self, text, form):
        return [self.binary, "query", "--corpus", self.snapshot, "--format", form, text]

    def answer(self, question):
        """The answer without the line of names."""
        written = programs.run(self._query(question.quoth, "csv"), stdout=subprocess.PIPE)[1]
        return sorted(list(csv.reader(io.StringIO(written, newline="")))[1:])

    def export(self, text, path):
        """Writes an answer to a file, as CSV."""
        with open(path, "wb") as file:
            programs.run(self._query(text, "csv"), stdout=file)

    def session(self, questions, runs):
        """Milliseconds of each question in one session, from its text to its answer in memory: the first time,
        and the least of the times after it. And the cost of the session."""
        statements = ["set timing on"] + [q.quoth for q in questions for _ in range(runs + 1)]
        cost, written, _ = programs.run(
            [self.binary, "--no-rc", self.snapshot], stdin="\n".join(statements) + "\n", stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT)
        times = [sum(map(float, found)) for found in TIMING.findall(written)]
        if len(times) != len(questions) * (runs + 1):
            raise programs.Failure(f"quoth told {len(times)} times for {len(statements) - 1} queries")
        rounds = [times[index:index + runs + 1] for index in range(0, len(times), runs + 1)]
        return [r[0] for r in rounds], [min(r[1:]) for r in rounds], cost

    def whole(self, question, runs):
        """Milliseconds of a process that opens the snapshot, answers and ends."""
        return 1000 * min(programs.run(self._query(question.quoth, "csv"))[0].seconds for _ in range(runs))

    def size(self):
        return os.path.getsize(self.snapshot)
