/* What the next meeting should deal with, and what keeps a meeting from being ready.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda-private.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/meetings.h"
#include "core/phrases.h"
#include "core/standing-item.h"

/* One round of looking for what a meeting should deal with. */
typedef struct {
  AkkStore *store;
  AkkMeeting *meeting;
  AkkBody *body;
  AkkPhrases *phrases; /* NULL when the language has none: titles are then those of the records */
  GPtrArray *meetings; /* AkkMeeting of the body */
  GPtrArray *own; /* AkkAgendaItem of the meeting */
  GPtrArray *offers;
} Search;

static void
offer_free (AkkAgendaOffer *self)
{
  g_object_unref (self->item);
  g_free (self->why);
  g_free (self);
}

/* Whether an item of the list names `id` in its field `ref`. */
static gboolean
names (GPtrArray *items, const char *ref, gint64 id)
{
  const AkkField *field = akk_record_type_field (&akk_agenda_item_record, ref);

  for (guint i = 0; i < items->len; i++)
    if (akk_record_get_int (items->pdata[i], field) == id)
      return TRUE;
  return FALSE;
}

static AkkAgendaItem *
add_offer (Search *self, const char *title, char *why)
{
  AkkAgendaOffer *offer = g_new0 (AkkAgendaOffer, 1);

  offer->item = akk_record_new (&akk_agenda_item_record);
  g_object_set (offer->item, "meeting-id", self->meeting->record.id, "title", title, NULL);
  offer->why = why;
  g_ptr_array_add (self->offers, offer);
  return offer->item;
}

static char *
title_of_minutes (Search *self, const AkkMeeting *meeting)
{
  g_autofree char *date = NULL;

  if (self->phrases == NULL)
    return akk_date_format (meeting->date);
  date = akk_phrases_date (self->phrases, meeting->date);
  return akk_phrases_format (self->phrases, "item-minutes", "date", date, NULL);
}

static void
offer_minutes (Search *self)
{
  for (guint i = 0; i < self->meetings->len && self->meetings->pdata[i] != self->meeting; i++) {
    AkkMeeting *meeting = self->meetings->pdata[i];
    g_autofree char *title = NULL;
    AkkAgendaItem *item;

    if (meeting->state != AKK_MEETING_HELD || names (self->own, "approves_id", meeting->record.id))
      continue;
    title = title_of_minutes (self, meeting);
    item = add_offer (self, title, g_strdup (_ ("Its minutes are not approved yet")));
    g_object_set (item, "kind", (gint64) AKK_ITEM_DECISION, "subject", (gint64) AKK_SUBJECT_MINUTES,
                  "approves-id", meeting->record.id, "duration-min", (gint64) 5, NULL);
  }
}

/* Whether another meeting of that year has the standing item on its agenda. */
static gboolean
had_this_year (Search *self, gint64 standing_id)
{
  int year, other_year;

  akk_date_to_ymd (self->meeting->date, &year, NULL, NULL);
  for (guint i = 0; i < self->meetings->len; i++) {
    AkkMeeting *other = self->meetings->pdata[i];
    g_autoptr (GPtrArray) items = NULL;

    akk_date_to_ymd (other->date, &other_year, NULL, NULL);
    if (other_year != year || other == self->meeting || other->state >= AKK_MEETING_CANCELLED)
      continue;
    items =
        akk_agenda_records (self->store, &akk_agenda_item_record, "meeting_id", other->record.id);
    if (names (items, "standing_id", standing_id))
      return TRUE;
  }
  return FALSE;
}

static void
offer_standing (Search *self)
{
  g_autoptr (GPtrArray) list =
      akk_agenda_records (self->store, &akk_standing_item_record, "body_id", self->body->record.id);

  for (guint i = 0; i < list->len; i++) {
    const AkkStandingItem *standing = list->pdata[i];
    gint64 id = standing->record.id;
    AkkAgendaItem *item;

    if (names (self->own, "standing_id", id) || (standing->yearly && had_this_year (self, id)))
      continue;
    /* The approval of minutes stands on the agenda by the minutes themselves. */
    if (standing->subject == AKK_SUBJECT_MINUTES)
      continue;
    item = add_offer (self, standing->title,
                      g_strdup (standing->yearly ? _ ("Once a year") : _ ("At every meeting")));
    g_object_set (item, "kind", standing->kind, "subject", standing->subject, "duration-min",
                  standing->duration_min, "presenter", standing->presenter, "standing-id", id,
                  NULL);
  }
}

/* Nobody needs to call unfinished what the meeting did not come to. */
static gboolean
is_unfinished (AkkStore *store, const AkkAgendaItem *item)
{
  return item->state == AKK_ITEM_UNFINISHED ||
         (item->state == AKK_ITEM_OPEN && !akk_agenda_item_has_outcome (store, item));
}

static void
offer_unfinished (Search *self)
{
  g_autoptr (AkkMeeting) previous = akk_meeting_previous (self->store, self->meeting);
  g_autoptr (GPtrArray) items = NULL;

  if (previous == NULL)
    return;
  items =
      akk_agenda_records (self->store, &akk_agenda_item_record, "meeting_id", previous->record.id);
  for (guint i = 0; i < items->len; i++) {
    const AkkAgendaItem *before = items->pdata[i];
    AkkAgendaItem *item;

    if (!is_unfinished (self->store, before) || names (self->own, "origin_id", before->record.id) ||
        (before->standing_id != 0 && names (self->own, "standing_id", before->standing_id)))
      continue;
    item = add_offer (self, before->title, g_strdup (_ ("Unfinished at the last meeting")));
    g_object_set (item, "kind", before->kind, "subject", before->subject, "duration-min",
                  before->duration_min, "presenter", before->presenter, "text", before->text,
                  "thread-id", before->thread_id, "origin-id", before->record.id, "approves-id",
                  before->approves_id, "signal-id", before->signal_id, NULL);
  }
}

/* Subjects that were put off at an earlier meeting of this body, and that no item took up since. */
static void
offer_parked (Search *self)
{
  for (guint i = 0; i < self->meetings->len && self->meetings->pdata[i] != self->meeting; i++) {
    gint64 id = ((AkkMeeting *) self->meetings->pdata[i])->record.id;
    g_autoptr (GPtrArray) parked =
        akk_agenda_records (self->store, &akk_parked_record, "meeting_id", id);

    for (guint j = 0; j < parked->len; j++) {
      AkkParked *subject = parked->pdata[j];
      g_autoptr (GPtrArray) takers = akk_agenda_records (self->store, &akk_agenda_item_record,
                                                         "parked_id", subject->record.id);
      if (takers->len == 0)
        g_object_set (
            add_offer (self, subject->text, g_strdup (_ ("Parked at an earlier meeting"))), "kind",
            (gint64) AKK_ITEM_DISCUSSION, "parked-id", subject->record.id, NULL);
    }
  }
}

/* Decisions of this body, and actions that were born at it, whose day has passed. */
static void
offer_overdue (Search *self)
{
  for (guint i = 0; i < self->meetings->len; i++) {
    gint64 id = ((AkkMeeting *) self->meetings->pdata[i])->record.id;
    g_autoptr (GPtrArray) decisions =
        akk_agenda_records (self->store, &akk_decision_record, "meeting_id", id);
    g_autoptr (GPtrArray) items =
        akk_agenda_records (self->store, &akk_agenda_item_record, "meeting_id", id);

    for (guint j = 0; j < decisions->len; j++) {
      const AkkDecision *decision = decisions->pdata[j];
      if (decision->state == AKK_DECISION_TAKEN && decision->due_on != AKK_NO_DATE &&
          decision->due_on < self->meeting->date &&
          !names (self->own, "decision_id", decision->record.id))
        g_object_set (
            add_offer (self, decision->text,
                       g_strdup_printf (_ ("Decision %s is past its day"), decision->number)),
            "decision-id", decision->record.id, NULL);
    }
    for (guint j = 0; j < items->len; j++) {
      AkkRecord *item = items->pdata[j];
      g_autoptr (GPtrArray) actions =
          akk_agenda_records (self->store, &akk_action_record, "item_id", item->id);
      for (guint k = 0; k < actions->len; k++) {
        const AkkAction *action = actions->pdata[k];
        if (akk_action_open (action) && action->deadline != AKK_NO_DATE &&
            action->deadline < self->meeting->date &&
            !names (self->own, "action_id", action->record.id))
          g_object_set (
              add_offer (self, action->title,
                         g_strdup_printf (_ ("Action %s is past its deadline"), action->number)),
              "action-id", action->record.id, NULL);
      }
    }
  }
}

static void
offer_answers (Search *self)
{
  g_autoptr (GPtrArray) signals =
      akk_agenda_records (self->store, &akk_signal_record, "body_id", self->body->record.id);

  for (guint i = 0; i < signals->len; i++) {
    const AkkSignal *signal = signals->pdata[i];
    if ((signal->state == AKK_SIGNAL_ANSWERED || signal->state == AKK_SIGNAL_SOLVED) &&
        signal->returned_id == 0 && !names (self->own, "signal_id", signal->record.id))
      g_object_set (
          add_offer (self, signal->title, g_strdup (_ ("The answer to this signal came back"))),
          "signal-id", signal->record.id, "subject", (gint64) AKK_SUBJECT_SIGNALS, "thread-id",
          signal->thread_id, NULL);
  }
}

GPtrArray *
akk_agenda_offers (AkkStore *store, AkkMeeting *meeting)
{
  g_autoptr (AkkBody) body = akk_store_get (store, &akk_body_record, meeting->body_id);
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, body != NULL ? body->agreement_id : 0);
  g_autoptr (GPtrArray) meetings = akk_meetings (store, 0, meeting->body_id);
  g_autoptr (GPtrArray) own =
      akk_agenda_records (store, &akk_agenda_item_record, "meeting_id", meeting->record.id);
  g_autoptr (AkkPhrases) phrases =
      agreement != NULL ? akk_phrases_new (akk_agreement_language (agreement), NULL) : NULL;
  Search search = { store, meeting, body, phrases, meetings, own, NULL };

  search.offers = g_ptr_array_new_with_free_func ((GDestroyNotify) offer_free);
  if (body != NULL) {
    offer_minutes (&search);
    offer_unfinished (&search);
    offer_parked (&search);
    offer_overdue (&search);
    offer_answers (&search);
    offer_standing (&search);
  }
  return search.offers;
}

/* --- What is missing --- */

static void
lack_free (AkkAgendaLack *self)
{
  g_free (self->text);
  g_free (self->detail);
  g_free (self);
}

static void
add_lack (GPtrArray *lacks, AkkAgendaLackKind kind, gint64 record, char *text, const char *detail)
{
  AkkAgendaLack *lack = g_new0 (AkkAgendaLack, 1);

  lack->kind = kind;
  lack->record = record;
  lack->text = text;
  lack->detail = g_strdup (detail);
  g_ptr_array_add (lacks, lack);
}

static void
lacks_ahead (GPtrArray *lacks, const AkkAgenda *self)
{
  if (self->entries->len == 0)
    add_lack (lacks, AKK_LACK_AGENDA, 0, g_strdup (_ ("The agenda is still empty")), "");
  else if (self->over > 0)
    add_lack (lacks, AKK_LACK_AGENDA, 0,
              g_strdup_printf (g_dngettext (NULL, "The agenda takes %d minute too long",
                                            "The agenda takes %d minutes too long", self->over),
                               (int) self->over),
              "");
  for (guint i = 0; i < self->parties->len; i++) {
    const AkkAgendaParty *party = self->parties->pdata[i];
    if (!party->delegated)
      add_lack (lacks, AKK_LACK_DELEGATE, party->party->record.id,
                g_strdup_printf (_ ("%s has delegated nobody yet"), party->name), "");
  }
  if (self->meeting->state == AKK_MEETING_PLANNED)
    add_lack (lacks, AKK_LACK_INVITATION, 0,
              g_strdup (akk_meeting_outdated (self->meeting)
                            ? _ ("The changed invitation has not been sent")
                            : _ ("The invitation has not been sent")),
              "");
}

/* Of minutes that were approved nothing more needs to be said. */
static gboolean
lacks_minutes (const AkkAgendaEntry *entry)
{
  return *entry->item->outcome == '\0' && entry->decisions->len == 0 && entry->actions->len == 0 &&
         entry->item->state != AKK_ITEM_UNFINISHED && entry->item->state != AKK_ITEM_DROPPED &&
         !(entry->item->approves_id != 0 && entry->item->state == AKK_ITEM_DONE);
}

/* Many are one lack: they go one after the other. */
static void
lack_minutes (GPtrArray *lacks, const AkkAgenda *self)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  const AkkAgendaEntry *first = NULL;
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++) {
    const AkkAgendaEntry *entry = self->entries->pdata[i];

    if (!lacks_minutes (entry))
      continue;
    if (n++ == 0)
      first = entry;
    g_string_append_printf (numbers, "%s%u", n > 1 ? ", " : "", entry->number);
  }
  if (n == 1)
    add_lack (lacks, AKK_LACK_MINUTES, first->item->record.id,
              g_strdup_printf (_ ("Item %d has no minutes"), (int) first->number),
              first->item->title);
  else if (n > 1) {
    /* Translators: %s is a list of numbers, "2, 3, 5". */
    g_autofree char *detail = g_strdup_printf (_ ("Items %s"), numbers->str);

    add_lack (lacks, AKK_LACK_MINUTES, first->item->record.id,
              g_strdup_printf (g_dngettext (NULL, "%d item has no minutes yet",
                                            "%d items have no minutes yet", n),
                               (int) n),
              detail);
  }
}

static void
lacks_held (GPtrArray *lacks, const AkkAgenda *self)
{
  guint unknown = 0;

  for (guint i = 0; i < self->seats->len; i++) {
    const AkkAgendaSeat *seat = self->seats->pdata[i];
    unknown += seat->state == AKK_ATTENDANCE_UNKNOWN && seat->seat != NULL &&
               seat->seat->kind == AKK_SEAT_MEMBER;
  }
  if (unknown > 0)
    add_lack (lacks, AKK_LACK_ATTENDANCE, 0,
              g_strdup_printf (g_dngettext (NULL, "Of %d seat it is not noted who came",
                                            "Of %d seats it is not noted who came", unknown),
                               (int) unknown),
              "");
  lack_minutes (lacks, self);
  if (self->meeting->state == AKK_MEETING_HELD)
    add_lack (lacks, AKK_LACK_MINUTES, 0, g_strdup (_ ("The minutes are not approved yet")), "");
}

GPtrArray *
akk_agenda_lacks (const AkkAgenda *self, gint64 today)
{
  GPtrArray *lacks = g_ptr_array_new_with_free_func ((GDestroyNotify) lack_free);

  if (akk_meeting_held (self->meeting)) {
    lacks_held (lacks, self);
  } else if (akk_meeting_ahead (self->meeting)) {
    if (self->meeting->date < today)
      add_lack (lacks, AKK_LACK_MINUTES, 0, g_strdup (_ ("Its day has passed: was it held?")), "");
    lacks_ahead (lacks, self);
  }
  return lacks;
}
