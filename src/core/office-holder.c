/* Who holds an office when the one who held it has gone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/successor.h"

#include <string.h>

#include "core/office.h"

static gboolean
same_words (const char *one, const char *two)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (two, -1);

  return g_str_equal (a, b);
}

static gboolean
has_words (const char *function, const char *words)
{
  g_autofree char *a = g_utf8_casefold (function, -1), *b = g_utf8_casefold (words, -1);

  return strstr (a, b) != NULL;
}

/* The one with the same function: first by its very name, then "waarnemend directeur" for
 * "directeur". */
static gint64
by_function (GListModel *offices,
             const AkkOffice *old,
             gint64 day,
             gboolean (*is) (const char *function, const char *words))
{
  for (guint i = 0; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);

    if (akk_office_valid_on (office, day) && is (office->function, old->function))
      return office->record.id;
  }
  return 0;
}

/* Whether somebody before `index` held the same function: then the office follows that one. */
static gboolean
follows_another (GListModel *offices, guint index, const AkkOffice *office)
{
  for (guint i = 0; i < index; i++) {
    g_autoptr (AkkOffice) other = g_list_model_get_item (offices, i);

    if (same_words (other->function, office->function))
      return TRUE;
  }
  return FALSE;
}

/* Who follows stands right behind who went, and begins the day after, also where the function is
 * called otherwise now. */
static gint64
by_place (GListModel *offices, const AkkOffice *old, gint64 day)
{
  for (guint i = 1; i < g_list_model_get_n_items (offices); i++) {
    g_autoptr (AkkOffice) last = g_list_model_get_item (offices, i - 1);
    g_autoptr (AkkOffice) office = g_list_model_get_item (offices, i);

    if (last == old)
      return old->ends_on != AKK_NO_DATE && office->starts_on == old->ends_on + 1 &&
                     akk_office_valid_on (office, day) && !follows_another (offices, i, office)
                 ? office->record.id
                 : 0;
  }
  return 0;
}

gint64
akk_office_holder_on (AkkStore *store, gint64 office_id, gint64 day)
{
  g_autoptr (AkkOffice) old = akk_store_get (store, &akk_office_record, office_id);
  g_autoptr (GListModel) offices = NULL;
  gint64 holder;

  if (old == NULL)
    return 0;
  if (!old->record.deleted && akk_office_valid_on (old, day))
    return office_id;
  offices = akk_store_list (store, &akk_office_record, "organisation_id", old->organisation_id);
  holder = by_function (offices, old, day, same_words);
  if (holder == 0)
    holder = by_function (offices, old, day, has_words);
  return holder != 0 ? holder : by_place (offices, old, day);
}
