/* The page Gemeenten: what is there of each board of the agreement, and what is still wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/municipalities-page.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/municipality-matrix.h"
#include "print/municipality-matrix-print.h"
#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/day.h"
#include "ui/municipality-words.h"
#include "ui/pdf-task.h"
#include "ui/undo-button.h"
#include "ui/window-private.h"

struct _AkkMunicipalitiesPage {
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkToggleButton *open_button;
  GtkStack *stack;
  GtkGrid *grid;
  AdwPreferencesPage *list;

  AkkStore *store;
  AkkAgreement *agreement;
  GPtrArray *groups; /* of the list; not owned */
  gboolean narrow, stale;
  guint update; /* idle source */
};

enum { PROP_NARROW = 1 };

G_DEFINE_FINAL_TYPE (AkkMunicipalitiesPage, akk_municipalities_page, ADW_TYPE_BIN)

/* --- Cells --- */

/* Where a cell is filled in. */
static void
set_target (GtkActionable *it, const AkkMatrixColumn *column, const AkkMatrixCell *cell)
{
  static const char *const pages[] = { "signing",      "signing", "consultation",
                                       "consultation", "plan",    "indicators" };

  if (column->topic == AKK_MATRIX_SEAT) {
    gtk_actionable_set_action_name (it, "view.show-body");
    gtk_actionable_set_action_target (it, "x", cell->record);
  } else if (column->topic == AKK_MATRIX_PRESENCE && cell->record != 0) {
    gtk_actionable_set_action_name (it, "view.show-meeting");
    gtk_actionable_set_action_target (it, "x", cell->record);
  } else {
    gtk_actionable_set_action_name (it, "view.show-page");
    gtk_actionable_set_action_target (it, "s", pages[column->topic]);
  }
}

/* What the cell shows: a day stays on one line. */
static GtkWidget *
words_new (const AkkMunicipalityMatrix *matrix, const AkkMatrixCell *cell, const char *words)
{
  g_autofree char *day = akk_day_brief (cell->day, matrix->day);
  g_auto (GStrv) parts = g_strsplit (day, " ", -1);
  g_autofree char *whole = g_strjoinv ("\302\240", parts);
  g_autoptr (GString) shown = g_string_new (*words != '\0' ? words : akk_matrix_state_words (cell));
  GtkWidget *label;

  if (*day != '\0')
    g_string_replace (shown, day, whole, 0);
  label = gtk_label_new (shown->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
cell_new (const AkkMunicipalityMatrix *matrix, const AkkMatrixRow *row, guint index)
{
  const AkkMatrixColumn *column = matrix->columns->pdata[index];
  const AkkMatrixCell *cell = &row->cells[index];
  g_autofree char *head = akk_matrix_column_words (matrix, column);
  g_autofree char *words = akk_matrix_cell_words (matrix, column, cell);
  g_autofree char *spoken = akk_matrix_cell_spoken (matrix, column, cell);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", row->name, head, spoken);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), akk_state_glyph_new (akk_matrix_glyph (cell)));
  gtk_box_append (GTK_BOX (box), words_new (matrix, cell, words));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button,
                            cell->state == AKK_MATRIX_OPEN ? "akk-board-open" : "akk-board-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_target (GTK_ACTIONABLE (button), column, cell);
  return button;
}

static gboolean
is_shown (AkkMunicipalitiesPage *self, const AkkMatrixCell *cell)
{
  return cell->state == AKK_MATRIX_OPEN || cell->state == AKK_MATRIX_PARTLY ||
         (cell->state == AKK_MATRIX_DONE && !gtk_toggle_button_get_active (self->open_button));
}

/* --- The table --- */

static GtkWidget *
head_new (const char *words, gboolean row)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_valign (label, row ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_widget_add_css_class (label, row ? "heading" : "caption-heading");
  gtk_widget_add_css_class (label, "akk-board-head");
  return label;
}

static void
fill_table (AkkMunicipalitiesPage *self, const AkkMunicipalityMatrix *matrix)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint j = 0; j < matrix->columns->len; j++) {
    g_autofree char *words = akk_matrix_column_words (matrix, matrix->columns->pdata[j]);
    gtk_grid_attach (self->grid, head_new (words, FALSE), (int) j + 1, 0, 1, 1);
  }
  for (guint i = 0; i < matrix->rows->len; i++) {
    const AkkMatrixRow *row = matrix->rows->pdata[i];

    gtk_grid_attach (self->grid, head_new (row->name, TRUE), 0, (int) i + 1, 1, 1);
    for (guint j = 0; j < matrix->columns->len; j++)
      if (is_shown (self, &row->cells[j]))
        gtk_grid_attach (self->grid, cell_new (matrix, row, j), (int) j + 1, (int) i + 1, 1, 1);
  }
}

/* --- The list --- */

static GtkWidget *
row_new (const AkkMunicipalityMatrix *matrix,
         const AkkMatrixColumn *column,
         const AkkMatrixCell *cell)
{
  g_autofree char *head = akk_matrix_column_words (matrix, column);
  g_autofree char *subtitle = akk_matrix_cell_spoken (matrix, column, cell);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), head);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), akk_state_glyph_new (akk_matrix_glyph (cell)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_target (GTK_ACTIONABLE (row), column, cell);
  return row;
}

static void
fill_list (AkkMunicipalitiesPage *self, const AkkMunicipalityMatrix *matrix)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->list, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < matrix->rows->len; i++) {
    const AkkMatrixRow *row = matrix->rows->pdata[i];
    GtkWidget *group = adw_preferences_group_new ();
    guint n = 0;

    for (guint j = 0; j < matrix->columns->len; j++)
      if (is_shown (self, &row->cells[j])) {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   row_new (matrix, matrix->columns->pdata[j], &row->cells[j]));
        n++;
      }
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), row->name);
    if (n == 0)
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                             _ ("Everything is in order."));
    adw_preferences_page_add (self->list, ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
}

/* --- Keeping up --- */

static void
fill (AkkMunicipalitiesPage *self)
{
  g_autoptr (AkkMunicipalityMatrix) matrix = NULL;
  g_autofree char *subtitle = NULL;
  gint64 day;

  self->stale = FALSE;
  if (self->store == NULL || self->agreement == NULL)
    return;
  day = akk_store_today (self->store);
  matrix = akk_municipality_matrix_new (self->store, self->agreement,
                                        akk_municipality_matrix_year (self->agreement, day), day);
  subtitle = matrix->n_open > 0
                 ? g_strdup_printf (g_dngettext (NULL, "%u to do", "%u to do", matrix->n_open),
                                    matrix->n_open)
                 : g_strdup (_ ("Everything is in order"));
  adw_window_title_set_subtitle (self->title, subtitle);
  if (matrix->rows->len > 0 && self->narrow)
    fill_list (self, matrix);
  else if (matrix->rows->len > 0)
    fill_table (self, matrix);
  gtk_stack_set_visible_child_name (self->stack, matrix->rows->len == 0 ? "nobody"
                                                 : self->narrow         ? "list"
                                                                        : "table");
}

static void
update_cb (gpointer data)
{
  AkkMunicipalitiesPage *self = data;

  self->update = 0;
  fill (self);
}

/* What nobody sees is made when somebody does. */
static void
changed_cb (AkkMunicipalitiesPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->update == 0)
    self->update = g_idle_add_once (update_cb, self);
}

static void
filter_cb (AkkMunicipalitiesPage *self)
{
  fill (self);
}

/* --- On paper --- */

static GBytes *
make (AkkStore *store, gpointer agreement, int number, char **caution, GError **error)
{
  gint64 day = akk_store_today (store);
  g_autoptr (AkkDocument) document = akk_municipality_matrix_document_new (
      store, agreement, akk_municipality_matrix_year (agreement, day), day, error);

  return document != NULL ? akk_document_pdf (document, error) : NULL;
}

static void
place_chosen_cb (AkkWindow *window, const char *chosen)
{
  g_autofree char *path = akk_path_with_suffix (chosen, ".pdf");

  if (window->agreement != NULL)
    akk_pdf_task_start (window, make, window->agreement, 0, path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *file = akk_file_name (_ ("Municipality matrix"), ".pdf");

  if (AKK_IS_WINDOW (root) && AKK_WINDOW (root)->agreement != NULL)
    akk_file_dialog_save (AKK_WINDOW (root), _ ("Save as PDF"), _ ("_Save"), file, AKK_FILE_PDF,
                          place_chosen_cb);
}

/* --- Virtual functions --- */

static void
akk_municipalities_page_map (GtkWidget *widget)
{
  AkkMunicipalitiesPage *self = AKK_MUNICIPALITIES_PAGE (widget);

  if (self->stale)
    fill (self);
  GTK_WIDGET_CLASS (akk_municipalities_page_parent_class)->map (widget);
}

static void
akk_municipalities_page_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *spec)
{
  AkkMunicipalitiesPage *self = AKK_MUNICIPALITIES_PAGE (object);

  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  changed_cb (self);
}

static void
akk_municipalities_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, AKK_MUNICIPALITIES_PAGE (object)->narrow);
}

static void
akk_municipalities_page_dispose (GObject *object)
{
  AkkMunicipalitiesPage *self = AKK_MUNICIPALITIES_PAGE (object);

  akk_municipalities_page_set_agreement (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_MUNICIPALITIES_PAGE);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_municipalities_page_parent_class)->dispose (object);
}

static void
akk_municipalities_page_class_init (AkkMunicipalitiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = akk_municipalities_page_set_property;
  object_class->get_property = akk_municipalities_page_get_property;
  object_class->dispose = akk_municipalities_page_dispose;
  widget_class->map = akk_municipalities_page_map;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/municipalities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkMunicipalitiesPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkMunicipalitiesPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, AkkMunicipalitiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkMunicipalitiesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, AkkMunicipalitiesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_install_action (widget_class, "municipalities.save", NULL, save_action);
}

static void
akk_municipalities_page_init (AkkMunicipalitiesPage *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
akk_municipalities_page_set_agreement (AkkMunicipalitiesPage *self,
                                       AkkStore *store,
                                       AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_MUNICIPALITIES_PAGE (self));

  g_clear_handle_id (&self->update, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
  if (store == NULL)
    return;
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}
