/* What printed sheets are built from: a head, lines, rich text and plain tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the shorter documents of an agreement: an agenda, minutes, the sheet of a signal. */
#pragma once

#include "core/agreement.h"
#include "core/field-source.h"
#include "core/text-figure.h"
#include "print/flow.h"

G_BEGIN_DECLS

typedef struct {
  AkkFlow *flow;
  AkkPhrases *phrases;
  AkkStore *store;
  AkkAgreement *agreement;
  AkkFieldSource *fields;
  GPtrArray *outline; /* AkkOutlineEntry; NULL until something refers to a section */
  GHashTable *pictures; /* SHA-256 → AkkPicture, or NULL: it is none */
  gint64 today;
  guint n_notes; /* so far: they count through all rich texts */
  AkkCaptionCount n_captions; /* these, too */
} AkkSheet;

/* All is borrowed, and must outlive it. */
void akk_sheet_init (
    AkkSheet *self, AkkPaper *paper, AkkStore *store, AkkAgreement *agreement, gint64 today);
/* The same on a flow that others fill, too; it stays theirs. Cleared with akk_sheet_clear (). */
void akk_sheet_init_on (
    AkkSheet *self, AkkFlow *flow, AkkStore *store, AkkAgreement *agreement, gint64 today);
void akk_sheet_clear (AkkSheet *self);
/* Breaks it into pages, which take the flow; the sheet is cleared. A page at least. */
AkkPages *akk_sheet_finish (AkkSheet *self) G_GNUC_WARN_UNUSED_RESULT;
/* Header left and right from the second page on, and footer left. */
void akk_sheet_furniture (AkkSheet *self, const char *title, const char *part, const char *version);

/* --- Text --- */

AkkSet *akk_sheet_set (AkkSheet *self, const char *text, AkkLook look, double measure)
    G_GNUC_WARN_UNUSED_RESULT;
AkkSet *akk_sheet_set_bold (AkkSheet *self, const char *text, AkkLook look, double measure)
    G_GNUC_WARN_UNUSED_RESULT;
/* All lines of a set text into the last row, the first line's top at `top`; taken over. `right`:
 * lines end at x instead. Returns the height. */
double
akk_sheet_put (AkkSheet *self, AkkSet *set, double x, double top, gboolean right, guint node);
/* A paragraph or heading of its own ("P", "H2", …); nothing if the text is empty. A heading becomes
 * a bookmark and keeps with what follows. */
void akk_sheet_line (
    AkkSheet *self, const char *text, AkkLook look, double x, double before, const char *element);
/* The line above the title, the title, and a line of facts under it; empty ones are left out. */
void akk_sheet_head (AkkSheet *self, const char *eyebrow, const char *title, const char *facts);
/* CommonMark with the fields of the agreement, in the text column. `before`: above it. */
void akk_sheet_prose (AkkSheet *self, const char *commonmark, double before);
/* The same, its paragraphs larger and over the full width: what leads a document in. */
void akk_sheet_lead (AkkSheet *self, const char *commonmark, double before);
/* A line under what stands above, of a small size: "Bijlage 1: …". */
void akk_sheet_remark (AkkSheet *self, const char *text, double before);

/* --- Tables (sheet-table.c) --- */

/* `lead`: the first line of a cell is bold, up to its line break (U+2028). */
typedef struct {
  double x, width;
  gboolean bold, right, lead;
} AkkSheetColumn;

typedef struct {
  AkkSheet *sheet;
  const AkkSheetColumn *columns;
  guint n_columns;
  guint node; /* Table, or its body */
  guint head; /* 1 + its row; 0: none */
  double head_height;
  guint n_rows;
  char *caption;
  guint rule; /* the fill below its last row */
  guint bold_cells; /* bits: of the next row, besides bold columns */
  gboolean row_heads; /* set after the begin: the first cell of a row is its head too */
} AkkSheetTable;

/* `caption` above it, or ""; `heads` of the columns, or NULL: the first cell of a row is its head.
 * `columns` is borrowed until the end. */
void akk_sheet_table_begin (AkkSheetTable *self,
                            AkkSheet *sheet,
                            const AkkSheetColumn *columns,
                            guint n_columns,
                            const char *caption,
                            const char *const *heads);
/* After the begin of a table with heads but no caption: what it is about, where it goes on. */
void akk_sheet_table_about (AkkSheetTable *self, const char *words);
void akk_sheet_table_add (AkkSheetTable *self, const char *const *cells);
void akk_sheet_table_end (AkkSheetTable *self);

G_END_DECLS
