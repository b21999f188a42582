/* What the sources of core/compare share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/compare.h"

G_BEGIN_DECLS

typedef struct {
  AkkCompareText *text;
  GPtrArray *outline;
  AkkPhrases *phrases; /* NULL: the words of the program */
} AkkCompareReader;

/* --- compare-read.c --- */

AkkCompareLine *akk_compare_part_add (AkkComparePart *part,
                                      AkkLineKind kind,
                                      const AkkField *field,
                                      const char *words);
void akk_compare_part_add_text (AkkComparePart *part, const char *commonmark);

/* --- compare-fields.c --- */

/* A member that is a text; "" where it is none. */
const char *akk_compare_text_of (JsonObject *object, const char *name);
void akk_compare_add_fields (const AkkCompareReader *self,
                             AkkComparePart *part,
                             const AkkRecordType *type,
                             JsonObject *object);
void
akk_compare_add_frequency (const AkkCompareReader *self, AkkComparePart *part, JsonObject *object);
void
akk_compare_add_contents (const AkkCompareReader *self, AkkComparePart *part, JsonObject *section);

/* --- compare-match.c --- */

/* For each part of `now` the index + 1 of its part in `old`; 0: it is new. */
GArray *akk_compare_match (const AkkCompareText *old,
                           const AkkCompareText *now) G_GNUC_WARN_UNUSED_RESULT;

/* The words of a part below its heading, cut after a length that tells it from others. */
char *akk_compare_words (const AkkComparePart *part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
