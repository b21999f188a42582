/* Which cells of domains × target groups actions stand in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-filter.h"
#include "core/pact.h"

AkkActionMatrix *
akk_action_matrix_new (AkkActionRows *rows, const GArray *indices)
{
  AkkActionMatrix *self = g_new0 (AkkActionMatrix, 1);

  self->n_domains = akk_action_rows_names (rows, AKK_TAG_DOMAIN)->len;
  self->n_target_groups = akk_action_rows_names (rows, AKK_TAG_TARGET_GROUP)->len;
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->n_domains * self->n_target_groups; i++)
    g_ptr_array_add (self->cells, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < indices->len; i++) {
    guint index = g_array_index (indices, guint, i);
    const AkkActionRow *row = akk_action_rows_row (rows, index);

    if (row->tags[AKK_TAG_DOMAIN] == 0 || row->tags[AKK_TAG_TARGET_GROUP] == 0) {
      self->outside++;
      continue;
    }
    for (guint domain = 0; domain < self->n_domains; domain++)
      if ((row->tags[AKK_TAG_DOMAIN] >> domain & 1) != 0)
        for (guint group = 0; group < self->n_target_groups; group++)
          if ((row->tags[AKK_TAG_TARGET_GROUP] >> group & 1) != 0)
            g_array_append_val (
                (GArray *) self->cells->pdata[domain * self->n_target_groups + group], index);
  }
  return self;
}

void
akk_action_matrix_free (AkkActionMatrix *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

const GArray *
akk_action_matrix_cell (const AkkActionMatrix *self, guint domain, guint target_group)
{
  g_return_val_if_fail (domain < self->n_domains && target_group < self->n_target_groups, NULL);
  return self->cells->pdata[domain * self->n_target_groups + target_group];
}

guint
akk_action_matrix_missing (const AkkActionMatrix *self)
{
  guint missing = 0;

  for (guint domain = 0; domain < MIN (self->n_domains, AKK_PACT_N_DOMAINS); domain++)
    for (guint group = 0; group < MIN (self->n_target_groups, AKK_PACT_N_TARGET_GROUPS); group++)
      if (akk_pact_expects (domain, group) &&
          akk_action_matrix_cell (self, domain, group)->len == 0)
        missing++;
  return missing;
}
