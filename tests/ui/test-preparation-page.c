/* The page that prepares a meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/dates.h"
#include "core/delegate.h"
#include "core/dossier.h"
#include "core/person.h"
#include "core/preparation.h"
#include "meeting-fixture.h"
#include "ui/preparation-page.h"

static void
show (MeetingFixture *f)
{
  AdwNavigationPage *first = adw_navigation_page_new (adw_bin_new (), "Overleg");

  f->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (f->view, FALSE);
  adw_navigation_view_push (f->view, first);
  f->page = GTK_WIDGET (akk_preparation_page_new (f->base.store, f->meeting));
  adw_navigation_view_push (f->view, ADW_NAVIGATION_PAGE (f->page));
  register_show (&f->base, GTK_WIDGET (f->view));
  register_settle ();
}

static void
add_late_action (MeetingFixture *f, const char *title)
{
  g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);

  g_object_set (action, "agreement-id", f->base.agreement->record.id, "title", title, "deadline",
                akk_date_parse ("2025-09-30"), NULL);
  meeting_add (f, action);
}

static void
set_meeting (MeetingFixture *f, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (f->base.store, "Set");
  akk_store_set_int (f->base.store, f->meeting, field, value);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
}

static void
test_says (MeetingFixture *f, gconstpointer data)
{
  show (f);
  register_row (&f->base, "Zele has delegated nobody yet");
  register_row (&f->base, "The invitation has not been sent");
  register_row (&f->base, "Make the meeting pack");
}

static void
test_follows (MeetingFixture *f, gconstpointer data)
{
  show (f);
  register_row (&f->base, "The invitation has not been sent");
  set_meeting (f, "state", AKK_MEETING_INVITED);
  register_row (&f->base, "The invitation has been sent");
}

/* What the check has ready goes on the agenda in one step. */
static void
test_takes (MeetingFixture *f, gconstpointer data)
{
  guint before = register_count (&f->base, &akk_agenda_item_record);

  for (guint i = 0; i < G_N_ELEMENTS (f->items); i++)
    g_assert_cmpint (f->items[i]->subject, !=, AKK_SUBJECT_PROGRESS);
  add_late_action (f, "Loket");
  add_late_action (f, "Opleiding");
  show (f);
  register_row (&f->base, "2 actions are past their deadline by then");
  register_click (&f->base, "Put on the Agenda");
  register_expect (&f->base, "The progress of the action plan is on the agenda");
  g_assert_cmpuint (register_count (&f->base, &akk_agenda_item_record), ==, before + 1);
  meeting_undo (f);
  g_assert_cmpuint (register_count (&f->base, &akk_agenda_item_record), ==, before);
}

/* How many buttons do this; each tells it, with what it is done to. */
static guint
count_buttons (GtkWidget *widget, const char *does)
{
  guint n = 0;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), does) == 0) {
    g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    n++;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child, does);
  return n;
}

static void
test_names (MeetingFixture *f, gconstpointer data)
{
  add_late_action (f, "Loket");
  add_late_action (f, "Opleiding");
  show (f);
  g_assert_cmpuint (count_buttons (f->page, "Show the Action"), ==, 2);
}

static void
test_ready (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkDelegate) delegate = akk_record_new (&akk_delegate_record);

  g_object_set (delegate, "seat-id", f->seats[1]->record.id, "person-id", f->ann->record.id, NULL);
  meeting_add (f, delegate);
  set_meeting (f, "state", AKK_MEETING_INVITED);
  set_meeting (f, "duration_min", 1440);
  show (f);
  {
    g_autoptr (AkkPreparation) preparation =
        akk_preparation_new (f->base.store, f->meeting, akk_store_today (f->base.store));

    g_assert_cmpuint (preparation->n_done, ==, preparation->n);
  }
  register_expect (&f->base, "Everything Is Ready");
}

/* Undo may take the meeting away. */
static void
test_leaves (MeetingFixture *f, gconstpointer data)
{
  show (f);
  akk_store_begin (f->base.store, "Delete");
  akk_store_delete (f->base.store, f->meeting);
  g_assert_true (akk_store_commit (f->base.store, NULL));
  register_settle ();
  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (f->view)),
                   ==, "Overleg");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/preparation-page/" path, MeetingFixture, NULL, meeting_set_up, test,               \
              meeting_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("says-what-is-to-be-done", test_says);
  ADD ("follows-the-store", test_follows);
  ADD ("puts-what-is-missing-on-the-agenda", test_takes);
  ADD ("names-each-button-by-what-it-does", test_names);
  ADD ("says-when-all-is-ready", test_ready);
  ADD ("goes-with-its-meeting", test_leaves);
  return g_test_run ();
}
