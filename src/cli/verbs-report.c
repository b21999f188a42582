/* The verbs of evaluation reports: on paper, and made public as a web page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/evaluation-html.h"
#include "core/evaluations.h"
#include "core/figures.h"
#include "core/frozen.h"
#include "print/evaluation-print.h"

/* --- Which one --- */

static gboolean
has_report (AkkStore *store, AkkAgreement *agreement, int year)
{
  g_autoptr (AkkEvaluation) evaluation = akk_evaluation_find (store, agreement->record.id, year);

  return evaluation != NULL;
}

/* The agreement that a call names; else the first with a report of that year, or with a plan. */
static AkkAgreement *
find_agreement (AkkStore *store, const AkkCall *call)
{
  for (guint n = 1; call->agreement == 0; n++) {
    g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, n);
    if (agreement == NULL)
      break;
    if (has_report (store, agreement, (int) call->year))
      return g_steal_pointer (&agreement);
  }
  return call->agreement != 0 ? akk_verb_agreement (store, call)
                              : akk_verb_plan_agreement (store, call, call->year);
}

/* The last year up to today in which something was measured; that of today if nothing was. */
static int
newest_year (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkFigures) figures = akk_figures_new (store, agreement->record.id);
  GPtrArray *indicators = akk_figures_indicators (figures);
  int today, newest = 0;

  akk_date_to_ymd (akk_store_today (store), &today, NULL, NULL);
  for (guint i = 0; i < indicators->len; i++)
    newest = MAX (newest, akk_figures_latest (figures, indicators->pdata[i], today));
  return newest > 0 ? newest : today;
}

/* The first with indicators. */
static AkkAgreement *
find_measured (AkkStore *store, const AkkCall *call)
{
  for (guint n = 1; call->agreement == 0; n++) {
    g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, n);
    g_autoptr (GListModel) indicators = NULL;
    if (agreement == NULL)
      break;
    indicators =
        akk_store_list (store, &akk_indicator_record, "agreement_id", agreement->record.id);
    if (g_list_model_get_n_items (indicators) > 0)
      return g_steal_pointer (&agreement);
  }
  return akk_verb_agreement (store, call);
}

/* --- print --- */

static int
write_edition (const AkkVerbJob *job, int year, const AkkReportPrint *wanted, GError **error)
{
  g_autoptr (AkkDocument) document =
      wanted->edition == AKK_REPORT_DASHBOARD
          ? akk_report_document_new (job->store, job->agreement, year, wanted, error)
          : akk_report_edition_new (job->store, job->agreement, year, *wanted, error);

  return akk_verb_write_document (document, job->out, error);
}

static int
write_report (const AkkVerbJob *job, GError **error)
{
  const AkkCall *call = job->call;
  AkkReportPrint wanted = { .edition = job->kind, .is_public = call->is_public };

  if (call->partner != NULL)
    wanted.party_id = akk_verb_partner (job->store, job->agreement, call->partner);
  if (call->partner != NULL && wanted.party_id == 0)
    return AKK_EXIT_REFUSED;
  return write_edition (
      job, call->year != 0 ? (int) call->year : newest_year (job->store, job->agreement), &wanted,
      error);
}

static int
print_report (AkkReportEdition edition, char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, call->year == 0 ? find_measured : find_agreement,
                         write_report, edition);
}

/* That of an adopted report is the PDF of its version, byte for byte. */
static int
write_evaluation (const AkkVerbJob *job, GError **error)
{
  const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE, .is_public = job->call->is_public };
  int year = (int) job->call->year;
  g_autoptr (AkkEvaluation) evaluation =
      akk_evaluation_find (job->store, job->agreement->record.id, year);
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (evaluation != NULL && akk_evaluation_adopted (evaluation) && !job->call->is_public)
    version = akk_evaluation_version (job->store, evaluation);
  if (version == NULL)
    return write_edition (job, year, &wanted, error);
  pdf = akk_version_pdf (job->store, version, error);
  return akk_verb_write_bytes (pdf, job->out, error);
}

int
akk_verb_print_evaluation (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, find_agreement, write_evaluation, 0);
}

int
akk_verb_print_evaluation_summary (char **words, const AkkCall *call)
{
  return print_report (AKK_REPORT_SUMMARY, words, call);
}

int
akk_verb_print_municipalities (char **words, const AkkCall *call)
{
  return print_report (AKK_REPORT_MUNICIPALITY, words, call);
}

int
akk_verb_print_dashboard (char **words, const AkkCall *call)
{
  return print_report (AKK_REPORT_DASHBOARD, words, call);
}

/* --- export --- */

static int
write_page (const AkkVerbJob *job, GError **error)
{
  g_autofree char *page =
      akk_evaluation_html (job->store, job->agreement, (int) job->call->year, error);

  return akk_verb_write_text (page, job->out, error);
}

int
akk_verb_export_evaluation (char **words, const AkkCall *call)
{
  if (!g_str_has_suffix (words[1], ".html"))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, _ ("The name of the file must end in .html."));
  return akk_verb_write (words, call, find_agreement, write_page, 0);
}
