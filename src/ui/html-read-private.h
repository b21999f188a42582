/* What the parts of the HTML reader share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "ui/html-read.h"

G_BEGIN_DECLS

/* The inline text of a line under construction. */
typedef struct {
  GString *text;
  GArray *runs; /* AkkRun */
  gboolean space; /* white space was met: a space comes before the next character */
} AkkHtmlLine;

typedef struct {
  GPtrArray *lines; /* AkkLine */
  GPtrArray *notes; /* AkkLine */
  GHashTable *note_labels; /* name of a note in the page → its label */
  AkkHtmlLine line;

  AkkStyle style;
  const char *href; /* interned */
  AkkLineKind kind; /* of the next line */
  guint level, start, quote;
  guint list_depth;
  gboolean words_only; /* in a cell or a note: blocks are parted by line breaks */
  gboolean preformatted;
} AkkHtmlReader;

/* --- html-read.c --- */

void akk_html_line_init (AkkHtmlLine *line);
void akk_html_line_clear (AkkHtmlLine *line);
void akk_html_read_children (AkkHtmlReader *self, const xmlNode *node);
/* Ends the line under construction, if there is anything in it. */
void akk_html_end_line (AkkHtmlReader *self);
/* Reads all below a node into one line of words. */
AkkLine *akk_html_read_words (AkkHtmlReader *self,
                              const xmlNode *node,
                              AkkLineKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* --- html-read-table.c --- */

void akk_html_read_table (AkkHtmlReader *self, const xmlNode *table);

/* --- html-read-office.c: what Word and LibreOffice mean --- */

gboolean akk_html_is (const xmlNode *node, const char *name);
char *akk_html_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* A property of the attribute "style", lower case; NULL if it is not there. */
char *akk_html_style (const xmlNode *node, const char *property) G_GNUC_WARN_UNUSED_RESULT;
/* Comments, tracked deletions, field codes, bullets written out: nothing of the text. */
gboolean akk_html_is_noise (const xmlNode *node);
/* What Word says of a list item that it writes as a paragraph. FALSE: it is none. */
gboolean akk_html_word_item (const xmlNode *node, AkkLineKind *kind, guint *level, guint *start);
/* The name of the note that an element is a mark of, or the text of; NULL: neither. */
char *akk_html_note_mark (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
char *akk_html_note_text (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* A link from a note back to its mark. */
gboolean akk_html_is_back_link (const xmlNode *node);
/* The bytes as UTF-8, without the conditions that only Word's own programs understand. */
char *akk_html_clean (const char *html, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
