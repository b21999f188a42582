/* What a text can refer to: its sections and its captions, numbered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrases.h"
#include "core/section.h"
#include "core/text.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id; /* of the section or the caption: {{ref:ID}} */
  char *label; /* as it is referred to: "Deel IV", "5.1", "tabel 2", "figuur 1"; the heading if not
                  numbered */
  char *title; /* the heading or the caption's words */
  guint depth; /* of a section; 0: a caption */
  guint line; /* in the text; G_MAXUINT: not in it */
} AkkReference;

/* In the order of the text. Elements: AkkReference. */
GPtrArray *akk_references_new (GPtrArray *outline,
                               const AkkText *text,
                               AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

/* The words of a reference, one wording for window, version and paper: a section is called by its
 * number without what closes it ("Deel IV", "artikel 3"), a table by "tabel 2". */
char *akk_reference_to_section (const AkkOutlineEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char *akk_reference_to_caption (AkkPhrases *phrases,
                                gboolean figure,
                                guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The same where it follows `before` ("" at the start of a paragraph): a sentence begins with a
 * capital. */
char *akk_reference_after (AkkPhrases *phrases,
                           const char *before,
                           const char *reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
