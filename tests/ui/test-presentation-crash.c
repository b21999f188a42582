/* A presentation whose program is killed: it goes on where it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdio.h>

#include "meeting-fixture.h"
#include "room-driver.h"

#include "core/dossier.h"
#include "ui/room-window.h"

#define CASE(name, test)                                                                           \
  g_test_add (name, MeetingFixture, NULL, meeting_set_up, test, meeting_tear_down)

#define STORED "Elk bestuur duidt"
#define LOST " een aanspreek"
#define SPENT_S 754 /* on the item, in an earlier part of the meeting */

static const char *program;

static gpointer
first (AkkStore *store, const AkkRecordType *type)
{
  g_autoptr (GListModel) all = akk_store_list (store, type, NULL, 0);

  return g_list_model_get_item (all, 0);
}

static GtkWindow *
open_room (AkkShow *show)
{
  GtkWindow *room = GTK_WINDOW (akk_room_window_new (show));

  gtk_window_present (room);
  while (akk_show_get_entry (show) != NULL &&
         !room_says (room, akk_show_get_entry (show)->item->title))
    g_main_context_iteration (NULL, TRUE);
  return room;
}

/* --- The process that is killed --- */

static void
present_until_killed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkStore) store = akk_store_open (path, 0, &error);
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autoptr (AkkShow) show = NULL;
  GtkWindow *room;

  g_assert_no_error (error);
  meeting = first (store, &akk_meeting_record);
  show = akk_show_new (store, meeting);
  room = open_room (show);
  for (guint i = 0; i < 3; i++)
    room_press (room, GDK_KEY_Down, 0);
  g_assert_cmpstr (akk_show_get_entry (show)->item->title, ==, "Taalbeleid");
  room_press (room, GDK_KEY_b, 0);
  room_type (room, STORED);
  for (gboolean stored = FALSE; !stored;) {
    g_autoptr (AkkDecision) decision = NULL;

    g_main_context_iteration (NULL, TRUE);
    decision = first (store, &akk_decision_record);
    stored = decision != NULL && g_str_equal (decision->text, STORED);
  }
  room_type (room, LOST);
  printf ("typing\n");
  fflush (stdout);
  for (;;)
    g_usleep (G_USEC_PER_SEC);
}

/* Starts it, and kills it in the middle of the line. */
static void
kill_in_a_line (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--present", path, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  do {
    g_free (line);
    line = g_data_input_stream_read_line (output, NULL, NULL, &error);
    g_assert_no_error (error);
  } while (line != NULL && !g_str_equal (line, "typing"));
  g_assert_nonnull (line);
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
}

/* --- The test --- */

static void
test_kill (MeetingFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autoptr (AkkDecision) decision = NULL;
  g_autoptr (AkkShow) show = NULL;
  GtkWindow *room;

  akk_store_begin (f->base.store, "Fill");
  akk_store_set_int (f->base.store, f->items[1], "spent_s", SPENT_S);
  akk_store_commit (f->base.store, &error);
  g_assert_no_error (error);
  g_clear_object (&f->base.store);
  kill_in_a_line (f->base.path);

  f->base.store = akk_store_open (f->base.path, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (register_count (&f->base, &akk_decision_record), ==, 1);
  decision = first (f->base.store, &akk_decision_record);
  g_assert_true (g_str_has_prefix (decision->text, STORED));
  g_assert_true (g_str_has_prefix (STORED LOST, decision->text));
  meeting = first (f->base.store, &akk_meeting_record);
  show = akk_show_new (f->base.store, meeting);
  g_assert_cmpstr (akk_show_get_entry (show)->item->title, ==, "Taalbeleid");
  g_assert_cmpint (akk_show_get_pace (show).spent, >=, SPENT_S);
  room = open_room (show);
  room_expect (room, STORED);
  room_expect (room, "item 2 of 3");
  gtk_window_destroy (room);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  adw_init ();
  if (argc == 3 && g_str_equal (argv[1], "--present"))
    present_until_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  CASE ("/presentation-crash/goes-on-at-the-line-that-was-typed", test_kill);
  return g_test_run ();
}
