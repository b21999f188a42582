/* The rows of the table of an indicator, and what its cells say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-rows.h"

#include <glib/gi18n.h>

#include "core/pact.h"
#include "core/parties.h"
#include "ui/day.h"

static void
row_free (gpointer data)
{
  AkkIndicatorRow *row = data;

  g_free (row->group);
  g_free (row->label);
  g_free (row);
}

GPtrArray *
akk_indicator_groups (AkkIndicatorScope *scope, const AkkIndicator *indicator)
{
  GPtrArray *known = akk_figures_target_groups (scope->figures, indicator);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; indicator->by_target_group && i < AKK_PACT_N_TARGET_GROUPS; i++)
    g_ptr_array_add (groups, g_strdup (akk_pact_target_group (scope->phrases, i)));
  for (guint i = 0; i < known->len; i++)
    if (!g_ptr_array_find_with_equal_func (groups, known->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (groups, g_strdup (known->pdata[i]));
  return groups;
}

static void
add_row (GPtrArray *rows, gint64 party_id, const char *group, char *label)
{
  AkkIndicatorRow *row = g_new0 (AkkIndicatorRow, 1);

  row->party_id = party_id;
  row->group = g_strdup (group);
  row->label = label;
  g_ptr_array_add (rows, row);
}

GPtrArray *
akk_indicator_rows (AkkIndicatorScope *scope,
                    const AkkIndicator *indicator,
                    const char *target_group)
{
  GPtrArray *parties = akk_figures_municipalities (scope->figures);
  g_autoptr (GPtrArray) groups = akk_indicator_groups (scope, indicator);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; indicator->by_municipality && i < parties->len; i++) {
    gint64 party = ((const AkkRecord *) parties->pdata[i])->id;

    add_row (rows, party, target_group, akk_party_short_name (scope->store, party));
  }
  for (guint i = 0; !indicator->by_municipality && i < groups->len; i++)
    add_row (rows, 0, groups->pdata[i], akk_phrases_sentence (groups->pdata[i]));
  add_row (rows, 0, indicator->by_municipality ? target_group : "",
           g_strdup (_ ("The whole region")));
  return rows;
}

gboolean
akk_indicator_rows_equal (const GPtrArray *one, const GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++) {
    const AkkIndicatorRow *a = one->pdata[i], *b = other->pdata[i];

    if (a->party_id != b->party_id || !g_str_equal (a->group, b->group) ||
        !g_str_equal (a->label, b->label))
      return FALSE;
  }
  return TRUE;
}

char *
akk_indicator_row_words (AkkIndicatorScope *scope,
                         const AkkIndicator *indicator,
                         const AkkIndicatorRow *row,
                         int year,
                         const AkkFigure *figure)
{
  g_autofree char *value = akk_figure_words (scope->phrases, indicator, figure, TRUE);
  GString *words = g_string_new (NULL);

  g_string_printf (words, "%s, %d: %s", row->label, year,
                   *value != '\0' ? value : _ ("not filled in"));
  if (figure->state == AKK_FIGURE_SUPPRESSED)
    g_string_append_printf (words, ", %s", _ ("suppressed"));
  if (figure->provisional)
    g_string_append_printf (words, ", %s", _ ("provisional"));
  if (figure->until != AKK_NO_DATE) {
    g_autofree char *day = akk_day_long (figure->until);

    g_string_append_printf (words, ", ");
    g_string_append_printf (words, _ ("up to and including %s"), day);
  }
  if (figure->measurement_id == 0 && figure->n_parts > 0) {
    g_string_append_printf (words, ", ");
    g_string_append_printf (words, _ ("reckoned from %u of %u figures"), figure->n_known,
                            figure->n_parts);
  }
  return g_string_free_and_steal (words);
}
