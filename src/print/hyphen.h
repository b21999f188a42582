/* Where a word may be broken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/phrases.h"

G_BEGIN_DECLS

typedef struct _AkkHyphen AkkHyphen;

/* Opens the patterns of a language; `before` and `after` are the letters that stay on each line.
 * NULL with an error of GIO if the file cannot be read. */
AkkHyphen *akk_hyphen_new (const char *path, guint before, guint after, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Those of the language of the phrases. */
AkkHyphen *akk_hyphen_of (AkkPhrases *phrases, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void akk_hyphen_free (AkkHyphen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkHyphen, akk_hyphen_free)

/* The bytes of `word` (letters only) before which a hyphen may come, in order; the number of them,
 * at most `max`. Places where a break would change the spelling are left out. */
guint akk_hyphen_positions (
    AkkHyphen *self, const char *word, gsize n_bytes, guint16 *positions, guint max);
/* The same words with soft hyphens (U+00AD), for texts that GTK breaks. */
char *akk_hyphen_soften (AkkHyphen *self, const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
