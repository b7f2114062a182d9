"""SQLite, DuckDB and ripgrep over the same articles and quotations."""
import csv
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
import unicodedata

import duckdb

from . import programs

SCHEMA = """
create table articles (number integer primary key, id text, outlet text, date date, title text, text text);
create table quotations (number integer primary key, id text, article text, outlet text, date date, text text);
create table speakers (quotation text, speaker text);
create table topics (quotation text, topic text);
"""

INDEXES = """
create index quotations_id on quotations (id);
create index quotations_outlet on quotations (outlet);
create index speakers_speaker on speakers (speaker, quotation);
create index topics_topic on topics (topic, quotation);
create index speakers_quotation on speakers (quotation, speaker);
"""

TOKENS = "create table tokens (sentence integer, place integer, word text);"
TOKEN_INDEXES = """
create index tokens_word on tokens (word, sentence, place);
create index tokens_sentence on tokens (sentence, place, word);
"""
# Tables of words are made of no more text than this: SQLite's would take 20 times the text, and half an hour.
MOST_TOKENIZED = 200_000_000

SENTENCE_END = re.compile(r"[.!?].*\s")
SENTENCES = "sentences show text"
EXPORT = "quotes show id, article, outlet, date, speakers, topics, text"


def is_current(path, export):
    """Whether a database was made of this export, and by this program; if not, its place is free afterwards."""
    digest = ""
    for part in (export, __file__):
        with open(part, "rb") as file:
            digest += hashlib.file_digest(file, "sha256").hexdigest()
    note = path + ".made-of"
    if os.path.exists(path) and os.path.exists(note):
        with open(note, encoding="ascii") as file:
            if file.read() == digest:
                return True
    for old in (path, path + ".part"):
        if os.path.exists(old):
            os.remove(old)
    with open(note, "w", encoding="ascii") as file:
        file.write(digest)
    return False


def articles(news):
    with open(news, encoding="utf-8") as file:
        for number, line in enumerate(file):
            record = json.loads(line)
            yield number, record["id"], record["outlet"], record["date"], record["title"], record["text"]


def quotations(export):
    """What quoth found: everyone stores the same."""
    csv.field_size_limit(1 << 30)
    with open(export, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for number, row in enumerate(rows):
            names = [[part.strip() for part in cell.split(";") if part.strip()] for cell in row[4:6]]
            yield number, row, names[0], names[1]


def has_tokens(peer):
    """Whether the database has a table of words."""
    try:
        return bool(peer.fetch("select 1 from tokens limit 1"))
    except (sqlite3.Error, duckdb.Error):
        return False


def tokens(sentences):
    """The words of sentences, folded as quoth folds them."""
    word = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
    with open(sentences, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        number = 0
        for (text,) in rows:
            number += 1
            end = 0
            for place, found in enumerate(word.finditer(text)):
                # A quotation of several sentences is one sentence of its article, and several of its words.
                if SENTENCE_END.search(text, end, found.start()) and not text[found.start()].islower():
                    number += 1
                end = found.end()
                plain = unicodedata.normalize("NFD", found.group().casefold())
                yield number, place, "".join(c for c in plain if not unicodedata.combining(c))


class SQLite:
    """SQLite by Python's module, with a full-text index of articles and of quotations."""

    name = "SQLite"

    def __init__(self, path):
        self.path = str(path)

    def version(self):
        return f"SQLite {sqlite3.sqlite_version} with FTS5"

    def build(self, news, export, sentences):
        if is_current(self.path, export):
            return
        part = self.path + ".part"
        base = sqlite3.connect(part)
        base.executescript("pragma journal_mode = off; pragma synchronous = off;" + SCHEMA)
        base.executemany("insert into articles values (?, ?, ?, ?, ?, ?)", articles(news))
        base.executemany(
            "insert into quotations values (?, ?, ?, ?, ?, ?)",
            ((n, row[0], row[1], row[2], row[3], row[6]) for n, row, _, _ in quotations(export)))
        base.executemany(
            "insert into speakers values (?, ?)",
            ((row[0], name) for _, row, names, _ in quotations(export) for name in names))
        base.executemany(
            "insert into topics values (?, ?)",
            ((row[0], name) for _, row, _, names in quotations(export) for name in names))
        base.executescript(INDEXES + "create index quotations_month on quotations (substr(date, 1, 7));")
        for table, words in [("articles", "article_words"), ("quotations", "quotation_words")]:
            base.executescript(
                f"create virtual table {words} using fts5(text, content='{table}', content_rowid='number',"
                " tokenize='unicode61 remove_diacritics 2');"
                f"insert into {words}({words}) values ('rebuild'); insert into {words}({words}) values ('optimize');")
        if sentences:
            base.executescript(TOKENS)
            base.executemany("insert into tokens values (?, ?, ?)", tokens(sentences))
            base.executescript(TOKEN_INDEXES)
        base.executescript("analyze;")
        base.commit()
        base.close()
        os.rename(part, self.path)

    def open(self):
        self.base = sqlite3.connect(self.path)
        self.has_tokens = has_tokens(self)
        self.is_large = os.path.getsize(self.path) > 2_000_000_000
        self.base.executescript("pragma mmap_size = 30000000000; pragma cache_size = -2000000;")
        # One pattern at a time, compiled once.
        compiled = {}
        def matches(pattern, text):
            if pattern not in compiled:
                compiled[pattern] = re.compile(pattern).search
            return compiled[pattern](text) is not None
        self.base.create_function("regexp", 2, matches, deterministic=True)

    def asked(self, question):
        """The SELECT; empty where it would take minutes."""
        if "regexp" in question.sqlite and self.is_large or "tokens" in question.sqlite and not self.has_tokens:
            return ""
        return question.sqlite

    def fetch(self, sql):
        return self.base.execute(sql).fetchall()

    def whole(self, question, runs):
        """Milliseconds of the command-line program."""
        if "regexp" in question.sqlite:
            return None
        return 1000 * min(
            programs.run(["sqlite3", self.path, question.sqlite])[0].seconds for _ in range(runs))


class DuckDB:
    """DuckDB by its Python package."""

    name = "DuckDB"

    def __init__(self, path):
        self.path = str(path)

    def version(self):
        return f"DuckDB {duckdb.__version__}"

    def build(self, news, export, sentences):
        if is_current(self.path, export):
            return
        part = self.path + ".part"
        base = duckdb.connect(part)
        for statement in SCHEMA.split(";"):
            base.execute(statement)
        base.execute(
            f"insert into articles select row_number() over () - 1, id, outlet, date, title, text from "
            f"read_json('{news}', format='newline_delimited', columns={{id: 'VARCHAR', outlet: 'VARCHAR', "
            "date: 'DATE', title: 'VARCHAR', text: 'VARCHAR'})")
        base.execute(
            "create temp table export as select row_number() over () - 1 as number, * from "
            f"read_csv('{export}', header=true, all_varchar=true)")
        base.execute(
            "insert into quotations select number, id, article, outlet, cast(date as date), text from export order by number")
        for table, column in [("speakers", "speakers"), ("topics", "topics")]:
            base.execute(
                f"insert into {table} select id, trim(name) from (select number, id, unnest(string_split({column}, ';')) "
                f"as name from export where {column} is not null order by number)")
        for statement in INDEXES.split(";"):
            base.execute(statement)
        if sentences:
            words = self.path + ".tokens.csv"
            with open(words, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(tokens(sentences))
            base.execute(TOKENS)
            base.execute(f"insert into tokens select * from read_csv('{words}', header=false, all_varchar=true)")
            os.remove(words)
        base.execute("analyze; checkpoint")
        base.close()
        os.rename(part, self.path)

    def open(self):
        self.base = duckdb.connect(self.path, read_only=True)
        self.has_tokens = has_tokens(self)

    def asked(self, question):
        return question.duckdb if self.has_tokens or "tokens" not in question.duckdb else ""

    def fetch(self, sql):
        return self.base.execute(sql).fetchall()

    def first_answer(self, question, runs):
        """Milliseconds of opening the file and asking once, in a Python that has loaded DuckDB already."""
        program = (
            "import sys, time, duckdb\nstart = time.perf_counter()\n"
            "duckdb.connect(sys.argv[1], read_only=True).execute(sys.argv[2]).fetchall()\n"
            "print(time.perf_counter() - start)")
        arguments = [sys.executable, "-c", program, self.path, question.duckdb]
        return 1000 * min(
            float(programs.run(arguments, stdout=subprocess.PIPE)[1]) for _ in range(runs))

    def whole(self, question, runs):
        return None


class Ripgrep:
    """A plain search of the JSON Lines, which is a whole process always."""

    name = "ripgrep"

    def __init__(self, news):
        self.news = str(news)

    def version(self):
        return programs.run(["rg", "--version"], stdout=subprocess.PIPE)[1].split("\n")[0]

    def count(self, question):
        written = programs.run(["rg", "-c"] + question.ripgrep + [self.news], stdout=subprocess.PIPE)[1]
        return int(written.strip() or 0)

    def whole(self, question, runs):
        return 1000 * min(
            programs.run(["rg", "-c"] + question.ripgrep + [self.news])[0].seconds for _ in range(runs))
