/* Adopting an evaluation report: from a draft to the version that counts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/evaluation-freeze.h"

#include <glib/gi18n.h>

#include "core/agenda-item.h"
#include "core/control-code.h"
#include "core/evaluations.h"
#include "core/frozen.h"
#include "core/order.h"
#include "print/evaluation-print.h"
#include "print/freeze.h"

G_DEFINE_QUARK (akk_adopt_error, akk_adopt_error)

static void
set_text (gpointer record, const char *field, const char *value)
{
  akk_record_set_text (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

static void
set_int (gpointer record, const char *field, gint64 value)
{
  akk_record_set_int (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

/* --- Whether it can be adopted --- */

static gboolean
check_meeting (AkkStore *store, gint64 meeting_id, gint64 day, GError **error)
{
  g_autoptr (AkkMeeting) meeting =
      meeting_id != 0 ? akk_store_get (store, &akk_meeting_record, meeting_id) : NULL;

  if (meeting_id == 0 || (meeting != NULL && akk_meeting_held (meeting) && meeting->date <= day))
    return TRUE;
  g_set_error_literal (error, AKK_ADOPT_ERROR, AKK_ADOPT_ERROR_MEETING,
                       _ ("The meeting was not held yet. Mark it as held first, or choose another "
                          "one."));
  return FALSE;
}

static gboolean
check_ready (AkkStore *store, AkkEvaluation *evaluation, gint64 day, GError **error)
{
  g_autoptr (GPtrArray) findings = akk_evaluation_findings (store, evaluation, day);
  guint n_blocking = akk_findings_count_blocking (findings);

  if (n_blocking == 0)
    return TRUE;
  g_set_error (error, AKK_ADOPT_ERROR, AKK_ADOPT_ERROR_FINDINGS,
               g_dngettext (NULL, "The report cannot be adopted yet. Settle this first: %s.",
                            "The report cannot be adopted yet. There is more to settle, beginning "
                            "with: %s.",
                            n_blocking),
               ((const AkkFinding *) findings->pdata[0])->text);
  return FALSE;
}

static gboolean
check_open (const AkkEvaluation *evaluation, GError **error)
{
  if (!akk_evaluation_adopted (evaluation))
    return TRUE;
  g_set_error_literal (error, AKK_ADOPT_ERROR, AKK_ADOPT_ERROR_ADOPTED,
                       _ ("This report is adopted already: it does not change any more."));
  return FALSE;
}

/* --- The version --- */

static AkkVersion *
new_version (AkkStore *store, const AkkEvaluation *evaluation, gint64 day)
{
  g_autoptr (AkkVersion) newest = akk_evaluation_version (store, evaluation);
  AkkVersion *version = akk_record_new (&akk_version_record);

  set_int (version, "agreement_id", evaluation->agreement_id);
  set_int (version, "evaluation_id", evaluation->record.id);
  set_int (version, "number", newest != NULL ? newest->number + 1 : 1);
  set_int (version, "frozen_on", day);
  return version;
}

/* Content, code and PDF. */
static gboolean
fill_version (AkkStore *store,
              AkkAgreement *agreement,
              AkkEvaluation *evaluation,
              AkkVersion *version,
              GPtrArray *signatories,
              AkkPhrases *phrases,
              GError **error)
{
  g_autofree char *content =
      akk_evaluation_content (store, evaluation, version, signatories, phrases);
  g_autofree char *code = akk_control_code_new (content);
  const AkkStamp stamp = { (gint) version->number, version->frozen_on, code };
  const AkkReportPrint wanted = { .edition = AKK_REPORT_WHOLE, .stamp = &stamp };
  g_autoptr (AkkDocument) document =
      akk_report_document_new (store, agreement, (int) evaluation->year, &wanted, error);
  g_autoptr (GBytes) pdf = document != NULL ? akk_document_pdf (document, error) : NULL;
  g_autofree char *sha256 = pdf != NULL ? akk_store_add_blob (store, pdf, error) : NULL;

  if (sha256 == NULL)
    return FALSE;
  set_text (version, "content", content);
  set_text (version, "code", code);
  set_text (version, "pdf", sha256);
  version->record.id = akk_frozen_id (content, sha256);
  return TRUE;
}

/* --- The meeting --- */

/* The item that dealt with it. */
static void
deal_with (AkkStore *store, const AkkEvaluation *evaluation, AkkPhrases *phrases, gint64 meeting_id)
{
  g_autoptr (GListModel) items =
      akk_store_list (store, &akk_agenda_item_record, "meeting_id", meeting_id);
  guint n = g_list_model_get_n_items (items);
  g_autoptr (AkkAgendaItem) last = n > 0 ? g_list_model_get_item (items, n - 1) : NULL;
  g_autoptr (AkkAgendaItem) item = NULL;
  g_autofree char *position = NULL, *year = NULL, *title = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkAgendaItem) it = g_list_model_get_item (items, i);

    if (it->subject == AKK_SUBJECT_EVALUATION) {
      akk_store_set_int (store, it, "state", AKK_ITEM_DONE);
      return;
    }
  }
  item = akk_record_new (&akk_agenda_item_record);
  position = akk_order_between (last != NULL ? last->position : NULL, NULL);
  year = g_strdup_printf ("%d", (int) evaluation->year);
  title = akk_phrases_format (phrases, "evaluation-title", "year", year, NULL);
  set_int (item, "meeting_id", meeting_id);
  set_text (item, "position", position);
  set_text (item, "title", title);
  set_int (item, "kind", AKK_ITEM_DECISION);
  set_int (item, "subject", AKK_SUBJECT_EVALUATION);
  set_int (item, "state", AKK_ITEM_DONE);
  akk_store_add (store, item);
}

static gboolean
store_version (AkkStore *store,
               AkkEvaluation *evaluation,
               AkkVersion *version,
               GPtrArray *signatories,
               AkkPhrases *phrases,
               gint64 meeting_id,
               GError **error)
{
  akk_store_begin_permanent (store, N_ ("Adopt evaluation report"));
  akk_freeze_add_version (store, version, signatories);
  akk_store_set_int (store, evaluation, "meeting_id", meeting_id);
  akk_store_set_int (store, evaluation, "adopted_on", version->frozen_on);
  if (meeting_id != 0)
    deal_with (store, evaluation, phrases, meeting_id);
  return akk_store_commit (store, error);
}

AkkVersion *
akk_evaluation_adopt (
    AkkStore *store, AkkEvaluation *evaluation, gint64 meeting_id, gint64 day, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, evaluation->agreement_id);
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autoptr (GPtrArray) signatories = NULL;
  g_autoptr (AkkVersion) version = NULL;

  if (!check_open (evaluation, error) || !check_meeting (store, meeting_id, day, error) ||
      !check_ready (store, evaluation, day, error))
    return NULL;
  phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  if (phrases == NULL)
    return NULL;
  signatories = evaluation->signs ? akk_frozen_signatories (store, agreement, phrases)
                                  : g_ptr_array_new_with_free_func (g_object_unref);
  version = new_version (store, evaluation, day);
  if (!fill_version (store, agreement, evaluation, version, signatories, phrases, error) ||
      !store_version (store, evaluation, version, signatories, phrases, meeting_id, error))
    return NULL;
  return g_steal_pointer (&version);
}
