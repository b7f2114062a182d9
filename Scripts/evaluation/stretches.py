"""Quotation-marked stretches, and which of them are somebody's words.

A stretch runs from an opening double mark to its closing mark in the same paragraph, or, left open, to the
paragraph's end. Single marks, marks within HTML tags and marks nested in a stretch open nothing. Stretches of three
words and more are the units that are scored:

  positive  at least half of it lies in the content of one gold attribution
  ignored   less than half, but some; titles within reported words without marks; stretches of one or two words
  negative  no gold content touches it: scare quotes, titles, labels
"""
import re
from dataclasses import dataclass

from .spans import WORD, common, mostly_in, paragraphs, touches, trimmed

POSITIVE, IGNORED, NEGATIVE = "positive", "ignored", "negative"

_MARK = re.compile(r"''|``|[\"“”‟„«»]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_OPENING, _CLOSING = frozenset("“„‟«") | {"``"}, frozenset("”»")
_MAY_PRECEDE_OPENING = frozenset("([{—–-/―‘'“\"")
_MAY_FOLLOW_CLOSING = frozenset(".,;:!?)]}—–-―'’\"”")
_INVISIBLE = frozenset("\u200b\u202a\ufeff")


@dataclass
class Unit:
    """A stretch, trimmed, with what the gold says of it."""

    span: tuple
    state: str
    attribution: object
    kind: str


def stretches(text):
    """The spans of all stretches, marks left out."""
    tags = [match.span() for match in _TAG.finditer(text)]
    found = []
    for paragraph in paragraphs(text):
        marks = [mark for mark in _MARK.finditer(text, *paragraph)
                 if not any(start <= mark.start() < end for start, end in tags)]
        found.extend(_paired(text, paragraph, marks))
    return [span for span in found if span[0] < span[1]]


def _paired(text, paragraph, marks):
    """The stretches of one paragraph from its marks in order."""
    start, nested = None, 0
    for mark in marks:
        glyph = mark.group()
        if _opens(text, paragraph, mark, start is not None):
            if start is None:
                start = mark.end()
            elif glyph in "“„«":
                nested += 1
        elif start is not None:
            if nested and glyph in _CLOSING:
                nested -= 1
            else:
                yield start, mark.start()
                start, nested = None, 0
    if start is not None:
        yield start, paragraph[1]


def _opens(text, paragraph, mark, is_open):
    """Whether a mark opens: by its neighbours, where they do not tell by its glyph, and then by what is open."""
    first, last = paragraph
    before = text[mark.start() - 1] if mark.start() > first else " "
    before = " " if before in _INVISIBLE else before
    after = text[mark.end()] if mark.end() < last else " "
    may_open = not after.isspace() and (before.isspace() or before in _MAY_PRECEDE_OPENING)
    may_close = not before.isspace() and (after.isspace() or after in _MAY_FOLLOW_CLOSING)
    if may_open != may_close:
        return may_open
    glyph = mark.group()
    if glyph in _OPENING:
        return not (is_open and not text[mark.end():last].strip())
    if glyph in _CLOSING:
        return not is_open and not text[first:mark.start()].strip()
    return not is_open


def looks_like_title(words):
    """Whether all long words are capitalised, as in the name of a book."""
    long_words = [word for word in WORD.findall(words) if len(word) >= 4]
    return (len(long_words) >= 2 and all(word[0].isupper() or word[0].isdigit() for word in long_words)
            and not re.search(r"\bI\b", words))


def units(article, marked):
    """Every stretch of an article as a unit."""
    return [_unit(article, marked, span) for span in marked]


def _unit(article, marked, span):
    text, span_trimmed = article.text, trimmed(article.text, span)
    covers = [sum(common(span, part) for part in each.content) for each in article.attributions]
    cover = max(covers, default=0)
    if len(WORD.findall(text[span[0]:span[1]])) < 3 or any(touches(span, each) for each in article.ignored):
        return Unit(span_trimmed, IGNORED, None, "")
    if cover == 0:
        return Unit(span_trimmed, NEGATIVE, None, "")
    attribution = article.attributions[covers.index(cover)]
    part = max(attribution.content, key=lambda each: common(span, each))
    has_words_without_marks = any(
        not any(start <= word.start() < end for start, end in marked) for word in WORD.finditer(text, *part))
    is_title = has_words_without_marks and looks_like_title(text[span[0]:span[1]])
    state = POSITIVE if mostly_in(span, attribution.content) and not is_title else IGNORED
    return Unit(span_trimmed, state, attribution, "mixed" if has_words_without_marks else "direct")
