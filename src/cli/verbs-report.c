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
write_bytes (GBytes *pdf, const char *out, GError **error)
{
  if (pdf != NULL && g_file_set_contents_full (
                         out, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                         G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, (*error)->message);
}

static int
print_edition (AkkStore *store,
               AkkAgreement *agreement,
               int year,
               const AkkReportPrint *wanted,
               const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      wanted->edition == AKK_REPORT_DASHBOARD
          ? akk_report_document_new (store, agreement, year, wanted, &error)
          : akk_report_edition_new (store, agreement, year, *wanted, &error);

  if (document != NULL && akk_document_write (document, out, &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

static int
print_report (AkkReportEdition edition, char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  AkkReportPrint wanted = { .edition = edition, .is_public = call->is_public };
  int year = (int) call->year;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = year == 0 ? find_measured (store, call) : find_agreement (store, call);
  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  if (call->partner != NULL)
    wanted.party_id = akk_verb_partner (store, agreement, call->partner);
  if ((call->partner != NULL && wanted.party_id == 0) || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  if (year == 0)
    year = newest_year (store, agreement);
  return print_edition (store, agreement, year, &wanted, words[1]);
}

/* That of an adopted report is the PDF of its version, byte for byte. */
int
akk_verb_print_evaluation (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkEvaluation) evaluation = NULL;
  g_autoptr (AkkVersion) version = NULL;
  const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE, .is_public = call->is_public };

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = find_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  evaluation = akk_evaluation_find (store, agreement->record.id, (int) call->year);
  if (evaluation != NULL && akk_evaluation_adopted (evaluation) && !call->is_public)
    version = akk_evaluation_version (store, evaluation);
  if (version != NULL) {
    g_autoptr (GBytes) pdf = akk_version_pdf (store, version, &error);
    return write_bytes (pdf, words[1], &error);
  }
  return print_edition (store, agreement, (int) call->year, &wanted, words[1]);
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

int
akk_verb_export_evaluation (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = NULL;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autofree char *page = NULL;

  if (!g_str_has_suffix (words[1], ".html"))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, _ ("The name of the file must end in .html."));
  store = akk_dossier_read (words[0], &error);
  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = find_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  page = akk_evaluation_html (store, agreement, (int) call->year, &error);
  if (page != NULL &&
      g_file_set_contents_full (words[1], page, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}
