/* What is frozen of an evaluation report, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "core/dates.h"
#include "core/evaluations.h"
#include "core/signatory.h"

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_date (JsonBuilder *json, const char *name, gint64 day)
{
  g_autofree char *date = akk_date_format (day);

  add_text (json, name, date);
}

/* What is hidden was not adopted. */
static void
add_lines (JsonBuilder *json, const GPtrArray *lines)
{
  json_builder_set_member_name (json, "facts");
  json_builder_begin_array (json);
  for (guint i = 0; i < lines->len; i++) {
    const AkkFact *fact = lines->pdata[i];

    if (fact->hidden)
      continue;
    json_builder_begin_object (json);
    add_text (json, "label", fact->label);
    add_text (json, "value", fact->value);
    add_text (json, "detail", fact->detail);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_parts (JsonBuilder *json,
           const AkkEvaluationFacts *facts,
           AkkPhrases *phrases,
           GPtrArray *parts)
{
  json_builder_set_member_name (json, "parts");
  json_builder_begin_array (json);
  for (guint i = 0; i < parts->len; i++) {
    const AkkEvaluationPart *part = parts->pdata[i];
    g_autofree char *heading =
        akk_evaluation_heading (facts, phrases, part->kind, part->priority_id);
    g_autoptr (GPtrArray) lines =
        akk_evaluation_lines (facts, phrases, part->kind, part->priority_id, part->hidden);

    json_builder_begin_object (json);
    add_text (json, "heading", heading);
    add_text (json, "narrative", part->narrative);
    add_lines (json, lines);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_conclusions (JsonBuilder *json, GPtrArray *conclusions)
{
  json_builder_set_member_name (json, "conclusions");
  json_builder_begin_array (json);
  for (guint i = 0; i < conclusions->len; i++)
    json_builder_add_string_value (json, ((AkkConclusion *) conclusions->pdata[i])->text);
  json_builder_end_array (json);
}

/* As the signatories of an agreement, see frozen-check.c. */
static void
add_signatories (JsonBuilder *json, GPtrArray *signatories)
{
  json_builder_set_member_name (json, "signatories");
  json_builder_begin_array (json);
  for (guint i = 0; i < signatories->len; i++) {
    const AkkSignatory *it = signatories->pdata[i];

    json_builder_begin_object (json);
    add_text (json, "party", it->party);
    add_text (json, "name", it->name);
    add_text (json, "function", it->function);
    add_text (json, "delegation", it->delegation);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

char *
akk_evaluation_content (AkkStore *store,
                        AkkEvaluation *evaluation,
                        const AkkVersion *version,
                        GPtrArray *signatories,
                        AkkPhrases *phrases)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, evaluation->agreement_id);
  g_autoptr (AkkEvaluationFacts) facts =
      akk_evaluation_facts_new (store, agreement, (int) evaluation->year, version->frozen_on);
  g_autoptr (GPtrArray) parts = akk_evaluation_parts (store, evaluation);
  g_autoptr (GPtrArray) conclusions = akk_conclusions (store, evaluation->record.id);
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  add_text (json, "kind", "evaluation");
  json_builder_set_member_name (json, "number");
  json_builder_add_int_value (json, version->number);
  add_date (json, "date", version->frozen_on);
  add_text (json, "agreement", agreement->title);
  json_builder_set_member_name (json, "year");
  json_builder_add_int_value (json, evaluation->year);
  add_parts (json, facts, phrases, parts);
  add_conclusions (json, conclusions);
  add_signatories (json, signatories);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  return json_to_string (root, FALSE);
}
