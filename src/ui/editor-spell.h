/* Words in the editor that the dictionary does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dictionary is read on a thread of its own; words are looked up while nothing else happens, at
 * first those in sight. Fields, links, footnote marks, abbreviations in capitals, addresses and
 * what holds figures are left alone. Without a dictionary nothing is marked. */
#pragma once

#include "ui/editor.h"

G_BEGIN_DECLS

/* Marks what is no word of this language ("nl-BE"); NULL: marks nothing. */
void akk_editor_set_spelling (AkkEditor *self, const char *language);
/* Selects the next (1) or previous (-1) word that is marked, around the ends of the text. FALSE:
 * there is none. */
gboolean akk_editor_next_misspelling (AkkEditor *self, int by);

/* The stretches of a line that are words to be looked up. Elements: AkkWord (editor-private.h). */
GArray *akk_line_words (const AkkLine *line) G_GNUC_WARN_UNUSED_RESULT;

/* Actions: "spell.correct" (s), "spell.add", "spell.ignore", for the word at the caret; the menu of
 * the text offers them. */
void akk_editor_class_init_spelling (GtkWidgetClass *klass);
void akk_editor_spelling_init (AkkEditor *self);

G_END_DECLS
