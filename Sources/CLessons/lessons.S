// Embeds the files of lessons/. After a change of one of them, `touch` this file: the build does not see it.
#if defined(__APPLE__)
#define SYMBOL(name) _##name
  .const_data
#else
#define SYMBOL(name) name
  .section .rodata
#endif

#define LESSON(file) \
  .asciz file ; \
  .incbin file ; \
  .byte 0

  .globl SYMBOL(quoth_lessons)
SYMBOL(quoth_lessons):
LESSON("01-speakers.md")
LESSON("02-topics.md")
LESSON("03-counting.md")
LESSON("04-outlets.md")
LESSON("05-evidence.md")
LESSON("06-small-counts.md")
LESSON("07-spelling.md")
LESSON("08-repeats.md")
LESSON("09-undated.md")
LESSON("10-translation.md")
  .globl SYMBOL(quoth_lessons_end)
SYMBOL(quoth_lessons_end):
  .byte 0

#if defined(__linux__) && defined(__ELF__)
  .section .note.GNU-stack,"",%progbits
#endif
