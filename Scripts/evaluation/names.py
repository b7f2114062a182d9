"""Whether two names mean the same person or body."""
import re

_TITLES = frozenset(
    "mr mrs ms miss dr sir sen senator rep gov governor gen president secretary the jr sr ii iii".split())
_POSSESSIVE_OR_MARK = re.compile(r"['’]s\b|[.,'’\"“”]")


def _words(name):
    return [word for word in _POSSESSIVE_OR_MARK.sub("", name).lower().split() if word not in _TITLES]


def same_name(one, other):
    """One name ends the other, or is its first word; or last words agree, and first names so far as initials tell.

    Of descriptions ("a spokesman") one has to contain the other.
    """
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    if not (one[:1].isupper() and other[:1].isupper()):
        left_words, right_words = " ".join(left), " ".join(right)
        return left_words in right_words or right_words in left_words
    shorter, longer = sorted((left, right), key=len)
    if longer[-len(shorter):] == shorter or len(shorter) == 1 and longer[0] == shorter[0]:
        return True
    if shorter[-1] != longer[-1]:
        return False
    first, second = left[0], right[0]
    return first == second or first[0] == second[0] and 1 in (len(first), len(second))
