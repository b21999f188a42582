/* Calls of the command line program in a folder of their own, for its tests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests are called with the path of the program. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

extern char *program;
extern char *folder;

typedef struct {
  int status;
  char *out, *err;
} Answer;

void answer_clear (Answer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* Sets `program` and `folder`. */
void cli_set_up (int *argc, char ***argv);
/* Runs the tests and removes the folder; returns what main () returns. */
int cli_run (void);

/* Runs the program with words separated by blanks, in the folder of the test. */
Answer call (const char *line);
Answer call_with (const char *line, const char *name, const char *value);
/* A call that writes the file `name` in the folder, which begins so, and says nothing. The file is
 * removed. */
typedef struct {
  const char *line, *name, *begin;
} Written;
void expect_written (const Written *calls, gsize n);
/* A call that ends with this status, says nothing and complains with these words. */
typedef struct {
  const char *line;
  int status;
  const char *err, *list; /* NULL: "" */
} Refused;
void expect_refused (const Refused *calls, gsize n);
/* The SHA-256 of a file in the folder. */
char *hash_of (const char *name);
