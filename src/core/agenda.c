/* A meeting as a whole: its agenda with the hours, who sits, what came of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/agenda-private.h"

#include "core/attachment.h"
#include "core/delegate.h"
#include "core/parties.h"

static void
entry_free (AkkAgendaEntry *self)
{
  g_clear_object (&self->item);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->signals);
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->parked);
  g_free (self);
}

static void
seat_free (AkkAgendaSeat *self)
{
  g_clear_object (&self->seat);
  g_clear_object (&self->party);
  g_clear_object (&self->person);
  g_clear_object (&self->attendance);
  g_free (self->party_name);
  g_free (self);
}

static void
party_free (AkkAgendaParty *self)
{
  g_clear_object (&self->party);
  g_free (self->name);
  g_free (self);
}

void
akk_agenda_free (AkkAgenda *self)
{
  g_clear_object (&self->meeting);
  g_clear_object (&self->body);
  g_clear_object (&self->agreement);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->parked);
  g_ptr_array_unref (self->seats);
  g_ptr_array_unref (self->parties);
  g_free (self);
}

GPtrArray *
akk_agenda_records (AkkStore *store, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (store, type, ref, id);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  return records;
}

/* --- The items --- */

/* The records whose "item_id" is `item_id`. */
static GPtrArray *
those_of_item (GPtrArray *records, const AkkRecordType *type, gint64 item_id)
{
  const AkkField *field = akk_record_type_field (type, "item_id");
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (akk_record_get_int (records->pdata[i], field) == item_id)
      g_ptr_array_add (own, g_object_ref (records->pdata[i]));
  return own;
}

static void
add_entry (AkkAgenda *self, AkkStore *store, AkkAgendaItem *item)
{
  AkkAgendaEntry *entry = g_new0 (AkkAgendaEntry, 1);
  gint64 id = item->record.id;

  entry->item = g_object_ref (item);
  entry->number = self->entries->len + 1;
  entry->starts_at = self->meeting->starts_at != AKK_NO_DATE
                         ? (self->meeting->starts_at + self->minutes) % (24 * 60)
                         : AKK_NO_DATE;
  self->minutes += item->duration_min;
  entry->actions = akk_agenda_records (store, &akk_action_record, "item_id", id);
  entry->signals = akk_agenda_records (store, &akk_signal_record, "item_id", id);
  entry->attachments = akk_agenda_records (store, &akk_attachment_record, "item_id", id);
  entry->decisions = those_of_item (self->decisions, &akk_decision_record, id);
  entry->parked = those_of_item (self->parked, &akk_parked_record, id);
  g_ptr_array_add (self->entries, entry);
}

static void
read_items (AkkAgenda *self, AkkStore *store)
{
  g_autoptr (GPtrArray) items =
      akk_agenda_records (store, &akk_agenda_item_record, "meeting_id", self->meeting->record.id);

  for (guint i = 0; i < items->len; i++)
    add_entry (self, store, items->pdata[i]);
  self->over = MAX (self->minutes - self->meeting->duration_min, 0);
}

/* --- The seats --- */

AkkPerson *
akk_seat_person (AkkStore *store, gint64 seat_id, gint64 day)
{
  g_autoptr (GPtrArray) delegates =
      akk_agenda_records (store, &akk_delegate_record, "seat_id", seat_id);
  const AkkDelegate *best = NULL;

  for (guint i = 0; i < delegates->len; i++) {
    const AkkDelegate *delegate = delegates->pdata[i];
    if (delegate->starts_on != AKK_NO_DATE && delegate->starts_on > day)
      continue;
    if (delegate->ends_on != AKK_NO_DATE && delegate->ends_on < day)
      continue;
    if (best == NULL || delegate->starts_on > best->starts_on)
      best = delegate;
  }
  return best != NULL ? akk_store_get (store, &akk_person_record, best->person_id) : NULL;
}

static AkkAgendaSeat *
add_seat (AkkAgenda *self, AkkStore *store, AkkAttendance *attendance)
{
  AkkAgendaSeat *seat = g_new0 (AkkAgendaSeat, 1);

  if (attendance != NULL) {
    seat->attendance = g_object_ref (attendance);
    seat->state = attendance->state;
    seat->person = akk_store_get (store, &akk_person_record, attendance->person_id);
  }
  g_ptr_array_add (self->seats, seat);
  return seat;
}

static AkkAttendance *
attendance_of (GPtrArray *attendances, gint64 seat_id)
{
  for (guint i = 0; i < attendances->len; i++) {
    AkkAttendance *attendance = attendances->pdata[i];
    if (attendance->seat_id == seat_id)
      return attendance;
  }
  return NULL;
}

static void
count_seat (AkkAgendaParty *party, const AkkAgendaSeat *seat)
{
  party->seats++;
  party->delegated |= seat->person != NULL;
  party->coming += seat->state == AKK_ATTENDANCE_COMING;
  party->present += seat->state == AKK_ATTENDANCE_PRESENT || seat->state == AKK_ATTENDANCE_REPLACED;
}

static void
read_party (AkkAgenda *self,
            AkkStore *store,
            const AkkPartyEntry *entry,
            GPtrArray *seats,
            GPtrArray *attendances)
{
  AkkAgendaParty *party = NULL;

  for (guint i = 0; i < seats->len; i++) {
    AkkSeat *seat = seats->pdata[i];
    AkkAgendaSeat *own;

    if (seat->party_id != entry->party->record.id)
      continue;
    if (party == NULL) {
      party = g_new0 (AkkAgendaParty, 1);
      party->party = g_object_ref (entry->party);
      party->name = g_strdup (akk_organisation_short (entry->organisation));
      g_ptr_array_add (self->parties, party);
    }
    own = add_seat (self, store, attendance_of (attendances, seat->record.id));
    own->seat = g_object_ref (seat);
    own->party = g_object_ref (entry->party);
    own->party_name = g_strdup (party->name);
    if (own->person == NULL)
      own->person = akk_seat_person (store, seat->record.id, self->meeting->date);
    count_seat (party, own);
  }
  if (party != NULL) {
    guint come = akk_meeting_held (self->meeting) ? party->present : party->coming + party->present;
    party->represented = come >= self->body->quorum;
  }
}

static void
read_seats (AkkAgenda *self, AkkStore *store)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (store, self->body->agreement_id);
  g_autoptr (GPtrArray) seats =
      akk_agenda_records (store, &akk_seat_record, "body_id", self->body->record.id);
  g_autoptr (GPtrArray) attendances =
      akk_agenda_records (store, &akk_attendance_record, "meeting_id", self->meeting->record.id);

  for (guint i = 0; i < parties->len; i++)
    read_party (self, store, parties->pdata[i], seats, attendances);
  for (guint i = 0; i < attendances->len; i++) {
    AkkAttendance *attendance = attendances->pdata[i];
    if (attendance->seat_id == 0)
      add_seat (self, store, attendance)->party_name = g_strdup ("");
  }
}

AkkAgenda *
akk_agenda_new (AkkStore *store, AkkMeeting *meeting)
{
  AkkAgenda *self = g_new0 (AkkAgenda, 1);

  self->meeting = g_object_ref (meeting);
  self->body = akk_store_get (store, &akk_body_record, meeting->body_id);
  if (self->body == NULL) /* a file that something else wrote */
    self->body = akk_record_new (&akk_body_record);
  self->agreement = akk_store_get (store, &akk_agreement_record, self->body->agreement_id);
  if (self->agreement == NULL)
    self->agreement = akk_record_new (&akk_agreement_record);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) seat_free);
  self->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) party_free);
  self->decisions =
      akk_agenda_records (store, &akk_decision_record, "meeting_id", meeting->record.id);
  self->parked = akk_agenda_records (store, &akk_parked_record, "meeting_id", meeting->record.id);
  read_items (self, store);
  read_seats (self, store);
  return self;
}
