"""Makes gold files from notes that name words instead of offsets.

    python3 -B -m evaluation.annotate NOTES GOLD.jsonl        (with Scripts on PYTHONPATH)

Writes GOLD.jsonl and GOLD.silver.jsonl. Notes hold one article after the other:

    == ID | publisher | date | FILE          FILE is beside the notes; without it the text follows, up to a line ----
    speaker | source | cue | content

In a line of an article, `first words … last words` stands for everything between, `||` parts the fragments of one
content, `{…}` in a source marks the words that name the speaker, and `-` says that there is none. A speaker is the full
name, several are joined by ` + `, and `-` is nobody known by name. Contents are looked for from the paragraph of the
one before on; sources and cues as near to their content as they come, outside it. Of contents that share words the one
that is noted first counts. Lines that start with # are remarks.
"""
import json
import re
import sys
from pathlib import Path

from .failure import USAGE, Failure

_PRONOUNS = frozenset("he she they it who we i which that you both".split())
_DETERMINERS = frozenset("the a an one another both two some".split())


def _gap(one, other):
    """How far two spans are apart; negative where they overlap, and 0 where one of them is none."""
    return max(one[0] - other[1], other[0] - one[1]) if one and other else 0


def _is_proper(word):
    return word[0].isupper() and word.lower() not in _DETERMINERS and not re.search("['’]s?$", word)


class Notes:
    """One article with its lines."""

    def __init__(self, key, publisher, date, text, lines):
        self.key, self.publisher, self.date, self.text, self.lines = key, publisher, date, text, lines

    def records(self):
        """The gold record and the silver record."""
        attributions, names, cursor, previous = [], {}, 0, None
        for number, line in enumerate(self.lines, 1):
            try:
                speaker, source, cue, content = (part.strip() for part in line.split(" | "))
            except ValueError:
                raise Failure(f"{self.key}: not four fields: {line}") from None
            first = content.split(" || ")[0]
            # From the paragraph of the content before; the same words again are the next such words.
            parts = self._content(content, cursor + 1 if first == previous else self._paragraph(cursor))
            cursor, previous = parts[0][0], first
            sources, cues = self._around(source.replace("{", "").replace("}", ""), cue, parts)
            key = f"E{number}"
            attributions.append({
                "id": key, "source": self._fragments(sources), "cue": self._fragments(cues),
                "content": self._fragments(parts)})
            if sources:
                names[key] = self._silver(speaker, source, sources[0])
        gold = {"id": self.key, "publisher": self.publisher, "date": self.date, "text": self.text,
                "attributions": attributions}
        return gold, {"id": self.key, "att": names}

    def _paragraph(self, place):
        """Where the paragraph of a place starts."""
        return self.text.rfind("\n", 0, place) + 1

    def _content(self, content, cursor):
        parts = []
        for piece in content.split(" || "):
            parts.append(self._find(piece, cursor))
            cursor = parts[-1][1]
        return parts

    def _find(self, piece, cursor):
        """The first occurrence of a piece from a place on."""
        first, _, last = piece.partition(" … ")
        start = self.text.find(first, cursor)
        end = self.text.find(last, start + len(first)) if last else start
        if start < 0 or end < 0:
            raise Failure(f"{self.key}: not found in order: {piece}")
        return start, end + len(last or first)

    def _around(self, source, cue, parts):
        """Source and cue: of all their occurrences outside the content the two that stand closest to it."""
        sources, cues = self._outside(source, parts), self._outside(cue, parts)
        pairs = [(one, other) for one in sources for other in cues if not _gap(one, other) < 0]
        if not pairs:
            raise Failure(f"{self.key}: no such source or cue: {source} | {cue}")

        def distance(pair):
            chain = [span for span in pair if span]
            nearest = min(parts, key=lambda part: _gap(chain[-1], part)) if chain else None
            steps = zip(chain, [*chain[1:], nearest])
            return sum(_gap(*step) + 200 * self._breaks(*step) for step in steps)

        return [[span] if span else [] for span in min(pairs, key=distance)]

    def _outside(self, words, parts):
        """The occurrences of words outside a content; one that is nothing for `-`."""
        if words == "-":
            return [None]
        starts = [match.start() for match in re.finditer(re.escape(words), self.text)]
        spans = [(start, start + len(words)) for start in starts]
        return [span for span in spans if all(_gap(span, part) >= 0 for part in parts)]

    def _breaks(self, one, other):
        """How many paragraph breaks lie between two spans."""
        return self.text[min(one[1], other[1]):max(one[0], other[0])].count("\n")

    def _fragments(self, spans):
        return [{"start": start, "end": end, "text": self.text[start:end]} for start, end in spans]

    def _silver(self, speaker, source, span):
        before, brace, rest = source.partition("{")
        head = rest.partition("}")[0] if brace else source
        start = span[0] + (len(before) if brace else 0)
        first = head.split()[0]
        is_known = speaker != "-"
        form = ("pronoun" if head.lower() in _PRONOUNS else
                "name" if is_known and _is_proper(first) else "nominal")
        names = speaker.split(" + ") if is_known else [head]
        record = {"head": [start, start + len(head)], "mention": head, "type": form, "speaker": names[0],
                  "how": "self" if not is_known else "name" if form == "name" else "manual"}
        if len(names) > 1:
            record["speakers"] = names
        return record


def articles(path):
    """The articles of a file of notes."""
    header, text, lines, in_text = None, [], [], False
    for line in [*path.read_text(encoding="utf-8").split("\n"), "== end"]:
        if line.startswith("== "):
            if header:
                yield _notes(path, header, text, lines)
            header, text, lines = [field.strip() for field in line[3:].split("|")], [], []
            in_text = len(header) == 3
        elif in_text and line == "----":
            in_text = False
        elif in_text:
            text.append(line)
        elif line.strip() and not line.startswith("#"):
            lines.append(line)


def _notes(path, header, text, lines):
    if len(header) not in (3, 4):
        raise Failure(f"{path}: a header without publisher and date: {header[0]}")
    body = (path.parent / header[3]).read_text(encoding="utf-8") if len(header) == 4 else "\n".join(text).strip()
    return Notes(header[0], header[1] or None, header[2] or None, body, lines)


def main(arguments):
    if len(arguments) != 2:
        print("usage: annotate NOTES GOLD.jsonl", file=sys.stderr)
        return USAGE
    notes, gold = (Path(argument) for argument in arguments)
    try:
        made = [each.records() for each in articles(notes)]
    except (Failure, OSError) as error:
        print(f"annotate: {error}", file=sys.stderr)
        return getattr(error, "code", 4)
    for path, records in zip((gold, gold.with_suffix(".silver.jsonl")), zip(*made)):
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
