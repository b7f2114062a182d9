"""Counts of one article: what is right, wrong and missing.

Detection. Quotations in marks (direct and mixed) are cut at paragraph breaks and trimmed: the pieces. A positive unit
is found when one piece covers half of it. A piece is right when half of it lies in positive units, and does not count
when half lies in ignored ones or in gold content without marks.

Attribution, over the found units whose gold has a source. The entity is right when the source that the program
shows touches the head of the gold source, or the name agrees, or a chain of mentions ties the two; "end to end" divides
by all positive units with a source. The name is right when the speaker that the program names (or else the words of
the source) agrees with the gold name, over units whose speaker is known by name; of several speakers all must agree.

Indirect speech. Words of gold content outside every stretch against words of the program's statements there, without
the words of gold attributions whose cue is not of speech.
"""
from collections import Counter

from .cues import is_speech
from .names import same_name
from .spans import WORD, common, mostly_in, paragraphs, touches, trimmed
from .stretches import IGNORED, NEGATIVE, POSITIVE, stretches, units

# What a character of the text belongs to.
_GOLD_SPEECH, _GOLD_OTHER, _SYSTEM, _MARKED = 1, 2, 4, 8


class ArticleScore:
    """The counts of one article, and its errors for reading."""

    def __init__(self, article, statements):
        self.article, self.statements = article, statements
        self.tally, self.errors = Counter(), []
        self.marked = stretches(article.text)
        self.units = units(article, self.marked)
        self.pieces = list(self._cut())
        self._score_pieces()
        for unit in self.units:
            if unit.state == POSITIVE:
                self._score_unit(unit)
            elif unit.state == NEGATIVE:
                self._score_negative(unit)
        self._score_indirect()

    def _cut(self):
        """The spans of quotations in marks, paragraph by paragraph, each with its statement."""
        text = self.article.text
        for statement in self.statements:
            if statement.kind == "indirect":
                continue
            for paragraph in paragraphs(text, statement.span):
                span = trimmed(text, paragraph)
                if span[0] < span[1]:
                    yield span, statement

    def _spans(self, state):
        return [unit.span for unit in self.units if unit.state == state]

    def _score_pieces(self):
        positive, ignored = self._spans(POSITIVE), self._spans(IGNORED)
        content = [part for each in self.article.attributions for part in each.content]
        for span, statement in self.pieces:
            if mostly_in(span, positive):
                self.tally["pieces"] += 1
                self.tally["right pieces"] += 1
            elif not mostly_in(span, ignored) and (
                    mostly_in(span, self.marked) or not mostly_in(span, content)):
                self.tally["pieces"] += 1
                self.tally["false " + statement.rule] += 1
                self._note("not a quotation", span, rule=statement.rule)

    def _best_piece(self, span):
        """The piece that covers half of a span, or nothing."""
        best = max(self.pieces, key=lambda piece: common(piece[0], span), default=None)
        if best is None or 2 * common(best[0], span) < span[1] - span[0]:
            return None
        return best[1]

    def _score_negative(self, unit):
        self.tally["negatives"] += 1
        self.tally["negatives kept"] += self._best_piece(unit.span) is not None

    def _score_unit(self, unit):
        tally, gold = self.tally, unit.attribution
        statement = self._best_piece(unit.span)
        tally["units"] += 1
        tally["units " + unit.kind] += 1
        if gold.source:
            tally["sourced"] += 1
            tally["sourced " + unit.kind] += 1
        if statement is None:
            return self._note("missed", unit.span, kind=unit.kind)
        tally["found"] += 1
        if gold.source:
            self._score_speaker(unit, statement)

    def _score_speaker(self, unit, statement):
        tally, text, who = self.tally, self.article.text, unit.attribution.speaker
        source = statement.source and trimmed(text, statement.source)
        names = statement.speakers or ([text[slice(*source)]] if source else [])
        is_name_right = _agree(names, who.names)
        is_entity_right = is_name_right or source is not None and (
            touches(source, who.head) or self._is_chained(source, who.head))
        is_span_right = source is not None and any(
            source == trimmed(text, part) for part in unit.attribution.source)
        tally["attributed"] += 1
        tally["attributed " + unit.kind] += 1
        tally["exact source"] += is_span_right
        tally["rule " + statement.rule] += 1
        if is_entity_right:
            for key in ("entity", "entity " + unit.kind, "entity by " + statement.rule):
                tally[key] += 1
        if who.is_named:
            for key in ("named", "named " + who.form):
                tally[key] += 1
                tally["resolved" + key[5:]] += is_name_right
        if not is_entity_right or who.is_named and who.how != "coref" and not is_name_right:
            self._note(
                "wrong name" if is_entity_right else "wrong speaker", unit.span, kind=unit.kind,
                rule=statement.rule, form=who.form,
                gold=" … ".join(text[slice(*part)] for part in unit.attribution.source),
                gold_speaker=" and ".join(who.names) or None, gold_at=who.head[0],
                source=source and text[slice(*source)], speakers=statement.speakers)

    def _is_chained(self, source, head):
        """Whether a chain has a mention within the source and one at the gold head. Chains give heads apart."""
        for chain in self.article.chains:
            begins_near = any(
                touches(source, mention[2:4]) and mention[0] >= source[0] - 30 for mention in chain)
            if begins_near and any(touches(head, mention[2:4]) for mention in chain):
                return True
        return False

    def _score_indirect(self):
        labels = bytearray(len(self.article.text))

        def mark(span, label):
            for place in range(*span):
                labels[place] |= label

        for attribution in self.article.attributions:
            label = _GOLD_SPEECH if is_speech(attribution.cue_text) else _GOLD_OTHER
            for part in attribution.content:
                mark(part, label)
        for statement in self.statements:
            if statement.kind != "direct":
                mark(statement.span, _SYSTEM)
        for span in self.marked:
            mark(span, _MARKED)
        for word in WORD.finditer(self.article.text):
            label = labels[word.start()]
            if label & (_MARKED | _GOLD_OTHER):
                continue
            self.tally["indirect gold"] += bool(label & _GOLD_SPEECH)
            self.tally["indirect found"] += bool(label & _SYSTEM)
            self.tally["indirect both"] += label == _GOLD_SPEECH | _SYSTEM

    def _note(self, error, span, **more):
        self.errors.append({
            "id": self.article.id, "error": error, "start": span[0], "end": span[1],
            "text": self.article.text[slice(*span)], **more})




def _agree(names, gold):
    """Whether the names that the program gives are those of the gold.

    A gold source of several speakers that is known by the first of them is met by the first name.
    """
    if not names or not gold:
        return False
    if len(gold) == 1:
        return same_name(names[0], gold[0])
    return len(names) == len(gold) and all(any(same_name(name, each) for name in names) for each in gold)
