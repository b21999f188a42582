/* The verbs about what a new agreement begins with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/verbs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/export.h"
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
