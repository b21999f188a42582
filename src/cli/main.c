/* akkoord-cli: what Akkoord does without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/verbs.h"

/* Every form of a call. Words come in this order; options anywhere. */
static const AkkVerb verbs[] = {
  { "example", NULL, "NAME OUT", akk_verb_example, 2, FALSE,
    N_ ("make the dossier of an example (NAME “all”: every example, in the folder OUT)") },
  { "new", NULL, "OUT", akk_verb_new, 1, FALSE, N_ ("make an empty dossier") },
  { "check", NULL, "FILE", akk_verb_check, 1, FALSE,
    N_ ("check that a dossier is whole; writes nothing") },
  { "print", "agreement", "FILE OUT.pdf", akk_verb_print_agreement, 2, TRUE,
    N_ ("print an agreement to PDF (--agreement N: the Nth by start date)") },
  { "export", "dossier", "FILE OUT.json", akk_verb_export_dossier, 2, FALSE,
    N_ ("write everything in a dossier as JSON") },
};

static void
print_help (void)
{
  g_autofree char *version = g_strdup_printf ("Akkoord %s", VERSION);

  g_print ("%s\n\n", version);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++) {
    const AkkVerb *verb = &verbs[i];

    g_print ("  akkoord-cli %s%s%s %s%s\n      %s\n", verb->name, verb->kind != NULL ? " " : "",
             verb->kind != NULL ? verb->kind : "", verb->words,
             verb->takes_agreement ? " [--agreement N]" : "", _ (verb->help));
  }
  g_print ("  akkoord-cli --help | --version\n\n%s\n",
           _ ("Exit status: 0 fine, 1 findings or a refused request, 2 the file cannot be used or "
              "the call is "
              "wrong."));
}

static int
wrong_call (const char *message)
{
  g_printerr ("akkoord-cli: %s\n%s\n", message,
              _ ("“akkoord-cli --help” lists what can be asked."));
  return AKK_EXIT_UNUSABLE;
}

/* The verb that the first words name; `n_used` says how many they are. */
static const AkkVerb *
find_verb (char **words, guint *n_used)
{
  for (gsize i = 0; words[0] != NULL && i < G_N_ELEMENTS (verbs); i++) {
    const AkkVerb *verb = &verbs[i];

    if (!g_str_equal (verb->name, words[0]))
      continue;
    if (verb->kind != NULL && g_strcmp0 (verb->kind, words[1]) != 0)
      continue;
    *n_used = verb->kind != NULL ? 2 : 1;
    return verb;
  }
  return NULL;
}

static int
run (char **words, gint64 agreement)
{
  guint n_used = 0;
  const AkkVerb *verb = find_verb (words, &n_used);

  if (verb == NULL)
    return wrong_call (_ ("There is no such command."));
  if (g_strv_length (words) != n_used + verb->n_words) {
    g_autofree char *message =
        g_strdup_printf (_ ("“%s” is followed by: %s."), words[n_used - 1], verb->words);

    return wrong_call (message);
  }
  if (agreement != AKK_NO_AGREEMENT && (!verb->takes_agreement || agreement < 1))
    return wrong_call (verb->takes_agreement ? _ ("Agreements are counted from 1.")
                                             : _ ("--agreement belongs to “print agreement”."));
  return verb->run (words + n_used, agreement == AKK_NO_AGREEMENT ? 1 : agreement);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);
  gboolean help = FALSE, version = FALSE;
  gint64 agreement = AKK_NO_AGREEMENT;
  const GOptionEntry options[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "agreement", 0, 0, G_OPTION_ARG_INT64, &agreement, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    return wrong_call (error->message);
  if (help) {
    print_help ();
    return AKK_EXIT_FINE;
  }
  if (version) {
    g_print ("Akkoord %s\n", VERSION);
    return AKK_EXIT_FINE;
  }
  if (words == NULL)
    return wrong_call (_ ("Say what to do."));
  return run (words, agreement);
}
