/* The verbs of action plans: on paper, and made public as a web page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/parties.h"
#include "core/plan-html.h"
#include "core/plan.h"
#include "print/plan-print.h"

/* --- Which plan --- */

static gboolean
has_plan (AkkStore *store, AkkAgreement *agreement, gint64 year)
{
  g_autoptr (GPtrArray) plans = akk_plans (store, agreement->record.id);

  for (guint i = 0; i < plans->len; i++)
    if (akk_plan_covers (plans->pdata[i], year))
      return TRUE;
  return FALSE;
}

/* The first and last year of each plan, once, in their order: "2022, 2023, 2024–2025". */
static char *
years_of (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GPtrArray) plans = akk_plans (store, agreement->record.id);
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plans->len; i++) {
    g_autofree char *of = akk_plan_years (plans->pdata[i]);
    if (!g_ptr_array_find_with_equal_func (years, of, g_str_equal, NULL))
      g_ptr_array_add (years, g_steal_pointer (&of));
  }
  g_ptr_array_add (years, NULL);
  return g_strjoinv (", ", (char **) years->pdata);
}

/* Says that the year has no plan, and which have. */
static void
refuse_year (AkkStore *store, AkkAgreement *only, gint64 year)
{
  g_autofree char *asked = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  g_autofree char *message = g_strdup_printf (_ ("There is no action plan for %s."), asked);
  g_autoptr (GString) list = g_string_new (message);
  AkkAgreement *agreement;

  for (guint n = 1; (agreement = akk_agreement_nth (store, n)) != NULL; n++) {
    g_autoptr (AkkAgreement) it = agreement;
    g_autofree char *years = years_of (store, it);
    if ((only == NULL || only == it) && *years != '\0')
      g_string_append_printf (list, "\n  %u  %s: %s", n, it->title, years);
  }
  akk_verb_fail (AKK_EXIT_REFUSED, list->str);
}

AkkAgreement *
akk_verb_plan_agreement (AkkStore *store, const AkkCall *call, gint64 year)
{
  g_autoptr (AkkAgreement) asked = NULL;

  if (call->agreement != 0) {
    asked = akk_verb_agreement (store, call);
    if (asked == NULL || has_plan (store, asked, year))
      return g_steal_pointer (&asked);
    refuse_year (store, asked, year);
    return NULL;
  }
  for (guint n = 1;; n++) {
    g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, n);
    if (agreement == NULL)
      break;
    if (has_plan (store, agreement, year))
      return g_steal_pointer (&agreement);
  }
  refuse_year (store, NULL, year);
  return NULL;
}

/* The year of the day if it has a plan, else the last one that has. */
static gint64
newest_year (AkkStore *store, const AkkCall *call)
{
  gint64 newest = 0;
  int today;

  akk_date_to_ymd (akk_store_today (store), &today, NULL, NULL);
  for (guint n = call->agreement != 0 ? (guint) call->agreement : 1;; n++) {
    g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, n);
    g_autoptr (GPtrArray) plans = NULL;
    if (agreement == NULL)
      break;
    if (has_plan (store, agreement, today))
      return today;
    plans = akk_plans (store, agreement->record.id);
    for (guint i = 0; i < plans->len; i++)
      newest = MAX (newest, ((const AkkPlan *) plans->pdata[i])->last_year);
    if (call->agreement != 0)
      break;
  }
  return newest > 0 ? newest : today;
}

/* --- Which partner --- */

static gboolean
is_called (const AkkOrganisation *organisation, const char *name)
{
  g_autofree char *asked = g_utf8_casefold (name, -1);
  g_autofree char *whole = g_strdup_printf ("%s %s", organisation->designation, organisation->name);
  const char *const names[] = { organisation->name, organisation->short_name, whole };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *folded = g_utf8_casefold (names[i], -1);
    if (*folded != '\0' && g_str_equal (folded, asked))
      return TRUE;
  }
  return FALSE;
}

gint64
akk_verb_partner (AkkStore *store, AkkAgreement *agreement, const char *name)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (store, agreement->record.id);
  g_autofree char *message = NULL;
  g_autoptr (GString) list = NULL;

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];
    if (entry->organisation != NULL && is_called (entry->organisation, name))
      return entry->party->record.id;
  }
  message = g_strdup_printf (_ ("“%s” is no party of the agreement. Its parties:"), name);
  list = g_string_new (message);
  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];
    if (entry->organisation != NULL)
      g_string_append_printf (list, "\n  %s", akk_organisation_short (entry->organisation));
  }
  akk_verb_fail (AKK_EXIT_REFUSED, list->str);
  return 0;
}

/* --- print --- */

static AkkAgreement *
find_agreement (AkkStore *store, const AkkCall *call)
{
  return akk_verb_plan_agreement (store, call, call->year);
}

static int
write_plan (const AkkVerbJob *job, GError **error)
{
  const AkkCall *call = job->call;
  AkkActionFilter filter = { .year = call->year };
  AkkPlanPrint wanted = { .paper = job->kind, .is_public = call->is_public, .filter = &filter };
  g_autoptr (AkkActionRows) rows = NULL;
  g_autoptr (AkkDocument) document = NULL;

  if (call->partner != NULL)
    filter.party_id = akk_verb_partner (job->store, job->agreement, call->partner);
  if (call->partner != NULL && filter.party_id == 0)
    return AKK_EXIT_REFUSED;
  rows = akk_action_rows_new (job->store, job->agreement->record.id);
  document = akk_plan_document_new (rows, job->agreement, &wanted, error);
  return akk_verb_write_document (document, job->out, error);
}

static int
print_plan (AkkPlanPaper paper, char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, find_agreement, write_plan, paper);
}

int
akk_verb_print_plan (char **words, const AkkCall *call)
{
  return print_plan (call->partner != NULL ? AKK_PLAN_PARTNER : AKK_PLAN_OVERVIEW, words, call);
}

int
akk_verb_print_priorities (char **words, const AkkCall *call)
{
  return print_plan (AKK_PLAN_PRIORITY, words, call);
}

int
akk_verb_print_matrix (char **words, const AkkCall *call)
{
  return print_plan (AKK_PLAN_MATRIX, words, call);
}

/* --- export actions --- */

static gint64
page_year (AkkStore *store, const AkkCall *call)
{
  return call->year != 0 ? call->year : newest_year (store, call);
}

static AkkAgreement *
find_page (AkkStore *store, const AkkCall *call)
{
  return akk_verb_plan_agreement (store, call, page_year (store, call));
}

static int
write_page (const AkkVerbJob *job, GError **error)
{
  const AkkActionFilter filter = { .year = page_year (job->store, job->call) };
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (job->store, job->agreement->record.id);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (job->agreement), error);
  g_autoptr (AkkPlanReport) report = NULL;
  g_autofree char *page = NULL;

  if (phrases == NULL)
    return AKK_EXIT_UNUSABLE;
  report = akk_plan_report_new (rows, job->agreement, phrases, &filter, AKK_SORT_PLAN, FALSE, TRUE);
  page = akk_plan_html (report);
  return akk_verb_write_text (page, job->out, error);
}

int
akk_verb_export_actions (char **words, const AkkCall *call)
{
  if (g_str_has_suffix (words[1], ".csv") || g_str_has_suffix (words[1], ".ods"))
    return akk_verb_export_table (words, call);
  if (!g_str_has_suffix (words[1], ".html"))
    return akk_verb_fail (
        AKK_EXIT_UNUSABLE,
        _ ("The name of the file must end in .csv or .ods (tables, as they can be "
           "read in again), or in .html (the public edition)."));
  return akk_verb_write (words, call, find_page, write_page, 0);
}
