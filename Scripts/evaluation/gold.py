"""Annotated articles, read from JSON Lines.

One article a line: `id`, `text`, and if known `publisher` and `date`; `attributions`, each with `id` and three lists
`source`, `cue` and `content` of fragments `{"start", "end", "text"}` that count characters. Optional beside it:

  NAME.silver.jsonl   {"id", "att": {attribution: {"head": [start, end], "type", "speaker", "how"}}}: the words of the
                      source that name it, whether they are a name, a pronoun or a nominal, and who is meant; "speakers"
                      lists the names where several speak together
  NAME.corenlp.jsonl  {"id", "coref": [[[start, end, head start, head end], …], …]}: chains of the same entity
"""
import json
from dataclasses import dataclass, field

from .failure import Failure

# How a speaker's name came to be known; "self" and "none" name nobody.
NAMED = {"name", "manual", "coref"}


@dataclass
class Speaker:
    """Who a gold source is."""

    head: tuple
    form: str = "unknown"
    names: tuple = ()
    how: str = "none"

    @property
    def is_named(self):
        return bool(self.names) and self.how in NAMED


@dataclass
class Attribution:
    """Source, cue and content as spans of characters."""

    source: list
    cue: list
    content: list
    cue_text: str
    speaker: Speaker


@dataclass
class Article:
    """A gold article with everything known of it."""

    id: str
    text: str
    publisher: str
    year: str
    attributions: list
    ignored: list
    chains: list = field(default_factory=list)


def records(path):
    """The JSON objects of a file, one a line."""
    try:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    record = json.loads(line)
                except ValueError as error:
                    raise Failure(f"{path}:{number}: not valid JSON: {error}") from None
                if not isinstance(record, dict) or "id" not in record:
                    raise Failure(f"{path}:{number}: not an object with an id")
                yield number, record
    except OSError as error:
        raise Failure(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Failure(f"{path}: not UTF-8 text") from None


def load(path, silver=None, coref=None):
    """The articles of a gold file, with names and chains where their files are given."""
    names = {record["id"]: record.get("att", {}) for _, record in records(silver)} if silver else {}
    chains = {record["id"]: record.get("coref", []) for _, record in records(coref)} if coref else {}
    articles = []
    for number, record in records(path):
        try:
            articles.append(_article(record, names.get(record["id"], {}), chains.get(record["id"], [])))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Failure(f"{path}:{number}: not an annotated article ({type(error).__name__}: {error})") from None
    if not articles:
        raise Failure(f"{path}: no articles")
    return articles


def _article(record, names, chains):
    text = record["text"]
    attributions = [_attribution(each, names.get(each.get("id")), text) for each in record["attributions"]]
    return Article(
        id=str(record["id"]), text=text, publisher=record.get("publisher") or "unknown",
        year=(record.get("date") or "")[:4] or "unknown", attributions=attributions,
        ignored=[tuple(span) for span in record.get("ignore", ())], chains=chains)


def _attribution(record, speaker, text):
    def spans(part):
        found = [(each["start"], each["end"]) for each in record[part]]
        if any(not 0 <= start < end <= len(text) for start, end in found):
            raise ValueError(f"{part} of {record.get('id')} lies outside the text")
        return found

    source = spans("source")
    if speaker:
        names = speaker.get("speakers") or ([speaker["speaker"]] if speaker.get("speaker") else [])
        who = Speaker(tuple(speaker["head"]), speaker["type"], tuple(names), speaker["how"])
    else:
        who = Speaker((source[0][0], source[-1][1]) if source else (0, 0))
    cue_text = " ".join(each["text"] for each in record["cue"])
    return Attribution(source, spans("cue"), spans("content"), cue_text, who)
