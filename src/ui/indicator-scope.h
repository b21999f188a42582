/* What the cards, the table and the charts of indicators share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/figures.h"

G_BEGIN_DECLS

/* Of one agreement, as long as somebody holds it. */
typedef struct {
  AkkStore *store;
  AkkAgreement *agreement;
  AkkFigures *figures;
  AkkPhrases *phrases; /* figures are written in the language of the agreement */
  const char *language;
  gint64 today;
  int year; /* of today: no later figure is shown */
} AkkIndicatorScope;

/* NULL, with a warning, when the phrases of the agreement's language cannot be read. */
AkkIndicatorScope *akk_indicator_scope_new (AkkStore *store,
                                            AkkAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
AkkIndicatorScope *akk_indicator_scope_ref (AkkIndicatorScope *self);
void akk_indicator_scope_unref (AkkIndicatorScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AkkIndicatorScope, akk_indicator_scope_unref)

G_END_DECLS
