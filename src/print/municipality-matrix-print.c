/* The boards of an agreement and what is still wanted of each, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/municipality-matrix-print.h"

#include "core/dates.h"
#include "core/dossier-info.h"
#include "core/municipality-matrix.h"
#include "print/sheet.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define FIRST 70.0 /* the names of the boards */
#define GUTTER 7.0
#define MOST_COLUMNS 12 /* more bodies than fit are in a table of their own */
#define BREAK "\342\200\250" /* U+2028: a new line in a cell */

typedef struct {
  AkkSheet sheet;
  const AkkMunicipalityMatrix *matrix;
} Printer;

static const char *
phrase (Printer *self, const char *key)
{
  return akk_phrases_get (self->sheet.phrases, key);
}

/* Short: there is little room. */
static char *
day_words (Printer *self, gint64 day)
{
  g_autofree char *day_number = NULL, *month_number = NULL, *year_number = NULL;
  int year, month, day_of_month;

  if (day == AKK_NO_DATE)
    return g_strdup ("");
  akk_date_to_ymd (day, &year, &month, &day_of_month);
  day_number = g_strdup_printf ("%d", day_of_month);
  month_number = g_strdup_printf ("%d", month);
  year_number = g_strdup_printf ("%d", year);
  return akk_phrases_format (self->sheet.phrases, "boards-day", "day", day_number, "month",
                             month_number, "year", year_number, NULL);
}

/* --- Cells --- */

static char *
decision_words (Printer *self, const AkkMatrixCell *cell)
{
  g_autofree char *day = day_words (self, cell->day);

  if (cell->refused)
    return akk_phrases_format (self->sheet.phrases, "boards-refused", "date", day, NULL);
  if (cell->state == AKK_MATRIX_PARTLY)
    return akk_phrases_format (self->sheet.phrases, "boards-agenda", "date", day, NULL);
  return *day != '\0' ? g_steal_pointer (&day) : g_strdup (phrase (self, "boards-done"));
}

static char *
signature_words (Printer *self, const AkkMatrixCell *cell)
{
  g_autofree char *day = day_words (self, cell->day);
  const char *key = cell->refused                      ? "boards-refused"
                    : cell->state == AKK_MATRIX_PARTLY ? "boards-offered"
                                                       : NULL;
  g_autofree char *words = key != NULL
                               ? akk_phrases_format (self->sheet.phrases, key, "date", day, NULL)
                               : g_strdup (*day != '\0' ? day : phrase (self, "boards-done"));

  return g_strconcat (cell->name, *cell->name != '\0' ? BREAK : "", words, NULL);
}

static char *
count_words (Printer *self, const char *key, guint n, guint of)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *all = g_strdup_printf ("%u", of);

  return akk_phrases_format (self->sheet.phrases, key, "count", count, "all", all, NULL);
}

static char *
seat_words (Printer *self, const AkkMatrixCell *cell)
{
  g_autofree char *count =
      cell->of > 1 ? count_words (self, "boards-of", cell->n, cell->of) : g_strdup ("");

  return g_strconcat (cell->name, *count != '\0' ? BREAK : "", count, NULL);
}

static char *
presence_words (Printer *self, const AkkMatrixCell *cell)
{
  g_autofree char *day = day_words (self, cell->day);
  g_autofree char *count =
      cell->of > 0 ? count_words (self, "boards-of", cell->n, cell->of) : g_strdup ("");

  return g_strconcat (day, *day != '\0' && *count != '\0' ? BREAK : "", count, NULL);
}

/* An empty cell is what is to be done; a stroke stands where nothing is asked. */
static char *
cell_words (Printer *self, const AkkMatrixColumn *column, const AkkMatrixCell *cell)
{
  if (cell->state == AKK_MATRIX_NOT_ASKED)
    return g_strdup ("–");
  if (cell->state == AKK_MATRIX_OPEN && !cell->refused)
    return g_strdup ("");
  switch (column->topic) {
  case AKK_MATRIX_DECISION:
    return decision_words (self, cell);
  case AKK_MATRIX_SIGNATURE:
    return signature_words (self, cell);
  case AKK_MATRIX_SEAT:
    return seat_words (self, cell);
  case AKK_MATRIX_PRESENCE:
    return presence_words (self, cell);
  case AKK_MATRIX_ACTIONS:
    return count_words (self, "boards-actions-done", cell->n, cell->of);
  case AKK_MATRIX_FIGURES:
  default:
    return count_words (self, "boards-of", cell->n, cell->of);
  }
}

static char *
head_words (Printer *self, const AkkMatrixColumn *column)
{
  static const char *const keys[] = { "boards-decision", "boards-signature", NULL,
                                      "boards-presence", "boards-actions",   "boards-figures" };
  g_autofree char *number = g_strdup_printf ("%u", column->place + 1);
  g_autofree char *year = g_strdup_printf ("%d", self->matrix->year);

  if (column->topic == AKK_MATRIX_SEAT)
    return g_strdup (column->body->name);
  return akk_phrases_format (self->sheet.phrases, keys[column->topic], "number", number, "year",
                             year, NULL);
}

/* --- The table --- */

static void
add_row (Printer *self, AkkSheetTable *table, const AkkMatrixRow *row, guint first, guint n)
{
  g_auto (GStrv) cells = g_new0 (char *, n + 2);

  cells[0] = g_strdup (row->name);
  for (guint i = 0; i < n; i++)
    cells[i + 1] =
        cell_words (self, self->matrix->columns->pdata[first + i], &row->cells[first + i]);
  akk_sheet_table_add (table, (const char *const *) cells);
}

/* The share of a column: names need more than days and counts. */
static double
share (const AkkMatrixColumn *column)
{
  switch (column->topic) {
  case AKK_MATRIX_SIGNATURE:
  case AKK_MATRIX_SEAT:
    return 1.25;
  case AKK_MATRIX_DECISION:
    return 0.9; /* has a long word above it */
  default:
    return 0.75;
  }
}

static void
add_table (Printer *self, guint first, guint n)
{
  const AkkPageShape *shape = self->sheet.flow->shape;
  AkkSheetColumn columns[MOST_COLUMNS + 1] = {
    { .x = shape->left, .width = FIRST - GUTTER, .bold = TRUE }
  };
  double shares = 0, x = shape->left + FIRST;
  g_auto (GStrv) heads = g_new0 (char *, n + 2);
  AkkSheetTable table;

  heads[0] = g_strdup (phrase (self, "boards-board"));
  for (guint i = 0; i < n; i++)
    shares += share (self->matrix->columns->pdata[first + i]);
  for (guint i = 0; i < n; i++) {
    double width = (shape->right - shape->left - FIRST) *
                   share (self->matrix->columns->pdata[first + i]) / shares;
    columns[i + 1] = (AkkSheetColumn) { .x = x, .width = width - GUTTER };
    x += width;
    heads[i + 1] = head_words (self, self->matrix->columns->pdata[first + i]);
  }
  self->sheet.flow->after = AKK_SLOT;
  akk_sheet_table_begin (&table, &self->sheet, columns, n + 1, "", (const char *const *) heads);
  table.row_heads = TRUE;
  for (guint i = 0; i < self->matrix->rows->len; i++)
    add_row (self, &table, self->matrix->rows->pdata[i], first, n);
  akk_sheet_table_end (&table);
}

static void
add_head (Printer *self, const char *name, const char *title)
{
  AkkSheet *sheet = &self->sheet;
  g_autofree char *date = akk_phrases_date (sheet->phrases, sheet->today);
  g_autofree char *on = akk_phrases_format (sheet->phrases, "boards-on", "date", date, NULL);
  g_autofree char *open = count_words (self, "boards-open", self->matrix->n_open, 0);

  akk_sheet_furniture (sheet, name, title, on);
  akk_sheet_head (sheet, name, title, on);
  akk_sheet_line (sheet,
                  self->matrix->n_open == 0   ? phrase (self, "boards-open-none")
                  : self->matrix->n_open == 1 ? phrase (self, "boards-open-one")
                                              : open,
                  AKK_LOOK_CAPTION, sheet->flow->shape->left, 3, "P");
}

AkkDocument *
akk_municipality_matrix_document_new (
    AkkStore *store, AkkAgreement *agreement, int year, gint64 day, GError **error)
{
  g_autoptr (AkkDocument) self = g_new0 (AkkDocument, 1);
  const char *name = *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
  g_autoptr (GListModel) infos = akk_store_list (store, &akk_dossier_info_record, NULL, 0);
  g_autoptr (AkkDossierInfo) dossier = g_list_model_get_item (infos, 0);
  g_autoptr (AkkPaper) paper = akk_paper_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkMunicipalityMatrix) matrix = NULL;
  Printer printer = { 0 };
  guint n_columns;

  if (paper == NULL)
    return NULL;
  matrix = akk_municipality_matrix_new (store, agreement, year, day);
  printer.matrix = matrix;
  self->language = g_strdup (akk_agreement_language (agreement));
  self->author = g_strdup (dossier != NULL ? dossier->name : "");
  self->subject = g_strdup (agreement->title);
  self->date = day * DAY_S;
  akk_sheet_init (&printer.sheet, paper, store, agreement, day);
  self->title = g_strdup_printf ("%s – %s", phrase (&printer, "boards"), name);
  printer.sheet.flow->shape = &akk_page_landscape;
  add_head (&printer, name, phrase (&printer, "boards"));
  n_columns = matrix->columns->len;
  for (guint first = 0; first < n_columns; first += MOST_COLUMNS)
    add_table (&printer, first, MIN (MOST_COLUMNS, n_columns - first));
  akk_sheet_line (&printer.sheet, phrase (&printer, "boards-legend"), AKK_LOOK_NOTE,
                  akk_page_landscape.left, 6, "P");
  self->pages = akk_sheet_finish (&printer.sheet);
  return g_steal_pointer (&self);
}
