/* The commitments that an action carries out, in one cell of a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/action-columns-private.h"
#include "core/commitments.h"
#include "core/fulfilment.h"

/* The beginning of a text counts from so many characters on. */
#define MIN_BEGINNING 10

/* --- What a commitment is called --- */

static char *
plain_name (const AkkCommitment *commitment)
{
  return *commitment->number != '\0'
             ? g_strdup_printf ("%s: %s", commitment->number, commitment->text)
             : g_strdup (commitment->text);
}

GPtrArray *
akk_commitment_names_new (const GPtrArray *commitments)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < commitments->len; i++) {
    g_autofree char *name = plain_name (commitments->pdata[i]);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;

    g_ptr_array_add (names, n > 1 ? g_strdup_printf ("%s (%u)", name, n) : g_strdup (name));
    g_hash_table_replace (counts, g_steal_pointer (&name), GUINT_TO_POINTER (n));
  }
  return names;
}

/* --- Reading --- */

/* From the surest to what is just enough; what fits by one way is not sought by the next. */
typedef enum { BY_NAME, BY_TEXT, BY_SECTION, BY_BEGINNING, N_WAYS } Way;

static gboolean
begins_with (const char *text, const char *words)
{
  g_autofree char *a = g_utf8_casefold (text, -1), *b = g_utf8_casefold (words, -1);

  return g_str_has_prefix (a, b);
}

static gboolean
fits (Way way, const AkkCommitment *commitment, const char *name, const char *words)
{
  switch (way) {
  case BY_NAME:
    return akk_same_words (words, name);
  case BY_TEXT:
    return akk_same_words (words, commitment->text);
  case BY_SECTION:
    return *commitment->number != '\0' && akk_same_words (words, commitment->number);
  default:
    return g_utf8_strlen (words, -1) >= MIN_BEGINNING &&
           (begins_with (name, words) || begins_with (commitment->text, words));
  }
}

/* The place of the one commitment that the words fit; -1 with the problem. */
static int
find (const AkkActionCells *cells, const char *words, char **problem)
{
  for (Way way = BY_NAME; way < N_WAYS; way++) {
    int found = -1;
    guint n = 0;

    for (guint i = 0; i < cells->commitments->len; i++)
      if (fits (way, cells->commitments->pdata[i], cells->names->pdata[i], words)) {
        found = (int) i;
        n++;
      }
    if (n == 1)
      return found;
    if (n > 1) {
      *problem = g_strdup_printf (ngettext ("“%s” fits %u commitment. Write more of its text.",
                                            "“%s” fits %u commitments. Write more of its text.", n),
                                  words, n);
      return -1;
    }
  }
  *problem = g_strdup_printf (_ ("“%s” is no commitment of the agreement. Write the number of its "
                                 "section and its text, as on the page Commitments, each on a line "
                                 "of its own."),
                              words);
  return -1;
}

/* Which of the commitments a cell names, by their place; NULL with the problem. */
static gboolean *
read_cell (const AkkActionCells *cells, const char *cell, char **problem)
{
  g_autofree gboolean *named = g_new0 (gboolean, cells->commitments->len + 1);
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    int place;

    if (*g_strstrip (lines[i]) == '\0')
      continue;
    place = find (cells, lines[i], problem);
    if (place < 0)
      return NULL;
    named[place] = TRUE;
  }
  return g_steal_pointer (&named);
}

/* --- Writing --- */

static char *
write_cell (const AkkActionCells *cells, const gboolean *named)
{
  GString *cell = g_string_new (NULL);

  for (guint i = 0; i < cells->commitments->len; i++)
    if (named[i])
      g_string_append_printf (cell, "%s%s", cell->len > 0 ? "\n" : "",
                              (const char *) cells->names->pdata[i]);
  return g_string_free_and_steal (cell);
}

static int
place_of (const AkkActionCells *cells, gint64 id)
{
  for (guint i = 0; i < cells->commitments->len; i++)
    if (((AkkCommitment *) cells->commitments->pdata[i])->id == id)
      return (int) i;
  return -1;
}

char *
akk_commitments_write (const AkkActionCells *cells, gint64 action_id)
{
  g_autoptr (GListModel) list =
      akk_store_list (cells->store, &akk_fulfilment_record, "action_id", action_id);
  g_autofree gboolean *named = g_new0 (gboolean, cells->commitments->len + 1);

  for (guint i = 0; action_id != 0 && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (list, i);
    int place = place_of (cells, fulfilment->commitment);

    if (place >= 0)
      named[place] = TRUE;
  }
  return write_cell (cells, named);
}

char *
akk_commitments_read (const AkkActionCells *cells, const char *cell, char **problem)
{
  g_autofree gboolean *named = read_cell (cells, cell, problem);

  return named != NULL ? write_cell (cells, named) : NULL;
}

/* What is promised nowhere in the text any more stays with the action: no cell can name it. */
void
akk_commitments_apply (const AkkActionCells *cells, const AkkAction *action, const char *cell)
{
  g_autofree char *problem = NULL;
  g_autofree gboolean *named = read_cell (cells, cell, &problem);
  g_autoptr (GListModel) list =
      akk_store_list (cells->store, &akk_fulfilment_record, "action_id", action->record.id);

  g_return_if_fail (named != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkFulfilment) fulfilment = g_list_model_get_item (list, i);
    int place = place_of (cells, fulfilment->commitment);

    if (place >= 0 && !named[place])
      akk_store_delete (cells->store, fulfilment);
    else if (place >= 0)
      named[place] = FALSE;
  }
  for (guint i = 0; i < cells->commitments->len; i++) {
    g_autoptr (AkkFulfilment) fulfilment = NULL;

    if (!named[i])
      continue;
    fulfilment = akk_record_new (&akk_fulfilment_record);
    g_object_set (fulfilment, "action-id", action->record.id, "commitment",
                  ((AkkCommitment *) cells->commitments->pdata[i])->id, NULL);
    akk_store_add (cells->store, fulfilment);
  }
}
