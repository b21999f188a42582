/* The inside of the dialog for figures from a table, shared by its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/measurement-import.h"
#include "ui/import-writing.h"
#include "ui/measurement-block-page.h"
#include "ui/measurement-import-dialog.h"
#include "ui/measurement-reading.h"

G_BEGIN_DECLS

struct _AkkMeasurementImportDialog {
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkStack *stack;
  GtkButton *take_button;
  GtkLabel *summary;
  GtkListView *list;
  GtkWidget *block_row, *year_row, *indicator_row, *sign_row;
  AkkMeasurementBlockPage *block;
  AkkImportWriting writing;

  AkkStore *store;
  AkkAgreement *agreement;
  AkkMeasureTable table;
  gboolean spreadsheet; /* the file says what is a number */
  gboolean signed_; /* who reads has said which sign is the decimal one */
  gboolean filling; /* rows are being set by us */
  gboolean reading; /* on the thread */
  guint n_written; /* items of the import */
  guint mended; /* where the focus goes, or G_MAXUINT */
  guint frames; /* that are still waited for */
  GtkWidget *focus; /* weak: the entry that gets it in the next frame */
  AkkMeasurementImport *import;
  GPtrArray *indicators; /* gint64 *: ids, by place in the row from 1 */
  GPtrArray *parties; /* likewise */
  GCancellable *cancellable;
};

/* Once it is, nothing that it waited for is shown any more. */
gboolean akk_measurement_import_dialog_is_closed (AkkMeasurementImportDialog *self);
/* What was shown before stays. */
void akk_measurement_import_dialog_show_failure (AkkMeasurementImportDialog *self,
                                                 const GError *error);
/* measurement-import-source.c */
void akk_measurement_import_dialog_open (AkkMeasurementImportDialog *self);

/* measurement-import-list.c: the rows of the list. */
void akk_measurement_import_list_init (AkkMeasurementImportDialog *self, GtkListView *list);
/* Shows what was read; `mended` has the focus then: the first wrong row from there on. */
void akk_measurement_import_list_fill (AkkMeasurementImportDialog *self);
/* Writes `text` into the cell of a wrong item and reads the table again; `place` in the list. */
void akk_measurement_import_dialog_mend (AkkMeasurementImportDialog *self,
                                         const AkkMeasureItem *item,
                                         const char *text,
                                         guint place);

G_END_DECLS
