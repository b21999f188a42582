/* The page of a meeting: its agenda, its seats, and what is born from its items.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meeting-fixture.h"

#include "core/attachment.h"
#include "core/dates.h"
#include "core/indicator.h"
#include "core/thread.h"
#include "ui/editor.h"
#include "ui/meeting-dialogs.h"
#include "ui/meeting-item.h"
#include "ui/reference-row.h"
#include "ui/meeting-page-private.h"

#define CASE(name, test)                                                                           \
  g_test_add (name, MeetingFixture, NULL, meeting_set_up, test, meeting_tear_down)

static AkkRecord *
only (MeetingFixture *f, const AkkRecordType *type)
{
  g_autoptr (GListModel) list = akk_store_list (f->base.store, type, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  return g_list_model_get_item (list, 0);
}

/* The newest text view that is shown: that of a dialog. */
static GtkWidget *
text_view_in (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && GTK_IS_TEXT_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *below = text_view_in (child);

    found = below != NULL ? below : found;
  }
  return found;
}

static void
write_lines (MeetingFixture *f, const char *text)
{
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view_in (f->base.window))), text, -1);
}

static void
add_from_key (MeetingFixture *f, const char *action)
{
  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, action, NULL));
  register_button (&f->base, "_Apply");
}

static void
test_over_run (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  meeting_show (f);
  akk_store_begin (f->base.store, "Longer");
  akk_store_set_int (f->base.store, f->items[0], "duration_min", 75);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  register_expect (&f->base, "135 minutes: 15 minutes more than the meeting has");
}

static void
test_new_item (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (GListModel) items =
      akk_store_list (f->base.store, &akk_agenda_item_record, "meeting_id", f->meeting->record.id);
  g_autoptr (AkkAgendaItem) last = NULL;

  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.add-item", NULL));
  register_write (&f->base, "Title", "Volgende datum");
  register_apply (&f->base);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 4);
  last = g_list_model_get_item (items, 3);
  g_assert_cmpstr (last->title, ==, "Volgende datum");
}

static void
test_born_decision (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkDecision) decision = NULL;

  add_from_key (f, "meeting.add-decision");
  write_lines (f, "Elk bestuur duidt een aanspreekpunt taal aan.");
  register_apply (&f->base);
  decision = (AkkDecision *) only (f, &akk_decision_record);
  g_assert_cmpint (decision->item_id, ==, f->items[0]->record.id);
  g_assert_cmpint (decision->state, ==, AKK_DECISION_DRAFT);
  g_assert_cmpstr (decision->number, ==, "");
  register_expect (&f->base, "Draft at item 1");
  register_settle ();
  g_assert_true (AKK_IS_EDITOR (gtk_root_get_focus (GTK_ROOT (f->base.window)))); /* the minutes */
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.invite", NULL));
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (decision->state, ==, AKK_DECISION_TAKEN);
  g_assert_cmpstr (decision->number, ==, "2025-01");
}

/* What was put off stands under its item, or by itself, and can go. */
static void
test_parked (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkParked) parked = akk_record_new (&akk_parked_record);
  g_autoptr (AkkParked) loose = akk_record_new (&akk_parked_record);

  g_object_set (parked, "meeting-id", f->meeting->record.id, "item-id", f->items[1]->record.id,
                "text", "Vervoer naar het werk", NULL);
  meeting_add (f, parked);
  g_object_set (loose, "meeting-id", f->meeting->record.id, "text", "Een tweede loket", NULL);
  meeting_add (f, loose);
  meeting_show (f);
  register_row (&f->base, "Een tweede loket");
  akk_meeting_page_show_item (AKK_MEETING_PAGE (f->page), f->items[1]->record.id);
  register_row (&f->base, "Vervoer naar het werk");
  register_click (&f->base, "Delete “Vervoer naar het werk”");
  g_assert_cmpuint (register_count (&f->base, &akk_parked_record), ==, 1);
  meeting_undo (f);
  g_assert_cmpuint (register_count (&f->base, &akk_parked_record), ==, 2);
  register_row (&f->base, "Vervoer naar het werk");
  register_click (&f->base, "Delete “Een tweede loket”");
  g_assert_cmpuint (register_count (&f->base, &akk_parked_record), ==, 1);
}

/* For the room: a chart and a clause; a note that it does not see. */
static void
test_item_dialog (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkIndicator) indicator = akk_record_new (&akk_indicator_record);

  g_object_set (indicator, "agreement-id", f->base.agreement->record.id, "name", "Gesprekken",
                NULL);
  meeting_add (f, indicator);
  meeting_show (f);
  adw_dialog_present (
      ADW_DIALOG (akk_agenda_item_dialog_new (f->base.store, f->meeting, f->items[1])), f->page);
  akk_reference_row_choose (AKK_REFERENCE_ROW (register_row (&f->base, "Indicator")),
                            indicator->record.id);
  write_lines (f, "Vraag eerst naar Zele.");
  register_apply (&f->base);
  g_assert_cmpint (f->items[1]->indicator_id, ==, indicator->record.id);
  g_assert_cmpstr (f->items[1]->note, ==, "Vraag eerst naar Zele.");
}

static void
choose_subject (MeetingFixture *f, AkkThread *thread)
{
  akk_reference_row_choose (AKK_REFERENCE_ROW (register_row (&f->base, "Subject followed")),
                            thread->record.id);
}

/* Where it is written, also once it stands in the minutes; all as one step. */
static void
test_subject (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkThread) thread = akk_record_new (&akk_thread_record);
  g_autoptr (AkkDecision) decision = NULL;

  g_object_set (thread, "agreement-id", f->base.agreement->record.id, "title", "Taalbeleid", NULL);
  meeting_add (f, thread);
  add_from_key (f, "meeting.add-decision");
  write_lines (f, "Elk bestuur duidt een aanspreekpunt taal aan.");
  choose_subject (f, thread);
  register_apply (&f->base);
  decision = (AkkDecision *) only (f, &akk_decision_record);
  g_assert_cmpint (f->items[0]->thread_id, ==, thread->record.id);
  meeting_undo (f);
  g_assert_cmpint (f->items[0]->thread_id, ==, 0);
  g_assert_cmpuint (register_count (&f->base, &akk_decision_record), ==, 0);

  g_clear_object (&decision);
  add_from_key (f, "meeting.add-decision");
  write_lines (f, "Zo wordt het.");
  register_apply (&f->base);
  decision = (AkkDecision *) only (f, &akk_decision_record);
  g_assert_cmpint (f->items[0]->thread_id, ==, 0);
  akk_meeting_edit_born (f->page, f->base.store, f->meeting, AKK_RECORD (decision));
  choose_subject (f, thread);
  register_apply (&f->base);
  g_assert_cmpint (f->items[0]->thread_id, ==, thread->record.id);
}

static void
test_born_action (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkAction) action = NULL;

  add_from_key (f, "meeting.add-action");
  register_write (&f->base, "Title", "Oproep verspreiden");
  register_write (&f->base, "Deadline", "31-1-2026");
  register_apply (&f->base);
  action = (AkkAction *) only (f, &akk_action_record);
  g_assert_cmpstr (action->number, ==, "A1");
  g_assert_cmpint (action->item_id, ==, f->items[0]->record.id);
  g_assert_cmpint (action->deadline, ==, akk_date_parse ("2026-01-31"));
  meeting_undo (f);
  g_assert_cmpuint (register_count (&f->base, &akk_action_record), ==, 0);
}

static void
test_born_signal (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkSignal) signal = NULL;

  add_from_key (f, "meeting.add-signal");
  register_write (&f->base, "Title", "Wachttijd kinderopvang");
  register_write (&f->base, "Target group", "jonge ouders");
  write_lines (f, "Acht maanden wachten.");
  register_apply (&f->base);
  signal = (AkkSignal *) only (f, &akk_signal_record);
  g_assert_cmpint (signal->item_id, ==, f->items[0]->record.id);
  g_assert_cmpint (signal->body_id, ==, f->body->record.id);
  g_assert_cmpint (signal->raised_on, ==, f->meeting->date);
  g_assert_cmpstr (signal->target_group, ==, "jonge ouders");
  g_assert_cmpstr (g_strchomp (signal->text), ==, "Acht maanden wachten.");
}

static void
test_seats (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *row;
  g_autoptr (AkkAttendance) attendance = NULL;

  meeting_show (f);
  register_expect (&f->base, "0 of 2 seats confirmed");
  row = register_row (&f->base, "Berlare");
  g_assert_true (gtk_widget_activate_action (row, "seats.state", "(xxx)", f->seats[0]->record.id,
                                             (gint64) 0, (gint64) AKK_ATTENDANCE_COMING));
  attendance = (AkkAttendance *) only (f, &akk_attendance_record);
  g_assert_cmpint (attendance->seat_id, ==, f->seats[0]->record.id);
  g_assert_cmpint (attendance->state, ==, AKK_ATTENDANCE_COMING);
  register_expect (&f->base, "1 of 2 seats confirmed. Zele is not represented.");
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.invite", NULL));
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (attendance->state, ==, AKK_ATTENDANCE_PRESENT);
  register_expect (&f->base, "1 of 2 seats present");
  meeting_undo (f);
  meeting_undo (f);
  meeting_undo (f);
  register_expect (&f->base, "0 of 2 seats confirmed");
}

/* Who was not there is noted, all others in one go; an empty seat has nobody to be present. */
static void
test_others (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkAttendance) attendance = NULL;
  GtkWidget *button;

  meeting_show (f);
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.invite", NULL));
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  button = register_button (&f->base, "The Others Were Present");
  g_signal_emit_by_name (button, "clicked");
  attendance = (AkkAttendance *) only (f, &akk_attendance_record);
  g_assert_cmpint (attendance->seat_id, ==, f->seats[0]->record.id);
  g_assert_cmpint (attendance->state, ==, AKK_ATTENDANCE_PRESENT);
  register_expect (&f->base, "1 of 2 seats present");
  g_assert_false (gtk_widget_get_mapped (button));
  meeting_undo (f);
  g_assert_cmpuint (register_count (&f->base, &akk_attendance_record), ==, 0);
}

/* Who has the seat is not offered as the one who replaces them, and nobody replaces no one. */
static void
test_replaced (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkAttendance) attendance = akk_record_new (&akk_attendance_record);
  g_autoptr (AkkPerson) stijn = akk_record_new (&akk_person_record);

  g_object_set (attendance, "meeting-id", f->meeting->record.id, "seat-id", f->seats[0]->record.id,
                "person-id", f->ann->record.id, "state", (gint64) AKK_ATTENDANCE_COMING, NULL);
  meeting_add (f, attendance);
  g_object_set (stijn, "name", "Stijn Martens", NULL);
  meeting_add (f, stijn);
  meeting_show (f);
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (attendance->state, ==, AKK_ATTENDANCE_PRESENT);
  g_assert_true (gtk_widget_activate_action (register_row (&f->base, "Berlare"), "seats.person",
                                             "(xx)", f->seats[0]->record.id,
                                             attendance->record.id));
  register_expect (&f->base, "Berlare, Ann Verhoeven");
  register_click (&f->base, "_Apply");
  register_expect (&f->base, "Choose the person who came instead, or another state.");
  g_assert_cmpint (attendance->state, ==, AKK_ATTENDANCE_PRESENT);
  register_click (&f->base, "_Close");
  akk_reference_row_choose (AKK_REFERENCE_ROW (register_row (&f->base, "Person")),
                            stijn->record.id);
  register_apply (&f->base);
  g_assert_cmpint (attendance->state, ==, AKK_ATTENDANCE_REPLACED);
  g_assert_cmpint (attendance->person_id, ==, stijn->record.id);
  g_assert_cmpstr (attendance->answered, !=, "");
}

static void
test_guest (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkAttendance) guest = NULL;

  meeting_show (f);
  g_assert_true (
      gtk_widget_activate_action (register_row (&f->base, "Zele"), "seats.add-guest", NULL));
  register_write (&f->base, "Guest", "Stijn Martens");
  register_apply (&f->base);
  guest = (AkkAttendance *) only (f, &akk_attendance_record);
  g_assert_cmpint (guest->seat_id, ==, 0);
  g_assert_cmpint (guest->state, ==, AKK_ATTENDANCE_COMING);
  register_row (&f->base, "Stijn Martens");
}

/* Minutes are often written after the meeting. */
static void
test_state (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (AkkMeeting) before = akk_record_new (&akk_meeting_record);
  g_autoptr (GError) error = NULL;

  g_object_set (before, "body-id", f->body->record.id, "date", akk_date_parse ("2024-11-14"),
                "state", (gint64) AKK_MEETING_HELD, NULL);
  meeting_add (f, before);
  akk_store_begin_founding (f->base.store, "Fill");
  akk_store_set_int (f->base.store, f->items[0], "approves_id", before->record.id);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  meeting_show (f);
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (f->items[0]->state, ==, AKK_ITEM_OPEN);
  g_assert_nonnull (akk_meeting_agenda_current_item (AKK_MEETING_PAGE (f->page)->agenda_view));
  register_click (&f->base, "_Approve");
  g_assert_cmpint (f->items[0]->state, ==, AKK_ITEM_DONE);
  g_assert_cmpint (before->state, ==, AKK_MEETING_APPROVED);
  g_assert_cmpint (f->items[1]->state, ==, AKK_ITEM_OPEN);
  meeting_undo (f);
  g_assert_cmpint (before->state, ==, AKK_MEETING_HELD);
}

static void
test_move (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *row;

  meeting_show (f);
  row = register_row (&f->base, "Taalbeleid");
  g_assert_true (gtk_widget_activate_action (row, "list.move-up", "x", f->items[1]->record.id));
  g_assert_cmpstr (f->items[1]->position, <, f->items[0]->position);
  g_assert_true (gtk_widget_activate_action (row, "list.delete", "x", f->items[1]->record.id));
  g_assert_cmpuint (register_count (&f->base, &akk_agenda_item_record), ==, 2);
  meeting_undo (f);
  g_assert_cmpuint (register_count (&f->base, &akk_agenda_item_record), ==, 3);
}

static GtkDropTarget *
drop_target_of (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller) &&
        gdk_content_formats_contain_gtype (
            gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), type))
      return GTK_DROP_TARGET (controller);
  }
  return NULL;
}

static void
drop_item (MeetingFixture *f, guint dragged, const char *onto, gboolean below)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *row = register_row (&f->base, onto);
  gboolean taken = FALSE;

  while (drop_target_of (row, G_TYPE_INT64) == NULL)
    row = gtk_widget_get_parent (row);
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, f->items[dragged]->record.id);
  g_signal_emit_by_name (drop_target_of (row, G_TYPE_INT64), "drop", &value, 1.0,
                         below ? gtk_widget_get_height (row) - 1.0 : 1.0, &taken);
  g_assert_true (taken);
  register_settle ();
}

static void
test_drag (MeetingFixture *f, gconstpointer data)
{
  meeting_show (f);
  drop_item (f, 2, "Stand van het actieplan", FALSE);
  g_assert_cmpstr (f->items[2]->position, <, f->items[0]->position);
  g_assert_cmpstr (f->items[0]->position, <, f->items[1]->position);
  drop_item (f, 2, "Stand van het actieplan", TRUE);
  g_assert_cmpstr (f->items[0]->position, <, f->items[2]->position);
  g_assert_cmpstr (f->items[2]->position, <, f->items[1]->position);
  meeting_undo (f);
  g_assert_cmpstr (f->items[2]->position, <, f->items[0]->position);
}

static void
test_drop (MeetingFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "nota.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (AkkAttachment) attachment = NULL;
  GtkWidget *row;
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (path, "Cijfers", -1, NULL));
  meeting_show (f);
  row = gtk_widget_get_ancestor (register_row (&f->base, "Taalbeleid"), ADW_TYPE_EXPANDER_ROW);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (drop_target_of (row, GDK_TYPE_FILE_LIST), "drop", &value, 1.0, 1.0,
                         &taken);
  g_assert_true (taken);
  while (register_count (&f->base, &akk_attachment_record) == 0)
    g_main_context_iteration (NULL, TRUE);
  attachment = (AkkAttachment *) only (f, &akk_attachment_record);
  g_assert_cmpstr (attachment->name, ==, "nota.txt");
  g_assert_cmpint (attachment->item_id, ==, f->items[1]->record.id);
}

/* Minutes that are written after the meeting settle their item. */
static void
test_minutes_later (MeetingFixture *f, gconstpointer data)
{
  GtkWidget *item;

  meeting_show (f);
  meeting_reach ();
  g_assert_true (gtk_widget_activate_action (f->page, "meeting.hold", NULL));
  g_assert_cmpint (f->items[0]->state, ==, AKK_ITEM_OPEN);
  item = akk_meeting_agenda_current_item (AKK_MEETING_PAGE (f->page)->agenda_view);
  g_assert_true (gtk_widget_activate_action (item, "item.add-decision", NULL));
  register_button (&f->base, "_Apply");
  write_lines (f, "Elk bestuur belt.");
  register_apply (&f->base);
  g_assert_cmpint (f->items[0]->state, ==, AKK_ITEM_DONE);
  g_assert_cmpint (f->items[1]->state, ==, AKK_ITEM_OPEN);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  CASE ("/meeting-page/says-by-how-much-the-agenda-is-too-long", test_over_run);
  CASE ("/meeting-page/a-new-item-comes-last", test_new_item);
  CASE ("/meeting-page/a-draft-decision-is-taken-and-numbered-at-the-meeting", test_born_decision);
  CASE ("/meeting-page/what-was-parked-stands-under-its-item", test_parked);
  CASE ("/meeting-page/an-item-names-what-the-room-sees-and-what-not", test_item_dialog);
  CASE ("/meeting-page/a-decision-names-its-subject-where-it-is-written", test_subject);
  CASE ("/meeting-page/an-action-gets-its-number", test_born_action);
  CASE ("/meeting-page/a-signal-knows-where-it-was-raised", test_born_signal);
  CASE ("/meeting-page/answers-become-attendance", test_seats);
  CASE ("/meeting-page/notes-all-others-as-present-in-one-go", test_others);
  CASE ("/meeting-page/nobody-replaces-themselves", test_replaced);
  CASE ("/meeting-page/a-guest-has-no-seat", test_guest);
  CASE ("/meeting-page/an-item-can-be-dealt-with-afterwards", test_state);
  CASE ("/meeting-page/items-move-and-go-and-come-back", test_move);
  CASE ("/meeting-page/a-dragged-item-goes-where-it-is-dropped", test_drag);
  CASE ("/meeting-page/a-dropped-file-becomes-an-annex", test_drop);
  CASE ("/meeting-page/a-decision-noted-later-settles-its-item", test_minutes_later);
  return g_test_run ();
}
