/* What the parts of the editor share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The buffer and `lines` run in step: line n of the buffer shows lines[n]; after the last one the
 * buffer has one empty line that means nothing (the sentinel), on which the caret never stands.
 * What a line is (kind, level, section, note, table) stands in `lines` and is always right; its
 * text and runs are stale from dirty_start up to dirty_end, until akk_editor_read () takes them
 * from the buffer.
 *
 * In the buffer every character of a line, its '\n' too, carries exactly one line tag. Bold, italic
 * and links are tags on characters, never on a '\n'. An atom is a stretch of text with a tag that
 * it shares with others, and a mark of its own (editor-atoms.c). */
#pragma once

#include "core/references.h"
#include "core/text-find.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/* Of a paragraph's lines, in their natural height. */
#define AKK_EDITOR_LINE_HEIGHT 1.18f

typedef struct {
  char *needle; /* NULL: nothing is looked for */
  AkkFindFlags flags;
  GArray *matches; /* AkkMatch; NULL: to be looked for */
  AkkText *text; /* that the matches are places of */
  guint rest_id;
  gboolean connected;
} AkkEditorFind;

struct _AkkEditor {
  GtkTextView parent_instance;

  GtkTextBuffer *buffer; /* the view's */
  GPtrArray *lines; /* of AkkLine */
  guint dirty_start, dirty_end;
  AkkText *text; /* NULL after an edit, until it is asked for */
  AkkText *dropped; /* that of before, which counts as many references as there are lines */

  AkkEditorNumber number;
  AkkTextResolve field, field_label;
  gpointer resolver_data;
  AkkEditorPicture picture; /* or NULL */
  gpointer picture_data;
  AkkPhrases *phrases; /* of the language of the text, or NULL */
  char *lead_in; /* of a block of commitments */
  GtkWidget *menu;
  GHashTable *note_numbers; /* "SECTION:LABEL" → number of a footnote */
  AkkText *paired; /* the text whose notes were paired and counted last, or NULL */

  GHashTable *line_tags; /* packed appearance → GtkTextTag */
  GHashTable *link_tags; /* interned address → GtkTextTag */
  GtkTextTag *bold, *italic;
  GtkTextTag *atom_tags[3]; /* of the atoms within lines */
  GHashTable *room_tags; /* pixels → the tag that keeps them free for tables */
  GtkTextTag *swallowed; /* a space after a mark that is drawn beside the line */
  double em; /* size of the font in pixels */

  guint own_edit; /* the editor itself fills the buffer: the guards stand aside */
  guint nesting; /* of user actions */
  gboolean touched; /* since the outermost user action began */
  struct {
    guint from, to; /* lines of the deletion that runs */
    gboolean keep_last; /* the line that remains is of the last line's kind */
    gboolean collapse; /* the deletion was cut short: a selection must not survive it */
    gboolean sections; /* by the heading of another section */
    GPtrArray *atoms; /* that go with it */
  } deletion;

  int caret; /* offset of the caret when it was last seen */
  AkkStyle styles; /* what typing at the caret gives, or what the whole selection has */
  AkkStyle pending;
  gboolean has_pending; /* `pending` was chosen for what is typed next */
  gboolean misnumbered; /* some marks of notes show the number that they had */
  gboolean stopped; /* a deletion over several sections took something of the first only */
  gboolean braced; /* {{ was typed just now */
  gboolean preedit; /* an input method is composing: the keys are its own */
  AkkLineKind kind;
  guint level;
  gboolean commitment;
  guint8 quote;
  const char *note;
  gint64 section;

  GPtrArray *tables; /* of AkkEditorTable: those near the visible part */
  GPtrArray *spare_tables; /* hidden ones, for others */
  AkkEditor *cell; /* the editor of the cell that is written in */
  struct _AkkEditorTable *cell_table;
  gboolean placing, refocus;
  AkkEditor *owner; /* this is the editor of a cell of that one */
  gboolean strong; /* of a header cell */
  gboolean embedded; /* a field among others: no measure of its own */

  AkkEditorFind find;
  struct _AkkEditorSpell *spell; /* NULL: no marks */

  const char *command; /* the command that runs */
  const char *burst; /* the label of the burst that runs */
  guint rest_id, limit_id;
  guint settle_id; /* the height of an embedded one is looked at once more */
  gboolean scroll_waits; /* the caret is to be shown when the view is */
  guint scroll_id;
  guint follow_id; /* the caret stays in sight while lines find their height */
  struct {
    guint id;
    guint at; /* the line that comes next, modulo their number */
    guint left, n_lines; /* to look at; of the text when it began */
  } refresh;
  guint reveal_id; /* the open cell is to be shown when its table has its place */
};

/* --- editor.c --- */

/* The editor of a cell: one paragraph, in which Enter breaks the line. */
AkkEditor *akk_editor_new_for_cell (AkkEditor *owner, gboolean strong);
/* There was an edit: the text is another, when it is asked for. It is not freed at the key. */
void akk_editor_drop_text (AkkEditor *self);
/* What commands work on: the cell that is written in, else the text. */
AkkEditor *akk_editor_target (AkkEditor *self);

/* --- editor-field.c: a field among others --- */

/* How high the text is, of what GtkTextView calls its height. */
int akk_editor_field_height (AkkEditor *self, int height);
/* GtkTextView learns the height of its lines one after the other, and does not tell when it has:
 * looks once more, soon. Nothing unless the editor is embedded. */
void akk_editor_field_settle (AkkEditor *self);

/* --- editor-state.c: what happens after an edit --- */

void akk_editor_state_init (AkkEditor *self);
/* Ends the running burst and tells nobody; its label, or NULL. */
const char *akk_editor_stop_burst (AkkEditor *self);
/* The buffer changed by other hands than set_text: emits "edited" once per user action. */
void akk_editor_touch (AkkEditor *self, const char *label);
/* Brackets a command: a burst of its own. */
void akk_editor_begin_command (AkkEditor *self, const char *label);
void akk_editor_end_command (AkkEditor *self);
/* Looks where the caret is, and notifies what changed. */
void akk_editor_update_state (AkkEditor *self);

/* The styles at the caret are those at the caret of a cell. */
void akk_editor_mirror_styles (AkkEditor *self, AkkStyle styles);

/* --- editor-tags.c: how lines look --- */

void akk_editor_tags_init (AkkEditor *self);
/* Measures the font again. TRUE if it changed: all tags were remade to fit. */
gboolean akk_editor_tags_measure (AkkEditor *self);
GtkTextTag *akk_editor_line_tag (AkkEditor *self, const AkkLine *line);
GtkTextTag *akk_editor_link_tag (AkkEditor *self, const char *href);
/* A bullet, a number, or what continues one. */
gboolean akk_editor_is_item (const AkkLine *line);
gboolean akk_editor_tag_is_line (GtkTextTag *tag);
const char *akk_editor_tag_href (GtkTextTag *tag); /* NULL: not a link */
/* The line tag of a place in the buffer, NULL if there is none or more than one. */
GtkTextTag *akk_editor_line_tag_at (const GtkTextIter *iter);
/* The part of a line's left edge that is kept free for its marker, and the size of its letters. */
int akk_editor_line_indent (AkkEditor *self, const AkkLine *line);
double akk_editor_line_scale (const AkkLine *line);
/* "Deel IV." or "". */
const char *akk_editor_number (AkkEditor *self, const AkkLine *line);
PangoLayout *akk_editor_marker_layout (AkkEditor *self,
                                       const AkkLine *line,
                                       const char *marker) G_GNUC_WARN_UNUSED_RESULT;

/* --- editor-atoms.c: the atoms in the buffer, each known by its mark --- */

void akk_editor_atoms_init (AkkEditor *self);
/* From now on what has this tag is an atom. */
void akk_editor_take_atom_tag (AkkEditor *self, GtkTextTag *tag);
gboolean akk_editor_tag_is_atom (GtkTextTag *tag);
/* Text between two atoms went: what begins at `at` gets another tag than what ends there. */
void akk_editor_part_atoms (AkkEditor *self, const GtkTextIter *at);
/* Says what the atom is that begins at `start`; its text gets its tag elsewhere. */
GtkTextMark *akk_editor_add_atom (AkkEditor *self, const GtkTextIter *start, const AkkRun *run);
const AkkRun *akk_editor_atom_run (GtkTextMark *atom); /* NULL: another mark */
/* The atom that begins at `start`, that `iter` stands before or in, that it stands inside (not at
 * its start). NULL: none. */
GtkTextMark *akk_editor_atom_from (const GtkTextIter *start);
GtkTextMark *akk_editor_atom_at (const GtkTextIter *iter);
GtkTextMark *akk_editor_atom_around (const GtkTextIter *iter);
/* To an edge of the atom that `iter` stands before or in. FALSE: it stands where it was. */
gboolean akk_editor_to_atom_start (GtkTextIter *iter);
gboolean akk_editor_to_atom_end (GtkTextIter *iter);
/* Adds the atoms that begin in the range. */
void akk_editor_collect_atoms (const GtkTextIter *start, const GtkTextIter *end, GPtrArray *atoms);
/* The text of the atoms is gone: their marks go too, and `atoms` is empty. */
void akk_editor_forget_atoms (AkkEditor *self, GPtrArray *atoms);

/* --- editor-buffer.c: between buffer and text --- */

AkkLine *akk_editor_line (AkkEditor *self, guint line);
/* "Table, 3 rows × 2 columns" */
char *akk_editor_table_label (const AkkLine *line) G_GNUC_WARN_UNUSED_RESULT;
gboolean akk_editor_run_is_atom (const AkkRun *run);
void akk_editor_mark_dirty (AkkEditor *self, guint first, guint last);
/* Replaces lines in the buffer and in `lines`; tells nobody. */
void akk_editor_replace_lines (
    AkkEditor *self, guint position, guint n_removed, AkkLine *const *lines, guint n_lines);
/* Gives a line another kind; takes `line`. Its text stays. */
void akk_editor_take_kind (AkkEditor *self, guint position, AkkLine *line);
/* Gives all characters of a line its line tag. */
void akk_editor_tag_line (AkkEditor *self, guint line);
void akk_editor_line_bounds (AkkEditor *self, guint line, GtkTextIter *start, GtkTextIter *end);
/* Whether the buffer shows a line as the resolvers would have it now, and filling it anew. */
gboolean akk_editor_shows (AkkEditor *self, guint line);
void akk_editor_show_again (AkkEditor *self, guint line);
/* Lists without gaps: no level skipped, nothing continued that does not exist. */
void akk_editor_tidy (AkkEditor *self);

/* --- editor-read.c: from the buffer to the text --- */

/* Reads the stale lines. */
void akk_editor_read (AkkEditor *self);
/* Reads one line, whatever is known of it. Its own reference. */
AkkLine *akk_editor_read_line (AkkEditor *self, guint line) G_GNUC_WARN_UNUSED_RESULT;
/* Between places in the buffer and bytes of a line's text. */
gsize akk_editor_iter_to_byte (AkkEditor *self, const GtkTextIter *iter);
void akk_editor_byte_to_iter (AkkEditor *self, guint line, gsize byte, GtkTextIter *iter);

/* --- editor-scroll.c: what of the text is seen --- */

/* Lays out what changed at once. GtkTextView would do it when it is drawn, which is too late for
 * the scroll bar beside it. */
void akk_editor_lay_out (AkkEditor *self);
gboolean akk_editor_sees_caret (AkkEditor *self);
/* Scrolls if the caret is not seen. */
void akk_editor_show_caret (AkkEditor *self);
/* The view was scrolled to the caret: it stays in sight until all lines have their height. */
void akk_editor_follow_caret (AkkEditor *self);
/* Lines found their height: scrolls if the caret that is followed is not seen any more. */
void akk_editor_keep_caret_seen (AkkEditor *self);
void akk_editor_scroll_init (AkkEditor *self);
/* The view is laid out, or shown: scrolls to the caret soon if it was asked to before. */
void akk_editor_scroll_later (AkkEditor *self);

/* --- editor-restore.c: only what differs --- */

void akk_editor_restore (AkkEditor *self, AkkText *text);
/* A command that makes the text another: a burst of its own. */
void akk_editor_apply (AkkEditor *self, AkkText *text, const char *label);

/* --- editor-guard.c: whatever edits the buffer, the rules hold --- */

void akk_editor_guard_init (AkkEditor *self);
/* What GtkTextBuffer would misread, made plain: one form of line end, no control characters, no
 * object replacement characters. NULL if nothing had to change. */
char *akk_editor_clean (const char *text, int n_bytes, gboolean one_line) G_GNUC_WARN_UNUSED_RESULT;

/* --- editor-insert.c: what is put in the text as a whole --- */

/* Shows what a pure edit made of the text, with the caret at a place; inside a command. */
void akk_editor_change (AkkEditor *self, AkkText *text, guint line, gsize byte);
/* Replaces the lines that differ; the caret stays where it is in its line. */
void akk_editor_replace_text (AkkEditor *self, AkkText *text);
void akk_editor_install_inserts (GtkWidgetClass *klass);

/* --- editor-places.c: the caret and the selection --- */

/* The place of the caret. */
void akk_editor_caret (AkkEditor *self, guint *line, gsize *byte);
void akk_editor_place_caret (AkkEditor *self, guint line, gsize byte);
/* The lines that the selection touches. */
void akk_editor_selected_lines (AkkEditor *self, guint *first, guint *last);
/* The selection, or the caret, as far as it is in the line or the cell where it starts. */
void akk_editor_get_selection (AkkEditor *self, AkkMatch *place);
/* Shows the place and selects it; a cell is opened for it. Who has the focus elsewhere keeps it. */
void akk_editor_select (AkkEditor *self, const AkkMatch *place);

/* --- editor-notes.c: footnotes, and what else follows from an edit --- */

/* Notes go with their marks, commitments keep their identity. */
void akk_editor_pair (AkkEditor *self);
/* Counts the notes of a text that is about to be shown. */
void akk_editor_count_notes (AkkEditor *self, const AkkText *text);
/* Shows the marks with their numbers, if some have others now. */
void akk_editor_renumber (AkkEditor *self);
/* 0: no such note. */
guint akk_editor_note_number (AkkEditor *self, gint64 section, const char *label);
void akk_editor_insert_note (AkkEditor *self);
/* From a note to its mark. FALSE: the caret is in no note. */
gboolean akk_editor_return_to_mark (AkkEditor *self);
/* Takes the empty note of the caret away. FALSE: it is not one. */
gboolean akk_editor_remove_empty_note (AkkEditor *self);

/* --- editor-label.c: the words that stand for atoms --- */

/* What is shown for an atom: at least one character. `section` is where it stands, `before` what
 * its line shows before it. */
char *akk_editor_atom_label (AkkEditor *self, gint64 section, const char *before, const AkkRun *run)
    G_GNUC_WARN_UNUSED_RESULT;
/* What a screen reader is told when the caret comes to it; NULL: its words say it. */
char *akk_editor_atom_spoken (AkkEditor *self,
                              gint64 section,
                              const AkkRun *run) G_GNUC_WARN_UNUSED_RESULT;
/* A field that says nothing, or refers to nothing. */
gboolean akk_editor_atom_is_wrong (AkkEditor *self, const AkkRun *run);
gint64 akk_editor_section_of_line (AkkEditor *self, guint line);

/* --- editor-open.c: clicks and Enter on fields, marks and links; the menu --- */

void akk_editor_open_init (AkkEditor *self);
void akk_editor_install_menu (GtkWidgetClass *klass);
/* The atom that is selected, and nothing else; NULL: none is. */
const AkkRun *akk_editor_selected_atom (AkkEditor *self);
/* Opens the atom that is selected. FALSE: the selection is something else. */
gboolean akk_editor_open_selected (AkkEditor *self);

/* --- editor-keys.c and editor-style.c: what keys and actions do --- */

void akk_editor_keys_init (AkkEditor *self);
void akk_editor_enter (AkkEditor *self);
void akk_editor_break_line (AkkEditor *self);
/* FALSE: not at a place where it means more than deleting a character. */
gboolean akk_editor_backspace (AkkEditor *self);
/* FALSE: no list here, the key is free to move the focus. */
gboolean akk_editor_indent (AkkEditor *self, int by);

void akk_editor_toggle_style (AkkEditor *self, AkkStyle style);
void akk_editor_toggle_kind (AkkEditor *self, AkkLineKind kind);
AkkStyle akk_editor_style_at (AkkEditor *self, const GtkTextIter *iter);
/* The style that the text between two places of one line takes from its neighbours. */
AkkStyle
akk_editor_style_between (AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end);
/* The styles that all of the selection has. */
AkkStyle
akk_editor_selection_style (AkkEditor *self, const GtkTextIter *start, const GtkTextIter *end);
void akk_editor_class_init_actions (GtkWidgetClass *klass);

/* --- editor-draw.c --- */

/* "2.", "b." or "ii.", by level. */
char *akk_editor_item_marker (guint level, guint number) G_GNUC_WARN_UNUSED_RESULT;
void akk_editor_draw_below (AkkEditor *self, GtkSnapshot *snapshot);
/* The background of an atom on one line. */
void akk_editor_draw_chip (AkkEditor *self,
                           GtkSnapshot *snapshot,
                           const GdkRectangle *bounds,
                           gboolean wrong);

/* --- editor-pictures.c: what figures show --- */

/* Keeps room for pictures near what is seen. TRUE if the text must be laid out again. */
gboolean akk_editor_pictures_place (AkkEditor *self);
/* The figure whose picture is at a point of the view. */
gboolean
akk_editor_picture_at (AkkEditor *self, double x, double y, GtkTextIter *start, GtkTextIter *end);
void akk_editor_draw_picture (AkkEditor *self, GtkSnapshot *snapshot, guint line);
/* Over the selection, which would tint them. */
void akk_editor_draw_selected_pictures (AkkEditor *self, GtkSnapshot *snapshot);

/* --- editor-figure.c --- */

/* The figure that is selected, with its caption. FALSE: none is. */
gboolean akk_editor_remove_figure (AkkEditor *self);

/* --- editor-tables.c and editor-table-keys.c (the rest: editor-table.h) --- */

void akk_editor_tables_init (AkkEditor *self);
/* A table came: its atom, on a line of its own, gets its looks and keeps room for it. */
void akk_editor_tables_take_atom (AkkEditor *self, GtkTextMark *atom, const AkkLine *line);
/* Lays tables over their lines. TRUE if the text must be laid out again. */
gboolean akk_editor_tables_place (AkkEditor *self);
/* Puts them there, after the view was allocated. */
void akk_editor_tables_allocate (AkkEditor *self);
void akk_editor_tables_refresh (AkkEditor *self);
/* The caret or the selection moved. */
void akk_editor_tables_update_caret (AkkEditor *self);
/* Scrolls to the caret of the cell that is written in. */
void akk_editor_tables_show_cell (AkkEditor *self);
/* The same from afar. */
void akk_editor_tables_reveal_cell (AkkEditor *self);
/* Undo: a table becomes another one; the caret goes to what changed. */
void akk_editor_tables_restore (AkkEditor *self, guint position, AkkLine *line);
/* The caret moves from beside a table into it: TRUE if it did. */
gboolean akk_editor_tables_step_in (AkkEditor *self, GtkMovementStep step, int count);
/* The caret came from the line `from`. */
void akk_editor_tables_arrive (AkkEditor *self, guint from, GtkMovementStep step);
/* Whether a point of the view is in a table: what is clicked there is not the text. */
gboolean akk_editor_tables_contain (AkkEditor *self, double x, double y);
/* A footnote in the cell that is written in. */
void akk_editor_tables_insert_note (AkkEditor *self);
/* To the mark of a note in a table. */
void akk_editor_tables_go_to_mark (AkkEditor *self, guint line, const char *label);
/* A key in a cell. */
gboolean akk_editor_tables_key (AkkEditor *cell, guint key, GdkModifierType state);

/* --- editor-marks.c, editor-find.c, editor-spell.c: marks in the text --- */

/* One kind of mark, and how it is drawn on a box of text. */
typedef struct _AkkMark AkkMark;
struct _AkkMark {
  GtkSnapshot *snapshot;
  GdkRGBA color;
  double em;
  void (*draw) (const AkkMark *mark, const GdkRectangle *box);
};
/* Draws a mark on the boxes of a stretch of text: one for each line that is seen. */
typedef void (*AkkMarkStretch) (gpointer text, gsize from, gsize to, const AkkMark *mark);

void akk_editor_draw_marks (AkkEditor *self, GtkSnapshot *snapshot, guint line);
/* Those of a cell that is not written in; `stretch` gets `text`. */
void akk_editor_draw_cell_marks (AkkEditor *self,
                                 GtkSnapshot *snapshot,
                                 const AkkMatch *place,
                                 AkkLine *cell,
                                 AkkMarkStretch stretch,
                                 gpointer text);
/* The marks may be others: draws the text and its cells again. */
void akk_editor_queue_marks (AkkEditor *self);
void akk_editor_find_clear (AkkEditor *self);
/* A word of a line that is not in the dictionary. */
typedef struct {
  guint from, to; /* bytes */
} AkkWord;
/* Those of a line or a cell, borrowed; NULL: none, or not looked at yet: then it soon will be. */
const GArray *akk_editor_misspellings (AkkEditor *self, AkkLine *line);
/* FALSE: it is still being typed. */
gboolean akk_editor_shows_misspelling (AkkEditor *self, guint line, const AkkWord *word);
void akk_editor_spell_clear (AkkEditor *self);

/* --- editor-copy.c --- */

/* What is copied, within the program: an AkkText; and as CommonMark, between programs of ours. */
typedef AkkText AkkEditorClip;
#define AKK_TYPE_EDITOR_CLIP (akk_editor_clip_get_type ())
GType akk_editor_clip_get_type (void);
#define AKK_EDITOR_MIME_TYPE "application/x-akkoord-commonmark"

/* The bytes from..to of a line, as a line of a body; a heading stays one if it begins at its start
 * and `keep_heading` is set. */
AkkLine *akk_editor_cut_line (const AkkLine *line, gsize from, gsize to, gboolean keep_heading)
    G_GNUC_WARN_UNUSED_RESULT;

/* --- editor-paste.c --- */

void akk_editor_paste_init (AkkEditor *self);
/* TRUE: takes the selection back from the primary clipboard; FALSE: before the view does that. */
void akk_editor_keep_selection (AkkEditor *self, gboolean keep);
void akk_editor_copy (AkkEditor *self);
void akk_editor_cut (AkkEditor *self);
void akk_editor_paste (AkkEditor *self);
/* The selection as lines. */
AkkText *akk_editor_selected_text (AkkEditor *self) G_GNUC_WARN_UNUSED_RESULT;
/* Puts `fragment` in the place of the selection. */
void akk_editor_insert_text (AkkEditor *self, AkkText *fragment);
/* The fragment with labels that are new in the text; its footnotes are put at the end of the
 * section that line `position` is in. */
AkkText *akk_editor_paste_notes (AkkEditor *self,
                                 guint position,
                                 const AkkText *fragment) G_GNUC_WARN_UNUSED_RESULT;

/* --- editor-paste-cell.c --- */

/* All of a text but its footnotes as one paragraph of lines, with markers for items. */
AkkLine *akk_text_flatten (const AkkText *text,
                           AkkTextResolve resolve,
                           gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the cells of another table in those of a table from a cell on; it grows as is needed. */
AkkLine *akk_table_fill (AkkLine *line, guint row, guint column, const AkkTable *with)
    G_GNUC_WARN_UNUSED_RESULT;
void akk_editor_paste_in_cell (AkkEditor *self, AkkText *fragment);

G_END_DECLS
