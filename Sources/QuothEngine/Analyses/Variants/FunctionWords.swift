//! Words that say little about which utterance they stand in.

/// The closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries, and adverbs without a
/// meaning of their own. In other languages how often a word comes up does the same work.
enum FunctionWords {
  /// The words in folded form.
  static let english: Set<String> = [
    // Determiners and pronouns.
    "a", "an", "the", "this", "that", "these", "those", "i", "me", "my", "mine", "myself", "we", "us", "our",
    "ours", "ourselves", "you", "your", "yours", "yourself", "he", "him", "his", "himself", "she", "her",
    "hers",
    "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves", "one", "who", "whom",
    "whose", "which", "what", "whatever", "some", "any", "each", "every", "all", "both", "either", "such",
    "other",
    "another", "many", "much", "more", "most", "few", "own", "same", "something", "anything", "everything",
    // Prepositions and conjunctions.
    "of", "in", "to", "for", "with", "on", "at", "from", "by", "about", "as", "into", "through", "after",
    "over",
    "between", "out", "against", "during", "without", "before", "under", "around", "among", "up", "down",
    "off",
    "and", "or", "but", "nor", "so", "if", "than", "because", "while", "although", "though", "when", "where",
    "whether", "until", "since", "how", "why",
    // Auxiliaries, with and without their apostrophe.
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does",
    "did",
    "doing", "will", "would", "can", "could", "shall", "should", "may", "might", "must", "i'm", "i've",
    "i'll",
    "i'd", "we're", "we've", "we'll", "we'd", "you're", "you've", "you'll", "he's", "she's", "it's",
    "they're",
    "they've", "they'll", "that's", "there's", "what's", "isn't", "aren't", "wasn't", "weren't", "don't",
    "doesn't",
    "didn't", "won't", "wouldn't", "can't", "couldn't", "shouldn't", "hasn't", "haven't", "hadn't", "s", "t",
    "re",
    // Adverbs and particles.
    "not", "no", "there", "here", "then", "now", "also", "too", "very", "just", "only", "even", "again",
    "ever",
    "well", "let", "yes",
  ]
}
