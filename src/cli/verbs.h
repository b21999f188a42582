/* What the command line can do, one function per form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum {
  AKK_EXIT_FINE = 0,
  AKK_EXIT_REFUSED = 1, /* findings, or a request that is refused */
  AKK_EXIT_UNUSABLE = 2, /* a file cannot be used, or the call is wrong */
};

#define AKK_NO_AGREEMENT G_MININT64

/* `words` are those of the form, exactly as many. Messages go to stderr. Returns the exit status.
 */
typedef int (*AkkVerbRun) (char **words, gint64 agreement);

typedef struct {
  const char *name;
  const char *kind; /* the second word, or NULL */
  const char *words; /* those that follow, for people */
  AkkVerbRun run;
  guint n_words;
  gboolean takes_agreement;
  const char *help; /* marked N_() */
} AkkVerb;

/* verbs-dossier.c */
int akk_verb_example (char **words, gint64 agreement);
int akk_verb_new (char **words, gint64 agreement);
int akk_verb_check (char **words, gint64 agreement);
int akk_verb_export_dossier (char **words, gint64 agreement);
/* verbs-print.c */
int akk_verb_print_agreement (char **words, gint64 agreement);

/* Prints the message on stderr; returns `status`. */
int akk_verb_fail (int status, const char *message);
/* Whether `out` may be written over: not when it is the dossier itself, or any other dossier. Says
 * why not. */
gboolean akk_verb_may_overwrite (const char *out);

G_END_DECLS
