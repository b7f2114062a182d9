"""The command line of `Scripts/evaluate`."""
import argparse
import json
import sys
from pathlib import Path

from . import gold, program, report
from .failure import USAGE, Failure
from .scoring import ArticleScore


def main():
    options = _options()
    try:
        if len(options.gold) > 1 and (options.silver or options.coref):
            raise Failure("--silver and --coref go with a single gold file", USAGE)
        errors = []
        for number, path in enumerate(options.gold):
            if number:
                print()
            _evaluate(path, options, errors)
        if options.errors:
            _write(options.errors, errors)
    except Failure as failure:
        print(f"evaluate: {failure}", file=sys.stderr)
        return failure.code
    return 0


def _options():
    parser = argparse.ArgumentParser(
        prog="Scripts/evaluate", description="Measures quoth's attributions against annotated articles.",
        epilog="Names and chains are looked for beside GOLD.jsonl: GOLD.silver.jsonl, GOLD.corenlp.jsonl.")
    parser.add_argument("gold", metavar="GOLD.jsonl", nargs="+", help="annotated articles, one a line")
    parser.add_argument("--silver", metavar="FILE", help="names of the gold sources")
    parser.add_argument("--coref", metavar="FILE", help="chains of mentions of the same entity")
    parser.add_argument("--errors", metavar="FILE", help="write what was wrong, one error a line")
    parser.add_argument(
        "--by", choices=("publisher", "year"), action="append", default=[],
        help="the main figures per group too; may be given twice")
    parser.add_argument("--binary", required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def _evaluate(path, options, errors):
    silver = options.silver or _beside(path, "silver")
    coref = options.coref or _beside(path, "corenlp")
    articles = gold.load(path, silver, coref)
    found = program.statements(options.binary, path, articles)
    scores = [ArticleScore(article, found[article.id]) for article in articles]
    rate = program.speed(options.binary, path, articles)
    print(report.table(Path(path).name, scores, bool(silver), bool(coref), rate))
    for title in options.by:
        print()
        print(report.groups(title, scores, lambda article, title=title: getattr(article, title), bool(silver)))
    for score in scores:
        errors.extend(score.errors)


def _beside(path, ending):
    """The file of names or chains that stands beside a gold file, if there is one."""
    candidate = Path(path).with_suffix(f".{ending}.jsonl")
    return str(candidate) if candidate.exists() else None


def _write(path, errors):
    try:
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(error, ensure_ascii=False) + "\n" for error in errors)
    except OSError as error:
        raise Failure(f"{path}: {error.strerror}") from None


if __name__ == "__main__":
    sys.exit(main())
