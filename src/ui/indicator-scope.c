/* What the cards, the table and the charts of indicators share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-scope.h"

#include "core/dates.h"
#include "core/dossier.h"

static void
scope_clear (gpointer data)
{
  AkkIndicatorScope *self = data;

  g_clear_object (&self->figures);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
}

AkkIndicatorScope *
akk_indicator_scope_new (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GError) error = NULL;
  AkkPhrases *phrases = akk_phrases_new (akk_agreement_language (agreement), &error);
  AkkIndicatorScope *self;

  if (phrases == NULL) {
    g_warning ("%s", error->message);
    return NULL;
  }
  self = g_rc_box_new0 (AkkIndicatorScope);
  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->phrases = phrases;
  self->language = akk_phrases_language (phrases);
  self->figures = akk_figures_new (store, agreement->record.id);
  self->today = akk_store_today (store);
  akk_date_to_ymd (self->today, &self->year, NULL, NULL);
  return self;
}

AkkIndicatorScope *
akk_indicator_scope_ref (AkkIndicatorScope *self)
{
  return g_rc_box_acquire (self);
}

void
akk_indicator_scope_unref (AkkIndicatorScope *self)
{
  g_rc_box_release_full (self, scope_clear);
}
