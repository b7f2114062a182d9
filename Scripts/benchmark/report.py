"""The figures as Markdown."""
import re


def machine():
    """The processor, and how many there are."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = re.findall(r"model name\s*: (.*)", file.read())
    return f"{names[0] if names else 'unknown processor'}, {len(names)} cores"


def milliseconds(value):
    if value is None:
        return "–"
    return f"{value:.2f}" if value < 10 else f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join([" --- "] + [" ---: "] * (len(head) - 1)) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def queries(figure):
    """Warm queries and whole processes of one size."""
    head = ["question", "rows", "quoth", "SQLite", "DuckDB", "×", "quoth, first", "quoth, process", "SQLite, process",
            "ripgrep, process"]
    rows = []
    for q in figure["questions"]:
        peers = [q[name] for name in ("SQLite", "DuckDB") if name in q]
        ahead = f"{min(peers) / q['quoth']:.1f}" if peers and q["quoth"] > 0 else "–"
        columns = ["quoth", "SQLite", "DuckDB"]
        rest = ["quoth first", "quoth whole", "SQLite whole", "ripgrep whole"]
        rows.append(
            [q["name"], f"{q['rows']:,}"] + [milliseconds(q.get(c)) for c in columns] + [ahead]
            + [milliseconds(q.get(c)) for c in rest])
    return table(head, rows)


def sizes(figures):
    """What does not depend on a question."""
    rows = []
    for f in figures:
        text, load = f["text"], f["indexing"]
        alone = f["alone"]
        rows.append([
            f["size"], f"{f['articles']:,}", f"{text / 1e6:.0f} MB", f"{text / 1e6 / load['user']:.1f}",
            f"{text / 1e6 / alone['seconds']:.1f}" if alone else "–", f"{text / 1e6 / load['seconds']:.1f}",
            f"{load['peak'] / text:.1f}", f"{f['session peak'] / text:.1f}", f"{f['snapshot'] / text:.2f}",
            " / ".join(f"{size / text:.2f}" for size in f["sizes"].values()),
            milliseconds(f["opening"]), milliseconds(f["duckdb opening"])])
    return table(
        ["news", "articles", "text", "MB/s by processor time", "MB/s on one core", "MB/s on all", "memory ÷ text, analysing",
         "memory ÷ text, session", "snapshot ÷ text", "SQLite / DuckDB file ÷ text", "open and ask, quoth process",
         "open and ask, DuckDB in Python"], rows)


def slope(figures):
    """Milliseconds of each question at each size."""
    rows = [
        [q["name"]] + [milliseconds(f["questions"][index]["quoth"]) for f in figures]
        for index, q in enumerate(figures[0]["questions"])]
    rows.append(["analysing, processor seconds"] + [f"{f['indexing']['user']:.1f}" for f in figures])
    return table([""] + [f["size"] for f in figures], rows)


def markdown(figures, date):
    parts = [f"{date}, {machine()}; " + "; ".join(figures[0]["versions"]) + "."]
    for figure in figures:
        parts += [f"### {figure['size']}", f"{figure['known']}.", queries(figure)]
    parts += ["### Loading, memory and files", sizes(figures)]
    if len(figures) > 1:
        parts += ["### Slope", slope(figures)]
    return "\n\n".join(parts) + "\n"
