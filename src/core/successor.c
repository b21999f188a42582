/* The successor of an agreement, or a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/successor.h"

#include "core/action-edit.h"
#include "core/meetings.h"
#include "core/body.h"
#include "core/contact.h"
#include "core/contribution.h"
#include "core/dates.h"
#include "core/definition.h"
#include "core/delegate.h"
#include "core/dossier.h"
#include "core/fulfilment.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/plan.h"
#include "core/principle.h"
#include "core/priority.h"
#include "core/record-copy.h"
#include "core/seat.h"
#include "core/section.h"
#include "core/standing-item.h"

#define YEARS 6 /* how long councils sit */

typedef struct {
  AkkSuccessor *self;
  AkkStore *store;
  AkkCopies *copies;
  gint64 old; /* the agreement that is copied */
  gint64 today;
} Writer;

/* --- Proposing --- */

static GPtrArray *
unfinished (AkkStore *store, gint64 agreement_id)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_action_record, "agreement_id", agreement_id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (list, i);

    if (akk_action_open (action))
      g_ptr_array_add (actions, g_steal_pointer (&action));
  }
  return actions;
}

static int
year_of (gint64 day)
{
  int year = 0;

  if (day != AKK_NO_DATE)
    akk_date_to_ymd (day, &year, NULL, NULL);
  return year;
}

static void
replace_year (GString *words, gint64 from, gint64 to)
{
  g_autofree char *old = g_strdup_printf ("%d", year_of (from));
  g_autofree char *new = g_strdup_printf ("%d", year_of (to));

  if (from != AKK_NO_DATE && to != AKK_NO_DATE)
    g_string_replace (words, old, new, 0);
}

/* What started at signing says its first year only here: "2020–2025". */
static char *
replace_years (const AkkSuccessor *self)
{
  g_autofree char *old =
      g_strdup_printf ("\\b\\d{4}([–-])%d\\b", year_of (self->agreement->ends_on));
  g_autofree char *new =
      g_strdup_printf ("%d\\g<1>%d", year_of (self->starts_on), year_of (self->ends_on));
  g_autoptr (GRegex) regex = g_regex_new (old, 0, 0, NULL);

  return g_regex_replace (regex, self->agreement->short_title, -1, 0, new, 0, NULL);
}

/* The last year first: the new first year may be the old last one. */
static char *
title_of_term (const AkkSuccessor *self)
{
  GString *words;

  if (self->agreement->starts_on == AKK_NO_DATE && self->agreement->ends_on != AKK_NO_DATE &&
      self->starts_on != AKK_NO_DATE && self->ends_on != AKK_NO_DATE)
    return replace_years (self);
  words = g_string_new (self->agreement->short_title);
  replace_year (words, self->agreement->ends_on, self->ends_on);
  replace_year (words, self->agreement->starts_on, self->starts_on);
  return g_string_free_and_steal (words);
}

static void
propose_term (AkkSuccessor *self)
{
  const AkkAgreement *agreement = self->agreement;
  gint64 start = AKK_NO_DATE, end = AKK_NO_DATE;

  if (self->kind == AKK_SUCCESSOR_FOLLOWS && !agreement->indefinite &&
      agreement->ends_on != AKK_NO_DATE) {
    int year, month, day;

    start = agreement->ends_on + 1;
    akk_date_to_ymd (start, &year, &month, &day);
    end = akk_date_from_ymd (year + YEARS, month, day > 28 ? 28 : day) - 1;
  }
  akk_successor_set_term (self, start, end);
}

/* --- Parties --- */

static void
copy_person (Writer *writer, const AkkRepresentative *original)
{
  gint64 holder = akk_office_holder_on (writer->store, original->office_id, writer->today);
  AkkRepresentative *copy;

  if (holder == 0)
    return;
  copy = akk_copies_add (writer->copies, original);
  akk_store_set_int (writer->store, copy, "office_id", holder);
  /* Who delegates decides so anew. */
  akk_store_set_text (writer->store, copy, "delegation_organ", "");
  akk_store_set_int (writer->store, copy, "delegated_on", AKK_NO_DATE);
}

static void
copy_parties (Writer *writer)
{
  g_autoptr (GPtrArray) parties = akk_parties_new (writer->store, writer->old);

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    akk_copies_add (writer->copies, entry->party);
    for (guint k = 0; k < entry->people->len; k++)
      copy_person (writer, ((AkkPartyPerson *) entry->people->pdata[k])->representative);
  }
}

/* --- Priorities --- */

/* The office of a contact or a lead, as it is held now. */
static void
renew_office (Writer *writer, gpointer copy, const char *field, gint64 office_id)
{
  if (office_id != 0)
    akk_store_set_int (writer->store, copy, field,
                       akk_office_holder_on (writer->store, office_id, writer->today));
}

static void
copy_contacts (Writer *writer, gint64 priority_id)
{
  g_autoptr (GListModel) contacts =
      akk_store_list (writer->store, &akk_contact_record, "priority_id", priority_id);

  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++) {
    g_autoptr (AkkContact) contact = g_list_model_get_item (contacts, i);

    renew_office (writer, akk_copies_add (writer->copies, contact), "office_id",
                  contact->office_id);
  }
}

static void
copy_priorities (Writer *writer)
{
  g_autoptr (GListModel) priorities =
      akk_store_list (writer->store, &akk_priority_record, "agreement_id", writer->old);

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++) {
    g_autoptr (AkkPriority) priority = g_list_model_get_item (priorities, i);

    renew_office (writer, akk_copies_add (writer->copies, priority), "lead_office_id",
                  priority->lead_office_id);
    copy_contacts (writer, priority->record.id);
  }
}

/* --- Bodies --- */

static void
copy_delegates (Writer *writer, gint64 seat_id)
{
  g_autoptr (GListModel) delegates =
      akk_store_list (writer->store, &akk_delegate_record, "seat_id", seat_id);

  for (guint i = 0; i < g_list_model_get_n_items (delegates); i++) {
    g_autoptr (AkkDelegate) delegate = g_list_model_get_item (delegates, i);

    if (delegate->ends_on == AKK_NO_DATE || delegate->ends_on >= writer->today)
      akk_copies_add (writer->copies, delegate);
  }
}

static void
copy_seats (Writer *writer, gint64 body_id)
{
  g_autoptr (GListModel) seats =
      akk_store_list (writer->store, &akk_seat_record, "body_id", body_id);

  for (guint i = 0; i < g_list_model_get_n_items (seats); i++) {
    g_autoptr (AkkSeat) seat = g_list_model_get_item (seats, i);

    akk_copies_add (writer->copies, seat);
    copy_delegates (writer, seat->record.id);
  }
}

static void
copy_bodies (Writer *writer)
{
  g_autoptr (GListModel) bodies =
      akk_store_list (writer->store, &akk_body_record, "agreement_id", writer->old);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (bodies, i);

    akk_copies_add (writer->copies, body);
    copy_seats (writer, body->record.id);
    akk_copies_add_all (writer->copies, &akk_standing_item_record, "body_id", body->record.id);
  }
}

/* --- Text --- */

static void
copy_sections (Writer *writer)
{
  akk_copies_add_all (writer->copies, &akk_section_record, "agreement_id", writer->old);
}

/* After the copies are connected: only this leads to the old ones. */
static void
mark_sections (Writer *writer)
{
  g_autoptr (GListModel) sections =
      akk_store_list (writer->store, &akk_section_record, "agreement_id", writer->old);
  gboolean follows = writer->self->kind == AKK_SUCCESSOR_FOLLOWS;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) original = g_list_model_get_item (sections, i);
    gint64 id = akk_copies_id (writer->copies, original->record.id);
    g_autoptr (AkkSection) copy = akk_store_get (writer->store, &akk_section_record, id);
    gboolean says = *original->body != '\0' || original->content != AKK_CONTENT_TEXT;

    akk_store_set_int (writer->store, copy, "origin_id", follows ? original->record.id : 0);
    akk_store_set_int (writer->store, copy, "review",
                       follows && says ? AKK_REVIEW_OPEN : AKK_REVIEW_NONE);
    akk_store_set_int (writer->store, copy, "year", 0);
  }
}

/* --- Actions --- */

static AkkPlan *
add_plan (Writer *writer, gint64 agreement_id)
{
  gint64 start = writer->self->starts_on;
  gint64 year = year_of (start != AKK_NO_DATE ? start : writer->today);
  AkkPlan *plan = akk_record_new (&akk_plan_record);

  g_object_set (plan, "agreement-id", agreement_id, "first-year", year, "last-year", year, NULL);
  akk_store_add (writer->store, plan);
  return plan;
}

static void
forget_past_day (Writer *writer, AkkAction *copy, const char *field, gint64 day, gint64 first)
{
  if (day != AKK_NO_DATE && day < first)
    akk_store_set_int (writer->store, copy, field, AKK_NO_DATE);
}

static void
copy_action (Writer *writer, AkkAction *action, gint64 agreement_id, const AkkPlan *plan)
{
  AkkStore *store = writer->store;
  AkkAction *copy = akk_copies_add (writer->copies, action);
  g_autofree char *number = akk_action_next_number (store);
  g_autofree char *position = akk_action_next_position (store, agreement_id);
  gint64 first = akk_date_from_ymd ((int) plan->first_year, 1, 1);

  akk_store_set_int (store, copy, "plan_id", plan->record.id);
  akk_store_set_text (store, copy, "number", number);
  akk_store_set_text (store, copy, "position", position);
  akk_store_set_text (store, copy, "reason", "");
  akk_store_set_int (store, copy, "item_id", 0);
  akk_store_set_int (store, copy, "reported_on", writer->today);
  if (action->status == AKK_ACTION_ADJUSTED)
    akk_store_set_int (store, copy, "status", AKK_ACTION_BUSY);
  renew_office (writer, copy, "lead_office_id", action->lead_office_id);
  renew_office (writer, copy, "contact_id", action->contact_id);
  forget_past_day (writer, copy, "deadline", action->deadline, first);
  forget_past_day (writer, copy, "follow_up", action->follow_up, first);
  akk_copies_add_all (writer->copies, &akk_contribution_record, "action_id", action->record.id);
  akk_copies_add_all (writer->copies, &akk_fulfilment_record, "action_id", action->record.id);
}

static void
copy_actions (Writer *writer, gint64 agreement_id)
{
  AkkSuccessor *self = writer->self;
  g_autoptr (AkkPlan) plan = NULL;

  if (g_hash_table_size (self->chosen) == 0)
    return;
  plan = add_plan (writer, agreement_id);
  for (guint i = 0; i < self->actions->len; i++)
    if (g_hash_table_contains (self->chosen, self->actions->pdata[i]))
      copy_action (writer, self->actions->pdata[i], agreement_id, plan);
}

static void
mark_actions (Writer *writer)
{
  AkkSuccessor *self = writer->self;

  for (guint i = 0; i < self->actions->len; i++) {
    AkkAction *action = self->actions->pdata[i];
    gint64 id = akk_copies_id (writer->copies, action->record.id);

    if (id != 0)
      akk_store_set_int (writer->store, action, "successor_id", id);
  }
}

/* --- The agreement --- */

static void
set_head (Writer *writer, AkkAgreement *agreement)
{
  AkkSuccessor *self = writer->self;
  AkkStore *store = writer->store;
  gboolean follows = self->kind == AKK_SUCCESSOR_FOLLOWS;

  akk_store_set_text (store, agreement, "title", self->title);
  akk_store_set_text (store, agreement, "short_title", self->short_title);
  akk_store_set_int (store, agreement, "stage", AKK_STAGE_CONCEPT);
  akk_store_set_int (store, agreement, "starts_on", self->starts_on);
  akk_store_set_int (store, agreement, "ends_on", self->ends_on);
  if (self->starts_on != AKK_NO_DATE)
    akk_store_set_int (store, agreement, "starts_at_signing", FALSE);
  if (self->ends_on != AKK_NO_DATE)
    akk_store_set_int (store, agreement, "indefinite", FALSE);
  akk_store_set_text (store, agreement, "code_address", "");
  akk_store_set_text (store, agreement, "code_label", "");
  akk_store_set_int (store, agreement, "predecessor_id", follows ? writer->old : 0);
}

/* --- Public --- */

AkkSuccessor *
akk_successor_new (AkkStore *store, AkkAgreement *agreement, AkkSuccessorKind kind)
{
  AkkSuccessor *self = g_new0 (AkkSuccessor, 1);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->kind = kind;
  self->title = g_strdup (agreement->title);
  self->actions = unfinished (store, agreement->record.id);
  self->chosen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; kind == AKK_SUCCESSOR_FOLLOWS && i < self->actions->len; i++)
    g_hash_table_add (self->chosen, self->actions->pdata[i]);
  propose_term (self);
  return self;
}

void
akk_successor_free (AkkSuccessor *self)
{
  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->actions);
  g_free (self->title);
  g_free (self->short_title);
  g_object_unref (self->agreement);
  g_object_unref (self->store);
  g_free (self);
}

void
akk_successor_set_term (AkkSuccessor *self, gint64 starts_on, gint64 ends_on)
{
  self->starts_on = starts_on;
  self->ends_on = ends_on;
  g_free (self->short_title);
  self->short_title = title_of_term (self);
}

void
akk_successor_choose (AkkSuccessor *self, AkkAction *action, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, action);
  else
    g_hash_table_remove (self->chosen, action);
}

GStrv
akk_successor_vacancies (const AkkSuccessor *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GPtrArray) parties = akk_parties_new (self->store, self->agreement->record.id);
  gint64 today = akk_store_today (self->store);

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];

    for (guint k = 0; k < entry->people->len; k++) {
      const AkkPartyPerson *person = entry->people->pdata[k];

      if (akk_office_holder_on (self->store, person->representative->office_id, today) == 0)
        g_strv_builder_take (lines, g_strdup_printf ("%s: %s",
                                                     akk_organisation_short (entry->organisation),
                                                     akk_party_person_function (person)));
    }
  }
  return g_strv_builder_end (lines);
}

AkkAgreement *
akk_successor_write (AkkSuccessor *self)
{
  g_autoptr (AkkCopies) copies = akk_copies_new (self->store);
  Writer writer = { self, self->store, copies, self->agreement->record.id,
                    akk_store_today (self->store) };
  AkkAgreement *agreement = akk_copies_add (copies, self->agreement);

  copy_sections (&writer);
  copy_parties (&writer);
  copy_priorities (&writer);
  copy_bodies (&writer);
  akk_copies_add_all (copies, &akk_definition_record, "agreement_id", writer.old);
  akk_copies_add_all (copies, &akk_principle_record, "agreement_id", writer.old);
  copy_actions (&writer, agreement->record.id);
  akk_copies_connect (copies);
  mark_sections (&writer);
  if (self->kind == AKK_SUCCESSOR_FOLLOWS)
    mark_actions (&writer);
  set_head (&writer, agreement);
  return g_object_ref (agreement);
}

guint
akk_review_count_open (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    n += section->review == AKK_REVIEW_OPEN;
  }
  return n;
}
