/* Where a line of text may end: the rules of the language, on the bare text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text itself is not changed: what is searched, copied and read aloud is what was typed. */
#pragma once

#include "core/phrases.h"

G_BEGIN_DECLS

typedef enum {
  AKK_MARK_GLUE = 1 << 0, /* a space at which no line ends */
  AKK_MARK_BREAK = 1 << 1, /* a line may end before this byte, without a hyphen */
  AKK_MARK_HARD = 1 << 2, /* U+2028: the line ends here */
} AkkMark;

/* Fills `marks`, one AkkMark per byte of `text`. Together stay: the parts of a date, a number and
 * its unit, "artikel" and its number, a title and all words of the name after it, a street and its
 * number, a postal code and its town, groups of digits, a dash and the word before it, and with
 * `last_word` a short last word and the one before it. */
void akk_typeset (
    AkkPhrases *phrases, const char *text, gsize n_bytes, gboolean last_word, guint8 *marks);

/* The part of a token that is its word: without the quotes, brackets and points around it. */
void akk_typeset_word (const char *token, gsize n_bytes, gsize *start, gsize *end);

G_END_DECLS
