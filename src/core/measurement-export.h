/* The figures of an agreement as a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrases.h"
#include "core/store.h"

G_BEGIN_DECLS

/* All measurements in the columns of measurement-columns.h, their heads first (tabular.h): by
 * indicator in its order, year, municipality and target group. What is read back from it changes
 * nothing. */
GPtrArray *akk_measurement_table (AkkStore *store,
                                  gint64 agreement_id,
                                  AkkPhrases *phrases) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
