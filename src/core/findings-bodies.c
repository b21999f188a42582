/* What a body owes by one clause and what its own clause says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

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
  GListModel *bodies;
  GStrv yearly, evaluates;
  GHashTable *found; /* ids of bodies */
} Evaluation;

static void
visit_body (AkkFinder *self, AkkBody *body, AkkSection *section, guint index, Evaluation *it)
{
  AkkFinding *finding;

  if (!g_hash_table_add (it->found, g_memdup2 (&body->record.id, sizeof (gint64))))
    return;
  finding = akk_finder_add_in_text (
      self, "evaluation-not-noted", AKK_FINDING_ADVICE, section, index,
      _ ("By the text %s evaluates every year, but that is not noted"), body->name,
      _ ("Then Akkoord can watch over it: note it at the body."));
  finding->type = &akk_body_record;
  finding->record = body->record.id;
}

static void
visit_evaluation_cb (
    AkkFinder *self, const AkkLine *line, AkkSection *section, guint index, gpointer data)
{
  Evaluation *it = data;

  if (!akk_finder_mentions (it->evaluates, line->text) ||
      !akk_finder_mentions (it->yearly, line->text))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (it->bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (it->bodies, i);
    char *name[] = { body->name, NULL };

    if (akk_finder_mentions (name, line->text))
      visit_body (self, body, section, index, it);
  }
}

static void
find_evaluation (AkkFinder *self, GListModel *bodies)
{
  g_auto (GStrv) yearly = akk_finder_words (self, "find-yearly");
  g_auto (GStrv) evaluates = akk_finder_words (self, "find-evaluates");
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Evaluation it = { bodies, yearly, evaluates, found };

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
  if (!evaluated && g_list_model_get_n_items (bodies) > 0)
    find_evaluation (self, bodies);
}
