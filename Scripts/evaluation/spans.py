"""Spans of characters: pairs of start and end, half open."""
import re

WORD = re.compile(r"\w[\w’'-]*")
EDGES = frozenset(" \t\u00a0\u200b\u202a" "\"“”‟„«»" "'‘’`" ".,;:!?…-–—")


def common(one, other):
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def touches(one, other):
    return common(one, other) > 0


def mostly_in(span, others):
    """Whether half of a span lies in others, which do not overlap."""
    return 2 * sum(common(span, other) for other in others) >= max(1, span[1] - span[0])


def trimmed(text, span):
    """A span without marks, white space and punctuation at its edges."""
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end


def paragraphs(text, span=None):
    """The spans of the lines of a text, or of the part of them in a span."""
    start, end = span or (0, len(text))
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1
