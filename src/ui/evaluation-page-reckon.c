/* The page Evaluatie: the facts, reckoned again while the window goes on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include "core/dossier.h"

/* The day of which the facts are: that on which the report was adopted. */
static gint64
day_of (AkkEvaluationPage *self)
{
  return akk_evaluation_adopted (self->evaluation) ? self->evaluation->adopted_on
                                                   : akk_store_today (self->store);
}

/* On a thread. The facts keep the copy, on which they stand. */
static gpointer
reckon (AkkStore *copy, const AkkQuestion *question, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (copy, &akk_agreement_record, question->record);

  return agreement != NULL
             ? akk_evaluation_facts_new (copy, agreement, question->number, question->day)
             : NULL;
}

static void
reckoned_cb (gpointer object, gpointer answer)
{
  AkkEvaluationPage *self = object;

  if (answer == NULL)
    return;
  g_clear_pointer (&self->facts, akk_evaluation_facts_free);
  self->facts = answer;
  akk_evaluation_page_show_parts (self);
}

void
akk_evaluation_page_reckon (AkkEvaluationPage *self)
{
  if (self->facts == NULL || self->facts->year != self->year) {
    akk_evaluation_page_stop_reckoning (self);
    self->facts =
        akk_evaluation_facts_new (self->store, self->agreement, self->year, day_of (self));
  } else {
    akk_aside_ask (self->facts_aside, self->store,
                   (AkkQuestion) { self->agreement->record.id, day_of (self), self->year });
  }
}

void
akk_evaluation_page_stop_reckoning (AkkEvaluationPage *self)
{
  akk_aside_stop (self->facts_aside);
  g_clear_pointer (&self->facts, akk_evaluation_facts_free);
}

void
akk_evaluation_page_reckon_init (AkkEvaluationPage *self)
{
  self->facts_aside =
      akk_aside_new (reckon, (GDestroyNotify) akk_evaluation_facts_free, reckoned_cb, self);
}
