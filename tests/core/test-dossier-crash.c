/* Tests of the dossier with other processes: killed ones, and ones that read or edit meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/agreement.h"
#include "dossier-fixture.h"

#define N_KILLS 80 /* unless AKKOORD_KILLS says more */
#define LONGEST_LIFE_US 40000
#define N_PUBLICATIONS 25

static const char *program;

/* --- The process that is killed --- */

/* Edits the dossier without end; says which action is finished. Each action writes two cells. */
static void
edit_without_end (const char *path)
{
  g_autoptr (AkkDossier) dossier = must_open (path);
  AkkStore *store = akk_dossier_get_store (dossier);
  g_autoptr (GListModel) agreements = akk_store_list (store, &akk_agreement_record, NULL, 0);
  g_autoptr (AkkAgreement) agreement = g_list_model_get_item (agreements, 0);
  guint n = atoi (agreement->motto);

  g_assert_cmpstr (agreement->motto, ==, agreement->eyebrow);
  for (;;) {
    g_autofree char *text = NULL;

    printf ("%u\n", n);
    fflush (stdout);
    text = g_strdup_printf ("%u", ++n);
    akk_store_begin (store, "Edit");
    akk_store_set_text (store, agreement, "motto", text);
    akk_store_set_text (store, agreement, "eyebrow", text);
    g_assert_true (akk_store_commit (store, NULL));
    if (n % 3 == 0)
      akk_dossier_publish_async (dossier, NULL, NULL, NULL);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_no_error (akk_dossier_get_failure (dossier));
  }
}

static GSubprocess *
start_editing (const char *path, GDataInputStream **output)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--edit", path, NULL);
  g_assert_no_error (error);
  *output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  return process;
}

/* The number on the next line; -1 at the end. */
static gint64
read_number (GDataInputStream *output)
{
  g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);

  return line != NULL ? g_ascii_strtoll (line, NULL, 10) : -1;
}

/* --- Tests --- */

static void
test_kills (Fixture *fixture, gconstpointer data)
{
  const char *more = g_getenv ("AKKOORD_KILLS");
  const guint n_kills = more != NULL ? (guint) atoi (more) : N_KILLS;
  gint64 finished = 0;
  g_autoptr (AkkDossier) dossier = NULL;
  g_autofree char *motto = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_kills; i++) {
    g_autoptr (GDataInputStream) output = NULL;
    g_autoptr (GSubprocess) process = start_editing (fixture->path, &output);
    gint64 number = read_number (output);

    /* What it found is what was finished before, or one more: finished, but not yet reported. */
    g_assert_cmpint (number, >=, finished);
    g_assert_cmpint (number, <=, finished + 1);
    g_usleep (g_test_rand_int_range (0, LONGEST_LIFE_US));
    g_subprocess_send_signal (process, SIGKILL);
    for (; number >= 0; number = read_number (output))
      finished = number;
    g_assert_true (g_subprocess_wait (process, NULL, NULL));
    g_assert_true (g_subprocess_get_if_signaled (process));
    g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
    g_assert_true (akk_dossier_check (fixture->path, &error));
    g_assert_no_error (error);
  }
  g_test_message ("%" G_GINT64_FORMAT " actions were finished", finished);
  g_assert_cmpint (finished, >, n_kills / 20);
  dossier = must_open (fixture->path);
  motto = get_motto (akk_dossier_get_store (dossier));
  g_assert_cmpint (atoi (motto), >=, finished);
  close_now (dossier, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_working_copies (), ==, 0);
}

static void
test_second_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GSubprocess) process = start_editing (fixture->path, &output);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDossier) dossier = NULL;

  g_assert_cmpint (read_number (output), ==, 0);
  g_assert_null (open_now (fixture->path, &error));
  g_assert_error (error, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_IN_USE);
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  dossier = must_open (fixture->path);
  g_assert_true (close_now (dossier, NULL));
}

typedef struct {
  const char *path;
  gint stop;
  guint n_reads;
} Reader;

/* A sync client: reads the file again and again, whatever we do. */
static gpointer
read_without_end (gpointer data)
{
  Reader *reader = data;

  while (!g_atomic_int_get (&reader->stop)) {
    g_autoptr (GError) error = NULL;

    akk_dossier_check (reader->path, &error);
    g_assert_no_error (error);
    reader->n_reads++;
  }
  return NULL;
}

static void
test_readers (Fixture *fixture, gconstpointer data)
{
  Reader reader = { fixture->path, 0, 0 };
  GThread *thread = g_thread_new ("reader", read_without_end, &reader);
  g_autoptr (AkkDossier) dossier = must_open (fixture->path);

  for (guint i = 0; i < N_PUBLICATIONS; i++) {
    g_autofree char *motto = g_strdup_printf ("Versie %u", i);

    set_motto (dossier, motto);
    g_assert_true (publish_now (dossier, NULL));
  }
  g_assert_true (close_now (dossier, NULL));
  g_atomic_int_set (&reader.stop, 1);
  g_thread_join (thread);
  g_assert_cmpuint (reader.n_reads, >, 0);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--edit"))
    edit_without_end (argv[2]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/dossier/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("kill-loses-no-finished-action", test_kills);
  ADD ("second-process-is-refused", test_second_process);
  ADD ("readers-see-whole-files-while-we-publish", test_readers);
  return g_test_run ();
}
