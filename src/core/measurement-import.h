/* Figures from a table: what each cell would do, seen before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/import-state.h"
#include "core/measurement-layout.h"

G_BEGIN_DECLS

/* What is said once for all figures of a table, where the table does not say it. */
typedef struct {
  AkkDecimalSign sign;
  int year; /* 0: not said, as below */
  gint64 indicator_id, party_id;
  gboolean provisional;
  const char *source; /* or NULL */
  gint64 received_on; /* or AKK_NO_DATE */
} AkkMeasureBlock;

/* One figure; or what is wrong with a cell, with the same cell in other rows, or with them all. */
typedef struct {
  guint line, column; /* of the cell in the table, from 1 */
  AkkImportState state;
  AkkMeasured now;
  const AkkMeasured *before; /* what it changes or equals; NULL: new, or wrong */
  gint64 id; /* the measurement that it changes */
  gboolean doubtful; /* the number can be read in two ways, and was by a guess */
  /* Wrong ones only. */
  char *problem; /* says what to do */
  char *cell; /* what stands there */
  const char *offer; /* what was probably meant, or NULL */
  guint n_figures; /* that are left out by it */
  gboolean everywhere; /* mended in every row that says the same in this column */
  gboolean fixable; /* by writing something else in the cell */
} AkkMeasureItem;

typedef struct {
  GPtrArray *items; /* AkkMeasureItem, in the order of the table */
  guint n[4]; /* figures by AkkImportState */
  GPtrArray *ignored; /* char *: heads that are not read */
  gboolean lacks_year, lacks_indicator; /* the block must say it */
  AkkDecimalSign sign; /* as it was read */
  gboolean doubtful; /* a figure is */
  const char *open_cell; /* the first of them, or NULL */
  /*< private >*/
  AkkMeasurementNames *names;
  GStringChunk *texts;
  GPtrArray *befores;
} AkkMeasurementImport;

#define AKK_MEASUREMENT_IMPORT_ERROR (akk_measurement_import_error_quark ())
GQuark akk_measurement_import_error_quark (void);
typedef enum { AKK_MEASUREMENT_IMPORT_ERROR_EMPTY } AkkMeasurementImportError;

/* Compares a table (tabular.h) with the measurements of an agreement. A figure is known by its
 * indicator, year, municipality and target group; an empty cell says nothing. Columns that the
 * table does not have, and empty cells of source, day and explanation, leave those of a measurement
 * as they are; the block says them for what is new or changes. On any thread, with a store of that
 * thread (store-snapshot.h); the result holds nothing of it.
 * AKK_MEASUREMENT_IMPORT_ERROR_EMPTY: there are no figures in it, or no indicators to have any. */
AkkMeasurementImport *akk_measurement_import_new (AkkStore *store,
                                                  gint64 agreement_id,
                                                  const GPtrArray *table,
                                                  const AkkMeasureBlock *block,
                                                  AkkPhrases *phrases,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void akk_measurement_import_free (AkkMeasurementImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMeasurementImport, akk_measurement_import_free)

/* Writes `text` into the cell of a wrong item, and into those that it stands for. The table is to
 * be compared again. */
void akk_measurement_import_mend (const AkkMeasureItem *item, GPtrArray *table, const char *text);

/* "Leefloon, Laarne, 2024, NBA met uitkering": what is known of it. */
char *akk_measurement_import_title (const AkkMeasurementImport *self,
                                    const AkkMeasureItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* "12", "12 → 14; Bron: VDAB": what it brings, in the words of the table. */
char *akk_measurement_import_words (const AkkMeasurementImport *self,
                                    const AkkMeasureItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* Inside an action of the store: all figures that are new or changed. */
void akk_measurement_import_write (const AkkMeasurementImport *self, AkkStore *store);
/* Likewise the next some hundreds of them, of a long action (store-long.h); `next` begins at 0.
 * FALSE: these were the last. */
gboolean
akk_measurement_import_write_some (const AkkMeasurementImport *self, AkkStore *store, guint *next);

G_END_DECLS
