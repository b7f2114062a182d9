//! Small texts, one rule each: who is held to have said what.

import QuothModel
import Testing

/// A text and the decisions expected of it, without the words.
private struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

private let introduction =
  "On a rainy Monday Prime Minister Anna Berg met President Omar Diallo of Senegal for talks about trade."

private let cases: [Case] = [
  Case("“We agree,” Berg said.", "direct | Anna Berg | Berg | said"),
  Case("“We agree,” said Diallo.", "direct | Omar Diallo | Diallo | said"),
  Case("Berg said, “We agree.”", "direct | Anna Berg | Berg | said"),
  Case("“We agree,” she said. “Fully.”", "direct | Anna Berg | she | said", "direct | Anna Berg | she | -"),
  Case("\"We agree,” the prime minister added.", "direct | Anna Berg | the prime minister | added"),
  Case(
    "''We agree,'' the Senegalese president added.", "direct | Omar Diallo | the Senegalese president | added"
  ),
  Case(
    "According to Diallo, the deal is “a turning point.”", "indirect | Omar Diallo | Diallo | According to",
    "mixed | Omar Diallo | Diallo | According to"),
  Case(
    "Berg, who leads a coalition of three parties, called it “a good day.”",
    "mixed | Anna Berg | Berg, who leads a coalition of three parties | called"),
  Case(
    "Diallo praised the deal, saying “it opens every door.”", "mixed | Omar Diallo | Diallo | saying"),
  Case(
    "Berg and Diallo denounced the “unjust tariffs.”",
    "mixed | Anna Berg + Omar Diallo | Berg and Diallo | denounced"),
  Case(
    "The two leaders called for a “lasting truce.”",
    "mixed | Anna Berg + Omar Diallo | The two leaders | called"),
  Case(
    "A spokesman for the ministry said it was “too early.”",
    "mixed | unknown | A spokesman for the ministry | said"),
  Case("They visited the exhibition “Masks of the Coast” together.", "nobody's (title)"),
  Case("Diallo did not say that “all is well.”", "nobody's (denied)"),
  Case(
    "Berg refused to say whether “a deal” was near.", "indirect | Anna Berg | Berg | say",
    "nobody's (denied)"),
  Case("He never said “we agree.”", "nobody's (denied)"),
  Case("The so-called “friends” left.", "nobody's (scare)"),
  Case("Diallo said that trade had doubled.", "indirect | Omar Diallo | Diallo | said"),
  Case("Trade had doubled in two years, he said.", "indirect | Omar Diallo | he | said"),
  Case("Diallo said the port earns more than the mines.", "indirect | Omar Diallo | Diallo | said"),
  Case("Some say the port is too small.", "indirect | unknown | Some | say"),
  Case("Berg said last week in Oslo that fish stocks were safe.", "indirect | Anna Berg | Berg | said"),
  Case("The harbor, Berg said, will open in May.", "indirect | Anna Berg | Berg | said"),
  Case("In winter, the roads are closed, Diallo told reporters.", "indirect | Omar Diallo | Diallo | told"),
  Case("Berg vowed to rebuild the harbor.", "indirect | Anna Berg | Berg | vowed"),
  Case("Diallo urged Norway to lower its tariffs.", "indirect | Omar Diallo | Diallo | urged"),
  Case("Diallo accused rich states of hoarding vaccines.", "indirect | Omar Diallo | Diallo | accused"),
  Case("Berg asked whether the quota could rise.", "indirect | Anna Berg | Berg | asked"),
  Case("Berg called for a ban on bottom trawling.", "indirect | Anna Berg | Berg | called"),
  Case("Voters doubted her claim that fish stocks were safe.", "indirect | Anna Berg | her | claim"),
  Case(
    "“We agree,” said Anna Berg, the prime minister of Norway.",
    "direct | Anna Berg | Anna Berg, the prime minister of Norway | said"),
  Case(
    "The quota is “far too low for us,” Berg said.", "indirect | Anna Berg | Berg | said",
    "mixed | Anna Berg | Berg | said"),
  Case(
    "Since March, according to Berg, prices have doubled.",
    "indirect | Anna Berg | Berg | according to"),
  Case(
    "Many sailors say the port is too small, according to Berg.",
    "indirect | Anna Berg | Berg | according to", "indirect | unknown | Many sailors | say"),
  Case("He spoke to a crowd of fishers that filled the square."),
  Case("It is too early to say whether the truce holds."),
  Case("Berg repeated them in reported talks about fish."),
  Case(
    "The port, as Jane Weir, a broker in Oslo, put it, “must earn more than the mines.”",
    "mixed | Jane Weir | Jane Weir, a broker in Oslo | put"),
  Case("“We are ready” for the talks, said Berg.", "direct | Anna Berg | Berg | said"),
  Case("“Fish for all, always and everywhere” (2014) hung in the hall.", "nobody's (scare)"),
  Case("See <a href=\"https://example.org/fish\">the fish</a>."),
  Case("The crowd chanted “Fish For All!”", "direct | unknown | The crowd | chanted"),
  Case("Berg spoke to “Coffee and News.”", "nobody's (title)"),
  Case(
    "Diallo called the quota “a bad joke” and Europe “a club without a conscience.”",
    "indirect | Omar Diallo | Diallo | called", "mixed | Omar Diallo | Diallo | called",
    "mixed | Omar Diallo | Diallo | called"),
  // Speech in single marks, and what is none.
  Case("‘We agree on the workers’ pay,’ Berg said.", "direct | Anna Berg | Berg | said"),
  Case("'It's the owners' fault,' Berg said.", "direct | Anna Berg | Berg | said"),
  Case(
    "‘He called it “a bad joke” in the ’90s,’ Berg said. ‘Then he left.’", "direct | Anna Berg | Berg | said",
    "direct | Anna Berg | Berg | -"),
  Case(
    "The 'smart' city has a 'dashboard', Berg said.", "indirect | Anna Berg | Berg | said",
    "nobody's (scare)",
    "nobody's (scare)"),
  Case("“We agree,” Berg said of the ‘smart’ city.", "direct | Anna Berg | Berg | said", "nobody's (scare)"),
  // Marks of other tongues and of old or careless print.
  Case("「We agree,」 Berg said.", "direct | Anna Berg | Berg | said"),
  Case("&quot;We agree,&quot; Berg said.", "direct | Anna Berg | Berg | said"),
  Case("« We agree », Berg said.", "direct | Anna Berg | Berg | said"),
  // Persons without a name.
  Case(
    "A spokeswoman for the port said that ships wait. “They wait for days,” she said.",
    "indirect | unknown | A spokeswoman for the port | said", "direct | unknown | she | said"),
  Case("A nurse walked in. “We agree,” the nurse said.", "direct | unknown | the nurse | said"),
  // Who is meant by a word for kin, age or country.
  Case("Berg rose. “We agree,” the 52-year-old said.", "direct | Anna Berg | the 52-year-old | said"),
  Case("Her brother, Leif, waved. “We agree,” he said.", "direct | Leif | he | said"),
  // Relative clauses.
  Case(
    "An adviser who read the letter said “all of it is wrong.”",
    "mixed | unknown | An adviser who read the letter | said"),
  Case("Berg met Diallo, who called it “a good day.”", "mixed | Omar Diallo | who | called"),
  // A participle of the one who was spoken to, and a clause that an apposition interrupts.
  Case("Berg, asked whether she would resign, said: “Absolutely not.”", "direct | Anna Berg | Berg | said"),
  Case("Berg, told that the port was shut, left the hall."),
  Case("A clerk, Ann Roe, asked whether the port was shut.", "indirect | Ann Roe | A clerk, Ann Roe | asked"),
  // Relayed words.
  Case("“We agree,” the agency quoted Diallo as saying.", "direct | Omar Diallo | Diallo | as saying"),
  Case("“We agree,” he was quoted as saying.", "direct | Omar Diallo | he | quoted as saying"),
]

@Suite struct AttributionTests {
  @Test(arguments: cases)
  private func ruleHolds(_ test: Case) {
    let corpus = corpus(introduction + "\n\n" + test.text)
    let found = decisions(corpus.articles[0], corpus).map {
      $0.split(separator: " | ").dropLast().joined(separator: " | ")
    }
    #expect(found == test.expected)
    #expect(corpus.violations() == [])
  }

  /// Turns without marks, when several of them alternate.
  @Test func transcriptIsRead() {
    let text =
      introduction + """


        BERG: When will the port open?

        DIALLO: When the last crane stands.

        BERG: Is that a no?
        """
    let corpus = corpus(text)
    let found = decisions(corpus.articles[0], corpus)
    #expect(
      found == [
        "direct | Anna Berg | BERG | : | When will the port open?",
        "direct | Omar Diallo | DIALLO | : | When the last crane stands.",
        "direct | Anna Berg | BERG | : | Is that a no?",
      ])
    #expect(corpus.violations() == [])
  }

  /// The occasion of a denial, told in a clause that an apposition interrupts, is no part of what was denied.
  @Test func interruptedClauseEndsTheStatement() {
    let corpus = corpus(
      introduction + "\n\nBerg denied any link to the fund after her aide, Ann Roe, was charged.")
    #expect(
      decisions(corpus.articles[0], corpus) == [
        "indirect | Anna Berg | Berg | denied | any link to the fund"
      ])
  }

  /// One line with a colon is no transcript.
  @Test func lineWithColonIsNoTranscript() {
    let corpus = corpus(introduction + "\n\nBERG: the life of a prime minister.\n\nShe was born in Oslo.")
    #expect(decisions(corpus.articles[0], corpus) == [])
  }

  @Test func controlCharactersAndOddTextDoNoHarm() {
    for text in [
      "“", "””””", "\u{1B}[31m “x” said", "'", "“a “b “c", "said said said", "A. B. C. “D.” E.",
      "\u{202E}“x,” he said",
    ] {
      #expect(corpus(text).violations() == [], "\(text)")
    }
  }
}
