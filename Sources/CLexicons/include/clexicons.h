// The lexicons of the project, linked into the binary byte for byte from the files in data/.
#ifndef CLEXICONS_H
#define CLEXICONS_H

// Functions, as Swift sees a C array of unknown length as its first byte only.
#define LEXICON(name) \
  extern const unsigned char quoth_##name[]; \
  extern const unsigned char quoth_##name##_end[]; \
  static inline const unsigned char *quoth_##name##_address(void) { return quoth_##name; } \
  static inline const unsigned char *quoth_##name##_end_address(void) { return quoth_##name##_end; }

LEXICON(agencies)
LEXICON(boilerplate)
LEXICON(countries)
LEXICON(cues)
LEXICON(first_names)
LEXICON(ranker)
LEXICON(topics)
LEXICON(verbs)
LEXICON(words)

#undef LEXICON

#endif
