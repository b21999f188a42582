/* Dates for 8 bodies over 6 years: read from the dossier, and proposed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "core/agreement.h"
#include "core/dates.h"
#include "core/meeting.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/proposal.h"
#include "core/seat.h"
#include "core/unavailable.h"
#include "material.h"

#define N_BODIES 8
#define N_PARTIES 10
#define N_MEETINGS 12 /* of each body */
#define N_RUNS 30

static gint64
add (AkkStore *store, gpointer data)
{
  g_autoptr (AkkRecord) record = data;

  akk_store_add (store, record);
  return record->id;
}

static gint64
add_party (AkkStore *store, gint64 agreement, guint index)
{
  AkkOrganisation *organisation = akk_record_new (&akk_organisation_record);
  AkkParty *party = akk_record_new (&akk_party_record);
  AkkUnavailable *council = akk_record_new (&akk_unavailable_record);
  AkkUnavailable *days = akk_record_new (&akk_unavailable_record);

  g_object_set (organisation, "name", "Gemeente", NULL);
  party->agreement_id = agreement;
  party->organisation_id = council->organisation_id = days->organisation_id =
      add (store, organisation);
  council->kind = AKK_UNAVAILABLE_COUNCIL;
  council->weekday = 1 + index % 4;
  council->week = 1 + index % 5;
  council->starts_at = 20 * 60;
  days->starts_on = akk_date_from_ymd (2026, 1, 1) + index * 11;
  days->ends_on = days->starts_on + 4;
  add (store, council);
  add (store, days);
  return add (store, party);
}

static void
add_body (AkkStore *store, gint64 agreement, const gint64 *parties, guint index)
{
  AkkBody *body = akk_record_new (&akk_body_record);
  gint64 id;

  g_object_set (body, "name", "Werkgroep", NULL);
  body->agreement_id = agreement;
  body->kind = index % 4;
  body->times = 1 + index % 4;
  body->basis = index % 3;
  body->evaluates = index == 0;
  body->weekday = 1 + index % 5;
  body->starts_at = 9 * 60 + 30;
  id = add (store, body);
  for (guint i = 0; i < N_PARTIES; i++) {
    AkkSeat *seat = akk_record_new (&akk_seat_record);

    seat->body_id = id;
    seat->party_id = parties[i];
    add (store, seat);
  }
  for (guint i = 0; i < N_MEETINGS; i++) {
    AkkMeeting *meeting = akk_record_new (&akk_meeting_record);

    meeting->body_id = id;
    meeting->date = akk_date_from_ymd (2022, 1, 10) + i * 110 + index;
    meeting->state = AKK_MEETING_HELD;
    add (store, meeting);
  }
}

static AkkAgreement *
make (AkkStore *store)
{
  AkkAgreement *agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;
  gint64 parties[N_PARTIES];

  akk_store_begin (store, "Make");
  g_object_set (agreement, "title", "Overeenkomst", NULL);
  agreement->stage = AKK_STAGE_RUNNING;
  agreement->starts_on = akk_date_from_ymd (2021, 10, 1);
  agreement->ends_on = akk_date_from_ymd (2031, 12, 31);
  akk_store_add (store, agreement);
  for (guint i = 0; i < N_PARTIES; i++)
    parties[i] = add_party (store, agreement->record.id, i);
  for (guint i = 0; i < N_BODIES; i++)
    add_body (store, agreement->record.id, parties, i);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
  return agreement;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_store_open (path, 0, &error);
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 today = akk_date_from_ymd (2025, 11, 17);
  double read[N_RUNS], proposed[N_RUNS], whole[N_RUNS];
  guint n = 0;

  g_assert_no_error (error);
  agreement = make (store);
  list = akk_store_list (store, &akk_body_record, "agreement_id", agreement->record.id);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (bodies, g_list_model_get_item (list, i));
  for (guint i = 0; i < N_RUNS; i++) {
    gint64 start = g_get_monotonic_time ();
    g_autoptr (AkkPlanner) planner =
        akk_planner_new (store, bodies, today, akk_date_from_ymd (2031, 11, 16), today);
    gint64 middle = g_get_monotonic_time ();
    g_autoptr (AkkProposal) proposal = akk_planner_propose (planner, 0);

    proposed[i] = (double) (g_get_monotonic_time () - middle) / 1e3;
    read[i] = (double) (middle - start) / 1e3;
    whole[i] = read[i] + proposed[i];
    n = proposal->meetings->len;
  }
  report ("dates for 8 bodies over 6 years", n, "", "");
  report ("read and proposed, median", quantile (whole, N_RUNS, 0.5), "ms", "must be at most 50");
  report ("read and proposed, p95", quantile (whole, N_RUNS, 0.95), "ms", "");
  report ("read from the dossier, median", quantile (read, N_RUNS, 0.5), "ms", "");
  report ("proposed, median", quantile (proposed, N_RUNS, 0.5), "ms", "");
  g_clear_object (&list);
  g_ptr_array_set_size (bodies, 0);
  g_clear_object (&agreement);
  g_clear_object (&store);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
