/* What the sources of core/text share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text.h"

G_BEGIN_DECLS

/* U+2028, a hard line break. */
#define AKK_BREAK "\342\200\250"

/* White space as CommonMark sees it (which decides what emphasis may touch), and U+2028. */
gboolean akk_text_is_space (gunichar c);
/* How many bytes of white space a stretch begins and ends with. */
gsize akk_text_space_before (const char *text, gsize n_bytes);
gsize akk_text_space_after (const char *text, gsize n_bytes);
/* Whether this may stand between {{ and }}. */
gboolean akk_text_is_field (const char *field, gsize n_bytes);
gboolean akk_text_is_figure (const char *href);
gboolean akk_run_is_atom (const AkkRun *run);
/* The same style, link and atom; the lengths do not matter. */
gboolean akk_run_same (const AkkRun *a, const AkkRun *b);

/* Text and runs under construction. */
typedef struct {
  GString *text;
  GArray *runs; /* AkkRun */
} AkkInline;

void akk_inline_init (AkkInline *self);
void akk_inline_clear (AkkInline *self); /* frees; akk_inline_init () starts anew */
/* Adds text in the style of `like` (its n_bytes does not matter); one atom or break at a time. */
void akk_inline_add (AkkInline *self, const char *text, gsize n_bytes, const AkkRun *like);
/* Adds the bytes `from`..`to` of a line. */
void akk_inline_add_line (AkkInline *self, const AkkLine *line, gsize from, gsize to);
/* The line; the builder is empty afterwards. */
AkkLine *akk_inline_take (AkkInline *self, AkkLineKind kind, guint level) G_GNUC_WARN_UNUSED_RESULT;

/* The line with all that `like` is besides its text; the builder is empty afterwards. */
AkkLine *akk_inline_take_like (AkkInline *self, const AkkLine *like) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes `from`..`to` of a line, followed by the bytes `resume`.. of another (may be NULL). */
AkkLine *akk_line_of_parts (const AkkLine *line,
                            gsize from,
                            gsize to,
                            const AkkLine *other,
                            gsize resume) G_GNUC_WARN_UNUSED_RESULT;
/* Moves a place into the text (which has lines), and to the edge of its character. */
void akk_text_clamp_place (const AkkText *text, guint *line, gsize *byte, gboolean forward);
/* A text in which the place can take characters: not empty, not at a table. NULL: it is so already.
 */
AkkText *
akk_text_make_room (const AkkText *text, guint *line, gsize *byte) G_GNUC_WARN_UNUSED_RESULT;

/* A line's text in normal form: white space dropped at edges and around breaks, and in the style
 * that both sides share. Returns the line itself when it is in that form. */
AkkLine *akk_line_tidy (AkkLine *line) G_GNUC_WARN_UNUSED_RESULT;

/* Fields on their way through the CommonMark reader: `{{x}}` becomes `{` private-use digits `}`. */
char *akk_fields_hide (const char *commonmark, GPtrArray *fields) G_GNUC_WARN_UNUSED_RESULT;
/* Calls `literal` for each stretch of ordinary text and `field` for each field. */
typedef void (*AkkFieldsText) (const char *text, gsize n_bytes, gpointer data);
typedef void (*AkkFieldsField) (const char *field, gpointer data);
void akk_fields_show (const char *hidden,
                      GPtrArray *fields,
                      AkkFieldsText literal,
                      AkkFieldsField field,
                      gpointer data);
char *akk_fields_restore (const char *hidden, GPtrArray *fields) G_GNUC_WARN_UNUSED_RESULT;

/* How a line is written: 0 as people would, then with more and more certainty. */
typedef enum {
  AKK_WRITE_NATURAL,
  AKK_WRITE_FENCED, /* `<!---->` at every border of emphasis */
  AKK_WRITE_PLAIN, /* no emphasis */
  AKK_WRITE_BARE, /* no links either, all punctuation escaped */
} AkkWriteVariant;

/* Writes the runs of a line in normal form. `indent` begins each further line (after a hard break);
 * NULL: a table cell. */
void akk_text_write_inline (GString *out,
                            const AkkLine *line,
                            const char *indent,
                            AkkWriteVariant variant);
/* Writes a text in normal form; `variants` one per line. */
char *akk_text_write_blocks (const AkkText *text, const guint8 *variants) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
