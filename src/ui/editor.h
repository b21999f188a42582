/* The rich text view in which the whole agreement is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One GtkTextView; its buffer mirrors an AkkText (core/text.h). It knows nothing of the store: the
 * page around it writes bursts into the store and gives texts back after undo. */
#pragma once

#include <gtk/gtk.h>

#include "core/phrases.h"
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

/* It is a field among others: its margins are those of an entry, `label` is how it is called to
 * screen readers. Its text has no headings; an empty one has one empty paragraph. */
void akk_editor_set_embedded (AkkEditor *self, const char *label);

/* How headings are numbered ("Deel IV.") and fields shown. Both are asked when a line is shown;
 * akk_editor_refresh () asks again, of a long text what is seen first. NULL: "" and the field's own
 * name. A field that is "" is shown as empty, one that is NULL as unknown; clauses are lines
 * between U+2028. */
typedef const char *(*AkkEditorNumber) (gint64 section, gpointer data);
void akk_editor_set_resolvers (AkkEditor *self,
                               AkkEditorNumber number,
                               AkkTextResolve field,
                               gpointer data);
void akk_editor_refresh (AkkEditor *self);
/* The language of the text, where a reference begins a sentence with a capital. NULL: references
 * are shown as the resolver has them. Borrowed: NULL before it is freed. */
void akk_editor_set_phrases (AkkEditor *self, AkkPhrases *phrases);
/* Words were typed before references, or taken away, in lines that are not those of `since`. */
void akk_editor_refresh_since (AkkEditor *self, const AkkText *since);
/* What an empty field is called ("end date"); it has the data of the resolvers. */
void akk_editor_set_field_label (AkkEditor *self, AkkTextResolve label);

/* The section and the line (index in the text) of the caret; 0 when the text is empty. Property
 * "section" (gint64) notifies. */
gint64 akk_editor_get_section (AkkEditor *self);
guint akk_editor_get_line (AkkEditor *self);
/* Puts the caret at the start of the line or section, and shows it near the top of the view. */
void akk_editor_go_to_line (AkkEditor *self, guint line);
void akk_editor_go_to_section (AkkEditor *self, gint64 section);
/* A table below the line of the caret, with a header row. */
void akk_editor_insert_table (AkkEditor *self, guint n_rows, guint n_columns);
/* A picture of the store as a paragraph of its own, with a caption above it unless that is "". */
void akk_editor_insert_figure (AkkEditor *self,
                               const char *sha256,
                               const char *alt,
                               const char *caption);
/* What figures show above their words: the picture of an attachment, NULL while there is none.
 * Pictures that come later are told. */
typedef GdkTexture *(*AkkEditorPicture) (const char *sha256, gpointer data);
void akk_editor_set_pictures (AkkEditor *self, AkkEditorPicture picture, gpointer data);
void akk_editor_refresh_pictures (AkkEditor *self);
/* The picture at the caret, with what is said of it; NULL: there is none. */
char *akk_editor_get_figure (AkkEditor *self, char **alt, char **caption);
void akk_editor_change_figure (AkkEditor *self, const char *alt, const char *caption);
/* What is in the clipboard, as plain words. */
void akk_editor_paste_plain (AkkEditor *self);
/* Ends a running burst now (before undo, print, close): emits "burst" if there was one. */
void akk_editor_end_burst (AkkEditor *self);

/* Each a command of its own. The field takes the place of the selection; `typed` is what was typed
 * before it to find it ("{{par"), which goes. */
void akk_editor_insert_field (AkkEditor *self, const char *field, const char *typed);
/* Goes to what the reference or the footnote mark at the caret is about. FALSE: there is none. */
gboolean akk_editor_follow (AkkEditor *self);
/* What is selected in one line or cell; NULL: nothing. */
char *akk_editor_get_selected_words (AkkEditor *self) G_GNUC_WARN_UNUSED_RESULT;
/* Where the caret is, for a popover. */
void akk_editor_get_caret_area (AkkEditor *self, GdkRectangle *area);
/* The link at the caret, or what would become one: the selected words, of one line. */
const char *akk_editor_get_link (AkkEditor *self, char **words);
/* Gives that stretch, or the caret, other words and another address; NULL unlinks it. */
void akk_editor_set_link (AkkEditor *self, const char *words, const char *href);
/* The live clause at the caret becomes the lines it says. */
void akk_editor_edit_clause (AkkEditor *self, const AkkText *generated);
/* The name of the clause at the caret; NULL: none. */
const char *akk_editor_get_clause (AkkEditor *self, gboolean *edited);
/* A paragraph "The partners commit themselves to:" for a block of commitments. */
void akk_editor_set_lead_in (AkkEditor *self, const char *lead_in);

/* Signals:
 *   "edited"  (AkkEditor *)                    after each change, for the live preview
 *   "burst"   (AkkEditor *, const char *label) a burst of typing or one command is over; `label` is
 *             marked N_(): "Type", "Bold", "Bulleted list", …
 *
 *   "field-wanted" (AkkEditor *, const char *typed)  a field is to be chosen for the caret; `typed`
 *             is "{{" if that asked for it
 *   "reference-wanted", "link-wanted", "table-wanted", "clause-wanted" (AkkEditor *)  likewise;
 *             the last: the clause at the caret is to be edited as text
 *   "field-activated" (AkkEditor *, const char *field)  what a field comes from is asked for
 *   "link-activated" (AkkEditor *, const char *address)
 *   "figure-wanted" (AkkEditor *)  a picture is to be chosen for the caret
 *   "figure-activated" (AkkEditor *)  what is said of the figure at the caret is asked for
 *   "picture-pasted" (AkkEditor *)  the clipboard holds a picture and no words, or a file
 *   "deletion-stopped" (AkkEditor *, const char *section)  the heading of the only section of which
 *             a deletion over several took something
 *   "menu-wanted" (AkkEditor *, GMenu *)  the context menu is about to be shown: put items into it
 *
 * Actions (gtk_widget_class_install_action; "editor." prefix): editor.insert-note Ctrl+Alt+F (in a
 * note: back to its mark), editor.insert-field Ctrl+Shift+F, editor.insert-reference Ctrl+Shift+R,
 * editor.insert-link Ctrl+K, editor.insert-clause (s), editor.insert-break Ctrl+Shift+B,
 * editor.quote Ctrl+Shift+Q, editor.commitment Ctrl+Shift+E, editor.edit-clause,
 * editor.restore-clause, editor.remove-link, editor.insert-table, editor.insert-figure, editor.bold
 * Ctrl+B, editor.italic Ctrl+I, editor.plain-text, editor.bulleted-list, editor.numbered-list,
 * editor.indent (Tab in a list), editor.outdent (Shift+Tab). Read-only properties that notify, for
 * toggle buttons: "bold", "italic" (gboolean, at the caret or of the whole selection), "kind" (int,
 * AkkLineKind of the caret's line), "quote", "commitment" (gboolean, of that line). */

G_END_DECLS
