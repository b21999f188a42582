/* Reading a table of figures: at once when it is small, else on a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/measurement-import.h"

G_BEGIN_DECLS

/* A table as it was pasted, and as it was mended since. */
typedef struct {
  GPtrArray *table; /* tabular.h; NULL until it was read once */
  GBytes *bytes; /* until then */
} AkkMeasureTable;
void akk_measure_table_clear (AkkMeasureTable *self);
/* Whether reading it would hold up the window. */
gboolean akk_measure_table_is_large (const AkkMeasureTable *self);

/* Reads it now. */
AkkMeasurementImport *akk_measure_table_read (AkkMeasureTable *self,
                                              AkkStore *store,
                                              AkkAgreement *agreement,
                                              const AkkMeasureBlock *block,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads it on a thread, which has the table meanwhile: `self` is empty until it is finished, which
 * fills it again. `callback` has the source object `source`. */
void akk_measure_table_read_async (AkkMeasureTable *self,
                                   AkkStore *store,
                                   AkkAgreement *agreement,
                                   const AkkMeasureBlock *block,
                                   GCancellable *cancellable,
                                   gpointer source,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
AkkMeasurementImport *akk_measure_table_read_finish (AkkMeasureTable *self,
                                                     GAsyncResult *result,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
