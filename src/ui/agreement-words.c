/* How the window speaks of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/agreement-words.h"

#include <glib/gi18n.h>

#include "core/dates.h"

const char *
akk_agreement_name (const AkkAgreement *self)
{
  if (*self->motto != '\0')
    return self->motto;
  return *self->short_title != '\0' ? self->short_title : self->title;
}

static int
year_of (gint64 date)
{
  int year;

  akk_date_to_ymd (date, &year, NULL, NULL);
  return year;
}

char *
akk_agreement_term (const AkkAgreement *self)
{
  return akk_agreement_term_from (self, self->starts_on);
}

char *
akk_agreement_term_from (const AkkAgreement *self, gint64 start)
{
  gboolean starts = start != AKK_NO_DATE;
  gboolean ends = self->ends_on != AKK_NO_DATE && !self->indefinite;

  if (starts && ends)
    return g_strdup_printf ("%d–%d", year_of (start), year_of (self->ends_on));
  if (starts)
    return g_strdup_printf (_ ("from %d"), year_of (start));
  if (ends)
    return g_strdup_printf (_ ("until %d"), year_of (self->ends_on));
  return g_strdup ("");
}

/* What is left of an agreement that runs. */
static char *
rest_new (const AkkAgreement *self, gint64 today)
{
  gint64 days;

  if (self->starts_on != AKK_NO_DATE && today < self->starts_on) {
    days = self->starts_on - today;
    return g_strdup_printf (g_dngettext (NULL, "starts in %d day", "starts in %d days", days),
                            (int) days);
  }
  if (self->indefinite || self->ends_on == AKK_NO_DATE)
    return g_strdup (C_ ("stage", "running"));
  days = self->ends_on - today;
  if (days < 0)
    return g_strdup (_ ("term is over"));
  if (days == 0)
    return g_strdup (_ ("last day"));
  return g_strdup_printf (g_dngettext (NULL, "%d day left", "%d days left", days), (int) days);
}

static char *
stage_new (const AkkAgreement *self, gint64 today)
{
  switch (self->stage) {
  case AKK_STAGE_DECISION:
    return g_strdup (C_ ("stage", "decisions"));
  case AKK_STAGE_SIGNING:
    return g_strdup (C_ ("stage", "signing"));
  case AKK_STAGE_RUNNING:
    return rest_new (self, today);
  case AKK_STAGE_ENDED:
    return g_strdup (C_ ("stage", "ended"));
  default:
    return g_strdup (C_ ("stage", "draft"));
  }
}

char *
akk_agreement_state (const AkkAgreement *self, gint64 today)
{
  g_autofree char *term = akk_agreement_term (self);
  g_autofree char *stage = stage_new (self, today);

  return *term != '\0' ? g_strdup_printf ("%s · %s", term, stage) : g_steal_pointer (&stage);
}
