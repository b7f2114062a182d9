// Embeds the files of data/. After a change of one of them, `touch` this file: the build does not see it.
#if defined(__APPLE__)
#define SYMBOL(name) _##name
  .const_data
#else
#define SYMBOL(name) name
  .section .rodata
#endif

#define EMBED(name, file) \
  .globl SYMBOL(quoth_##name) ; \
  SYMBOL(quoth_##name): ; \
  .incbin file ; \
  .globl SYMBOL(quoth_##name##_end) ; \
  SYMBOL(quoth_##name##_end): ; \
  .byte 0

EMBED(agencies, "agencies.txt")
EMBED(boilerplate, "boilerplate.txt")
EMBED(countries, "countries.tsv")
EMBED(cues, "cues.tsv")
EMBED(first_names, "first-names.tsv")
EMBED(ranker, "ranker.tsv")
EMBED(topics, "topics.tsv")
EMBED(verbs, "verbs.tsv")
EMBED(words, "words.txt")

#if defined(__linux__) && defined(__ELF__)
  .section .note.GNU-stack,"",%progbits
#endif
