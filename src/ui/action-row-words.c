/* The sign and the sentence of an action.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-row-words.h"

#include "ui/action-words.h"
#include "ui/meeting-words.h"

AkkGlyph
akk_action_row_glyph (const AkkActionRow *row, gint64 day)
{
  AkkAction action = { .status = row->status,
                       .successor_id = row->successor_id,
                       .deadline = row->deadline };

  return akk_action_glyph (&action, day);
}

static void
add_words (GString *sentence, const char *between, const char *words)
{
  if (*words == '\0')
    return;
  if (sentence->len > 0)
    g_string_append (sentence, between);
  g_string_append (sentence, words);
}

char *
akk_action_sentence (AkkStore *store, const AkkAction *action, gint64 day)
{
  g_autofree char *lead = akk_action_lead_words (store, action);
  g_autofree char *term = akk_action_term_words (action, day);
  g_autofree char *status = akk_action_status_words (store, action, day);
  GString *sentence = g_string_new (action->number);

  add_words (sentence, " ", action->title);
  add_words (sentence, ", ", status);
  add_words (sentence, ", ", lead);
  add_words (sentence, ", ", term);
  return g_string_free_and_steal (sentence);
}
