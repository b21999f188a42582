/* Finding and replacing in the editor. Matches are marked in the text while there are any.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/search-words.h"
#include "core/text-find.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/* Looks for words from now on, also in what is typed later; "": no more. */
void akk_editor_find (AkkEditor *self, const char *needle, AkkFindFlags flags);
guint akk_editor_find_count (AkkEditor *self);
/* Which match is selected, counted from 1; 0: none. */
guint akk_editor_find_selected (AkkEditor *self);
/* Selects the next (1) or previous (-1) match from the caret, around the ends of the text; 0: the
 * one at the caret or the next. FALSE: there is none. */
gboolean akk_editor_find_step (AkkEditor *self, int by);
/* Selects, in a section, the place where most of the words of a search stand. FALSE: none does. */
gboolean akk_editor_select_words (AkkEditor *self, gint64 section, const AkkSearchWords *words);
/* Replaces the selected match and selects the next; selects only, if none is selected yet. */
void akk_editor_find_replace (AkkEditor *self, const char *replacement);
/* Replaces all as one command. Returns how many. */
guint akk_editor_find_replace_all (AkkEditor *self, const char *replacement);

/* Signal "found" (AkkEditor *): the matches, or which is selected, may be others than before. */

G_END_DECLS
