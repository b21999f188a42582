/* What a text can refer to: its sections and its captions, numbered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/section.h"
#include "core/text.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id; /* of the section or the caption: {{ref:ID}} */
  char *label; /* as it is referred to: "Deel IV", "5.1", "Tabel 2"; the heading if not numbered */
  char *title; /* the heading or the caption's words */
  guint depth; /* of a section; 0: a caption */
  guint line; /* in the text; G_MAXUINT: not in it */
} AkkReference;

/* In the order of the text. `table` is the word before the number of a caption. Elements:
 * AkkReference. */
GPtrArray *akk_references_new (GPtrArray *outline,
                               const AkkText *text,
                               const char *table) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: it refers to nothing. */
const AkkReference *akk_references_find (GPtrArray *references, gint64 id);

G_END_DECLS
