/* Calls of the command line program, for its tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

char *program;
char *folder;

/* --- Calls --- */

void
answer_clear (Answer *answer)
{
  g_free (answer->out);
  g_free (answer->err);
}
/* Runs `akkoord-cli` with words separated by blanks, in the folder of the test. */
Answer
call_with (const char *line, const char *name, const char *value)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *quoted = g_shell_quote (program);
  g_autofree char *whole = g_strconcat (quoted, " ", line, NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  g_assert_true (g_shell_parse_argv (whole, NULL, &words, NULL));
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  if (name != NULL)
    g_subprocess_launcher_setenv (launcher, name, value, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer.out, &answer.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  answer.status = g_subprocess_get_exit_status (process);
  return answer;
}

Answer
call (const char *line)
{
  return call_with (line, NULL, NULL);
}

char *
hash_of (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

/* --- Tables of calls --- */

void
expect_written (const Written *calls, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_auto (Answer) answer = call (calls[i].line);
    g_autofree char *path = g_build_filename (folder, calls[i].name, NULL);
    g_autofree char *written = NULL;

    g_test_message ("%s: %s", calls[i].line, answer.err);
    g_assert_cmpint (answer.status, ==, 0);
    g_assert_cmpstr (answer.out, ==, "");
    g_assert_cmpstr (answer.err, ==, "");
    g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
    g_assert_true (g_str_has_prefix (written, calls[i].begin));
    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

void
expect_refused (const Refused *calls, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_auto (Answer) answer = call (calls[i].line);

    g_test_message ("%s: %s", calls[i].line, answer.err);
    g_assert_cmpint (answer.status, ==, calls[i].status);
    g_assert_cmpstr (answer.out, ==, "");
    g_assert_nonnull (strstr (answer.err, calls[i].err));
    if (calls[i].list != NULL)
      g_assert_nonnull (strstr (answer.err, calls[i].list));
  }
}

/* --- Folder --- */

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_all (inner);
  }
  g_remove (path);
}

void
cli_set_up (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  program = g_canonicalize_filename ((*argv)[1], NULL);
  folder = g_dir_make_tmp ("akkoord-cli-XXXXXX", NULL);
}

int
cli_run (void)
{
  int status = g_test_run ();

  remove_all (folder);
  g_free (folder);
  g_free (program);
  return status;
}
