/* What can be done with a table: the actions "table.…", their menu and their keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-table.h"

#include <glib/gi18n.h>

#include "core/text-table.h"

#define WIDTH_STEP 5

/* The cell that is written in, and where it is. */
typedef struct {
  AkkEditor *owner;
  AkkEditorTable *table;
  AkkLine *line;
  guint position, row, column;
} Place;

static gboolean
find_place (AkkEditorTable *table, Place *place)
{
  AkkEditor *owner = akk_editor_table_get_owner (table);
  AkkEditorCell *cell = akk_editor_tables_cell (owner);

  if (cell == NULL || akk_editor_tables_table (owner) != table)
    return FALSE;
  place->owner = owner;
  place->table = table;
  place->position = akk_editor_tables_position (owner, table);
  place->line = akk_editor_line (owner, place->position);
  place->row = akk_editor_cell_get_row (cell);
  place->column = akk_editor_cell_get_column (cell);
  return TRUE;
}

/* --- Rows and columns --- */

typedef AkkLine *(*InsertOrDelete) (AkkLine *line, guint index);
typedef AkkLine *(*Move) (AkkLine *line, guint from, guint to);

typedef struct {
  const char *action, *label;
  guint key;
  GdkModifierType modifiers;
  InsertOrDelete edit;
  Move move;
  gboolean column;
  int offset; /* from the cell to what is inserted, or where it moves to */
} Command;

#define SHIFT_ALT (GDK_SHIFT_MASK | GDK_ALT_MASK)

static const Command commands[] = {
  { "table.row-above", N_ ("Insert row"), GDK_KEY_Up, SHIFT_ALT, akk_table_insert_row, NULL, FALSE,
    0 },
  { "table.row-below", N_ ("Insert row"), GDK_KEY_Down, SHIFT_ALT, akk_table_insert_row, NULL,
    FALSE, 1 },
  { "table.column-left", N_ ("Insert column"), GDK_KEY_Left, SHIFT_ALT, akk_table_insert_column,
    NULL, TRUE, 0 },
  { "table.column-right", N_ ("Insert column"), GDK_KEY_Right, SHIFT_ALT, akk_table_insert_column,
    NULL, TRUE, 1 },
  { "table.move-row-up", N_ ("Move row"), GDK_KEY_Up, GDK_ALT_MASK, NULL, akk_table_move_row, FALSE,
    -1 },
  { "table.move-row-down", N_ ("Move row"), GDK_KEY_Down, GDK_ALT_MASK, NULL, akk_table_move_row,
    FALSE, 1 },
  { "table.move-column-left", N_ ("Move column"), GDK_KEY_Left, GDK_ALT_MASK, NULL,
    akk_table_move_column, TRUE, -1 },
  { "table.move-column-right", N_ ("Move column"), GDK_KEY_Right, GDK_ALT_MASK, NULL,
    akk_table_move_column, TRUE, 1 },
  { "table.delete-row", N_ ("Delete row"), GDK_KEY_Delete, GDK_ALT_MASK, akk_table_delete_row, NULL,
    FALSE, 0 },
  { "table.delete-column", N_ ("Delete column"), GDK_KEY_Delete, SHIFT_ALT, akk_table_delete_column,
    NULL, TRUE, 0 },
};

/* The edit of a command; where the caret goes after it. The same line: it cannot be done here. */
static AkkLine *
run_command (const Command *command, const Place *place, guint *row, guint *column)
{
  guint *index = command->column ? column : row;
  guint to;

  *row = place->row;
  *column = place->column;
  to = (guint) ((int) *index + command->offset);
  if (command->move != NULL) {
    AkkLine *moved = command->move (place->line, *index, to);

    *index = moved != place->line ? to : *index;
    return moved;
  }
  if (command->edit == akk_table_insert_row)
    to = MAX (to, 1);
  *index = to;
  if (command->edit == akk_table_insert_row)
    *column = command->offset > 0 ? 0 : place->column;
  return command->edit (place->line, to);
}

static void
command_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Place place;

  if (!find_place (AKK_EDITOR_TABLE (widget), &place))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, name)) {
      guint row, column;
      g_autoptr (AkkLine) line = run_command (&commands[i], &place, &row, &column);

      if (line == place.line) {
        gtk_widget_error_bell (widget);
        return;
      }
      akk_editor_tables_change (place.owner, place.position, line, commands[i].label);
      akk_editor_tables_enter (place.owner, place.table, row, column, TRUE);
      return;
    }
}

/* --- Alignment and widths --- */

static void
align_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  char side = g_str_equal (name, "table.align-center")  ? 'c'
              : g_str_equal (name, "table.align-right") ? 'r'
                                                        : 'l';
  g_autoptr (AkkLine) line = NULL;
  Place place;

  if (!find_place (AKK_EDITOR_TABLE (widget), &place))
    return;
  line = akk_table_set_alignment (place.line, place.column, side);
  akk_editor_tables_change (place.owner, place.position, line, N_ ("Alignment"));
}

/* The column takes from the others, or gives to them, what it gains or loses. */
static void
width_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int by = g_str_equal (name, "table.narrower") ? -WIDTH_STEP : WIDTH_STEP;
  g_autofree guint8 *widths = NULL;
  g_autoptr (AkkLine) line = NULL;
  guint n, rest;
  int now, next;
  Place place;

  if (!find_place (AKK_EDITOR_TABLE (widget), &place))
    return;
  if (g_str_equal (name, "table.automatic-widths")) {
    line = akk_table_set_widths (place.line, NULL);
  } else {
    n = place.line->table->n_columns;
    widths = g_new (guint8, n);
    akk_editor_table_shares (place.table, widths);
    now = widths[place.column];
    next = CLAMP (now + by, WIDTH_STEP, 100 - WIDTH_STEP);
    rest = (guint) MAX (100 - now, 1);
    for (guint i = 0; i < n; i++)
      widths[i] = (guint8) (i == place.column ? (guint) next
                                              : MAX (widths[i] * (guint) (100 - next) / rest, 1));
    line = akk_table_set_widths (place.line, widths);
  }
  akk_editor_tables_change (place.owner, place.position, line, N_ ("Column width"));
}

/* --- The table as a whole --- */

static gint64
new_caption_id (void)
{
  return ((gint64) (g_random_int () & G_MAXINT32) << 32 | g_random_int ()) | 1;
}

static void
go_to_end_of_line (AkkEditor *owner, guint line)
{
  GtkTextIter start, end;

  akk_editor_line_bounds (owner, line, &start, &end);
  gtk_text_buffer_place_cursor (owner->buffer, &end);
  akk_editor_show_caret (owner);
}

static void
caption_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (AkkText) text = NULL;
  Place place;
  AkkText *before;

  if (!find_place (AKK_EDITOR_TABLE (widget), &place))
    return;
  before = akk_editor_get_text (place.owner);
  if (akk_text_table_caption (before, place.position) != G_MAXUINT) {
    text = akk_text_remove_table_caption (before, place.position);
    akk_editor_apply (place.owner, text, N_ ("Remove caption"));
    return;
  }
  text = akk_text_add_table_caption (before, place.position, new_caption_id ());
  akk_editor_apply (place.owner, text, N_ ("Caption"));
  go_to_end_of_line (place.owner, place.position);
}

static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (AkkText) text = NULL;
  Place place;
  AkkText *before;

  if (!find_place (AKK_EDITOR_TABLE (widget), &place))
    return;
  before = akk_editor_get_text (place.owner);
  if (akk_text_table_note (before, place.position) != G_MAXUINT) {
    text = akk_text_remove_table_note (before, place.position);
    akk_editor_apply (place.owner, text, N_ ("Remove note"));
    return;
  }
  text = akk_text_add_table_note (before, place.position);
  akk_editor_apply (place.owner, text, N_ ("Note"));
  go_to_end_of_line (place.owner, place.position + 1);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (AkkText) text = NULL;
  Place place;

  if (!find_place (AKK_EDITOR_TABLE (widget), &place))
    return;
  text = akk_text_delete_table (akk_editor_get_text (place.owner), place.position);
  akk_editor_tables_leave (place.owner, FALSE);
  akk_editor_apply (place.owner, text, N_ ("Delete table"));
}

/* --- Actions and menu --- */

void
akk_editor_table_update_actions (AkkEditorTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Place place;

  if (!find_place (self, &place))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    guint row, column;
    g_autoptr (AkkLine) line = run_command (&commands[i], &place, &row, &column);

    gtk_widget_action_set_enabled (widget, commands[i].action, line != place.line);
  }
  gtk_widget_action_set_enabled (widget, "table.automatic-widths",
                                 place.line->table->widths[0] > 0);
}

void
akk_editor_table_class_init_actions (GtkWidgetClass *klass)
{
  static const char *const sides[] = { "table.align-left", "table.align-center",
                                       "table.align-right" };
  static const char *const widths[] = { "table.wider", "table.narrower", "table.automatic-widths" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    gtk_widget_class_install_action (klass, commands[i].action, NULL, command_cb);
    gtk_widget_class_add_binding_action (klass, commands[i].key, commands[i].modifiers,
                                         commands[i].action, NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    gtk_widget_class_install_action (klass, sides[i], NULL, align_cb);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    gtk_widget_class_install_action (klass, widths[i], NULL, width_cb);
  gtk_widget_class_install_action (klass, "table.caption", NULL, caption_cb);
  gtk_widget_class_install_action (klass, "table.note", NULL, note_cb);
  gtk_widget_class_install_action (klass, "table.delete", NULL, delete_cb);
}

typedef struct {
  const char *label, *action;
} Item;

static void
add_items (GMenu *menu, const Item *items, guint n)
{
  for (guint i = 0; i < n; i++)
    g_menu_append (menu, _ (items[i].label), items[i].action);
}

static GMenu *
submenu (const Item *items, guint n)
{
  GMenu *menu = g_menu_new ();

  add_items (menu, items, n);
  return menu;
}

GMenuModel *
akk_editor_table_menu (void)
{
  static const Item row[] = { { N_ ("Insert _Above"), "table.row-above" },
                              { N_ ("Insert _Below"), "table.row-below" },
                              { N_ ("Move _Up"), "table.move-row-up" },
                              { N_ ("Move _Down"), "table.move-row-down" },
                              { N_ ("_Delete"), "table.delete-row" } };
  static const Item column[] = {
    { N_ ("Insert to the _Left"), "table.column-left" },
    { N_ ("Insert to the _Right"), "table.column-right" },
    { N_ ("_Move to the Left"), "table.move-column-left" },
    { N_ ("M_ove to the Right"), "table.move-column-right" },
    { N_ ("_Delete"), "table.delete-column" },
    { N_ ("Align L_eft"), "table.align-left" },
    { N_ ("Align _Centre"), "table.align-center" },
    { N_ ("Align Ri_ght"), "table.align-right" },
    { N_ ("_Wider"), "table.wider" },
    { N_ ("_Narrower"), "table.narrower" },
    { N_ ("_Automatic Widths"), "table.automatic-widths" },
  };
  static const Item table[] = { { N_ ("Add or Remove _Caption"), "table.caption" },
                                { N_ ("Add or Remove _Note"), "table.note" },
                                { N_ ("_Delete"), "table.delete" } };
  static GMenu *menu;

  if (menu == NULL) {
    g_autoptr (GMenu) rows = submenu (row, G_N_ELEMENTS (row));
    g_autoptr (GMenu) columns = submenu (column, G_N_ELEMENTS (column));
    g_autoptr (GMenu) tables = submenu (table, G_N_ELEMENTS (table));

    menu = g_menu_new ();
    g_menu_append_submenu (menu, _ ("_Row"), G_MENU_MODEL (rows));
    g_menu_append_submenu (menu, _ ("C_olumn"), G_MENU_MODEL (columns));
    g_menu_append_submenu (menu, _ ("_Table"), G_MENU_MODEL (tables));
  }
  return G_MENU_MODEL (menu);
}
