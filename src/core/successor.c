/* The successor of an agreement, or a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/successor-private.h"

#include "core/body.h"
#include "core/contact.h"
#include "core/dates.h"
#include "core/definition.h"
#include "core/delegate.h"
#include "core/dossier.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/principle.h"
#include "core/priority.h"
#include "core/seat.h"
#include "core/section.h"
#include "core/standing-item.h"

#define YEARS 6 /* how long councils sit */

/* --- Proposing --- */

int
akk_successor_year (gint64 day)
{
  int year = 0;

  if (day != AKK_NO_DATE)
    akk_date_to_ymd (day, &year, NULL, NULL);
  return year;
}

static void
replace_year (GString *words, gint64 from, gint64 to)
{
  g_autofree char *old = g_strdup_printf ("%d", akk_successor_year (from));
  g_autofree char *new = g_strdup_printf ("%d", akk_successor_year (to));

  if (from != AKK_NO_DATE && to != AKK_NO_DATE)
    g_string_replace (words, old, new, 0);
}

/* What started at signing says its first year only here: "2020–2025". */
static char *
replace_years (const AkkSuccessor *self)
{
  g_autofree char *old =
      g_strdup_printf ("\\b\\d{4}([–-])%d\\b", akk_successor_year (self->agreement->ends_on));
  g_autofree char *new = g_strdup_printf ("%d\\g<1>%d", akk_successor_year (self->starts_on),
                                          akk_successor_year (self->ends_on));
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

/* --- Copying --- */

void
akk_succession_each (
    AkkSuccession *self, const AkkRecordType *type, const char *ref, gint64 id, AkkCopyRecord copy)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, type, ref, id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (GObject) record = g_list_model_get_item (list, i);

    copy (self, record);
  }
}

void
akk_succession_renew (AkkSuccession *self, gpointer copy, const char *field, gint64 office_id)
{
  if (office_id != 0)
    akk_store_set_int (self->store, copy, field,
                       akk_office_holder_on (self->store, office_id, self->today));
}

/* --- Parties --- */

static void
copy_person (AkkSuccession *writer, const AkkRepresentative *original)
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
copy_parties (AkkSuccession *writer)
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

static void
copy_contact (AkkSuccession *writer, gpointer record)
{
  const AkkContact *contact = record;

  akk_succession_renew (writer, akk_copies_add (writer->copies, contact), "office_id",
                        contact->office_id);
}

static void
copy_priority (AkkSuccession *writer, gpointer record)
{
  const AkkPriority *priority = record;

  akk_succession_renew (writer, akk_copies_add (writer->copies, priority), "lead_office_id",
                        priority->lead_office_id);
  akk_succession_each (writer, &akk_contact_record, "priority_id", priority->record.id,
                       copy_contact);
}

/* --- Bodies --- */

static void
copy_delegate (AkkSuccession *writer, gpointer record)
{
  const AkkDelegate *delegate = record;

  if (delegate->ends_on == AKK_NO_DATE || delegate->ends_on >= writer->today)
    akk_copies_add (writer->copies, delegate);
}

static void
copy_seat (AkkSuccession *writer, gpointer record)
{
  const AkkSeat *seat = record;

  akk_copies_add (writer->copies, seat);
  akk_succession_each (writer, &akk_delegate_record, "seat_id", seat->record.id, copy_delegate);
}

static void
copy_body (AkkSuccession *writer, gpointer record)
{
  const AkkBody *body = record;

  akk_copies_add (writer->copies, body);
  akk_succession_each (writer, &akk_seat_record, "body_id", body->record.id, copy_seat);
  akk_copies_add_all (writer->copies, &akk_standing_item_record, "body_id", body->record.id);
}

/* --- Text --- */

/* After the copies are connected: only this leads to the old ones. */
static void
mark_section (AkkSuccession *writer, gpointer record)
{
  const AkkSection *original = record;
  gboolean follows = writer->self->kind == AKK_SUCCESSOR_FOLLOWS;
  gint64 id = akk_copies_id (writer->copies, original->record.id);
  g_autoptr (AkkSection) copy = akk_store_get (writer->store, &akk_section_record, id);
  gboolean says = *original->body != '\0' || original->content != AKK_CONTENT_TEXT;

  akk_store_set_int (writer->store, copy, "origin_id", follows ? original->record.id : 0);
  akk_store_set_int (writer->store, copy, "review",
                     follows && says ? AKK_REVIEW_OPEN : AKK_REVIEW_NONE);
  akk_store_set_int (writer->store, copy, "year", 0);
}

/* --- The agreement --- */

static void
set_head (AkkSuccession *writer, AkkAgreement *agreement)
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
  self->chosen = g_hash_table_new (NULL, NULL);
  akk_successor_offer (self);
  propose_term (self);
  return self;
}

void
akk_successor_free (AkkSuccessor *self)
{
  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->indicators);
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
  AkkSuccession writer = { self, self->store, copies, self->agreement->record.id,
                           akk_store_today (self->store) };
  AkkAgreement *agreement = akk_copies_add (copies, self->agreement);

  akk_copies_add_all (copies, &akk_section_record, "agreement_id", writer.old);
  copy_parties (&writer);
  akk_succession_each (&writer, &akk_priority_record, "agreement_id", writer.old, copy_priority);
  akk_succession_each (&writer, &akk_body_record, "agreement_id", writer.old, copy_body);
  akk_copies_add_all (copies, &akk_definition_record, "agreement_id", writer.old);
  akk_copies_add_all (copies, &akk_principle_record, "agreement_id", writer.old);
  akk_succession_copy_actions (&writer, agreement->record.id);
  akk_succession_copy_indicators (&writer);
  akk_copies_connect (copies);
  akk_succession_each (&writer, &akk_section_record, "agreement_id", writer.old, mark_section);
  if (self->kind == AKK_SUCCESSOR_FOLLOWS)
    akk_succession_mark_actions (&writer);
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
