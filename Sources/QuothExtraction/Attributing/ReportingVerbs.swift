//! What reporting verbs take beside "that".

/// Which complements of a verb are reported content.
enum ReportingVerbs {
  struct Complements: OptionSet {
    let rawValue: UInt16

    /// "said he …".
    static let clause = Complements(rawValue: 1 << 0)
    /// "asked whether …".
    static let question = Complements(rawValue: 1 << 1)
    /// "vowed to …".
    static let infinitive = Complements(rawValue: 1 << 2)
    /// "urged them to …".
    static let addressedInfinitive = Complements(rawValue: 1 << 3)
    /// "called on them to …".
    static let appeal = Complements(rawValue: 1 << 4)
    /// "called for …".
    static let purpose = Complements(rawValue: 1 << 5)
    /// "accused them of …".
    static let charge = Complements(rawValue: 1 << 6)
    /// "described it as …".
    static let comparison = Complements(rawValue: 1 << 7)
    /// "criticized them for …".
    static let reason = Complements(rawValue: 1 << 8)
    /// "called it a …".
    static let name = Complements(rawValue: 1 << 9)
    /// "denied the claim".
    static let object = Complements(rawValue: 1 << 10)
  }

  static let complements: [String: Complements] = {
    var table: [String: Complements] = [:]
    for (kinds, verbs) in groups {
      for verb in verbs.split(separator: " ") { table[String(verb), default: []].formUnion(kinds) }
    }
    return table
  }()

  private static let groups: [(Complements, String)] = [
    (
      .clause,
      """
      acknowledge add admit allege announce argue assert believe boast caution claim concede conclude confirm \
      contend counter declare deny emphasize emphasise estimate expect explain fear feel guess hope indicate \
      insist joke maintain note observe predict promise recall reiterate remark repeat reply report reveal \
      say state stress suggest suspect swear tell think tweet vow warn wish write \
      attest complain divulge lament protest quip reckon submit surmise testify
      """
    ),
    (.question, "ask describe explain note outline question reveal say tell wonder write"),
    (.infinitive, "ask beg claim offer pledge promise propose swear threaten volunteer vow"),
    (
      .addressedInfinitive,
      """
      advise ask beg challenge command encourage exhort implore instruct order remind tell urge warn
      """
    ),
    ([.appeal, .purpose, .name], "call"),
    (.purpose, "apologize ask argue plead"),
    (.charge, "accuse"),
    (.comparison, "characterise characterize denounce deride describe dismiss portray slam"),
    (
      .reason,
      """
      applaud assail attack blame blast castigate chastise chide condemn congratulate criticise criticize \
      denounce fault hail laud lambast lambaste mock praise rebuke ridicule slam thank
      """
    ),
    ([.name], "brand declare deem dub label pronounce"),
    ([.object], "announce deny propose predict"),
  ]

  /// Verbs whose addressee stands before the content.
  static let addressing: Set<String> = [
    "advise", "ask", "assure", "brief", "inform", "promise", "reassure", "remind", "tell", "warn", "write",
  ]

  /// Verbs that may follow or interrupt what they report: "…, said the mayor", "The bridge, he said, is safe".
  static let parting: Set<String> = [
    "acknowledge", "add", "admit", "argue", "assert", "boast", "claim", "complain", "concede", "conclude",
    "contend", "declare", "explain", "find", "insist", "joke", "learn", "maintain", "note", "observe",
    "predict",
    "promise", "recall", "report", "remark", "reply", "say", "state", "stress", "suggest", "tell", "tweet",
    "warn", "write", "allege", "announce", "confirm", "hear", "lament", "quip", "reckon", "submit", "testify",
  ]

  /// Verbs whose "that" reports no speech.
  static let mute: Set<String> = ["answer", "mean"]

  /// Verbs whose form in -s is no noun.
  static let verbsOnly: Set<String> = [
    "acknowledge", "add", "admit", "argue", "assert", "believe", "conclude", "confirm", "contend", "indicate",
    "insist", "predict", "reveal", "suggest", "think", "warn", "write",
  ]

  static let timeNouns: [StaticString] = [
    "week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "spring", "summer",
    "fall",
    "autumn", "winter", "day", "decade",
  ]
}
