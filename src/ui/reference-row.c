/* A row that chooses a record of the dossier, or makes a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reference-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/organisation.h"
#include "ui/record-words.h"

#define LIST_CHARS 48 /* of a name in the list, at most */

struct _AkkReferenceRow {
  AdwComboRow parent_instance;

  AkkStore *store;
  GListModel *records;
  const char *none; /* how the choice of no record reads */
  GArray *ids; /* gint64, one for each choice */
  gint64 reference;
  gboolean setting;
  AkkReferenceOffers offers;
  gpointer offers_data;
  GDestroyNotify offers_destroy;
};

G_DEFINE_FINAL_TYPE (AkkReferenceRow, akk_reference_row, ADW_TYPE_COMBO_ROW)

enum { REFERENCE_CHANGED, NEW_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  char *words, *key;
  gint64 id;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->words);
  g_free (choice->key);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Choice *) a)->key, ((const Choice *) b)->key);
}

static gboolean
is_offered (AkkReferenceRow *self, AkkRecord *record)
{
  return self->offers == NULL || record->id == self->reference ||
         self->offers (self->store, record, self->offers_data);
}

/* Who looks for an organisation types its short name. */
static char *
choice_words (AkkStore *store, AkkRecord *record)
{
  g_autofree char *words = akk_record_words (store, record);
  const char *short_name = record->type == &akk_organisation_record
                               ? akk_organisation_short ((AkkOrganisation *) record)
                               : "";

  return strstr (words, short_name) == NULL ? g_strdup_printf ("%s (%s)", words, short_name)
                                            : g_steal_pointer (&words);
}

static GArray *
choices_new (AkkReferenceRow *self)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, (GDestroyNotify) choice_clear);
  for (guint i = 0; i < g_list_model_get_n_items (self->records); i++) {
    g_autoptr (AkkRecord) record = g_list_model_get_item (self->records, i);
    Choice choice = { .id = record->id };

    if (!is_offered (self, record))
      continue;
    choice.words = choice_words (self->store, record);
    choice.key = g_utf8_collate_key (choice.words, -1);
    g_array_append_val (choices, choice);
  }
  g_array_sort (choices, compare_choices);
  return choices;
}

static void
select_reference (AkkReferenceRow *self)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == self->reference)
      selected = i;
  self->setting = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->setting = FALSE;
}

static void
fill (AkkReferenceRow *self)
{
  static const gint64 no_id = 0;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GArray) choices = choices_new (self);

  g_array_set_size (self->ids, 0);
  gtk_string_list_append (words, self->none);
  g_array_append_val (self->ids, no_id);
  for (guint i = 0; i < choices->len; i++) {
    const Choice *choice = &g_array_index (choices, Choice, i);

    gtk_string_list_append (words, choice->words);
    g_array_append_val (self->ids, choice->id);
  }
  self->setting = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
  self->setting = FALSE;
  select_reference (self);
}

static void
selected_cb (AkkReferenceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->setting || selected >= self->ids->len)
    return;
  self->reference = g_array_index (self->ids, gint64, selected);
  g_signal_emit (self, signals[REFERENCE_CHANGED], 0);
}

static void
new_clicked_cb (AkkReferenceRow *self)
{
  g_signal_emit (self, signals[NEW_WANTED], 0);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* Enter takes the first choice that has the words: the row itself leaves Enter without meaning. */
static void
search_activated_cb (AkkReferenceRow *self, GtkSearchEntry *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  GtkWidget *list = popover != NULL ? find_list (popover) : NULL;

  if (list == NULL || *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    return;
  g_signal_emit_by_name (list, "activate", 0);
}

/* The row has no name for the field in which its choices are searched. */
static void
set_up_search (AkkReferenceRow *self, GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget)) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Search"), -1);
    gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (widget), 0);
    g_signal_connect_object (widget, "activate", G_CALLBACK (search_activated_cb), self,
                             G_CONNECT_SWAPPED);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_up_search (self, child);
}

/* --- The list --- */

/* A tick behind the choice that is made. */
static void
show_tick (GtkListItem *item, GParamSpec *pspec, AkkReferenceRow *self)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen =
      gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AkkReferenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AkkReferenceRow *self)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), words);
  gtk_list_item_set_accessible_label (item, words);
  g_signal_connect_object (self, "notify::selected-item", G_CALLBACK (show_tick), item,
                           G_CONNECT_SWAPPED);
  show_tick (item, NULL, self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AkkReferenceRow *self)
{
  g_signal_handlers_disconnect_by_func (self, show_tick, item);
}

/* The row's own list cuts names after twenty characters, and those of two agreements, or of two
 * dates, then read the same. */
static void
set_up_list (AkkReferenceRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), factory);
}

static void
akk_reference_row_dispose (GObject *object)
{
  AkkReferenceRow *self = AKK_REFERENCE_ROW (object);

  g_clear_object (&self->records);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_reference_row_parent_class)->dispose (object);
}

static void
akk_reference_row_finalize (GObject *object)
{
  AkkReferenceRow *self = AKK_REFERENCE_ROW (object);

  g_array_unref (self->ids);
  if (self->offers_destroy != NULL)
    self->offers_destroy (self->offers_data);
  G_OBJECT_CLASS (akk_reference_row_parent_class)->finalize (object);
}

static void
akk_reference_row_class_init (AkkReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = akk_reference_row_dispose;
  object_class->finalize = akk_reference_row_finalize;
  signals[REFERENCE_CHANGED] =
      g_signal_new ("reference-changed", AKK_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[NEW_WANTED] = g_signal_new ("new-wanted", AKK_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_reference_row_init (AkkReferenceRow *self)
{
  g_autoptr (GtkExpression) words =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), words);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  set_up_search (self, GTK_WIDGET (self));
  set_up_list (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
akk_reference_row_new (const char *title,
                       AkkStore *store,
                       const AkkRecordType *type,
                       const char *ref,
                       gint64 id,
                       const char *none)
{
  /* Names of people and organisations are long. */
  AkkReferenceRow *self =
      g_object_new (AKK_TYPE_REFERENCE_ROW, "title", title, "use-subtitle", TRUE, NULL);

  self->store = g_object_ref (store);
  self->records = akk_store_list (store, type, ref, id);
  self->none = none != NULL ? none : _ ("Choose…");
  g_signal_connect_object (store, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

gint64
akk_reference_row_get_reference (AkkReferenceRow *self)
{
  g_return_val_if_fail (AKK_IS_REFERENCE_ROW (self), 0);

  return self->reference;
}

void
akk_reference_row_set_reference (AkkReferenceRow *self, gint64 id)
{
  g_return_if_fail (AKK_IS_REFERENCE_ROW (self));

  self->reference = id;
  select_reference (self);
}

void
akk_reference_row_choose (AkkReferenceRow *self, gint64 id)
{
  akk_reference_row_set_reference (self, id);
  g_signal_emit (self, signals[REFERENCE_CHANGED], 0);
}

void
akk_reference_row_offer_new (AkkReferenceRow *self, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  g_return_if_fail (AKK_IS_REFERENCE_ROW (self));

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (new_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

void
akk_reference_row_set_offers (AkkReferenceRow *self,
                              AkkReferenceOffers offers,
                              gpointer data,
                              GDestroyNotify destroy)
{
  g_return_if_fail (AKK_IS_REFERENCE_ROW (self));
  g_return_if_fail (self->offers == NULL);

  self->offers = offers;
  self->offers_data = data;
  self->offers_destroy = destroy;
  fill (self);
}

void
akk_reference_row_offers_changed (AkkReferenceRow *self)
{
  g_return_if_fail (AKK_IS_REFERENCE_ROW (self));

  fill (self);
}
