/* The verbs that print what belongs to meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/verbs.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/meetings.h"
#include "core/municipality-matrix.h"
#include "core/signal.h"
#include "print/handover-print.h"
#include "print/meeting-pdf.h"
#include "print/municipality-matrix-print.h"
#include "print/pack.h"
#include "print/year-print.h"

/* "\n  3  2025-06-12  Werkgroep" of each. */
static char *
list_meetings (AkkStore *store, GPtrArray *meetings)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++) {
    const AkkMeeting *meeting = meetings->pdata[i];
    g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);
    g_autofree char *date = akk_date_format (meeting->date);
    g_string_append_printf (lines, "\n  %u  %s  %s", i + 1, date, body != NULL ? body->name : "");
  }
  return g_string_free_and_steal (lines);
}

AkkMeeting *
akk_verb_meeting (AkkStore *store, AkkAgreement *agreement, const AkkCall *call)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (store, agreement->record.id, 0);
  guint n = meetings->len;
  g_autofree char *asked = NULL, *lines = NULL, *sentence = NULL, *message = NULL;

  if (call->meeting >= 1 && call->meeting <= n)
    return g_object_ref (meetings->pdata[call->meeting - 1]);
  asked = g_strdup_printf ("%" G_GINT64_FORMAT, call->meeting);
  sentence = g_strdup_printf (ngettext ("There is no meeting %s: the agreement has %u.",
                                        "There is no meeting %s: the agreement has %u.", n),
                              asked, n);
  lines = list_meetings (store, meetings);
  message = g_strconcat (sentence, lines, NULL);
  akk_verb_fail (AKK_EXIT_REFUSED, message);
  return NULL;
}

/* --- Signals --- */

/* By the day on which they were raised, those without a day last. */
static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const AkkSignal *one = *(AkkSignal *const *) a, *two = *(AkkSignal *const *) b;
  gint64 first = one->raised_on != AKK_NO_DATE ? one->raised_on : G_MAXINT64;
  gint64 second = two->raised_on != AKK_NO_DATE ? two->raised_on : G_MAXINT64;

  if (first != second)
    return first < second ? -1 : 1;
  return one->record.id < two->record.id ? -1 : one->record.id > two->record.id;
}

static GPtrArray *
signals_of (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_signal_record, "agreement_id", agreement->record.id);
  GPtrArray *signals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (signals, g_list_model_get_item (list, i));
  g_ptr_array_sort (signals, compare_signals);
  return signals;
}

static AkkSignal *
find_signal (AkkStore *store, AkkAgreement *agreement, const AkkCall *call)
{
  g_autoptr (GPtrArray) signals = signals_of (store, agreement);
  guint n = signals->len;
  g_autofree char *asked = NULL;
  g_autoptr (GString) message = g_string_new (NULL);

  if (call->signal >= 1 && call->signal <= n)
    return g_object_ref (signals->pdata[call->signal - 1]);
  asked = g_strdup_printf ("%" G_GINT64_FORMAT, call->signal);
  g_string_printf (message,
                   ngettext ("There is no signal %s: the agreement has %u.",
                             "There is no signal %s: the agreement has %u.", n),
                   asked, n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (message, "\n  %u  %s", i + 1, ((AkkSignal *) signals->pdata[i])->title);
  akk_verb_fail (AKK_EXIT_REFUSED, message->str);
  return NULL;
}

/* --- The verbs --- */

/* What the call names, of the agreement that it names. */
static gpointer
subject_of (AkkStore *store, AkkAgreement *agreement, AkkDocumentKind kind, const AkkCall *call)
{
  switch (kind) {
  case AKK_DOCUMENT_DECISIONS:
    return g_object_ref (agreement);
  case AKK_DOCUMENT_SIGNAL:
    return find_signal (store, agreement, call);
  default:
    return akk_verb_meeting (store, agreement, call);
  }
}

static int
print_document (AkkDocumentKind kind, char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GObject) subject = NULL;
  g_autoptr (AkkDocument) document = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  subject = agreement != NULL ? subject_of (store, agreement, kind, call) : NULL;
  if (subject == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  document = akk_document_new (store, kind, subject, &error);
  if (document != NULL && akk_document_write (document, words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

int
akk_verb_print_agenda (char **words, const AkkCall *call)
{
  return print_document (AKK_DOCUMENT_AGENDA, words, call);
}

int
akk_verb_print_attendance (char **words, const AkkCall *call)
{
  return print_document (AKK_DOCUMENT_ATTENDANCE, words, call);
}

int
akk_verb_print_decisions (char **words, const AkkCall *call)
{
  return print_document (AKK_DOCUMENT_DECISIONS, words, call);
}

int
akk_verb_print_invitation (char **words, const AkkCall *call)
{
  return print_document (AKK_DOCUMENT_INVITATION, words, call);
}

int
akk_verb_print_minutes (char **words, const AkkCall *call)
{
  return print_document (AKK_DOCUMENT_MINUTES, words, call);
}

int
akk_verb_print_signal (char **words, const AkkCall *call)
{
  return print_document (AKK_DOCUMENT_SIGNAL, words, call);
}

int
akk_verb_print_handover (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkDocument) document = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  document = akk_handover_document_new (
      store, agreement, call->has_day ? call->day : akk_store_today (store), &error);
  if (document != NULL && akk_document_write (document, words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

int
akk_verb_print_pack (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autofree char *caution = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  meeting = agreement != NULL ? akk_verb_meeting (store, agreement, call) : NULL;
  if (meeting == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  if (akk_pack_write_pdf (store, meeting, words[1], &caution, &error)) {
    if (caution != NULL)
      g_printerr ("%s\n", caution);
    return AKK_EXIT_FINE;
  }
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

int
akk_verb_print_calendar (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  if (akk_year_write_pdf (store, agreement, (int) call->year, words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}

/* Of the year of the day unless one is given. */
int
akk_verb_print_boards (char **words, const AkkCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_dossier_read (words[0], &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (AkkDocument) document = NULL;
  gint64 day;
  int year;

  if (store == NULL)
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  agreement = akk_verb_agreement (store, call);
  if (agreement == NULL || !akk_verb_may_overwrite (words[1]))
    return AKK_EXIT_REFUSED;
  day = call->has_day ? call->day : akk_store_today (store);
  year = call->year != 0 ? (int) call->year : akk_municipality_matrix_year (agreement, day);
  document = akk_municipality_matrix_document_new (store, agreement, year, day, &error);
  if (document != NULL && akk_document_write (document, words[1], &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
}
