/* A register of an agreement: its decisions, its signals, its subjects.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/register-page.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/thread.h"
#include "ui/agreement-words.h"
#include "ui/record-rows.h"
#include "ui/undo-button.h"

/* How many rows the list begins with, and gets more of. */
#define ROWS 40

struct _AkkRegisterPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkWidget *add_button, *more_button;
  AdwToggleGroup *filter;
  AdwStatusPage *nothing;
  GtkListBox *list;

  AkkStore *store;
  AkkAgreement *agreement;
  const AkkRegister *what;
  gint64 today;
  guint limit;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AkkRegisterPage, akk_register_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_NARROW = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

static const char thread_key[] = "akk-thread";
static const char edit_key[] = "akk-edit";
static const char menu_key[] = "akk-menu";
static const char arrow_key[] = "akk-arrow";

static void
present (AkkRegisterPage *self, AkkRecordDialog *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- Rows --- */

static void
row_activated_cb (AkkRegisterPage *self, GtkWidget *row)
{
  AkkRecord *record = akk_record_row_get (row);

  gtk_widget_activate_action (GTK_WIDGET (self), self->what->show, "x",
                              self->what->target (record));
}

static void
edit_clicked_cb (AkkRegisterPage *self, GtkWidget *button)
{
  gtk_widget_activate_action (
      button, "register.edit", "x",
      akk_record_row_get (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW))->id);
}

/* What the two buttons of a row do, where there is no room for them. */
static void
fill_menu (GtkWidget *row, AkkRecord *record, const char *follow, gint64 thread)
{
  GtkMenuButton *button = g_object_get_data (G_OBJECT (row), menu_key);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_ ("_Edit…"), NULL);

  g_menu_item_set_action_and_target (edit, "register.edit", "x", record->id);
  g_menu_append_item (menu, edit);
  if (follow != NULL) {
    g_autoptr (GMenuItem) item = g_menu_item_new (follow, NULL);

    g_menu_item_set_action_and_target (item, "consultation.show-thread", "x", thread);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Where the subject of a record is followed. */
static void
show_buttons (AkkRegisterPage *self, GtkWidget *row, AkkRecord *record)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), thread_key);
  gint64 id = button != NULL ? self->what->thread (self->store, record) : 0;
  g_autoptr (AkkThread) thread =
      id != 0 ? akk_store_get (self->store, &akk_thread_record, id) : NULL;
  gboolean followed = thread != NULL && !thread->record.deleted;
  gboolean merge = self->narrow && self->what->edit != NULL;
  g_autofree char *words = NULL;

  if (button == NULL)
    return;
  if (followed) {
    words = g_strdup_printf (_ ("Follow “%s”"), thread->title);
    gtk_widget_set_tooltip_text (button, words);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  }
  gtk_widget_set_visible (button, followed && !merge);
  if (self->what->edit == NULL)
    return;
  fill_menu (row, record, words, id);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), menu_key), merge);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), edit_key), !merge);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), arrow_key), !merge);
}

static GtkWidget *
add_button (GtkWidget *row, GtkWidget *button, const char *key)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), key, button);
  return button;
}

static void
add_thread_buttons (GtkWidget *row)
{
  GtkWidget *menu = add_button (row, gtk_menu_button_new (), menu_key);
  GtkWidget *button =
      add_button (row, gtk_button_new_from_icon_name ("view-list-symbolic"), thread_key);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (menu, _ ("More"));
  gtk_widget_set_visible (menu, FALSE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", G_GINT64_CONSTANT (0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "consultation.show-thread");
}

static GtkWidget *
row_create (gpointer data, AkkRecord *record)
{
  AkkRegisterPage *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph);
  g_object_set_data (G_OBJECT (row), "akk-glyph", glyph);
  if (self->what->thread != NULL)
    add_thread_buttons (row);
  if (self->what->edit != NULL) {
    GtkWidget *button =
        add_button (row, gtk_button_new_from_icon_name ("document-edit-symbolic"), edit_key);

    gtk_widget_set_tooltip_text (button, _ ("Edit"));
    g_signal_connect_object (button, "clicked", G_CALLBACK (edit_clicked_cb), self,
                             G_CONNECT_SWAPPED);
  }
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), arrow_key, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
row_describe (gpointer data, GtkWidget *row, AkkRecord *record, guint index)
{
  AkkRegisterPage *self = data;
  AkkGlyph glyph = AKK_GLYPH_NONE;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  self->what->describe (self->store, record, self->today, &glyph, &title, &subtitle);
  akk_state_glyph_set_glyph (g_object_get_data (G_OBJECT (row), "akk-glyph"), glyph);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  show_buttons (self, row, record);
}

static void
fill (AkkRegisterPage *self)
{
  gboolean all = g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "all") == 0;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GListStore) shown = g_list_store_new (AKK_TYPE_RECORD);

  if (self->store == NULL)
    return;
  self->today = akk_store_today (self->store);
  records = self->what->collect (self->store, self->agreement, all);
  for (guint i = 0; i < MIN (records->len, self->limit); i++)
    g_list_store_append (shown, records->pdata[i]);
  akk_record_rows_update (self->list, G_LIST_MODEL (shown), row_create, row_describe, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), records->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), records->len == 0);
  adw_status_page_set_title (self->nothing, all ? _ (self->what->empty) : _ ("Nothing Open"));
  adw_status_page_set_description (self->nothing, all ? _ (self->what->empty_hint) : NULL);
  gtk_widget_set_visible (self->more_button, records->len > self->limit);
}

/* --- Callbacks --- */

static void
filter_changed_cb (AkkRegisterPage *self)
{
  self->limit = ROWS;
  fill (self);
}

static void
more_clicked_cb (AkkRegisterPage *self)
{
  int shown = (int) self->limit;
  GtkListBoxRow *first;

  self->limit += ROWS;
  fill (self);
  first = gtk_list_box_get_row_at_index (self->list, shown);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
made_cb (AkkRegisterPage *self, AkkRecord *record, AkkRecordDialog *dialog)
{
  akk_record_dialog_focus_after (dialog, akk_record_rows_find (self->list, record->id));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRegisterPage *self = AKK_REGISTER_PAGE (widget);
  GtkWidget *row = akk_record_rows_find (self->list, g_variant_get_int64 (parameter));

  if (row != NULL)
    present (self, self->what->edit (self->store, self->agreement, akk_record_row_get (row)));
}

static void
add_clicked_cb (AkkRegisterPage *self)
{
  AkkRecordDialog *dialog = self->what->create (self->store, self->agreement);

  g_signal_connect_object (dialog, "applied", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

/* --- Virtual functions --- */

static void
akk_register_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_REGISTER_PAGE (object)->narrow);
}

static void
akk_register_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkRegisterPage *self = AKK_REGISTER_PAGE (object);
  GtkListBoxRow *row;

  self->narrow = g_value_get_boolean (value);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_buttons (self, GTK_WIDGET (row), akk_record_row_get (GTK_WIDGET (row)));
}

static void
akk_register_page_dispose (GObject *object)
{
  AkkRegisterPage *self = AKK_REGISTER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_REGISTER_PAGE);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_register_page_parent_class)->dispose (object);
}

static void
akk_register_page_class_init (AkkRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = akk_register_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = akk_register_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = akk_register_page_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRegisterPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkRegisterPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRegisterPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRegisterPage, filter);
  gtk_widget_class_bind_template_child (widget_class, AkkRegisterPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, AkkRegisterPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_install_action (widget_class, "register.edit", "x", edit_action);
}

static void
akk_register_page_init (AkkRegisterPage *self)
{
  self->limit = ROWS;
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_record_rows_keep_order (self->list);
}

AkkRegisterPage *
akk_register_page_new (AkkStore *store, AkkAgreement *agreement, const AkkRegister *what)
{
  AkkRegisterPage *self = g_object_new (AKK_TYPE_REGISTER_PAGE, "title", _ (what->title), NULL);

  self->what = what;
  self->agreement = g_object_ref (agreement);
  self->store = g_object_ref (store);
  adw_window_title_set_title (self->title, _ (what->title));
  adw_window_title_set_subtitle (self->title, akk_agreement_name (agreement));
  gtk_widget_set_visible (self->add_button, what->create != NULL);
  gtk_widget_set_tooltip_text (self->add_button, what->add != NULL ? _ (what->add) : NULL);
  g_signal_connect_object (store, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

void
akk_register_page_show (AkkRegisterPage *self, gint64 id)
{
  g_autoptr (GPtrArray) records = NULL;
  guint index = 0;

  g_return_if_fail (AKK_IS_REGISTER_PAGE (self));

  records = self->what->collect (self->store, self->agreement, TRUE);
  while (index < records->len && ((AkkRecord *) records->pdata[index])->id != id)
    index++;
  if (index == records->len)
    return;
  if (akk_record_rows_find (self->list, id) == NULL) {
    adw_toggle_group_set_active_name (self->filter, "all");
    self->limit = MAX (self->limit, index + 1);
    fill (self);
  }
  akk_record_rows_focus (self->list, id);
}
