/* Preparing a meeting: what is ready, and what is still to be done before its day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/preparation-private.h"

#include <glib/gi18n.h>

#include "core/agenda-private.h"
#include "core/attachment.h"
#include "core/meetings.h"
#include "core/order.h"
#include "core/store-search.h"
#include "core/store-values.h"

const char *const akk_checks[] = {
  [AKK_CHECK_AGENDA] = "agenda",
  [AKK_CHECK_MINUTES] = "minutes",
  [AKK_CHECK_OFFERS] = "offers",
  [AKK_CHECK_ACTIONS] = "actions",
  [AKK_CHECK_INDICATORS] = "indicators",
  [AKK_CHECK_SIGNALS] = "signals",
  [AKK_CHECK_OBLIGATIONS] = "obligations",
  [AKK_CHECK_DELEGATES] = "delegates",
  [AKK_CHECK_ATTACHMENTS] = "attachments",
  [AKK_CHECK_INVITATION] = "invitation",
  [AKK_CHECK_PACK] = "pack",
};

/* --- Checks --- */

static void
check_free (AkkCheck *self)
{
  g_free (self->sentence);
  g_free (self->detail);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

AkkCheck *
akk_check_new (AkkCheckKey key, char *sentence)
{
  AkkCheck *self = g_new0 (AkkCheck, 1);

  self->key = key;
  self->sentence = sentence;
  self->detail = g_strdup ("");
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
  return self;
}

AkkCheck *
akk_check_add (AkkCheck *self, AkkCheckState state, char *sentence, const char *detail)
{
  AkkCheck *part = akk_check_new (self->key, sentence);

  part->state = state;
  g_set_str (&part->detail, detail != NULL ? detail : "");
  /* What must be done outweighs advice. */
  if (self->state != AKK_CHECK_TO_DO)
    self->state = state;
  g_ptr_array_add (self->parts, part);
  return part;
}

void
akk_check_mend_by_offer (AkkCheck *self, AkkCheck *part, AkkAgendaItem *item)
{
  part->mend = AKK_MEND_TAKE;
  g_ptr_array_add (part->items, g_object_ref (item));
  self->mend = AKK_MEND_TAKE;
  g_ptr_array_add (self->items, g_object_ref (item));
}

void
akk_check_mend_by_item (AkkCheck *self,
                        const AkkLook *look,
                        AkkItemSubject subject,
                        const char *title)
{
  AkkAgendaItem *item = NULL;

  for (guint i = 0; i < look->offers->len && item == NULL; i++) {
    const AkkAgendaOffer *offer = look->offers->pdata[i];

    if (offer->item->subject == (gint64) subject)
      item = g_object_ref (offer->item);
  }
  if (item == NULL) {
    item = akk_record_new (&akk_agenda_item_record);
    g_object_set (item, "meeting-id", look->agenda->meeting->record.id, "title", title, "kind",
                  (gint64) AKK_ITEM_DISCUSSION, "subject", (gint64) subject, NULL);
  }
  self->mend = AKK_MEND_TAKE;
  g_ptr_array_add (self->items, item);
}

gboolean
akk_look_has_subject (const AkkLook *look, AkkItemSubject subject)
{
  for (guint i = 0; i < look->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = look->agenda->entries->pdata[i];

    if (entry->item->subject == (gint64) subject)
      return TRUE;
  }
  return FALSE;
}

gboolean
akk_look_names (const AkkLook *look, const char *field, gint64 id)
{
  const AkkField *ref = akk_record_type_field (&akk_agenda_item_record, field);

  for (guint i = 0; i < look->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = look->agenda->entries->pdata[i];

    if (akk_record_get_int (entry->item, ref) == id)
      return TRUE;
  }
  return FALSE;
}

/* --- The agenda --- */

static AkkCheck *
check_agenda (const AkkLook *look, const GPtrArray *lacks)
{
  guint n = look->agenda->entries->len;
  g_autofree char *items = g_strdup_printf (g_dngettext (NULL, "%u item", "%u items", n), n);
  AkkCheck *self = akk_check_new (AKK_CHECK_AGENDA, g_strdup (_ ("The agenda is ready")));

  for (guint i = 0; i < lacks->len; i++) {
    const AkkAgendaLack *lack = lacks->pdata[i];

    if (lack->kind == AKK_LACK_AGENDA)
      akk_check_add (self, AKK_CHECK_TO_DO, g_strdup (lack->text), lack->detail)->mend =
          AKK_MEND_ITEM;
  }
  g_free (self->detail);
  self->detail = g_strdup_printf (_ ("%s, %d of %d minutes"), items, (int) look->agenda->minutes,
                                  (int) look->agenda->meeting->duration_min);
  return self;
}

static AkkCheck *
check_offers (const AkkLook *look)
{
  AkkCheck *self =
      akk_check_new (AKK_CHECK_OFFERS, g_strdup (_ ("All that was offered is on the agenda")));

  for (guint i = 0; i < look->offers->len; i++) {
    const AkkAgendaOffer *offer = look->offers->pdata[i];

    if (offer->item->approves_id == 0)
      akk_check_mend_by_offer (
          self, akk_check_add (self, AKK_CHECK_ADVICE, g_strdup (offer->item->title), offer->why),
          offer->item);
  }
  if (self->parts->len > 0) {
    g_free (self->sentence);
    self->sentence =
        g_strdup_printf (g_dngettext (NULL, "%u item is offered for the agenda",
                                      "%u items are offered for the agenda", self->parts->len),
                         self->parts->len);
  }
  return self;
}

/* --- Who comes --- */

static void
add_empty_seats (AkkCheck *self, const AkkAgenda *agenda)
{
  for (guint i = 0; i < agenda->parties->len; i++) {
    const AkkAgendaParty *party = agenda->parties->pdata[i];
    guint empty = 0;
    AkkCheck *part;

    for (guint k = 0; k < agenda->seats->len; k++) {
      const AkkAgendaSeat *seat = agenda->seats->pdata[k];

      empty += seat->party == party->party && seat->seat != NULL && seat->person == NULL &&
               seat->seat->kind == AKK_SEAT_MEMBER;
    }
    if (!party->delegated || empty == 0)
      continue;
    part =
        akk_check_add (self, AKK_CHECK_ADVICE,
                       g_strdup_printf (g_dngettext (NULL, "%s has %u seat without a delegate",
                                                     "%s has %u seats without a delegate", empty),
                                        party->name, empty),
                       NULL);
    part->mend = AKK_MEND_SEATS;
    part->record = party->party->record.id;
  }
}

static AkkCheck *
check_delegates (const AkkLook *look, const GPtrArray *lacks)
{
  AkkCheck *self = akk_check_new (AKK_CHECK_DELEGATES, g_strdup (_ ("Every seat has a delegate")));

  for (guint i = 0; i < lacks->len; i++) {
    const AkkAgendaLack *lack = lacks->pdata[i];
    AkkCheck *part;

    if (lack->kind != AKK_LACK_DELEGATE)
      continue;
    part = akk_check_add (self, AKK_CHECK_TO_DO, g_strdup (lack->text), lack->detail);
    part->mend = AKK_MEND_SEATS;
    part->record = lack->record;
  }
  add_empty_seats (self, look->agenda);
  if (look->agenda->parties->len == 0) {
    AkkCheck *part = akk_check_add (self, AKK_CHECK_ADVICE,
                                    g_strdup (_ ("Nobody has a seat in this body yet")), NULL);
    part->mend = AKK_MEND_BODY;
    part->record = look->agenda->body->record.id;
  }
  if (self->parts->len > 0)
    g_set_str (&self->sentence, _ ("Not every seat has a delegate"));
  return self;
}

static AkkCheck *
check_invitation (const AkkLook *look, const GPtrArray *lacks)
{
  AkkCheck *self =
      akk_check_new (AKK_CHECK_INVITATION, g_strdup (_ ("The invitation has been sent")));
  guint n = 0, answered = 0;

  for (guint i = 0; i < lacks->len; i++) {
    const AkkAgendaLack *lack = lacks->pdata[i];

    if (lack->kind == AKK_LACK_INVITATION)
      akk_check_add (self, AKK_CHECK_TO_DO, g_strdup (lack->text), lack->detail)->mend =
          AKK_MEND_INVITE;
  }
  for (guint i = 0; i < look->agenda->seats->len; i++) {
    const AkkAgendaSeat *seat = look->agenda->seats->pdata[i];

    n += seat->seat != NULL;
    answered += seat->seat != NULL && seat->state != AKK_ATTENDANCE_UNKNOWN;
  }
  if (n > 0 && self->state == AKK_CHECK_DONE) {
    g_free (self->detail);
    /* Translators: how many have said whether they come. */
    self->detail = g_strdup_printf (_ ("%u of %u seats have answered"), answered, n);
  }
  return self;
}

/* --- What goes with the agenda --- */

/* Whether there is nothing to read of what is to be decided. */
static gboolean
is_bare (const AkkAgendaEntry *entry)
{
  const AkkAgendaItem *item = entry->item;

  return item->kind == AKK_ITEM_DECISION && entry->attachments->len == 0 && *item->text == '\0' &&
         item->approves_id == 0 && item->decision_id == 0 && item->action_id == 0 &&
         item->signal_id == 0 && item->indicator_id == 0 && item->section_id == 0;
}

static void
add_unreadable (AkkCheck *self, const AkkLook *look, const AkkAgendaEntry *entry)
{
  for (guint i = 0; i < entry->attachments->len; i++) {
    const AkkAttachment *attachment = entry->attachments->pdata[i];
    AkkReading reading = akk_store_get_reading (look->store, attachment->file);
    AkkCheck *part;

    if (reading != AKK_READING_LOCKED && reading != AKK_READING_DAMAGED)
      continue;
    part = akk_check_add (self, AKK_CHECK_TO_DO,
                          g_strdup_printf (reading == AKK_READING_LOCKED
                                               ? _ ("“%s” cannot be read without a password")
                                               : _ ("“%s” cannot be read: it is damaged"),
                                           attachment->name),
                          entry->item->title);
    part->mend = AKK_MEND_ITEM;
    part->record = entry->item->record.id;
  }
}

static AkkCheck *
check_attachments (const AkkLook *look)
{
  AkkCheck *self = akk_check_new (AKK_CHECK_ATTACHMENTS, NULL);
  guint n = 0;

  for (guint i = 0; i < look->agenda->entries->len; i++) {
    const AkkAgendaEntry *entry = look->agenda->entries->pdata[i];

    n += entry->attachments->len;
    add_unreadable (self, look, entry);
    if (is_bare (entry)) {
      AkkCheck *part = akk_check_add (
          self, AKK_CHECK_ADVICE,
          g_strdup_printf (_ ("Nothing to read with item %u, which is to be decided"),
                           entry->number),
          entry->item->title);
      part->mend = AKK_MEND_ITEM;
      part->record = entry->item->record.id;
    }
  }
  if (self->parts->len > 0)
    self->sentence = g_strdup (_ ("Not all annexes are there"));
  else if (n > 0)
    self->sentence = g_strdup_printf (
        g_dngettext (NULL, "%u annex can be read", "%u annexes can be read", n), n);
  else
    self->sentence = g_strdup (_ ("No item lacks an annex"));
  return self;
}

static AkkCheck *
check_pack (void)
{
  AkkCheck *self = akk_check_new (AKK_CHECK_PACK, g_strdup (_ ("Make the meeting pack")));

  self->state = AKK_CHECK_ADVICE;
  g_set_str (&self->detail, _ ("Agenda, previous minutes, open items and annexes in one PDF"));
  self->mend = AKK_MEND_PACK;
  return self;
}

/* --- Public --- */

/* One part is the check itself. What an item mends keeps its words: that of the part is a name. */
static void
settle (AkkCheck *self)
{
  AkkCheck *part;

  if (self->parts->len != 1)
    return;
  part = self->parts->pdata[0];
  if (self->mend == AKK_MEND_TAKE) {
    g_free (self->detail);
    self->detail =
        g_strjoin (*part->detail != '\0' ? " · " : "", part->sentence, part->detail, NULL);
  } else {
    g_set_str (&self->sentence, part->sentence);
    if (*part->detail != '\0')
      g_set_str (&self->detail, part->detail);
    self->mend = part->mend;
    self->record = part->record;
    g_ptr_array_extend (self->items, part->items, (GCopyFunc) (void *) g_object_ref, NULL);
  }
  g_ptr_array_set_size (self->parts, 0);
}

static void
add (AkkPreparation *self, AkkCheck *check)
{
  settle (check);
  g_ptr_array_add (self->checks, check);
  if (check->key == AKK_CHECK_PACK)
    return;
  self->n++;
  self->n_done += check->state == AKK_CHECK_DONE;
}

AkkPreparation *
akk_preparation_new (AkkStore *store, AkkMeeting *meeting, gint64 day)
{
  AkkPreparation *self = g_new0 (AkkPreparation, 1);
  g_autoptr (AkkMeeting) previous = akk_meeting_previous (store, meeting);
  g_autoptr (GPtrArray) offers = akk_agenda_offers (store, meeting);
  g_autoptr (AkkPhrases) phrases = NULL;
  g_autoptr (GPtrArray) lacks = NULL;

  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
  self->agenda = akk_agenda_new (store, meeting);
  phrases = akk_phrases_new (akk_agreement_language (self->agenda->agreement), NULL);
  lacks = akk_agenda_lacks (self->agenda, day);

  const AkkLook look = { store, self->agenda, previous, phrases, offers, day };
  add (self, check_agenda (&look, lacks));
  add (self, akk_check_minutes (&look));
  add (self, check_offers (&look));
  add (self, akk_check_actions (&look));
  add (self, akk_check_indicators (&look));
  add (self, akk_check_signals (&look));
  add (self, akk_check_obligations (&look));
  add (self, check_delegates (&look, lacks));
  add (self, check_attachments (&look));
  add (self, check_invitation (&look, lacks));
  add (self, check_pack ());
  return self;
}

void
akk_preparation_free (AkkPreparation *self)
{
  akk_agenda_free (self->agenda);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

void
akk_agenda_take (AkkStore *store, AkkMeeting *meeting, const GPtrArray *items)
{
  g_autoptr (GPtrArray) own =
      akk_agenda_records (store, &akk_agenda_item_record, "meeting_id", meeting->record.id);
  g_autofree char *position =
      g_strdup (own->len > 0 ? ((AkkAgendaItem *) own->pdata[own->len - 1])->position : "");

  for (guint i = 0; i < items->len; i++) {
    char *next = akk_order_between (position, "");

    g_object_set (items->pdata[i], "position", next, NULL);
    akk_store_add (store, items->pdata[i]);
    g_free (position);
    position = next;
  }
}

AkkMeeting *
akk_meeting_next (AkkStore *store, gint64 day)
{
  static const char *const fields[] = { "state", "date", "starts_at", NULL };
  enum { ID, STATE, DATE, STARTS_AT, N };
  g_autoptr (GArray) values =
      akk_store_values_between (store, &akk_meeting_record, fields, "date", day, G_MAXINT64);
  const gint64 *next = NULL;

  for (guint i = 0; i + N <= values->len; i += N) {
    const gint64 *row = &g_array_index (values, gint64, i);

    if (row[STATE] > AKK_MEETING_INVITED)
      continue;
    if (next == NULL || row[DATE] < next[DATE] ||
        (row[DATE] == next[DATE] && row[STARTS_AT] < next[STARTS_AT]))
      next = row;
  }
  return next != NULL ? akk_store_get (store, &akk_meeting_record, next[ID]) : NULL;
}
