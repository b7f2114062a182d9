"""What everyone is asked, each in its own language."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """One question. `quoth` answers with the columns that the SELECTs give; a missing program cannot be asked."""

    name: str
    quoth: str
    sqlite: str = ""
    duckdb: str = ""
    # Arguments for ripgrep over the JSON Lines, which gives the number of lines that match.
    ripgrep: list = field(default_factory=list)
    # How answers are compared: all "rows", their "number", or whether a peer's rows hold quoth's ("among").
    compare: str = "rows"


SPEAKER, TOPIC = "David Waldby", "sanctions"
PHRASE = "nuclear deal"
# A pattern with whole words in it, and one without any.
WORDS = r"wants to \w+ the (harbour|river|bridge)\b"
PARTS = r"\w+oo(nd|rt)ment of \w+"


def _both(sql):
    return {"sqlite": sql, "duckdb": sql}


QUESTIONS = [
    Question(
        "speaker and topic",
        f'quotes where speaker="{SPEAKER}" and topic={TOPIC} show id, text',
        **_both(
            "select q.id, q.text from quotations q join speakers s on s.quotation = q.id "
            f"join topics t on t.quotation = q.id where s.speaker = '{SPEAKER}' and t.topic = '{TOPIC}'"
        ),
    ),
    Question(
        "by outlet",
        "quotes group by outlet",
        **_both("select outlet, count(*) from quotations group by outlet"),
    ),
    Question(
        "by month",
        "quotes group by month(date)",
        sqlite="select substr(date, 1, 7), count(*) from quotations group by 1",
        duckdb="select strftime(date, '%Y-%m'), count(*) from quotations group by 1",
    ),
    Question(
        "by speaker, one topic",
        f"quotes where topic={TOPIC} group by speaker",
        **_both(
            "select s.speaker, count(*) from topics t left join speakers s using (quotation) "
            f"where t.topic = '{TOPIC}' group by 1"
        ),
    ),
    Question(
        "phrase in quotations",
        f'quotes where text contains "{PHRASE}" show id, text',
        sqlite="select q.id, q.text from quotation_words w join quotations q on q.number = w.rowid "
        f"""where quotation_words match '"{PHRASE}"'""",
        duckdb=rf"select id, text from quotations where regexp_matches(text, '(?i)\b{PHRASE}\b')",
    ),
    Question(
        "phrase in articles",
        f'articles where text contains "{PHRASE}" show id',
        sqlite="select a.id from article_words w join articles a on a.number = w.rowid "
        f"""where article_words match '"{PHRASE}"'""",
        duckdb=rf"select id from articles where regexp_matches(text, '(?i)\b{PHRASE}\b')",
        ripgrep=["-i", rf"\b{PHRASE}\b"],
    ),
    Question(
        "concordance",
        f'articles | concordance "{PHRASE}"',
        duckdb=rf"select id, unnest(regexp_extract_all(text, '(?i)\b{PHRASE}\b.{{0,40}}')) from articles",
        compare="number",
    ),
    Question(
        "collocates",
        f'articles | collocates of "{TOPIC}" window 5 show word, count',
        **_both(
            "select word, count(*) from (select distinct t.sentence, t.place, t.word from tokens n join tokens t "
            "on t.sentence = n.sentence and t.place between n.place - 5 and n.place + 5 and t.word <> n.word "
            f"where n.word = '{TOPIC}') group by word having count(*) >= 5"
        ),
        compare="among",
    ),
    Question(
        "regex with words",
        f"articles where text ~ /{WORDS}/ show id",
        sqlite=f"select id from articles where text regexp '(?i){WORDS}'",
        duckdb=f"select id from articles where regexp_matches(text, '(?i){WORDS}')",
        ripgrep=["-i", WORDS],
    ),
    Question(
        "regex without words",
        f"articles where text ~ /{PARTS}/ show id",
        sqlite=f"select id from articles where text regexp '(?i){PARTS}'",
        duckdb=f"select id from articles where regexp_matches(text, '(?i){PARTS}')",
        ripgrep=["-i", PARTS],
    ),
]
