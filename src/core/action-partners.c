/* What partners do in an action, in one cell of a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/action-columns-private.h"
#include "core/contribution.h"
#include "core/order.h"
#include "core/organisation.h"
#include "core/parties.h"
#include "core/party.h"

static char *
partner_name (AkkStore *store, const AkkContribution *contribution)
{
  return contribution->party_id != 0 ? akk_party_short_name (store, contribution->party_id)
                                     : g_strdup (contribution->partner);
}

char *
akk_partners_write (AkkStore *store, gint64 action_id)
{
  g_autoptr (GListModel) contributions =
      akk_store_list (store, &akk_contribution_record, "action_id", action_id);
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (contributions); i++) {
    g_autoptr (AkkContribution) contribution = g_list_model_get_item (contributions, i);
    g_autofree char *name = partner_name (store, contribution);

    g_string_append_printf (cell, "%s%s", cell->len > 0 ? "\n" : "", name);
    if (*contribution->role != '\0')
      g_string_append_printf (cell, " (%s)", contribution->role);
    if (*contribution->contribution != '\0')
      g_string_append_printf (cell, ": %s", contribution->contribution);
  }
  return g_string_free_and_steal (cell);
}

/* "NAME (ROLE): CONTRIBUTION"; role and contribution may lack. */
static AkkContribution *
read_line (AkkStore *store, const AkkAction *action, const char *line)
{
  AkkContribution *contribution = akk_record_new (&akk_contribution_record);
  const char *colon = strstr (line, ": "), *open = strstr (line, " (");
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  gboolean role =
      close != NULL && (colon == NULL || open < colon) && (close[1] == '\0' || close[1] == ':');
  g_autofree char *name = NULL, *said = NULL, *task = NULL;

  if (role)
    colon = close[1] == ':' ? close + 1 : NULL;
  name = g_strstrip (g_strndup (line, role            ? (gsize) (open - line)
                                      : colon != NULL ? (gsize) (colon - line)
                                                      : strlen (line)));
  said = role ? g_strndup (open + 2, (gsize) (close - open - 2)) : g_strdup ("");
  task = g_strstrip (g_strdup (colon != NULL ? colon + 1 : ""));
  contribution->action_id = action->record.id;
  contribution->party_id = akk_party_by_name (store, action->agreement_id, name);
  if (contribution->party_id == 0)
    g_set_str (&contribution->partner, name);
  g_set_str (&contribution->role, said);
  g_set_str (&contribution->contribution, task);
  return contribution;
}

void
akk_partners_apply (AkkStore *store, const AkkAction *action, const char *cell)
{
  g_autoptr (GListModel) old =
      akk_store_list (store, &akk_contribution_record, "action_id", action->record.id);
  g_autofree char *written = akk_partners_write (store, action->record.id);
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  g_autofree char *position = NULL;

  if (g_str_equal (written, cell))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (old); i++) {
    g_autoptr (AkkContribution) contribution = g_list_model_get_item (old, i);

    akk_store_delete (store, contribution);
  }
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (AkkContribution) contribution = NULL;
    char *next;

    if (*g_strstrip (lines[i]) == '\0')
      continue;
    contribution = read_line (store, action, lines[i]);
    next = akk_order_between (position, NULL);
    g_free (position);
    position = next;
    g_set_str (&contribution->position, position);
    akk_store_add (store, contribution);
  }
}
