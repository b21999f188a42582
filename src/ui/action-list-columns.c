/* The list of actions: what a row shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-list-private.h"

#include <glib/gi18n.h>

#include "ui/action-words.h"
#include "ui/meeting-words.h"
#include "ui/state-glyph.h"

#define GLYPH_SP 18
#define SPACE 11
/* Around what a cell holds. */
#define PADDING 26
/* Characters in a number for which the column is made. */
#define LEAST_NUMBER 5
#define MOST_NUMBER 10

static const struct {
  const char *title; /* marked N_() */
  AkkActionSort sort;
} looks[N_COLUMNS] = {
  [NUMBER] = { N_ ("No."), AKK_SORT_NUMBER },
  [TITLE] = { N_ ("Action"), AKK_SORT_TITLE },
  [STATUS] = { N_ ("Status"), AKK_SORT_STATUS },
  [LEAD] = { N_ ("Lead"), AKK_SORT_LEAD },
  [TERM] = { NC_ ("action", "Term"), AKK_SORT_DEADLINE },
};

/* --- The cells --- */

static GtkWidget *
button_new (GtkWidget *child)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "akk-action-button");
  return button;
}

static void
show_title (AkkActionList *self, GtkWidget *cell, AkkAction *action, gint64 day)
{
  GtkWidget *title = gtk_widget_get_first_child (cell);
  g_autofree char *details =
      akk_action_detail_words (akk_action_scope_store (self->scope), action, day);

  akk_action_list_set_label (title, action->title);
  akk_action_list_set_label (gtk_widget_get_next_sibling (title), details);
}

static void
show_status (AkkActionList *self, GtkWidget *button, AkkAction *action, gint64 day)
{
  GtkWidget *glyph = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *words =
      akk_action_status_words (akk_action_scope_store (self->scope), action, day);
  /* Translators: what a screen reader says of a button, as in "Status: Busy". */
  g_autofree char *name = g_strdup_printf (_ ("Status: %s"), words);

  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (glyph), akk_action_glyph (action, day));
  akk_action_list_set_label (gtk_widget_get_next_sibling (glyph), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_lead (AkkActionList *self, GtkWidget *button, AkkAction *action)
{
  g_autofree char *words = akk_action_lead_words (akk_action_scope_store (self->scope), action);
  g_autofree char *name = g_strdup_printf (_ ("Lead: %s"), *words != '\0' ? words : _ ("nobody"));

  akk_action_list_set_label (gtk_button_get_child (GTK_BUTTON (button)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_term (GtkWidget *cell, AkkAction *action, gint64 day)
{
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *mark = gtk_widget_get_next_sibling (label);
  g_autofree char *words = akk_action_term_words (action, day);
  g_autofree char *silent = akk_action_silent_words (action, day);

  akk_action_list_set_label (label, words);
  gtk_widget_set_visible (mark, silent != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  silent != NULL ? silent : "", -1);
}

static void
show_cell (AkkActionList *self, GtkColumnViewCell *cell)
{
  AkkAction *action = gtk_column_view_cell_get_item (cell);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  gint64 day;

  if (action == NULL)
    return;
  day = akk_action_scope_day (self->scope);
  switch (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "akk-column"))) {
  case NUMBER:
    akk_action_list_set_label (child, action->number);
    break;
  case TITLE:
    show_title (self, child, action, day);
    break;
  case STATUS:
    show_status (self, child, action, day);
    break;
  case LEAD:
    show_lead (self, child, action);
    break;
  case TERM:
  default:
    show_term (child, action, day);
    break;
  }
}

/* What a screen reader says of a row. */
static void
show_row (AkkActionList *self, GtkColumnViewRow *row)
{
  AkkAction *action = gtk_column_view_row_get_item (row);
  AkkStore *store = akk_action_scope_store (self->scope);
  gint64 day = akk_action_scope_day (self->scope);
  g_autofree char *details = akk_action_detail_words (store, action, day);
  g_autofree char *status = akk_action_status_words (store, action, day);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", action->title, status, details);

  gtk_column_view_row_set_accessible_label (row, label);
}

/* --- Factories --- */

static void
fill_cb (gpointer data, gpointer cell)
{
  AkkActionList *self = data;

  if (self->scope == NULL)
    return;
  if (GTK_IS_LIST_HEADER (cell))
    akk_action_list_show_head (self, cell);
  else if (GTK_IS_COLUMN_VIEW_ROW (cell))
    show_row (self, cell);
  else
    show_cell (self, cell);
}

static GtkColumnViewCell *
cell_of (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    GtkColumnViewCell *cell = g_object_get_data (G_OBJECT (widget), "akk-cell");

    if (cell != NULL)
      return cell;
  }
  return NULL;
}

static void
status_clicked_cb (AkkActionList *self, GtkWidget *button)
{
  AkkAction *action = gtk_column_view_cell_get_item (cell_of (button));

  if (action != NULL)
    akk_action_list_choose_status (self, action, button);
}

static void
lead_clicked_cb (AkkActionList *self, GtkWidget *button)
{
  AkkAction *action = gtk_column_view_cell_get_item (cell_of (button));

  if (action != NULL)
    akk_action_list_choose_lead (self, action, button);
}

/* To set a tooltip with each row that scrolls by costs more than what the row shows. */
static gboolean
lead_tooltip_cb (AkkActionList *self, int x, int y, gboolean keys, GtkTooltip *tip, GtkWidget *at)
{
  const char *words = gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (at))));

  gtk_tooltip_set_text (tip, *words != '\0' ? words : _ ("Choose Who Leads"));
  return TRUE;
}

static gboolean
term_tooltip_cb (AkkActionList *self, int x, int y, gboolean keys, GtkTooltip *tip, GtkWidget *at)
{
  AkkAction *action = gtk_column_view_cell_get_item (cell_of (at));
  g_autofree char *silent =
      action != NULL && self->scope != NULL
          ? akk_action_silent_words (action, akk_action_scope_day (self->scope))
          : NULL;

  gtk_tooltip_set_text (tip, silent);
  return silent != NULL;
}

static GtkWidget *
title_cell_new (AkkActionList *self)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *details = akk_action_list_label_new ("dimmed");

  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (cell), akk_action_list_label_new (NULL));
  gtk_widget_add_css_class (details, "caption");
  g_object_bind_property (self, "narrow", details, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (cell), details);
  return cell;
}

static GtkWidget *
status_cell_new (AkkActionList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *button = button_new (box);
  GtkWidget *label = akk_action_list_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_box_append (GTK_BOX (box), akk_state_glyph_new (AKK_GLYPH_NONE));
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (status_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
lead_cell_new (AkkActionList *self)
{
  GtkWidget *button = button_new (akk_action_list_label_new (NULL));

  g_signal_connect_object (button, "clicked", G_CALLBACK (lead_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "query-tooltip", G_CALLBACK (lead_tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (button, TRUE);
  return button;
}

static GtkWidget *
term_cell_new (AkkActionList *self)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("document-open-recent-symbolic");

  gtk_box_append (GTK_BOX (cell), akk_action_list_label_new ("numeric"));
  gtk_widget_add_css_class (mark, "akk-state-attention");
  gtk_box_append (GTK_BOX (cell), mark);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (term_tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (cell, TRUE);
  return cell;
}

static void
setup_cb (AkkActionList *self, GtkColumnViewCell *cell, GtkListItemFactory *factory)
{
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "akk-column"));
  GtkWidget *child = column == NUMBER   ? akk_action_list_label_new ("numeric")
                     : column == TITLE  ? title_cell_new (self)
                     : column == STATUS ? status_cell_new (self)
                     : column == LEAD   ? lead_cell_new (self)
                                        : term_cell_new (self);

  g_object_set_data (G_OBJECT (child), "akk-column", GINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (child), "akk-cell", cell);
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (AkkActionList *self, GObject *cell)
{
  akk_late_cells_bind (&self->cells, cell);
}

static void
unbind_cb (AkkActionList *self, GObject *cell)
{
  akk_late_cells_unbind (&self->cells, cell);
}

static GtkListItemFactory *
factory_new (AkkActionList *self, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "akk-column", GINT_TO_POINTER (column));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  return factory;
}

/* --- The order --- */

static void
sorter_changed_cb (AkkActionList *self, GtkSorterChange change, GtkColumnViewSorter *sorter)
{
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending =
      gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (self->scope == NULL)
    return;
  if (column == NULL)
    akk_action_scope_set_sort (self->scope, AKK_SORT_PLAN, FALSE);
  for (guint i = 0; column != NULL && i < N_COLUMNS; i++)
    if (self->columns[i] == column)
      akk_action_scope_set_sort (self->scope, looks[i].sort, descending);
}

/* --- Public --- */

void
akk_action_list_add_columns (AkkActionList *self)
{
  g_autoptr (GtkListItemFactory) heads = akk_action_list_heads_new (self);
  g_autoptr (GtkListItemFactory) row = gtk_signal_list_item_factory_new ();

  akk_late_cells_init (&self->cells, GTK_WIDGET (self->view), fill_cb, self);
  for (int i = 0; i < N_COLUMNS; i++) {
    /* The rows come in order: this only makes the title a button. */
    g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
    GtkColumnViewColumn *column = gtk_column_view_column_new (
        i == TERM ? g_dpgettext2 (NULL, "action", looks[i].title) : _ (looks[i].title),
        factory_new (self, i));

    gtk_column_view_column_set_sorter (column, sorter);
    gtk_column_view_column_set_expand (column, i == TITLE);
    gtk_column_view_append_column (self->view, column);
    self->columns[i] = column;
    g_object_unref (column);
  }
  g_signal_connect_swapped (heads, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (heads, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_column_view_set_header_factory (self->view, heads);
  g_signal_connect_swapped (row, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (row, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_column_view_set_row_factory (self->view, row);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
touched_cb (gpointer data, gpointer cell)
{
  AkkActionList *self = data;
  AkkRecord *action = GTK_IS_LIST_HEADER (cell)       ? NULL
                      : GTK_IS_COLUMN_VIEW_ROW (cell) ? gtk_column_view_row_get_item (cell)
                                                      : gtk_column_view_cell_get_item (cell);

  return GTK_IS_LIST_HEADER (cell) || self->behind ||
         (action != NULL && akk_action_scope_touched (self->scope, action->id));
}

void
akk_action_list_refresh (AkkActionList *self)
{
  akk_late_cells_refill (&self->cells, touched_cb);
}

static int
words_width (AkkActionList *self, const char *words)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

void
akk_action_list_fit_columns (AkkActionList *self)
{
  int glyph = (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, GLYPH_SP,
                                           gtk_widget_get_settings (GTK_WIDGET (self)));
  int status = words_width (self, _ ("Carried over")); /* to which year stands below it */
  g_autofree char *digits = NULL, *number = NULL;
  g_autofree char *term = g_strdup_printf (_ ("follow up %s"), "30 sep");

  for (const AkkChoice *choice = akk_action_statuses; choice->code != NULL; choice++)
    status = MAX (status, words_width (self, _ (choice->label)));
  self->number_length =
      self->scope != NULL ? akk_action_rows_number_length (akk_action_scope_rows (self->scope)) : 0;
  digits = g_strnfill (CLAMP (self->number_length, LEAST_NUMBER, MOST_NUMBER) - 1, '0');
  number = g_strconcat ("A", digits, NULL);
  gtk_column_view_column_set_fixed_width (self->columns[NUMBER],
                                          words_width (self, number) + PADDING);
  gtk_column_view_column_set_fixed_width (self->columns[STATUS], glyph + SPACE + status + PADDING);
  gtk_column_view_column_set_fixed_width (self->columns[LEAD],
                                          words_width (self, "Dendermonde") + PADDING);
  gtk_column_view_column_set_fixed_width (self->columns[TERM], words_width (self, term) + PADDING);
  for (int i = 0; i < N_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i],
                                        !self->narrow || i == TITLE || i == STATUS);
}

guint
akk_action_list_position_of (AkkActionList *self, GtkWidget *widget)
{
  GtkColumnViewCell *cell = cell_of (widget);

  return cell != NULL ? gtk_column_view_cell_get_position (cell) : GTK_INVALID_LIST_POSITION;
}
