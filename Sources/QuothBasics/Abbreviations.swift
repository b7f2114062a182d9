//! Words whose full stop ends no sentence.

/// Abbreviations that news writes with a full stop, folded. The reader of articles has them among its word lists; a test
/// holds the two together.
public enum Abbreviations {
  /// Folded, without the full stop.
  public static let all: Set<String> = [
    "adm", "al", "ala", "approx", "apr", "ariz", "ark", "assn", "aug", "brig", "bros", "calif", "capt",
    "cllr", "cmdr", "co", "col", "colo", "conn", "const", "corp", "cpl", "dec", "del", "dept", "det", "dr",
    "eg", "est", "etc", "feb", "fig", "fla", "ga", "gen", "gov", "govs", "hon", "ie", "ill", "inc", "ind",
    "insp", "jan", "jr", "jul", "jun", "kan", "ky", "la", "lt", "ltd", "maj", "mar", "mass", "md",
    "messrs", "mich", "minn", "miss", "mlle", "mme", "mo", "mont", "mr", "mrs", "ms", "msgr", "neb", "nev",
    "no", "nos", "nov", "oct", "okla", "ore", "pa", "prof", "pte", "rep", "reps", "rev", "sen", "sens",
    "sep", "sept", "sgt", "smt", "sr", "sra", "srta", "st", "supt", "tenn", "tex", "univ", "va", "vs",
    "vt", "wash", "wis", "wyo",
  ]

  /// The letters of the longest.
  public static let longest = all.map(\.utf8.count).max() ?? 0
}
