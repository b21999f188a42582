/* The search of a dossier: results as one types, and the way to each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/search-dialog.h"

#include <glib/gi18n.h>

#include "ui/search-row.h"

/* Results are spoken of once the typing rests. */
#define REST_MS 600

struct _AkkSearchDialog {
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkLabel *reading;

  AkkStore *store;
  AkkDossierSearch *search;
  gint64 agreement;
  AkkSearchGroup whole; /* the group of which all is shown */
  GListStore *groups; /* of GListStore of AkkSearchItem */
  GtkSingleSelection *selection;
  AkkSearchItem *chosen;
  gboolean is_reading;
  guint rest_id, top_id;
  guint n_frames; /* until the list is at its top */
};

enum { HIT_CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkSearchDialog, akk_search_dialog, ADW_TYPE_DIALOG)

static const char *
query (AkkSearchDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* --- What is found --- */

static GListStore *
group_new (GPtrArray *groups, const AkkSearchFinds *finds)
{
  GListStore *items = g_list_store_new (AKK_TYPE_SEARCH_ITEM);

  for (guint i = 0; i < finds->hits->len; i++) {
    g_autoptr (AkkSearchItem) item = akk_search_item_new (groups, finds, finds->hits->pdata[i]);

    g_list_store_append (items, item);
  }
  if (finds->n > finds->hits->len && finds->hits->len < AKK_SEARCH_MANY) {
    g_autoptr (AkkSearchItem) offer = akk_search_item_new (groups, finds, NULL);

    g_list_store_append (items, offer);
  }
  return items;
}

static void
show_nothing (AkkSearchDialog *self)
{
  g_autofree char *words =
      g_strdup_printf (_ ("Nothing in this dossier holds all of “%s”."), query (self));

  adw_status_page_set_description (
      self->nothing, self->is_reading
                         ? _ ("The attached PDFs are still being read. What they say appears here.")
                         : words);
}

static void
find (AkkSearchDialog *self)
{
  g_autoptr (GPtrArray) groups =
      akk_dossier_search_find (self->search, query (self), self->agreement, self->whole);
  g_autoptr (AkkSearchWords) words = akk_search_words_new (query (self));
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (models, group_new (groups, groups->pdata[i]));
  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->groups)),
                       models->pdata, models->len);
  if (groups->len == 0)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, words == NULL      ? "nothing-asked"
                                                 : groups->len == 0 ? "nothing-found"
                                                                    : "found");
}

static guint
count (AkkSearchDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++) {
    g_autoptr (GListModel) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
    g_autoptr (AkkSearchItem) first = g_list_model_get_item (group, 0);

    n += akk_search_item_get_finds (first)->n;
  }
  return n;
}

/* --- Speaking --- */

static void
rested_cb (gpointer data)
{
  AkkSearchDialog *self = data;
  guint n = count (self);
  g_autofree char *words =
      n == 0 ? g_strdup (_ ("No Results"))
             : g_strdup_printf (g_dngettext (NULL, "%u result", "%u results", n), n);

  self->rest_id = 0;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "nothing-asked") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
speak_later (AkkSearchDialog *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST_MS, rested_cb, self);
}

/* --- Rows --- */

static void
setup_cb (AkkSearchDialog *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, akk_search_row_new ());
}

static void
bind_cb (AkkSearchDialog *self, GtkListItem *item)
{
  AkkSearchRow *row = AKK_SEARCH_ROW (gtk_list_item_get_child (item));

  akk_search_row_set_item (row, self->store, gtk_list_item_get_item (item));
  gtk_list_item_set_accessible_label (item, akk_search_row_get_words (row));
}

static void
setup_header_cb (AkkSearchDialog *self, GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL), *number = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (number, "dimmed");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_header_set_child (header, box);
}

static void
bind_header_cb (AkkSearchDialog *self, GtkListHeader *header)
{
  GtkWidget *box = gtk_list_header_get_child (header);
  GtkWidget *title = gtk_widget_get_first_child (box);
  const AkkSearchFinds *finds = akk_search_item_get_finds (gtk_list_header_get_item (header));
  g_autofree char *number = g_strdup_printf ("%u", finds->n);

  gtk_label_set_text (GTK_LABEL (title), akk_search_group_title (finds->group));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), number);
}

/* --- Callbacks --- */

/* A list whose rows are all new begins at the first of them and hides the heading above it: only
 * once that is laid out can it be scrolled to. */
static gboolean
to_top_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AkkSearchDialog *self = data;

  if (self->n_frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->top_id = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return G_SOURCE_REMOVE;
}

static void
go_to_top (AkkSearchDialog *self)
{
  self->n_frames = 1;
  if (self->top_id == 0)
    self->top_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), to_top_cb, self, NULL);
}

static void
stay (AkkSearchDialog *self)
{
  if (self->top_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->top_id);
  self->top_id = 0;
}

static void
changed_cb (AkkSearchDialog *self)
{
  if (self->search == NULL)
    return;
  self->whole = AKK_N_SEARCH_GROUPS;
  /* Who types among the results goes on in the words. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  }
  find (self);
  go_to_top (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  speak_later (self);
}

static void
show_whole (AkkSearchDialog *self, AkkSearchGroup group, guint position)
{
  self->whole = group;
  find (self);
  stay (self);
  /* Where the offer stood is the first one that was not shown before, if the order is the same. */
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                             NULL);
  speak_later (self);
}

static void
activated_cb (AkkSearchDialog *self, guint position)
{
  g_autoptr (AkkSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  if (akk_search_item_get_hit (item) == NULL) {
    show_whole (self, akk_search_item_get_finds (item)->group, position);
    return;
  }
  g_set_object (&self->chosen, item);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
entered_cb (AkkSearchDialog *self)
{
  activated_cb (self, gtk_single_selection_get_selected (self->selection));
}

/* Ctrl+G in the words. */
static void
next_cb (AkkSearchDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint next = gtk_single_selection_get_selected (self->selection) + 1;

  if (n > 0)
    gtk_list_view_scroll_to (self->list, next < n ? next : 0, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
stopped_cb (AkkSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
down_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkSearchDialog *self = AKK_SEARCH_DIALOG (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection)), next;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)) || n == 0)
    return GDK_EVENT_PROPAGATE;
  /* The first one is chosen already, for Enter. */
  next = MIN (gtk_single_selection_get_selected (self->selection) + 1, n - 1);
  stay (self);
  gtk_list_view_scroll_to (self->list, next, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

/* Who asks again for the search looks for something else. */
static gboolean
again_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkSearchDialog *self = AKK_SEARCH_DIALOG (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GDK_EVENT_STOP;
}

/* The list does not take Up at its first row. */
static gboolean
up_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkSearchDialog *self = AKK_SEARCH_DIALOG (widget);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- Virtual functions --- */

static void
akk_search_dialog_closed (AdwDialog *dialog)
{
  AkkSearchDialog *self = AKK_SEARCH_DIALOG (dialog);

  if (self->chosen != NULL)
    g_signal_emit (self, signals[HIT_CHOSEN], 0, self->chosen);
}

static void
akk_search_dialog_dispose (GObject *object)
{
  AkkSearchDialog *self = AKK_SEARCH_DIALOG (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->chosen);
  if (self->list != NULL) {
    stay (self);
    gtk_list_view_set_factory (self->list, NULL);
    gtk_list_view_set_header_factory (self->list, NULL);
    gtk_list_view_set_model (self->list, NULL);
  }
  g_clear_object (&self->selection);
  g_clear_object (&self->groups);
  g_clear_pointer (&self->search, akk_dossier_search_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_SEARCH_DIALOG);
  G_OBJECT_CLASS (akk_search_dialog_parent_class)->dispose (object);
}

static void
akk_search_dialog_class_init (AkkSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_search_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = akk_search_dialog_closed;
  signals[HIT_CHOSEN] = g_signal_new ("hit-chosen", AKK_TYPE_SEARCH_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_SEARCH_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AkkSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkSearchDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, AkkSearchDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AkkSearchDialog, reading);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, down_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, up_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, again_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F3, 0, again_cb, NULL);
}

static GtkListItemFactory *
factory_new (AkkSearchDialog *self, GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  return factory;
}

static void
akk_search_dialog_init (AkkSearchDialog *self)
{
  g_autoptr (GtkListItemFactory) rows = NULL, headers = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->whole = AKK_N_SEARCH_GROUPS;
  self->groups = g_list_store_new (G_TYPE_LIST_STORE);
  self->selection = gtk_single_selection_new (
      G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->groups)))));
  rows = factory_new (self, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb));
  headers = factory_new (self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb));
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
}

/* --- Public --- */

AkkSearchDialog *
akk_search_dialog_new (AkkStore *store, gint64 agreement)
{
  AkkSearchDialog *self = g_object_new (AKK_TYPE_SEARCH_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->search = akk_dossier_search_new (store);
  self->agreement = agreement;
  return self;
}

void
akk_search_dialog_set_query (AkkSearchDialog *self, const char *words)
{
  g_return_if_fail (AKK_IS_SEARCH_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

const char *
akk_search_dialog_get_query (AkkSearchDialog *self)
{
  g_return_val_if_fail (AKK_IS_SEARCH_DIALOG (self), NULL);

  return query (self);
}

void
akk_search_dialog_set_reading (AkkSearchDialog *self, gboolean reading)
{
  g_return_if_fail (AKK_IS_SEARCH_DIALOG (self));

  if (self->is_reading == reading)
    return;
  self->is_reading = reading;
  gtk_label_set_text (self->reading, _ ("The attached PDFs are still being read."));
  gtk_widget_set_visible (GTK_WIDGET (self->reading), reading);
  /* Rows do not change under who is among them. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    find (self);
}
