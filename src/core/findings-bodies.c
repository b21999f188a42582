/* What a body owes by one clause and what its own clause says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/findings-private.h"
#include "core/frequency.h"

static void
find_in_frequency (AkkFinder *self, const AkkBody *body)
{
  g_autoptr (GArray) rules = akk_frequencies (body);
  const AkkFrequency *strictest = akk_frequency_strictest (rules);

  if (strictest == NULL || !strictest->derived)
    return;
  if (body->times > 0)
    akk_finder_add_about (self, "stricter-duty", AKK_FINDING_ADVICE, body,
                          _ ("%s has to meet more often than its own clause says"), body->name,
                          _ ("The yearly evaluation is held there, so once a year at least."));
  else
    akk_finder_add_about (self, "no-frequency", AKK_FINDING_ADVICE, body,
                          _ ("Nothing says how often %s meets"), body->name,
                          _ ("At least once a year: it follows from the yearly evaluation."));
}

/* --- An evaluation that only the text knows of --- */

typedef struct {
  AkkBody *body;
  GStrv yearly, evaluates;
  gboolean found;
} Evaluation;

static void
visit_evaluation_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  Evaluation *it = data;
  char *name[] = { it->body->name, NULL };
  AkkFinding *finding;

  if (it->found || !akk_finder_mentions (it->evaluates, line->text) ||
      !akk_finder_mentions (it->yearly, line->text) || !akk_finder_mentions (name, line->text))
    return;
  finding = akk_finder_add_in_text (
      self, "evaluation-not-noted", AKK_FINDING_ADVICE, section, index,
      _ ("By the text %s evaluates every year, but that is not noted"), it->body->name,
      _ ("Then Akkoord can watch over it: note it at the body."));
  finding->type = &akk_body_record;
  finding->record = it->body->record.id;
  it->found = TRUE;
}

static void
find_evaluation (AkkFinder *self, AkkBody *body)
{
  g_auto (GStrv) yearly = akk_finder_words (self, "find-yearly");
  g_auto (GStrv) evaluates = akk_finder_words (self, "find-evaluates");
  Evaluation it = { body, yearly, evaluates, FALSE };

  akk_finder_each_line (self, visit_evaluation_cb, &it);
}

void
akk_find_bodies (AkkFinder *self)
{
  g_autoptr (GListModel) bodies =
      akk_store_list (self->store, &akk_body_record, "agreement_id", self->agreement->record.id);
  gboolean evaluated = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);

    evaluated |= body->evaluates != 0;
    find_in_frequency (self, body);
  }
  for (guint i = 0; !evaluated && i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);
    find_evaluation (self, body);
  }
}
