"""Which cues are of speech, by the stems of speech-verbs.txt."""
import re
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=None)
def _pattern():
    forms = []
    for line in Path(__file__).with_name("speech-verbs.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            forms.extend(line.split())
    alternatives = (form.replace("_", " ").replace("*", r"\w*") for form in forms)
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)


def is_speech(cue):
    """Whether a cue holds a verb of speech."""
    return _pattern().search(cue) is not None
