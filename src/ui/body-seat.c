/* A seat of a body, with who takes it and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/person.h"
#include "ui/body-dialogs.h"
#include "ui/record-page.h"

static const AkkFieldGroup groups[] = {
  { N_ ("Seat"), NULL, N_ ("Change seat"), { "party_id", "function", "kind" } },
  { NULL, NULL, NULL, { NULL } },
};

static char *
title (AkkStore *store, gpointer record)
{
  g_autofree char *subtitle = NULL;
  char *words = NULL;

  akk_seat_describe (store, record, 0, &words, &subtitle);
  return words;
}

/* Who comes first stands first. */
static int
compare_delegates (gconstpointer a, gconstpointer b)
{
  const AkkDelegate *one = *(AkkDelegate *const *) a, *two = *(AkkDelegate *const *) b;

  return (one->starts_on > two->starts_on) - (one->starts_on < two->starts_on);
}

static GPtrArray *
related (AkkStore *store, gpointer record)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_delegate_record, "seat_id", AKK_RECORD (record)->id);
  GPtrArray *delegates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (delegates, g_list_model_get_item (list, i));
  g_ptr_array_sort (delegates, compare_delegates);
  return delegates;
}

static void
describe (AkkStore *store, gpointer related, char **title, char **subtitle)
{
  const AkkDelegate *delegate = related;
  g_autoptr (AkkPerson) person = akk_store_get (store, &akk_person_record, delegate->person_id);

  *title = g_strdup (person != NULL ? person->name : _ ("nobody"));
  *subtitle = akk_delegate_term_words (delegate);
}

static AkkRecordDialog *
edit (AkkStore *store, gpointer record, gpointer related)
{
  return akk_delegate_dialog_new (store, related);
}

static char *
add_words (AkkStore *store, gpointer record)
{
  return g_strdup (_ ("Add Delegate…"));
}

static AkkRecordDialog *
add (AkkStore *store, gpointer record)
{
  g_autoptr (AkkDelegate) delegate = akk_record_new (&akk_delegate_record);

  g_object_set (delegate, "seat-id", AKK_RECORD (record)->id, NULL);
  return akk_delegate_dialog_new (store, delegate);
}

const AkkRecordLook akk_seat_look = {
  .kind = N_ ("Seat"),
  .groups = groups,
  .title = title,
  .remove = N_ ("Delete seat"),
  .list_title = N_ ("Delegates"),
  .list_empty = N_ ("Nobody is delegated yet"),
  .related = related,
  .describe = describe,
  .edit = edit,
  .add_words = add_words,
  .add = add,
  .remove_related = N_ ("Delete delegate"),
};
