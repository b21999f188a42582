/* What the files of the import of figures share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/measurement-import.h"

G_BEGIN_DECLS

/* The measurements that there are, read for one indicator when it is first asked for. */
typedef struct _AkkMeasureKnown AkkMeasureKnown;
AkkMeasureKnown *akk_measure_known_new (AkkStore *store, AkkMeasurementImport *import);
void akk_measure_known_free (AkkMeasureKnown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkMeasureKnown, akk_measure_known_free)
/* The measurement of the same indicator, year, municipality and target group (a text of the import,
 * compared by its place); NULL: there is none. */
const AkkMeasured *
akk_measure_known_find (AkkMeasureKnown *self, const AkkMeasured *measured, gint64 *id);

typedef struct {
  const GPtrArray *table;
  const AkkMeasureBlock *block;
  AkkMeasurementImport *import;
  AkkMeasureLayout *layout;
  AkkMeasureKnown *known;
  GHashTable *taken; /* AkkMeasured → AkkMeasureItem: the figures that a cell has given */
  GHashTable *wrong; /* "column:text" → AkkMeasureItem: what is said once for all rows */
  gboolean unsure; /* the decimal sign is a guess */
  int columns[AKK_MEASURE_N_COLUMNS];
} AkkMeasureReading;

/* What a row says for all its figures. */
typedef struct {
  guint index, n_figures;
  AkkMeasureFixed fixed;
  AkkMeasured said; /* source, received_on, sentence, provisional, until */
} AkkMeasureRow;

void akk_measure_item_free (gpointer item);
/* Says what is wrong with a cell. Takes `problem` over. */
AkkMeasureItem *akk_measure_add_wrong (AkkMeasureReading *self,
                                       const AkkMeasureRow *row,
                                       guint column,
                                       char *problem,
                                       const char *offer);
/* The same in many rows is said once: whether it was, and then counts the figures. `column`: below
 * 0 for what the whole table lacks. */
gboolean akk_measure_said_before (AkkMeasureReading *self,
                                  const AkkMeasureRow *row,
                                  int column,
                                  guint n_figures);
void akk_measure_add_once (AkkMeasureReading *self,
                           const AkkMeasureRow *row,
                           int column,
                           char *problem,
                           const char *offer);
/* FALSE when it says something that is not understood; an item then tells. */
gboolean akk_measure_row_read (AkkMeasureReading *self, AkkMeasureRow *row);

guint akk_measured_hash (gconstpointer measured);
gboolean akk_measured_same_key (gconstpointer a, gconstpointer b);
/* The group as the import holds it. */
const char *akk_measure_keep_group (const AkkMeasurementImport *self, const char *group);
/* But for the space around them. */
gboolean akk_measure_same_text (const char *a, const char *b);

G_END_DECLS
