/* What is handed over: who is who.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/handover-private.h"

#include "core/agenda.h"
#include "core/contact.h"
#include "core/meetings.h"
#include "core/parties.h"

/* --- Bodies --- */

void
akk_handover_body_free (gpointer body)
{
  AkkHandoverBody *self = body;

  g_object_unref (self->body);
  g_clear_object (&self->next);
  g_free (self);
}

static AkkMeeting *
next_meeting (AkkHandover *self, gint64 body_id)
{
  g_autoptr (GPtrArray) meetings = akk_meetings (self->store, 0, body_id);

  for (guint i = 0; i < meetings->len; i++) {
    AkkMeeting *meeting = meetings->pdata[i];
    if (akk_meeting_ahead (meeting) && meeting->date >= self->day)
      return g_object_ref (meeting);
  }
  return NULL;
}

static void
read_bodies (AkkHandover *self)
{
  g_autoptr (GListModel) bodies =
      akk_store_list (self->store, &akk_body_record, "agreement_id", self->agreement->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    AkkHandoverBody *body = g_new0 (AkkHandoverBody, 1);
    body->body = g_list_model_get_item (bodies, i);
    body->next = next_meeting (self, body->body->record.id);
    g_ptr_array_add (self->bodies, body);
  }
}

/* --- The people of a party --- */

static void
person_free (gpointer person)
{
  AkkHandoverPerson *self = person;

  g_clear_object (&self->person);
  g_free (self->function);
  g_free (self->answers_within);
  g_ptr_array_unref (self->bodies);
  g_array_unref (self->priorities);
  g_free (self);
}

void
akk_handover_party_free (gpointer party)
{
  AkkHandoverParty *self = party;

  g_object_unref (self->party);
  g_clear_object (&self->organisation);
  g_free (self->name);
  g_ptr_array_unref (self->people);
  g_free (self);
}

/* The entry of a person; NULL: that of the seats which nobody takes. */
static AkkHandoverPerson *
add_person (AkkHandoverParty *party, AkkPerson *person)
{
  AkkHandoverPerson *self;

  for (guint i = 0; i < party->people->len; i++) {
    AkkHandoverPerson *known = party->people->pdata[i];
    if (known->person == person)
      return known;
  }
  self = g_new0 (AkkHandoverPerson, 1);
  self->person = person != NULL ? g_object_ref (person) : NULL;
  self->function = g_strdup ("");
  self->answers_within = g_strdup ("");
  self->bodies = g_ptr_array_new ();
  self->priorities = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (party->people, self);
  return self;
}

/* What they are first called counts; of seats that nobody takes, each once. */
static void
add_function (AkkHandoverPerson *self, const char *function)
{
  g_auto (GStrv) known = g_strsplit (self->function, ", ", -1);

  if (*self->function == '\0') {
    g_set_str (&self->function, function);
  } else if (self->person == NULL && *function != '\0' &&
             !g_strv_contains ((const char *const *) known, function)) {
    g_autofree char *all = g_strdup_printf ("%s, %s", self->function, function);
    g_set_str (&self->function, all);
  }
}

/* The office if it is held on that day, and who holds it. */
static AkkOffice *
office_of (AkkHandover *self, gint64 office_id, AkkPerson **person)
{
  g_autoptr (AkkOffice) office =
      office_id != 0 ? akk_store_get (self->store, &akk_office_record, office_id) : NULL;

  if (office == NULL || office->record.deleted || !akk_office_valid_on (office, self->day))
    return NULL;
  *person = akk_store_get (self->store, &akk_person_record, office->person_id);
  if (*person != NULL && (*person)->record.deleted)
    g_clear_object (person);
  return *person != NULL ? g_steal_pointer (&office) : NULL;
}

/* What they are called in their organisation on that day; NULL: not known. */
static char *
function_of (AkkHandover *self, const AkkPerson *person, gint64 organisation_id)
{
  g_autoptr (GListModel) offices =
      akk_store_list (self->store, &akk_office_record, "person_id", person->record.id);

  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);
    if (office->organisation_id == organisation_id && akk_office_valid_on (office, self->day))
      return g_strdup (office->function);
  }
  return NULL;
}

static void
read_contacts (AkkHandover *self, AkkHandoverParty *party)
{
  GPtrArray *priorities = akk_action_rows_priorities (self->rows);

  for (guint i = 0; i < priorities->len; i++) {
    const AkkPriority *priority = priorities->pdata[i];
    g_autoptr (GListModel) contacts =
        akk_store_list (self->store, &akk_contact_record, "priority_id", priority->record.id);
    for (guint j = 0; j < g_list_model_get_n_items (contacts); j++) {
      g_autoptr (AkkContact) contact = g_list_model_get_item (contacts, j);
      g_autoptr (AkkPerson) person = NULL;
      g_autoptr (AkkOffice) office = contact->party_id == party->party->record.id
                                         ? office_of (self, contact->office_id, &person)
                                         : NULL;
      AkkHandoverPerson *entry;
      guint number = i + 1;
      if (office == NULL)
        continue;
      entry = add_person (party, person);
      add_function (entry, office->function);
      g_array_append_val (entry->priorities, number);
      if (*entry->answers_within == '\0')
        g_set_str (&entry->answers_within, contact->answers_within);
    }
  }
}

static void
read_seats (AkkHandover *self, AkkHandoverParty *party)
{
  for (guint i = 0; i < self->bodies->len; i++) {
    AkkHandoverBody *body = self->bodies->pdata[i];
    g_autoptr (GListModel) seats =
        akk_store_list (self->store, &akk_seat_record, "body_id", body->body->record.id);
    for (guint j = 0; j < g_list_model_get_n_items (seats); j++) {
      g_autoptr (AkkSeat) seat = g_list_model_get_item (seats, j);
      g_autoptr (AkkPerson) person = NULL;
      g_autofree char *function = NULL;
      AkkHandoverPerson *entry;
      if (seat->party_id != party->party->record.id)
        continue;
      person = akk_seat_person (self->store, seat->record.id, self->day);
      if (person != NULL && person->record.deleted)
        g_clear_object (&person);
      function = person != NULL ? function_of (self, person, party->party->organisation_id) : NULL;
      entry = add_person (party, person);
      add_function (entry, function != NULL ? function : seat->function);
      if (!g_ptr_array_find (entry->bodies, body->body, NULL))
        g_ptr_array_add (entry->bodies, body->body);
      body->n_seats++;
      body->n_vacant += person == NULL;
    }
  }
}

static void
read_signers (AkkHandover *self, AkkHandoverParty *party, const GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++) {
    const AkkPartyPerson *it = people->pdata[i];
    g_autoptr (AkkPerson) person = NULL;
    g_autoptr (AkkOffice) office = office_of (self, it->representative->office_id, &person);
    AkkHandoverPerson *entry;
    if (office == NULL)
      continue;
    entry = add_person (party, person);
    add_function (entry, akk_party_person_function (it));
    entry->signs = TRUE;
  }
}

void
akk_handover_read_people (AkkHandover *self)
{
  g_autoptr (GPtrArray) entries = akk_parties_new (self->store, self->agreement->record.id);

  read_bodies (self);
  for (guint i = 0; i < entries->len; i++) {
    const AkkPartyEntry *entry = entries->pdata[i];
    AkkHandoverParty *party = g_new0 (AkkHandoverParty, 1);

    party->party = g_object_ref (entry->party);
    party->organisation = entry->organisation != NULL ? g_object_ref (entry->organisation) : NULL;
    party->name = akk_party_short_name (self->store, entry->party->record.id);
    party->people = g_ptr_array_new_with_free_func (person_free);
    g_ptr_array_add (self->parties, party);
    read_contacts (self, party);
    read_seats (self, party);
    read_signers (self, party, entry->people);
  }
}
