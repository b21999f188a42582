/* The subjects that an agreement follows through meetings and bodies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/agenda-item.h"
#include "core/decision.h"
#include "core/meeting.h"
#include "core/signal.h"
#include "core/thread.h"
#include "ui/record-page.h"
#include "ui/record-words.h"
#include "ui/register-page.h"

static const AkkFieldGroup groups[] = {
  { N_ ("Subject"), NULL, N_ ("Change subject"), { "title", "closed" } },
  { NULL, NULL, NULL, { NULL } },
};

static const AkkFieldGroup new_group = {
  N_ ("New Subject"),
  NULL,
  N_ ("Add subject"),
  { "title" },
};

/* --- The register --- */

static GPtrArray *
collect (AkkStore *store, AkkAgreement *agreement, gboolean all)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_thread_record, "agreement_id", agreement->record.id);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkThread) thread = g_list_model_get_item (list, i);

    if (all || !thread->closed)
      g_ptr_array_add (found, g_steal_pointer (&thread));
  }
  return found;
}

static void
describe (
    AkkStore *store, gpointer record, gint64 today, AkkGlyph *glyph, char **title, char **subtitle)
{
  const AkkThread *thread = record;
  g_autoptr (GListModel) items =
      akk_store_list (store, &akk_agenda_item_record, "thread_id", thread->record.id);
  guint n = g_list_model_get_n_items (items);

  *glyph = thread->closed ? AKK_GLYPH_DONE : AKK_GLYPH_BUSY;
  *title = g_strdup (thread->title);
  *subtitle = g_strdup_printf (ngettext ("%u agenda item", "%u agenda items", n), n);
}

static gint64
target (gpointer record)
{
  return AKK_RECORD (record)->id;
}

static AkkRecordDialog *
create (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkThread) thread = akk_record_new (&akk_thread_record);

  g_object_set (thread, "agreement-id", agreement->record.id, NULL);
  return akk_field_group_dialog_new (store, thread, agreement->record.id, &new_group, NULL, NULL);
}

const AkkRegister akk_threads_register = {
  .title = N_ ("Subjects Followed"),
  .empty = N_ ("No Subjects Yet"),
  .empty_hint = N_ ("Follow one subject through meetings and bodies: name it at an agenda item."),
  .add = N_ ("New Subject"),
  .collect = collect,
  .describe = describe,
  .show = "consultation.show-thread",
  .target = target,
  .create = create,
};

/* --- The page of one subject --- */

static char *
thread_title (AkkStore *store, gpointer record)
{
  return g_strdup (((const AkkThread *) record)->title);
}

static AkkMeeting *
meeting_of (AkkStore *store, gpointer record)
{
  gint64 id = 0;

  if (AKK_RECORD (record)->type == &akk_agenda_item_record) {
    id = ((AkkAgendaItem *) record)->meeting_id;
  } else if (AKK_RECORD (record)->type == &akk_decision_record) {
    id = ((AkkDecision *) record)->meeting_id;
  } else {
    g_autoptr (AkkAgendaItem) item =
        akk_store_get (store, &akk_agenda_item_record, ((AkkSignal *) record)->item_id);

    id = item != NULL ? item->meeting_id : 0;
  }
  return akk_store_get (store, &akk_meeting_record, id);
}

static int
compare_by_meeting (gconstpointer a, gconstpointer b, gpointer data)
{
  g_autoptr (AkkMeeting) one = meeting_of (data, *(gpointer *) a);
  g_autoptr (AkkMeeting) two = meeting_of (data, *(gpointer *) b);
  gint64 first = one != NULL ? one->date : G_MAXINT64,
         second = two != NULL ? two->date : G_MAXINT64;

  return (first > second) - (first < second);
}

static void
take_all (GPtrArray *found, AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (found, g_list_model_get_item (list, i));
}

static GPtrArray *
related (AkkStore *store, gpointer record)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items;

  take_all (found, store, &akk_agenda_item_record, "thread_id", AKK_RECORD (record)->id);
  n_items = found->len;
  for (guint i = 0; i < n_items; i++)
    take_all (found, store, &akk_decision_record, "item_id", AKK_RECORD (found->pdata[i])->id);
  take_all (found, store, &akk_signal_record, "thread_id", AKK_RECORD (record)->id);
  g_ptr_array_sort_with_data (found, compare_by_meeting, store);
  return found;
}

static void
describe_related (AkkStore *store, gpointer related, char **title, char **subtitle)
{
  g_autoptr (AkkMeeting) meeting = meeting_of (store, related);
  g_autofree char *when = meeting != NULL ? akk_record_words (store, meeting) : g_strdup ("");
  const AkkRecordType *type = AKK_RECORD (related)->type;

  *title = type == &akk_agenda_item_record ? g_strdup (((AkkAgendaItem *) related)->title)
           : type == &akk_signal_record    ? g_strdup (((AkkSignal *) related)->title)
                                           : akk_record_words (store, related);
  *subtitle = g_strdup_printf ("%s%s%s", _ (type->label), *when != '\0' ? " · " : "", when);
}

static gint64
related_target (AkkStore *store, gpointer related)
{
  g_autoptr (AkkMeeting) meeting = meeting_of (store, related);

  return meeting != NULL ? meeting->record.id : 0;
}

const AkkRecordLook akk_thread_look = {
  .kind = N_ ("Subject Followed"),
  .groups = groups,
  .title = thread_title,
  .remove = N_ ("Delete subject"),
  .list_title = N_ ("Through the Meetings"),
  .list_empty = N_ ("No agenda item names this subject yet"),
  .related = related,
  .describe = describe_related,
  .show = "consultation.show-meeting",
  .target = related_target,
};
