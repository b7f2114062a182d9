"""Makes news of the sizes asked for, compares everyone's answers, times them, and prints the table."""
import argparse
import csv
import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from . import programs, report
from .peers import EXPORT, MOST_TOKENIZED, SENTENCES, DuckDB, Ripgrep, SQLite
from .programs import Failure
from .questions import QUESTIONS
from .quoth import Quoth


def say(words):
    print(f"bench: {words}", file=sys.stderr, flush=True)


def texts(rows):
    """Rows as quoth's CSV has them: texts, sorted."""
    return sorted(["" if cell is None else str(cell) for cell in row] for row in rows)


def generate(options, size):
    """The news of a size: its file, how many articles, and bytes of running text."""
    news = Path(options.cache) / f"{size}.jsonl"
    note = news.with_suffix(".count")
    if not note.exists():
        say(f"making {size} of news")
        with open(news, "wb") as file:
            _, _, told = programs.run([options.generator, "generate", size], stdout=file)
        note.write_text(told)
    numbers = [int(n) for n in re.findall(r"\d+", note.read_text())]
    return news, numbers[0], numbers[2]


def check_known(options, quoth, count):
    """How much of what is known quoth found, as the generator tells it."""
    table = subprocess.Popen(
        quoth._query("quotes show article, speakers, text", "tsv"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    told = subprocess.run(
        [options.generator, "check", "--articles", str(count)], stdin=table.stdout, capture_output=True, text=True)
    if table.wait() != 0 or told.returncode != 0:
        raise Failure(f"what quoth found cannot be checked: {told.stderr}")
    return told.stdout.strip()


def compare(question, quoth, peers, ripgrep):
    """Ends the benchmark when a peer answers otherwise than quoth."""
    expected = texts(quoth.answer(question))
    for peer in peers:
        if not peer.asked(question):
            continue
        found = texts(peer.fetch(peer.asked(question)))
        agrees = {
            "rows": lambda: found == expected,
            "number": lambda: len(found) == len(expected),
            "among": lambda: expected and {tuple(row) for row in expected} <= {tuple(row) for row in found},
        }[question.compare]()
        if not agrees:
            raise Failure(f"‘{question.name}’: {peer.name} answers otherwise than quoth")
    if ripgrep and question.ripgrep and ripgrep.count(question) != len(expected):
        raise Failure(f"‘{question.name}’: ripgrep finds {ripgrep.count(question)} lines, quoth {len(expected)} articles")
    return len(expected)


def measure(options, size):
    """All figures of one size."""
    news, count, text = generate(options, size)
    quoth = Quoth(options.quoth, Path(options.cache) / f"{size}.quoth")
    say(f"{size}: analysing")
    indexing = quoth.index(news)
    alone = quoth.index(news, cores="0") if text < 200_000_000 else None
    known = check_known(options, quoth, count)
    say(f"{size}: {known}")
    export = Path(options.cache) / f"{size}.csv"
    quoth.export(EXPORT, export)
    sentences = None
    if text < MOST_TOKENIZED:
        sentences = Path(options.cache) / f"{size}.sentences.csv"
        quoth.export(SENTENCES, sentences)
    peers = [SQLite(Path(options.cache) / f"{size}.sqlite"), DuckDB(Path(options.cache) / f"{size}.duckdb")]
    for peer in peers:
        say(f"{size}: building {peer.name}")
        peer.build(news, export, sentences)
        peer.open()
    ripgrep = Ripgrep(news)
    rows = []
    for question in QUESTIONS:
        say(f"{size}: comparing ‘{question.name}’")
        rows.append(compare(question, quoth, peers, ripgrep))
    say(f"{size}: timing")
    first, warm, session = quoth.session(QUESTIONS, options.runs)
    results = []
    for index, question in enumerate(QUESTIONS):
        row = {"name": question.name, "rows": rows[index], "quoth first": first[index], "quoth": warm[index]}
        for peer in peers:
            if not peer.asked(question):
                continue
            peer.fetch(peer.asked(question))
            slow = "regexp" in peer.asked(question)
            times = min(options.runs, 2) if slow and text > 50_000_000 else options.runs
            row[peer.name] = 1000 * programs.best(times, lambda: peer.fetch(peer.asked(question)))
            whole = peer.whole(question, min(3, options.runs))
            if whole is not None:
                row[f"{peer.name} whole"] = whole
        row["quoth whole"] = quoth.whole(question, min(3, options.runs))
        if question.ripgrep:
            row["ripgrep whole"] = ripgrep.whole(question, min(3, options.runs))
        results.append(row)
    return {
        "size": size, "articles": count, "text": text, "known": known, "questions": results,
        "indexing": vars(indexing), "alone": vars(alone) if alone else None, "session peak": session.peak,
        "snapshot": quoth.size(), "sizes": {p.name: os.path.getsize(p.path) for p in peers},
        "opening": quoth.whole(QUESTIONS[1], options.runs),
        "duckdb opening": peers[1].first_answer(QUESTIONS[1], options.runs),
        "versions": [quoth.version()] + [p.version() for p in peers + [ripgrep]],
    }


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description=__doc__)
    parser.add_argument("--quoth", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--generator", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--cache", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=5, help="the best of so many runs is told (5)")
    parser.add_argument("--json", help="a file for the figures as they were measured")
    parser.add_argument("sizes", nargs="*", default=["5MB", "100MB", "1GB"], help="5MB, 100MB, 1GB")
    options = parser.parse_args()
    try:
        figures = [measure(options, size) for size in options.sizes]
    except Failure as failure:
        say(failure)
        return 1
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=1))
    print(report.markdown(figures, datetime.date.today()))
    return 0


sys.exit(main())
