/* The verbs about what a new agreement begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/dates.h"
#include "core/export.h"
#include "core/successor.h"
#include "core/templates.h"

#define SUFFIX ".akkoord"

int
akk_verb_new (char **words, const AkkCall *call)
{
  g_autofree char *name = g_filename_display_basename (words[0]);
  g_autoptr (AkkTemplate) template = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  if (call->template == NULL && call->title == NULL) {
    if (akk_dossier_create (words[0], name, &error))
      return AKK_EXIT_FINE;
    return akk_verb_fail (akk_verb_status (error), error->message);
  }
  template = akk_template_load (call->template != NULL ? call->template : "empty", &error);
  if (template != NULL && akk_dossier_create_from (words[0], name, template, call->title, &error))
    return AKK_EXIT_FINE;
  return akk_verb_fail (akk_verb_status (error), error->message);
}

int
akk_verb_templates (char **words, const AkkCall *call)
{
  g_auto (GStrv) faults = NULL;
  g_autoptr (GPtrArray) templates = akk_templates_new (&faults);

  for (guint i = 0; i < templates->len; i++) {
    const AkkTemplate *template = templates->pdata[i];

    g_print ("%s: %s\n", template->name, template->title);
    if (*template->description != '\0')
      g_print ("  %s\n", template->description);
  }
  for (guint i = 0; faults[i] != NULL; i++)
    akk_verb_fail (AKK_EXIT_REFUSED, faults[i]);
  return *faults != NULL ? AKK_EXIT_REFUSED : AKK_EXIT_FINE;
}

static guint
count_chosen (const AkkSuccessor *successor, GPtrArray *records)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += g_hash_table_contains (successor->chosen, records->pdata[i]);
  return n;
}

static void
print_successor (const AkkSuccessor *successor, const AkkAgreement *agreement)
{
  g_auto (GStrv) vacancies = akk_successor_vacancies (successor);
  g_autofree char *start = akk_date_format (agreement->starts_on);
  g_autofree char *end = akk_date_format (agreement->ends_on);
  guint n_actions = count_chosen (successor, successor->actions);
  guint n_indicators = count_chosen (successor, successor->indicators);

  g_print ("%s %s – %s\n",
           *agreement->short_title != '\0' ? agreement->short_title : agreement->title, start, end);
  g_print (ngettext ("%u section asks whether it still holds.\n",
                     "%u sections ask whether they still hold.\n",
                     akk_review_count_open (successor->store, (AkkAgreement *) agreement)),
           akk_review_count_open (successor->store, (AkkAgreement *) agreement));
  g_print (ngettext ("%u action goes along.\n", "%u actions go along.\n", n_actions), n_actions);
  g_print (ngettext ("%u indicator goes along.\n", "%u indicators go along.\n", n_indicators),
           n_indicators);
  for (guint i = 0; vacancies[i] != NULL; i++)
    g_print (_ ("Nobody holds this office now: %s\n"), vacancies[i]);
}

static int
make_successor (AkkStore *store, char **words, const AkkCall *call)
{
  g_autoptr (AkkAgreement) agreement = akk_verb_agreement (store, call);
  g_autoptr (AkkSuccessor) successor = NULL;
  g_autoptr (AkkAgreement) made = NULL;
  g_autoptr (GError) error = NULL;

  if (agreement == NULL)
    return AKK_EXIT_REFUSED;
  if (call->end < call->start)
    return akk_verb_fail (AKK_EXIT_REFUSED, _ ("The end comes before the start."));
  successor = akk_successor_new (store, agreement, AKK_SUCCESSOR_FOLLOWS);
  akk_successor_set_term (successor, call->start, call->end);
  akk_store_begin (store, N_ ("Make successor"));
  made = akk_successor_write (successor);
  if (!akk_store_commit (store, &error))
    return akk_verb_fail (AKK_EXIT_UNUSABLE, error->message);
  print_successor (successor, made);
  return AKK_EXIT_FINE;
}

int
akk_verb_successor (char **words, const AkkCall *call)
{
  return akk_verb_change (words, call, make_successor);
}
