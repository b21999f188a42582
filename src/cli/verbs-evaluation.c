/* The verb about a year in numbers: what an evaluation report says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "cli/json.h"
#include "core/dossier.h"
#include "core/evaluation-facts.h"

/* --- As JSON --- */

static void
add_int (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

/* null where there is none. */
static void
add_decimal (JsonBuilder *json, const char *name, gboolean is_there, gint64 value)
{
  json_builder_set_member_name (json, name);
  if (!is_there)
    json_builder_add_null_value (json);
  else if (value % AKK_DECIMAL == 0)
    json_builder_add_int_value (json, value / AKK_DECIMAL);
  else
    json_builder_add_double_value (json, (double) value / AKK_DECIMAL);
}

static void
add_actions (JsonBuilder *json, const AkkActionCounts *counts)
{
  json_builder_set_member_name (json, "actions");
  json_builder_begin_object (json);
  add_int (json, "planned", counts->planned);
  add_int (json, "done", counts->done);
  add_int (json, "carried", counts->carried);
  add_int (json, "stopped", counts->stopped);
  json_builder_end_object (json);
}

static void
add_meetings (JsonBuilder *json, const GPtrArray *bodies)
{
  json_builder_set_member_name (json, "meetings");
  json_builder_begin_array (json);
  for (guint i = 0; i < bodies->len; i++) {
    const AkkBodyFact *it = bodies->pdata[i];

    json_builder_begin_object (json);
    akk_json_add_text (json, "body", it->body->name);
    json_builder_set_member_name (json, "required");
    if (it->required >= 0)
      json_builder_add_int_value (json, it->required);
    else
      json_builder_add_null_value (json);
    add_int (json, "held", it->held);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

/* `value` where it is known exactly, `low` and `high` where it lies between them. */
static void
add_indicators (JsonBuilder *json, const GPtrArray *indicators)
{
  json_builder_set_member_name (json, "indicators");
  json_builder_begin_array (json);
  for (guint i = 0; i < indicators->len; i++) {
    const AkkIndicatorFact *it = indicators->pdata[i];
    const AkkFigure *figure = &it->figure;
    gboolean bounded = figure->state > AKK_FIGURE_SUPPRESSED ||
                       (figure->state == AKK_FIGURE_SUPPRESSED && figure->high > 0);

    json_builder_begin_object (json);
    akk_json_add_text (json, "name", it->indicator->name);
    add_decimal (json, "baseline", it->indicator->baseline_on != AKK_NO_DATE,
                 it->indicator->baseline);
    add_decimal (json, "target", it->has_target, it->target);
    add_decimal (json, "value", figure->state == AKK_FIGURE_KNOWN, figure->low);
    add_decimal (json, "low", bounded, figure->low);
    add_decimal (json, "high", bounded, figure->high);
    akk_json_add_text (json, "status", akk_standings[it->standing]);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
print_json (const AkkEvaluationFacts *facts)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_actions (json, &facts->counts);
  add_meetings (json, facts->bodies);
  add_indicators (json, facts->indicators);
  json_builder_end_object (json);
  akk_json_print (json);
}

/* --- In words --- */

static void
print_lines (const AkkEvaluationFacts *facts, AkkPhrases *phrases, AkkEvaluationPartKind kind)
{
  g_autofree char *heading = akk_evaluation_heading (facts, phrases, kind, 0);
  g_autoptr (GPtrArray) lines = akk_evaluation_lines (facts, phrases, kind, 0, "");

  g_print ("%s\n", heading);
  for (guint i = 0; i < lines->len; i++) {
    const AkkFact *fact = lines->pdata[i];

    g_print ("  %s: %s%s%s%s\n", fact->label, fact->value, *fact->detail != '\0' ? " (" : "",
             fact->detail, *fact->detail != '\0' ? ")" : "");
  }
}

int
akk_verb_figures (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autoptr (AkkEvaluationFacts) facts = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_plan_agreement (store, call, call->year);
  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  phrases = akk_phrases_new (akk_agreement_language (agreement), &error);
  if (phrases == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  facts = akk_evaluation_facts_new (store, agreement, (int) call->year, akk_store_today (store));
  if (call->json) {
    print_json (facts);
    return AKK_EXIT_FINE;
  }
  print_lines (facts, phrases, AKK_PART_SUMMARY);
  print_lines (facts, phrases, AKK_PART_INDICATORS);
  print_lines (facts, phrases, AKK_PART_MEETINGS);
  return AKK_EXIT_FINE;
}
