/* The body of a text on paper: paragraphs, lists, quotes, tables and notes as rows of a flow.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text-figure.h"
#include "print/flow.h"

G_BEGIN_DECLS

/* What a field says on paper; owned by the caller. NULL: unknown, it is printed as it is written.
 */
typedef char *(*AkkFieldText) (const char *field, gpointer data);

/* The picture of an attachment, which stays the data's; NULL: it is no picture, or not there. */
typedef AkkPicture *(*AkkProsePicture) (const char *sha256, gpointer data);

/* An open list. */
typedef struct {
  guint list, body; /* elements: L, and LBody of its last item */
  AkkLineKind kind;
  guint number; /* of the last item */
} AkkProseList;

#define AKK_NO_ROW G_MAXUINT
#define AKK_PROSE_INDENT 15.0

typedef struct {
  AkkFlow *flow;
  const AkkText *text;
  AkkFieldText field_text;
  AkkProsePicture picture; /* NULL: figures are printed as their words */
  gpointer data;
  guint section; /* the element that the text stands in */
  AkkCopy run_in; /* what begins the next paragraph, in bold */
  guint run_in_line; /* where that comes from */
  AkkProseList lists[AKK_MAX_LEVEL + 1];
  guint n_lists; /* open levels */
  guint quote; /* the open block quote, or AKK_NO_NODE */
  GHashTable *notes; /* label -> line + 1, of this section */
  GHashTable *marks; /* line of a note + 1 -> its number */
  guint n_notes;
  guint block, bar; /* the row that the open block of commitments begins with; its last fill */
  AkkCaptionCount n_captions; /* so far */
  guint table; /* the element of the table whose caption was printed last, or AKK_NO_NODE */
  guint caption; /* and its number; 0: none */
  guint table_row; /* the row that the last table begins with, its caption included */
} AkkProse;

void akk_prose_init (
    AkkProse *self, AkkFlow *flow, const AkkText *text, AkkFieldText field_text, gpointer data);
void akk_prose_clear (AkkProse *self);

/* A section begins at line `heading`: its lists are new, its notes are found. */
void akk_prose_begin_section (AkkProse *self, guint node, guint heading);
/* Puts a line that is no heading onto the flow. */
void akk_prose_add_line (AkkProse *self, guint index);
/* Ends what is open: a block of commitments; a heading that runs in but finds nothing to run into
 * is a paragraph. */
void akk_prose_flush_run_in (AkkProse *self);

/* For the parts of a body. The text of a line, its fields resolved; the lines of the notes it marks
 * are appended to `notes` (guint) if that is not NULL. */
void
akk_prose_copy (AkkProse *self, const AkkLine *line, guint8 style, AkkCopy *text, GArray *notes);
/* Attaches the notes that are marked on a line of a set text to the last row. */
void akk_prose_attach_notes (
    AkkProse *self, const AkkSet *set, guint set_line, const GArray *notes, guint node);
void akk_prose_add_text (AkkProse *self,
                         guint index,
                         AkkFlowText *how,
                         const AkkCopy *text,
                         const GArray *notes,
                         AkkLook look);
/* "… om:" stays with the list that follows. */
gboolean akk_prose_leads_in (AkkProse *self, guint index);
/* The element that a line stands in: the section, or a quote in it. */
guint akk_prose_parent (AkkProse *self, const AkkLine *line);

/* --- prose-list.c --- */

gboolean akk_line_is_item (const AkkLine *line);
gboolean akk_line_is_commitment (const AkkLine *line);
/* Whether the line begins with such a field. */
gboolean akk_line_has_field (const AkkLine *line, const char *prefix);
void akk_prose_add_item (AkkProse *self, guint index);
void akk_prose_add_continued (AkkProse *self, guint index);
/* Rows from here on have the bar of a block of commitments beside them. */
void akk_prose_begin_block (AkkProse *self);
void akk_prose_add_bar (AkkProse *self);
gboolean akk_prose_goes_on (AkkProse *self, const AkkLine *line);
void akk_prose_end_block (AkkProse *self);

/* --- prose-figure.c --- */

/* Prints a paragraph of nothing but a figure as a picture. FALSE: it is another one, or there is no
 * picture. */
gboolean akk_prose_add_picture (AkkProse *self, guint index);

/* --- table.c, table-caption.c --- */

void akk_prose_add_table (AkkProse *self, guint index);
void akk_prose_add_caption (AkkProse *self, guint index);
/* The note under a table. */
void akk_prose_add_table_note (AkkProse *self, guint index);
/* "Tabel 1 (vervolg)": what stands above the head of the table when it is printed again. */
AkkSet *akk_prose_continued (AkkProse *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
