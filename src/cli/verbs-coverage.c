/* The verb about what the agreement promises and expects: whether actions cover it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "cli/json.h"
#include "core/action-filter.h"
#include "core/coverage.h"
#include "core/dossier.h"

/* --- As JSON --- */

static void
add_matrix (JsonBuilder *json, AkkActionRows *rows, const GArray *shown)
{
  g_autoptr (AkkActionMatrix) matrix = akk_action_matrix_new (rows, shown);
  GPtrArray *domains = akk_action_rows_names (rows, AKK_TAG_DOMAIN);
  GPtrArray *groups = akk_action_rows_names (rows, AKK_TAG_TARGET_GROUP);

  json_builder_set_member_name (json, "matrix");
  json_builder_begin_object (json);
  for (guint domain = 0; domain < matrix->n_domains; domain++) {
    json_builder_set_member_name (json, domains->pdata[domain]);
    json_builder_begin_object (json);
    for (guint group = 0; group < matrix->n_target_groups; group++) {
      json_builder_set_member_name (json, groups->pdata[group]);
      json_builder_add_int_value (json, akk_action_matrix_cell (matrix, domain, group)->len);
    }
    json_builder_end_object (json);
  }
  json_builder_end_object (json);
}

static char *
section_words (const AkkPromise *promise)
{
  const char *number = promise->commitment->number;

  return *number != '\0' ? g_strdup_printf ("%s %s", number, promise->heading)
                         : g_strdup (promise->heading);
}

static void
add_commitments (JsonBuilder *json, AkkActionRows *rows, const GArray *shown)
{
  g_autoptr (AkkCoverage) coverage = akk_coverage_new (rows, shown);

  json_builder_set_member_name (json, "commitments");
  json_builder_begin_array (json);
  for (guint i = 0; i < coverage->promises->len; i++) {
    const AkkPromise *promise = coverage->promises->pdata[i];
    g_autofree char *section = section_words (promise);

    json_builder_begin_object (json);
    akk_json_add_text (json, "text", promise->commitment->text);
    akk_json_add_text (json, "section", section);
    json_builder_set_member_name (json, "actions");
    json_builder_begin_array (json);
    for (guint k = 0; k < promise->actions->len; k++) {
      g_autoptr (AkkAction) action =
          akk_store_get (akk_action_rows_store (rows), &akk_action_record,
                         g_array_index (promise->actions, gint64, k));

      json_builder_add_string_value (json, action->number);
    }
    json_builder_end_array (json);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
print_json (AkkActionRows *rows, const GArray *shown)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_matrix (json, rows, shown);
  add_commitments (json, rows, shown);
  json_builder_end_object (json);
  akk_json_print (json);
}

/* --- In words --- */

static void
print_words (AkkActionRows *rows, const GArray *shown)
{
  g_autoptr (AkkActionMatrix) matrix = akk_action_matrix_new (rows, shown);
  g_autoptr (AkkCoverage) coverage = akk_coverage_new (rows, shown);

  g_print (ngettext ("%u action\n", "%u actions\n", shown->len), shown->len);
  g_print (_ ("%u of the 21 cells where the Pact expects cooperation have no action\n"),
           akk_action_matrix_missing (matrix));
  g_print (_ ("%u of %u commitments have no action\n"), coverage->n_without,
           coverage->promises->len);
  for (guint i = 0; i < coverage->promises->len; i++) {
    const AkkPromise *promise = coverage->promises->pdata[i];
    g_autofree char *section = section_words (promise);

    if (promise->actions->len == 0)
      g_print ("  %s: %s\n", section, promise->commitment->text);
  }
}

int
akk_verb_coverage (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkActionRows) rows = NULL;
  g_autoptr (GArray) shown = NULL;
  AkkActionFilter filter = { .year = call->year };

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_plan_agreement (store, call, call->year);
  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  rows = akk_action_rows_new (store, agreement->record.id);
  shown = akk_action_filter_apply (&filter, rows, AKK_SORT_PLAN, FALSE, 0);
  if (call->json)
    print_json (rows, shown);
  else
    print_words (rows, shown);
  return AKK_EXIT_FINE;
}
