/* Actions from a table: what each row would do, seen before it is done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action-import.h"

#include <glib/gi18n.h>

#include "core/action-columns-private.h"
#include "core/action-edit.h"
#include "core/meetings.h"
#include "core/tabular.h"

/* Rows that are taken over in one part of a long action. */
#define ROWS 20

G_DEFINE_QUARK (akk_action_import_error_quark, akk_action_import_error)

typedef struct {
  AkkStore *store;
  gint64 agreement_id;
  AkkPlan *plan;
  AkkPhrases *phrases;
  const AkkActionCells *cells;
  const GPtrArray *table;
  GPtrArray *columns; /* const AkkActionColumn *, by column of the table; NULL: ignored */
  GHashTable *numbers; /* number → id of the actions there are */
  GHashTable *taken; /* numbers and ids that a row has claimed */
} Reading;

static void
row_free (gpointer data)
{
  AkkImportRow *row = data;

  g_clear_object (&row->action);
  g_hash_table_unref (row->beside);
  g_ptr_array_unref (row->changes);
  g_free (row->problem);
  g_free (row);
}

/* --- Which column is which --- */

static guint
width_of (const GPtrArray *table)
{
  guint width = 0;

  for (guint i = 0; i < table->len; i++)
    width = MAX (width, g_strv_length (table->pdata[i]));
  return width;
}

static const AkkActionColumn *
column_by_key (Reading *self, const char *key)
{
  return akk_action_column_find (akk_phrases_get (self->phrases, key), self->phrases);
}

/* The columns that the head names; FALSE when it names none. */
static gboolean
read_head (Reading *self, AkkActionImport *import)
{
  char **head = self->table->pdata[0];
  guint n_known = 0;

  for (guint i = 0; head[i] != NULL; i++) {
    const AkkActionColumn *column =
        *head[i] != '\0' ? akk_action_column_find (head[i], self->phrases) : NULL;

    g_ptr_array_add (self->columns, (gpointer) column);
    n_known += column != NULL;
    if (column == NULL && *head[i] != '\0')
      g_ptr_array_add (import->ignored, g_strdup (head[i]));
  }
  return n_known > 0;
}

/* Whether every cell of the column that is not empty can be read as that. */
static gboolean
fits (Reading *self, guint column, const AkkActionColumn *as)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->table->len; i++) {
    const char *cell = akk_tabular_cell (self->table, i, column);
    g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);
    g_autofree char *problem = NULL;

    if (*cell == '\0')
      continue;
    any = TRUE;
    action->agreement_id = self->agreement_id;
    if (!akk_action_column_read (as, self->cells, action, cell, &problem))
      return FALSE;
  }
  return any;
}

/* A block without a head: the first column is the title; the others by what they hold. */
static void
guess_columns (Reading *self, AkkActionImport *import)
{
  static const char *const keys[] = { "column-status", "column-deadline", "column-lead",
                                      "column-priority" };
  gboolean used[G_N_ELEMENTS (keys)] = { FALSE };
  guint width = width_of (self->table);

  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (import->ignored, 0);
  for (guint i = 0; i < width; i++) {
    const AkkActionColumn *found = i == 0 ? column_by_key (self, "column-title") : NULL;

    for (guint k = 0; found == NULL && k < G_N_ELEMENTS (keys); k++)
      if (!used[k] && fits (self, i, column_by_key (self, keys[k]))) {
        found = column_by_key (self, keys[k]);
        used[k] = TRUE;
      }
    g_ptr_array_add (self->columns, (gpointer) found);
    if (found == NULL)
      g_ptr_array_add (import->ignored, g_strdup_printf (_ ("column %u"), i + 1));
  }
}

static char *
all_heads (Reading *self)
{
  GString *heads = g_string_new (NULL);

  const AkkActionColumn *column;

  for (guint i = 0; (column = akk_action_column (i)) != NULL; i++)
    g_string_append_printf (heads, "%s%s", i > 0 ? ", " : "",
                            akk_action_column_head (column, self->phrases));
  return g_string_free_and_steal (heads);
}

/* --- One row --- */

static const char *
cell_of (Reading *self, guint row, gboolean (*is) (const AkkActionColumn *column))
{
  for (guint i = 0; i < self->columns->len; i++)
    if (self->columns->pdata[i] != NULL && is (self->columns->pdata[i]))
      return akk_tabular_cell (self->table, row, i);
  return "";
}

/* The action that a row is about, as a duplicate; a new one; or NULL with the problem. */
static AkkAction *
find_action (Reading *self, guint row, char **problem)
{
  const char *id = cell_of (self, row, akk_action_column_is_id);
  const char *number = cell_of (self, row, akk_action_column_is_number);
  g_autoptr (AkkAction) action = NULL;
  AkkAction *fresh;

  if (*id != '\0') {
    action = akk_store_get (self->store, &akk_action_record, g_ascii_strtoll (id, NULL, 10));
    if (action == NULL || action->record.deleted || action->agreement_id != self->agreement_id) {
      *problem =
          g_strdup (_ ("This action is not in the agreement any more. Empty the last cell of "
                       "the row to add it as a new one."));
      return NULL;
    }
  } else if (*number != '\0') {
    gint64 *known = g_hash_table_lookup (self->numbers, number);

    action = known != NULL ? akk_store_get (self->store, &akk_action_record, *known) : NULL;
  }
  if (action != NULL)
    return akk_record_duplicate (action);
  fresh = akk_record_new (&akk_action_record);
  fresh->agreement_id = self->agreement_id;
  if (self->plan != NULL)
    fresh->plan_id = self->plan->record.id;
  return fresh;
}

/* Each action stands in one row only. */
static gboolean
claim (Reading *self, guint row, const AkkAction *action)
{
  const char *number = cell_of (self, row, akk_action_column_is_number);
  char *key = action->record.id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, action->record.id)
                                     : g_strdup_printf ("#%s", number);

  if (g_str_equal (key, "#")) {
    g_free (key);
    return TRUE;
  }
  return g_hash_table_add (self->taken, key);
}

static void
note_change (Reading *self,
             AkkImportRow *row,
             const AkkActionColumn *column,
             const AkkAction *before,
             const char *now)
{
  g_autofree char *was = akk_action_column_write (column, self->cells, before);
  const char *head = akk_action_column_head (column, self->phrases);

  if (g_str_equal (was, now))
    return;
  if (*was == '\0')
    g_ptr_array_add (row->changes, g_strdup_printf ("%s: %s", head, now));
  else
    g_ptr_array_add (row->changes,
                     g_strdup_printf ("%s: %s → %s", head, was, *now != '\0' ? now : "–"));
}

static gboolean
read_cell (Reading *self,
           const AkkActionColumn *column,
           AkkImportRow *row,
           const char *cell,
           char **problem)
{
  char *beside;

  if (!akk_action_column_is_beside (column))
    return akk_action_column_read (column, self->cells, row->action, cell, problem);
  beside = akk_action_column_read_beside (column, self->cells, cell, problem);
  if (beside != NULL)
    g_hash_table_insert (row->beside, (gpointer) column, beside);
  return beside != NULL;
}

/* Columns are read from left to right: a function is sought at the party that leads. */
static gboolean
read_cells (Reading *self, guint table_row, AkkImportRow *row)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const AkkActionColumn *column = self->columns->pdata[i];
    const char *cell = akk_tabular_cell (self->table, table_row, i);
    g_autofree char *problem = NULL;

    if (column == NULL ||
        (akk_action_column_is_number (column) && *cell == '\0')) /* it keeps its number */
      continue;
    if (!read_cell (self, column, row, cell, &problem)) {
      row->problem =
          g_strdup_printf ("%s: %s", akk_action_column_head (column, self->phrases), problem);
      return FALSE;
    }
  }
  if (*row->action->title == '\0')
    row->problem = g_strdup (_ ("The title is empty. Every action needs one."));
  return row->problem == NULL;
}

static void
compare (Reading *self, AkkImportRow *row)
{
  g_autoptr (AkkAction) before =
      akk_store_get (self->store, &akk_action_record, row->action->record.id);

  for (guint i = 0; i < self->columns->len; i++) {
    const AkkActionColumn *column = self->columns->pdata[i];

    if (column == NULL)
      continue;
    if (akk_action_column_is_beside (column))
      note_change (self, row, column, before, g_hash_table_lookup (row->beside, column));
    else {
      g_autofree char *now = akk_action_column_write (column, self->cells, row->action);

      note_change (self, row, column, before, now);
    }
  }
  row->state = row->changes->len > 0 ? AKK_IMPORT_CHANGED : AKK_IMPORT_SAME;
}

static AkkImportRow *
read_row (Reading *self, guint table_row)
{
  AkkImportRow *row = g_new0 (AkkImportRow, 1);

  row->line = table_row + 1;
  row->state = AKK_IMPORT_WRONG;
  row->changes = g_ptr_array_new_with_free_func (g_free);
  row->beside = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  row->action = find_action (self, table_row, &row->problem);
  if (row->action == NULL)
    return row;
  if (!claim (self, table_row, row->action)) {
    row->problem = g_strdup (_ ("This action stands in the table twice. Leave one of the rows."));
    return row;
  }
  if (!read_cells (self, table_row, row))
    return row;
  row->problem = g_strdup ("");
  if (row->action->record.id != 0)
    compare (self, row);
  else
    row->state = AKK_IMPORT_NEW;
  return row;
}

/* --- All rows --- */

static void
read_numbers (Reading *self)
{
  g_autoptr (GListModel) actions =
      akk_store_list (self->store, &akk_action_record, "agreement_id", self->agreement_id);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++) {
    g_autoptr (AkkAction) action = g_list_model_get_item (actions, i);

    g_hash_table_insert (self->numbers, g_strdup (action->number),
                         g_memdup2 (&action->record.id, sizeof action->record.id));
  }
}

static gboolean
is_empty (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_table (Reading *self, AkkActionImport *import, GError **error)
{
  gboolean head = self->table->len > 0 && read_head (self, import);

  if (!head && self->table->len > 0)
    guess_columns (self, import);
  if (self->table->len <= (head ? 1 : 0) ||
      !g_ptr_array_find (self->columns, column_by_key (self, "column-title"), NULL)) {
    g_autofree char *heads = all_heads (self);

    g_set_error (
        error, AKK_ACTION_IMPORT_ERROR, AKK_ACTION_IMPORT_ERROR_HEAD,
        _ ("No actions are found. The first row names the columns, of which the title must "
           "be there: %s."),
        heads);
    return FALSE;
  }
  read_numbers (self);
  for (guint i = head ? 1 : 0; i < self->table->len; i++) {
    AkkImportRow *row;

    if (is_empty (self->table->pdata[i]))
      continue;
    row = read_row (self, i);
    g_ptr_array_add (import->rows, row);
    import->n[row->state]++;
  }
  return TRUE;
}

AkkActionImport *
akk_action_import_new (AkkStore *store,
                       gint64 agreement_id,
                       AkkPlan *plan,
                       const GPtrArray *table,
                       AkkPhrases *phrases,
                       GError **error)
{
  AkkActionImport *self = g_new0 (AkkActionImport, 1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { store, agreement_id, plan, phrases, NULL, table, columns, numbers, taken };

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->cells = akk_action_cells_new (store, agreement_id, phrases);
  reading.cells = self->cells;
  if (!read_table (&reading, self, error)) {
    akk_action_import_free (self);
    return NULL;
  }
  self->cells->phrases = NULL;
  g_clear_object (&self->cells->store);
  return self;
}

void
akk_action_import_free (AkkActionImport *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->ignored);
  akk_action_cells_free (self->cells);
  g_free (self);
}

static void
add_row (AkkImportRow *row, AkkStore *store)
{
  AkkAction *action = row->action;

  g_free (action->position);
  action->position = akk_action_next_position (store, action->agreement_id);
  if (*action->number == '\0') {
    g_free (action->number);
    action->number = akk_action_next_number (store);
  }
  akk_store_add (store, action);
}

static void
change_row (AkkImportRow *row, AkkStore *store)
{
  g_autoptr (AkkAction) action = akk_store_get (store, &akk_action_record, row->action->record.id);
  g_autoptr (AkkAction) before = akk_record_duplicate (action);

  akk_store_apply (store, action, row->action);
  akk_action_report (store, action, before);
}

static void
apply_row (AkkActionImport *self, AkkImportRow *row, AkkStore *store)
{
  GHashTableIter beside;
  gpointer column, cell;

  if (row->state == AKK_IMPORT_NEW)
    add_row (row, store);
  else
    change_row (row, store);
  g_hash_table_iter_init (&beside, row->beside);
  while (g_hash_table_iter_next (&beside, &column, &cell))
    akk_action_column_apply_beside (column, self->cells, row->action, cell);
}

/* All at once before the first one: the new ones find none of these free. */
static void
keep_numbers (AkkActionImport *self, AkkStore *store)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AkkImportRow *row = self->rows->pdata[i];

    if (row->state == AKK_IMPORT_NEW || row->state == AKK_IMPORT_CHANGED)
      akk_action_keep_number (store, row->action->number);
  }
}

gboolean
akk_action_import_apply_some (AkkActionImport *self, AkkStore *store, guint *next)
{
  guint end = MIN (*next + ROWS, self->rows->len);

  if (*next == 0) {
    g_set_object (&self->cells->store, store);
    keep_numbers (self, store);
  }
  for (; *next < end; (*next)++) {
    AkkImportRow *row = self->rows->pdata[*next];

    if (row->state == AKK_IMPORT_NEW || row->state == AKK_IMPORT_CHANGED)
      apply_row (self, row, store);
  }
  return *next < self->rows->len;
}

void
akk_action_import_apply (AkkActionImport *self, AkkStore *store)
{
  guint next = 0;

  while (akk_action_import_apply_some (self, store, &next))
    continue;
}
