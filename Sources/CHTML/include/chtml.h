// HTML as a row of events, read by libxml2. Its own headers lie in a folder that Swift would have to be told of.
#ifndef CHTML_H
#define CHTML_H

#include <stddef.h>

/// What is told of a page, in its order. Names come in lower case, text in UTF-8 with entities decoded.
typedef struct {
  void *context;
  /// `attributes` are names and values in turn, ended by NULL; a value may be NULL, as may the list.
  void (*opened)(void *context, const char *name, const char *const *attributes);
  void (*closed)(void *context, const char *name);
  /// Text between tags, scripts included.
  void (*text)(void *context, const char *bytes, size_t count);
} chtml_events;

/// Reads a whole page. `encoding` is a name that iconv knows. Returns 0, or -1 when the encoding is unknown or memory
/// is short. Wrong markup is no error.
int chtml_read(const char *bytes, size_t count, const char *encoding, const chtml_events *events);

#endif
