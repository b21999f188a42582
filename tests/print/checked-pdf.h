/* PDF files as the checker sees them, for tests: whether they conform, and what they say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* One checker answers for all files of a test program; it ends with it. */
static inline char *
checker_answer (const char *path)
{
  static GOutputStream *questions;
  static GDataInputStream *answers;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (answers == NULL) {
    g_autofree char *program = g_test_build_filename (G_TEST_DIST, "print", "check-pdf.py", NULL);
    GSubprocess *checker =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                          "python3", program, "--serve", NULL);
    g_assert_no_error (error);
    questions = g_subprocess_get_stdin_pipe (checker);
    answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (checker));
  }
  g_output_stream_printf (questions, NULL, NULL, &error, "%s\n", path);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *line = g_data_input_stream_read_line_utf8 (answers, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_nonnull (line);
    g_string_append_printf (lines, "%s\n", line);
  }
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/* What a machine can tell of PDF/UA and PDF/A holds. Returns all words in the order in which they
 * are read aloud, with single spaces between; `furniture`, or NULL, takes those of the first page's
 * header and footer. */
static inline char *
checked_words (GBytes *pdf, char **furniture)
{
  g_autofree char *path = NULL, *answer = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("akkoord-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  answer = checker_answer (path);
  g_unlink (path);

  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "");
  if (furniture != NULL)
    *furniture = g_strdup (lines[2]);
  return g_strdup (lines[1]);
}

static inline void
assert_conforms (GBytes *pdf)
{
  g_autofree char *words = checked_words (pdf, NULL);

  g_assert_nonnull (words);
}
