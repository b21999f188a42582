/* The verbs that print what belongs to meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/verbs.h"
#include "core/body.h"
#include "core/dates.h"
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
write_document (const AkkVerbJob *job, GError **error)
{
  g_autoptr (GObject) subject = subject_of (job->store, job->agreement, job->kind, job->call);
  g_autoptr (AkkDocument) document = NULL;

  if (subject == NULL)
    return AKK_EXIT_REFUSED;
  document = akk_document_new (job->store, job->kind, subject, error);
  return akk_verb_write_document (document, job->out, error);
}

static int
print_document (AkkDocumentKind kind, char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_document, kind);
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

static gint64
day_of (const AkkVerbJob *job)
{
  return job->call->has_day ? job->call->day : akk_store_today (job->store);
}

static int
write_handover (const AkkVerbJob *job, GError **error)
{
  g_autoptr (AkkDocument) document =
      akk_handover_document_new (job->store, job->agreement, day_of (job), error);

  return akk_verb_write_document (document, job->out, error);
}

int
akk_verb_print_handover (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_handover, 0);
}

static int
write_pack (const AkkVerbJob *job, GError **error)
{
  g_autoptr (AkkMeeting) meeting = akk_verb_meeting (job->store, job->agreement, job->call);
  g_autofree char *caution = NULL;

  if (meeting == NULL)
    return AKK_EXIT_REFUSED;
  if (!akk_pack_write_pdf (job->store, meeting, job->out, &caution, error))
    return AKK_EXIT_UNUSABLE;
  if (caution != NULL)
    g_printerr ("%s\n", caution);
  return AKK_EXIT_FINE;
}

int
akk_verb_print_pack (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_pack, 0);
}

static int
write_calendar (const AkkVerbJob *job, GError **error)
{
  return akk_year_write_pdf (job->store, job->agreement, (int) job->call->year, job->out, error)
             ? AKK_EXIT_FINE
             : AKK_EXIT_UNUSABLE;
}

int
akk_verb_print_calendar (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_calendar, 0);
}

/* Of the year of the day unless one is given. */
static int
write_boards (const AkkVerbJob *job, GError **error)
{
  gint64 day = day_of (job);
  int year = job->call->year != 0 ? (int) job->call->year
                                  : akk_municipality_matrix_year (job->agreement, day);
  g_autoptr (AkkDocument) document =
      akk_municipality_matrix_document_new (job->store, job->agreement, year, day, error);

  return akk_verb_write_document (document, job->out, error);
}

int
akk_verb_print_boards (char **words, const AkkCall *call)
{
  return akk_verb_write (words, call, akk_verb_agreement, write_boards, 0);
}
