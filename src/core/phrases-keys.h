/* What a file of phrases holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *group, *key;
  guint kind; /* AkkWordKind of the words of a list; 0: no list */
} AkkPhraseKey;

/* Each ended by a NULL key: the second one for figures, reports, tables and the year. */
extern const AkkPhraseKey akk_phrase_keys[];
extern const AkkPhraseKey akk_phrase_keys_report[];

G_END_DECLS
