// The lessons of the tour, linked into the binary: name, text, name, text, each ended by a zero byte.
#ifndef CLESSONS_H
#define CLESSONS_H

extern const unsigned char quoth_lessons[];
extern const unsigned char quoth_lessons_end[];

// Functions, as Swift sees a C array of unknown length as its first byte only.
static inline const unsigned char *clessons_start(void) { return quoth_lessons; }
static inline const unsigned char *clessons_end(void) { return quoth_lessons_end; }

#endif
