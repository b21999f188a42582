/* The rich text view in which the whole agreement is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One GtkTextView; its buffer mirrors an AkkText (core/text.h). It knows nothing of the store: the
 * page around it writes bursts into the store and gives texts back after undo. */
#pragma once

#include <gtk/gtk.h>

#include "core/text.h"

G_BEGIN_DECLS

#define AKK_TYPE_EDITOR (akk_editor_get_type ())
G_DECLARE_FINAL_TYPE (AkkEditor, akk_editor, AKK, EDITOR, GtkTextView)

/* Shows `text`, replacing only the lines that differ, so that scroll position and caret stay. Emits
 * no "edited" and ends a running burst without "burst". */
void akk_editor_set_text (AkkEditor *self, AkkText *text);
/* The text as it is on the screen; lines that were not touched are shared with earlier texts.
 * Borrowed: valid until the next edit. */
AkkText *akk_editor_get_text (AkkEditor *self);

/* How headings are numbered ("Deel IV.") and fields shown. Both are asked when a line is shown;
 * akk_editor_refresh () asks again. NULL: "" and the field's own name. */
typedef const char *(*AkkEditorNumber) (gint64 section, gpointer data);
void akk_editor_set_resolvers (AkkEditor *self,
                               AkkEditorNumber number,
                               AkkTextResolve field,
                               gpointer data);
void akk_editor_refresh (AkkEditor *self);

/* The section and the line (index in the text) of the caret; 0 when the text is empty. Property
 * "section" (gint64) notifies. */
gint64 akk_editor_get_section (AkkEditor *self);
guint akk_editor_get_line (AkkEditor *self);
/* Puts the caret at the start of the line or section, and shows it near the top of the view. */
void akk_editor_go_to_line (AkkEditor *self, guint line);
void akk_editor_go_to_section (AkkEditor *self, gint64 section);
/* A table below the line of the caret, with a header row. */
void akk_editor_insert_table (AkkEditor *self, guint n_rows, guint n_columns);
/* Ends a running burst now (before undo, print, close): emits "burst" if there was one. */
void akk_editor_end_burst (AkkEditor *self);

/* Signals:
 *   "edited"  (AkkEditor *)                    after each change, for the live preview
 *   "burst"   (AkkEditor *, const char *label) a burst of typing or one command is over; `label` is
 *             marked N_(): "Type", "Bold", "Bulleted list", …
 *
 * Actions (gtk_widget_class_install_action; "editor." prefix): editor.bold Ctrl+B, editor.italic
 * Ctrl+I, editor.plain-text, editor.bulleted-list, editor.numbered-list, editor.indent (Tab in a
 * list), editor.outdent (Shift+Tab), editor.insert-table. Read-only properties that notify, for
 * toggle buttons: "bold", "italic" (gboolean, at the caret or of the whole selection), "kind" (int,
 * AkkLineKind of the caret's line). */

G_END_DECLS
