/* Sections of the predecessor that nobody read again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/findings-private.h"

/* One finding for all, at the first: reading it leads to the next. What the parties sign already
 * is no longer asked. */
void
akk_find_review (AkkFinder *self)
{
  const AkkOutlineEntry *first = NULL;
  g_autofree char *text = NULL, *own = NULL;
  AkkFinding *finding;
  guint n = 0;

  for (guint i = 0; self->agreement->stage < AKK_STAGE_SIGNING && i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];

    if (entry->section->review != AKK_REVIEW_OPEN)
      continue;
    first = n++ == 0 ? entry : first;
  }
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u section of the predecessor was not read again",
                                    "%u sections of the predecessor were not read again", n),
                          n);
  finding = akk_finder_add (self, "not-reviewed", AKK_FINDING_ADVICE, self->agreement, text,
                            _ ("Say of each whether it still holds, or change it: Ctrl+Alt+V, "
                               "Ctrl+Alt+C."));
  finding->section = first->section->record.id;
  finding->line = akk_finder_heading_line (self, first->section->record.id);
}
