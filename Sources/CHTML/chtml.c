// See chtml.h.

#include "chtml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

static void on_open(void *data, const xmlChar *name, const xmlChar **attributes) {
  const chtml_events *events = data;
  events->opened(events->context, (const char *)name, (const char *const *)attributes);
}

static void on_close(void *data, const xmlChar *name) {
  const chtml_events *events = data;
  events->closed(events->context, (const char *)name);
}

static void on_text(void *data, const xmlChar *bytes, int count) {
  const chtml_events *events = data;
  if (count > 0) events->text(events->context, (const char *)bytes, (size_t)count);
}

int chtml_read(const char *bytes, size_t count, const char *encoding, const chtml_events *events) {
  if (count > INT_MAX || xmlFindCharEncodingHandler(encoding) == NULL) return -1;
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL || context->sax == NULL) return -1;
  // Events alone: no tree is built, so that nesting has no depth to overflow.
  memset(context->sax, 0, sizeof(*context->sax));
  context->sax->startElement = on_open;
  context->sax->endElement = on_close;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->sax->cdataBlock = on_text;
  context->userData = (void *)events;
  htmlDocPtr document =
      htmlCtxtReadMemory(context, bytes, (int)count, NULL, encoding,
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document != NULL) xmlFreeDoc(document);
  htmlFreeParserCtxt(context);
  return 0;
}
