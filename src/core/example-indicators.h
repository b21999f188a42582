/* The library of example indicators: a beginning that is then made one's own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/indicator.h"
#include "core/store.h"

G_BEGIN_DECLS

typedef struct {
  AkkIndicator *indicator; /* of no agreement, in no store */
  char *id, *weight; /* by which a group of the file is known; "" : not weighed */
} AkkExampleIndicator;

/* Those of data/indicators/LANGUAGE.ini, in its order. Elements AkkExampleIndicator. Errors: of
 * GKeyFile and GFileError. */
GPtrArray *akk_example_indicators_new (const char *language,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the agreement has an indicator of that name. */
gboolean akk_example_indicator_known (const AkkExampleIndicator *self,
                                      AkkStore *store,
                                      const AkkAgreement *agreement);
/* Inside an action of the store: those that are wanted (an array as long) and that the agreement
 * does not have yet, after all others, with those by which they are weighed. Returns how many were
 * added. */
guint akk_example_indicators_insert (const GPtrArray *examples,
                                     const gboolean *wanted,
                                     AkkStore *store,
                                     const AkkAgreement *agreement);

G_END_DECLS
