/* The button that filters the actions of a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-filter-menu.h"

#include <glib/gi18n.h>

#include "core/party.h"
#include "core/parties.h"
#include "core/priority.h"
#include "ui/action-words.h"

#define WIDTH_SP 340
#define HEIGHT_SP 520

struct _AkkActionFilterMenu {
  AdwBin parent_instance;
  GtkMenuButton *button;
  AkkActionScope *scope;
};

G_DEFINE_FINAL_TYPE (AkkActionFilterMenu, akk_action_filter_menu, ADW_TYPE_BIN)

/* What one thing is chosen of: a record by its id, or a name. */
typedef enum {
  BY_PRIORITY,
  BY_PARTY,
  BY_LEAD,
  BY_MUNICIPALITY,
  BY_TARGET_GROUP,
  BY_DOMAIN,
  BY_POLICY,
  N_CHOICES,
} Choice;

static const char *const choice_titles[N_CHOICES] = {
  [BY_PRIORITY] = N_ ("Priority"),
  [BY_PARTY] = N_ ("Partner"),
  [BY_LEAD] = N_ ("Lead"),
  [BY_MUNICIPALITY] = N_ ("Own action of"),
  [BY_TARGET_GROUP] = N_ ("Target group"),
  [BY_DOMAIN] = N_ ("Cooperation domain"),
  [BY_POLICY] = N_ ("Policy domain"),
};

/* What several of can be ticked: bits of a field of the filter. */
typedef enum { TICK_STATUS, TICK_KIND, TICK_OPEN, TICK_LATE, TICK_SILENT } Tick;

static gint64 *
id_of (AkkActionFilter *filter, Choice choice)
{
  return choice == BY_PRIORITY ? &filter->priority_id
         : choice == BY_PARTY  ? &filter->party_id
         : choice == BY_LEAD   ? &filter->lead_id
                               : &filter->municipality_id;
}

static char **
name_of (AkkActionFilter *filter, Choice choice)
{
  return &filter->tags[choice == BY_TARGET_GROUP ? AKK_TAG_TARGET_GROUP
                       : choice == BY_DOMAIN     ? AKK_TAG_DOMAIN
                                                 : AKK_TAG_POLICY];
}

static int
int_data (gpointer object, const char *key)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (object), key));
}

/* --- Rows to choose from --- */

static void
selected_cb (AkkActionFilterMenu *self, GParamSpec *pspec, AdwComboRow *row)
{
  Choice choice = (Choice) int_data (row, "akk-choice");
  const GArray *ids = g_object_get_data (G_OBJECT (row), "akk-ids");
  guint selected = adw_combo_row_get_selected (row);
  g_auto (AkkActionFilter) filter = { 0 };

  if (self->scope == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  akk_action_filter_copy (&filter, akk_action_scope_filter (self->scope));
  if (ids != NULL) {
    *id_of (&filter, choice) = g_array_index (ids, gint64, selected);
  } else {
    GtkStringObject *name = adw_combo_row_get_selected_item (row);

    g_set_str (name_of (&filter, choice),
               selected > 0 ? gtk_string_object_get_string (name) : NULL);
  }
  akk_action_scope_set_filter (self->scope, &filter);
}

static void
collect_records (AkkActionFilterMenu *self, Choice choice, GtkStringList *names, GArray *ids)
{
  AkkActionRows *rows = akk_action_scope_rows (self->scope);
  GPtrArray *records =
      choice == BY_PRIORITY ? akk_action_rows_priorities (rows) : akk_action_rows_parties (rows);

  for (guint i = 0; i < records->len; i++) {
    AkkRecord *record = records->pdata[i];
    g_autofree char *name =
        choice == BY_PRIORITY
            ? g_strdup_printf ("%u. %s", i + 1, ((AkkPriority *) record)->title)
            : akk_party_short_name (akk_action_scope_store (self->scope), record->id);

    gtk_string_list_append (names, name);
    g_array_append_val (ids, record->id);
  }
}

static guint
selected_of (AkkActionFilterMenu *self, Choice choice, GtkStringList *names, const GArray *ids)
{
  g_auto (AkkActionFilter) filter = { 0 };

  akk_action_filter_copy (&filter, akk_action_scope_filter (self->scope));
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    if (ids != NULL
            ? g_array_index (ids, gint64, i) == *id_of (&filter, choice)
            : g_strcmp0 (gtk_string_list_get_string (names, i), *name_of (&filter, choice)) == 0)
      return i;
  return 0;
}

static GtkWidget *
choice_row_new (AkkActionFilterMenu *self, Choice choice)
{
  static const gint64 none = 0;
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *ids = choice < BY_TARGET_GROUP ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;

  gtk_string_list_append (names, C_ ("filter", "All"));
  if (ids != NULL) {
    g_array_append_val (ids, none);
    collect_records (self, choice, names, ids);
    g_object_set_data_full (G_OBJECT (row), "akk-ids", ids, (GDestroyNotify) g_array_unref);
  } else {
    GPtrArray *tags = akk_action_rows_names (akk_action_scope_rows (self->scope),
                                             (AkkTagKind) (choice - BY_TARGET_GROUP));

    for (guint i = 0; i < tags->len; i++)
      gtk_string_list_append (names, tags->pdata[i]);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choice_titles[choice]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected_of (self, choice, names, ids));
  g_object_set_data (G_OBJECT (row), "akk-choice", GINT_TO_POINTER (choice));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* --- Ticks --- */

static void
set_bit (guint *bits, int bit, gboolean on)
{
  *bits = on ? *bits | 1u << bit : *bits & ~(1u << bit);
}

static void
ticked_cb (AkkActionFilterMenu *self, GtkCheckButton *check)
{
  gboolean on = gtk_check_button_get_active (check);
  int value = int_data (check, "akk-value");
  g_auto (AkkActionFilter) filter = { 0 };

  if (self->scope == NULL)
    return;
  akk_action_filter_copy (&filter, akk_action_scope_filter (self->scope));
  switch ((Tick) int_data (check, "akk-tick")) {
  case TICK_STATUS:
    set_bit (&filter.statuses, value, on);
    break;
  case TICK_KIND:
    set_bit (&filter.kinds, value, on);
    break;
  case TICK_OPEN:
    filter.open = on;
    break;
  case TICK_LATE:
    filter.late = on;
    break;
  case TICK_SILENT:
  default:
    filter.silent = on;
    break;
  }
  akk_action_scope_set_filter (self->scope, &filter);
}

static void
add_tick (AkkActionFilterMenu *self,
          AdwWrapBox *box,
          Tick tick,
          int value,
          const char *label,
          gboolean on)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
  g_object_set_data (G_OBJECT (check), "akk-tick", GINT_TO_POINTER (tick));
  g_object_set_data (G_OBJECT (check), "akk-value", GINT_TO_POINTER (value));
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, check);
}

static AdwWrapBox *
add_ticks (GtkBox *box, const char *title)
{
  GtkWidget *ticks = adw_wrap_box_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (ticks), 12);
  gtk_widget_set_margin_bottom (ticks, 6);
  gtk_box_append (box, label);
  gtk_box_append (box, ticks);
  return ADW_WRAP_BOX (ticks);
}

static void
add_choice_ticks (AkkActionFilterMenu *self,
                  GtkBox *box,
                  const char *title,
                  const AkkChoice *choices,
                  Tick tick,
                  guint bits)
{
  AdwWrapBox *ticks = add_ticks (box, title);

  for (; choices->code != NULL; choices++)
    add_tick (self, ticks, tick, (int) choices->value, _ (choices->label),
              (bits & 1u << choices->value) != 0);
}

/* --- The popover --- */

static GtkWidget *
content_new (AkkActionFilterMenu *self)
{
  const AkkActionFilter *filter = akk_action_scope_filter (self->scope);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  AdwWrapBox *marks;

  add_choice_ticks (self, GTK_BOX (box), _ ("Status"), akk_action_standings, TICK_STATUS,
                    filter->statuses);
  marks = add_ticks (GTK_BOX (box), _ ("What Asks for Attention"));
  add_tick (self, marks, TICK_OPEN, 0, _ ("Still open"), filter->open);
  add_tick (self, marks, TICK_LATE, 0, _ ("Late"), filter->late);
  add_tick (self, marks, TICK_SILENT, 0, _ ("No news"), filter->silent);
  add_choice_ticks (self, GTK_BOX (box), _ ("Kind"), akk_action_kinds, TICK_KIND, filter->kinds);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (int i = 0; i < N_CHOICES; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), choice_row_new (self, (Choice) i));
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_add_css_class (box, "akk-filter-menu");
  return box;
}

static GtkWidget *
scroller_new (AkkActionFilterMenu *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content_new (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  return scroller;
}

static int
sp (AkkActionFilterMenu *self, double length)
{
  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, length,
                                      gtk_widget_get_settings (GTK_WIDGET (self)));
}

/* Anew each time: what can be chosen has changed. */
static void
pop_up_cb (GtkMenuButton *button, gpointer data)
{
  AkkActionFilterMenu *self = data;
  GtkWidget *popover, *scroller;

  if (self->scope == NULL)
    return;
  popover = gtk_popover_new ();
  scroller = scroller_new (self);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), sp (self, HEIGHT_SP));
  gtk_widget_set_size_request (scroller, sp (self, WIDTH_SP), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter"), -1);
  gtk_menu_button_set_popover (button, popover);
}

/* --- Virtual functions --- */

static void
akk_action_filter_menu_dispose (GObject *object)
{
  akk_action_filter_menu_set_scope (AKK_ACTION_FILTER_MENU (object), NULL);
  G_OBJECT_CLASS (akk_action_filter_menu_parent_class)->dispose (object);
}

static void
akk_action_filter_menu_class_init (AkkActionFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_action_filter_menu_dispose;
}

static void
akk_action_filter_menu_init (AkkActionFilterMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "akk-filter-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Filter"));
  gtk_menu_button_set_create_popup_func (self->button, pop_up_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
akk_action_filter_menu_set_scope (AkkActionFilterMenu *self, AkkActionScope *scope)
{
  g_return_if_fail (AKK_IS_ACTION_FILTER_MENU (self));

  g_set_object (&self->scope, scope);
}

void
akk_action_filter_menu_open (AkkActionFilterMenu *self)
{
  AdwDialog *dialog;
  GtkWidget *view;

  g_return_if_fail (AKK_IS_ACTION_FILTER_MENU (self));

  if (self->scope == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self))) {
    gtk_menu_button_popup (self->button);
    return;
  }
  dialog = adw_dialog_new ();
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller_new (self));
  adw_dialog_set_title (dialog, _ ("Filter"));
  adw_dialog_set_content_width (dialog, WIDTH_SP);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
}
