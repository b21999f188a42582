/* A meeting with three items and two seats, shown on its page, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meeting-fixture.h"

#include "core/dates.h"
#include "core/delegate.h"

static AkkSeat *
add_seat (MeetingFixture *f, guint party, const char *position)
{
  g_autoptr (GListModel) parties = akk_store_list (f->base.store, &akk_party_record, NULL, 0);
  g_autoptr (AkkParty) of = g_list_model_get_item (parties, party);
  AkkSeat *seat = akk_record_new (&akk_seat_record);

  g_object_set (seat, "body-id", f->body->record.id, "party-id", of->record.id, "function",
                "schepen", "position", position, NULL);
  meeting_add (f, seat);
  return seat;
}

static void
add_items (MeetingFixture *f)
{
  static const char *const titles[] = { "Stand van het actieplan", "Taalbeleid", "Rondvraag" };
  static const char *const positions[] = { "a0", "a1", "a2" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    f->items[i] = akk_record_new (&akk_agenda_item_record);
    g_object_set (f->items[i], "meeting-id", f->meeting->record.id, "title", titles[i], "position",
                  positions[i], "duration-min", (gint64) 30, NULL);
    meeting_add (f, f->items[i]);
  }
}

void
meeting_add (MeetingFixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin_founding (f->base.store, "Fill");
  akk_store_add (f->base.store, record);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
}

void
meeting_set_up (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkDelegate) delegate = akk_record_new (&akk_delegate_record);

  g_setenv ("AKKOORD_TODAY", "2025-11-17", TRUE);
  register_set_up (&f->base, data);
  f->body = akk_record_new (&akk_body_record);
  g_object_set (f->body, "agreement-id", f->base.agreement->record.id, "name", "Stuurgroep", NULL);
  meeting_add (f, f->body);
  f->meeting = akk_record_new (&akk_meeting_record);
  g_object_set (f->meeting, "body-id", f->body->record.id, "date", akk_date_parse ("2025-11-20"),
                "starts-at", (gint64) 570, NULL);
  meeting_add (f, f->meeting);
  add_items (f);
  f->seats[0] = add_seat (f, 0, "a0");
  f->seats[1] = add_seat (f, 1, "a1");
  f->ann = akk_record_new (&akk_person_record);
  g_object_set (f->ann, "name", "Ann Verhoeven", NULL);
  meeting_add (f, f->ann);
  g_object_set (delegate, "seat-id", f->seats[0]->record.id, "person-id", f->ann->record.id, NULL);
  meeting_add (f, delegate);
}

void
meeting_show (MeetingFixture *f)
{
  AdwNavigationPage *first = adw_navigation_page_new (adw_bin_new (), "Overleg");

  f->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (f->view, FALSE);
  adw_navigation_view_push (f->view, first);
  f->page = GTK_WIDGET (akk_meeting_page_new (f->base.store, f->meeting));
  adw_navigation_view_push (f->view, ADW_NAVIGATION_PAGE (f->page));
  register_show (&f->base, GTK_WIDGET (f->view));
  register_settle ();
}

void
meeting_reach (void)
{
  g_setenv ("AKKOORD_TODAY", "2025-11-20", TRUE);
}

void
meeting_undo (MeetingFixture *f)
{
  g_autoptr (GError) error = NULL;

  akk_store_undo (f->base.store, &error);
  g_assert_no_error (error);
  register_settle ();
}

void
meeting_tear_down (MeetingFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (f->items); i++)
    g_clear_object (&f->items[i]);
  for (guint i = 0; i < G_N_ELEMENTS (f->seats); i++)
    g_clear_object (&f->seats[i]);
  g_clear_object (&f->ann);
  g_clear_object (&f->meeting);
  g_clear_object (&f->body);
  register_tear_down (&f->base, data);
}
