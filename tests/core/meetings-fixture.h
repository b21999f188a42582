/* A dossier with an agreement, two parties and a steering group, for tests of meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/attendance.h"
#include "core/body.h"
#include "core/dates.h"
#include "core/decision.h"
#include "core/delegate.h"
#include "core/meeting.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/seat.h"
#include "core/signal.h"
#include "core/standing-item.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  AkkStore *store;
  gint64 agreement, body;
  gint64 party[2], seat[2]; /* Laarne and Zele */
  gint64 person; /* the delegate of Laarne */
} Council;

/* Adds a record; pairs of property and value (text, or gint64), ended by NULL. */
static inline gint64
council_add (Council *council, const AkkRecordType *type, const char *first, ...)
{
  g_autoptr (AkkRecord) record = akk_record_new (type);
  g_autoptr (GError) error = NULL;
  va_list values;

  va_start (values, first);
  g_object_set_valist (G_OBJECT (record), first, values);
  va_end (values);
  akk_store_begin (council->store, "Add");
  akk_store_add (council->store, record);
  g_assert_true (akk_store_commit (council->store, &error));
  g_assert_no_error (error);
  return record->id;
}

static inline gint64
council_meeting (Council *council, const char *date, AkkMeetingState state)
{
  return council_add (council, &akk_meeting_record, "body-id", council->body, "date",
                      akk_date_parse (date), "starts-at", (gint64) (9 * 60 + 30), "state",
                      (gint64) state, NULL);
}

static inline gint64
council_item (Council *council, gint64 meeting, const char *title, gint64 minutes)
{
  return council_add (council, &akk_agenda_item_record, "meeting-id", meeting, "title", title,
                      "duration-min", minutes, NULL);
}

static inline void
council_set_up (Council *council, gconstpointer data)
{
  static const char *const names[] = { "Laarne", "Zele" };

  fixture_set_up (&council->base, data);
  council->store = council->base.store;
  council->agreement = council_add (council, &akk_agreement_record, "title", "Overeenkomst", NULL);
  council->body = council_add (council, &akk_body_record, "agreement-id", council->agreement,
                               "name", "Stuurgroep", NULL);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *position = g_strdup_printf ("V0000%u", i);
    gint64 organisation = council_add (council, &akk_organisation_record, "name", names[i],
                                       "position", position, NULL);
    council->party[i] = council_add (council, &akk_party_record, "agreement-id", council->agreement,
                                     "organisation-id", organisation, "position", position, NULL);
    council->seat[i] = council_add (council, &akk_seat_record, "body-id", council->body, "party-id",
                                    council->party[i], "position", position, NULL);
  }
  council->person = council_add (council, &akk_person_record, "name", "An Peeters", NULL);
  council_add (council, &akk_delegate_record, "seat-id", council->seat[0], "person-id",
               council->person, "starts-on", akk_date_parse ("2025-01-01"), "ends-on",
               akk_date_parse ("2025-12-31"), NULL);
}

static inline void
council_tear_down (Council *council, gconstpointer data)
{
  council->store = NULL;
  fixture_tear_down (&council->base, data);
}
