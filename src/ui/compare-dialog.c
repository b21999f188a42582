/* What changed between two versions, word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compare-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/agreement-words.h"
#include "ui/compare-item.h"
#include "ui/compare-task.h"
#include "ui/day.h"

struct _AkkCompareDialog {
  AdwDialog parent_instance;

  AdwComboRow *old_row, *now_row;
  GtkLabel *summary;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkListView *list;
  GtkWidget *save_button;

  AkkStore *store;
  GPtrArray *sides; /* AkkCompareSide, as both rows offer them */
  GListStore *items;
  GtkSingleSelection *selection;
  AkkCompared *compared; /* what is shown; NULL: nothing yet */
  GCancellable *cancellable; /* of what is being compared */
  gboolean filling;
};

enum { GO_TO, SAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkCompareDialog, akk_compare_dialog, ADW_TYPE_DIALOG)

/* --- Comparing --- */

static void
clear (AkkCompareDialog *self)
{
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->compared, akk_compared_free);
}

static void
fill (AkkCompareDialog *self)
{
  GPtrArray *entries = self->compared->comparison->entries;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++) {
    const AkkCompareEntry *entry = entries->pdata[i];

    g_ptr_array_add (items, akk_compare_item_new (entry, NULL));
    for (guint j = 0; j < entry->changes->len; j++)
      g_ptr_array_add (items, akk_compare_item_new (entry, entry->changes->pdata[j]));
  }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  gtk_label_set_label (self->summary, items->len > 0 ? self->compared->summary : "");
  adw_status_page_set_description (self->nothing, self->compared->summary);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "changes" : "nothing");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->compared->summary,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AkkCompareDialog) self = data;
  g_autoptr (GError) error = NULL;
  AkkCompared *compared = akk_compare_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  if (compared == NULL) {
    adw_status_page_set_title (self->nothing, _ ("These Cannot Be Compared"));
    adw_status_page_set_description (self->nothing, error->message);
    gtk_stack_set_visible_child_name (self->stack, "nothing");
    return;
  }
  adw_status_page_set_title (self->nothing, _ ("No Difference"));
  self->compared = compared;
  fill (self);
}

static void
compare (AkkCompareDialog *self)
{
  guint old = adw_combo_row_get_selected (self->old_row);
  guint now = adw_combo_row_get_selected (self->now_row);

  if (old >= self->sides->len || now >= self->sides->len)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_label_set_label (self->summary, "");
  akk_compare_async (self->store, self->sides->pdata[old], self->sides->pdata[now],
                     self->cancellable, compared_cb, g_object_ref (self));
}

static void
chosen_cb (AkkCompareDialog *self)
{
  if (!self->filling && self->store != NULL)
    compare (self);
}

/* --- Rows --- */

static void
setup_cb (AkkCompareDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mark = gtk_label_new (NULL), *text = gtk_label_new (NULL);

  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (mark), 0);
  gtk_label_set_wrap (GTK_LABEL (mark), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (AkkCompareDialog *self, GtkListItem *item)
{
  AkkCompareItem *it = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *text = gtk_widget_get_first_child (box);
  GtkWidget *mark = gtk_widget_get_last_child (box);
  g_autofree char *markup = akk_compare_item_markup (it);
  g_autofree char *mark_words = akk_compare_item_mark (it);
  g_autofree char *words = akk_compare_item_words (it);

  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_label (GTK_LABEL (mark), mark_words);
  /* That words within it changed, one sees. */
  gtk_widget_set_visible (mark, !akk_compare_item_is_plain (it));
  if (akk_compare_item_is_part (it)) {
    gtk_widget_add_css_class (text, "heading");
    gtk_widget_add_css_class (box, "akk-compare-part");
  } else {
    gtk_widget_remove_css_class (text, "heading");
    gtk_widget_remove_css_class (box, "akk-compare-part");
  }
  gtk_list_item_set_accessible_label (item, words);
}

/* --- The way to a place --- */

static const char *
page_of (AkkCompareArea area)
{
  static const char *const pages[] = { "properties", "parties", "plan", "consultation", "text" };

  return pages[area];
}

static void
activated_cb (AkkCompareDialog *self, guint position)
{
  g_autoptr (AkkCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const AkkCompareEntry *entry = item != NULL ? akk_compare_item_get_entry (item) : NULL;
  g_autofree char *gone = NULL;
  gint64 agreement, section;
  const char *page;

  if (entry == NULL)
    return;
  agreement = self->compared->agreement;
  section = entry->place;
  page = page_of (entry->area);
  gone = entry->now == NULL ? g_strdup (entry->old->heading) : NULL;
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[GO_TO], 0, agreement, page, section, gone);
}

/* --- From one to the next --- */

static void
step (AkkCompareDialog *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint at = gtk_single_selection_get_selected (self->selection);
  gint64 next = at == GTK_INVALID_LIST_POSITION ? 0 : (gint64) at + by;

  if (n > 0)
    gtk_list_view_scroll_to (self->list, (guint) CLAMP (next, 0, (gint64) n - 1),
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
next_cb (AkkCompareDialog *self)
{
  step (self, 1);
}

static void
previous_cb (AkkCompareDialog *self)
{
  step (self, -1);
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  AkkCompareDialog *self = AKK_COMPARE_DIALOG (widget);

  step (self, g_variant_get_int32 (by));
  /* Return goes to the place then. */
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return TRUE;
}

static void
save_cb (AkkCompareDialog *self)
{
  g_signal_emit (self, signals[SAVE], 0, adw_combo_row_get_selected (self->old_row),
                 adw_combo_row_get_selected (self->now_row));
}

/* --- Virtual functions --- */

static void
akk_compare_dialog_dispose (GObject *object)
{
  AkkCompareDialog *self = AKK_COMPARE_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->items != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_COMPARE_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->sides, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_compare_dialog_parent_class)->dispose (object);
}

static void
akk_compare_dialog_class_init (AkkCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_compare_dialog_dispose;
  signals[GO_TO] =
      g_signal_new ("go-to", AKK_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING);
  signals[SAVE] = g_signal_new ("save", AKK_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, old_row);
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, now_row);
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AkkCompareDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, step_key_cb, "i", -1);
}

static void
akk_compare_dialog_init (AkkCompareDialog *self)
{
  GtkListItemFactory *factory;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (AKK_TYPE_COMPARE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

/* --- Public --- */

static char *
side_words (AkkStore *store, const AkkCompareSide *side, AkkAgreement *about)
{
  AkkAgreement *agreement = side->agreement;
  g_autofree char *term = akk_agreement_term (agreement);
  /* Titles are alike, and too long for the row. */
  const char *name = *term != '\0' ? term : akk_agreement_name (agreement);
  g_autofree char *day = side->version != NULL ? akk_day_long (side->version->frozen_on) : NULL;
  g_autofree char *which =
      side->version != NULL
          ? g_strdup_printf (_ ("Version %d, %s"), (int) side->version->number, day)
          : g_strdup (_ ("As it is now"));

  return agreement == about ? g_steal_pointer (&which) : g_strdup_printf ("%s · %s", which, name);
}

AkkCompareDialog *
akk_compare_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkCompareDialog *self = g_object_new (AKK_TYPE_COMPARE_DIALOG, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint old = 0, now = 0;

  self->store = g_object_ref (store);
  self->sides = akk_compare_sides (store, agreement);
  for (guint i = 0; i < self->sides->len; i++)
    gtk_string_list_take (names, side_words (store, self->sides->pdata[i], agreement));
  akk_compare_sides_likely (self->sides, &old, &now);
  self->filling = TRUE;
  adw_combo_row_set_model (self->old_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->now_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->old_row, old);
  adw_combo_row_set_selected (self->now_row, now);
  self->filling = FALSE;
  compare (self);
  return self;
}

void
akk_compare_dialog_show_predecessor (AkkCompareDialog *self)
{
  const AkkCompareSide *first;

  g_return_if_fail (AKK_IS_COMPARE_DIALOG (self));

  first = self->sides->pdata[0];
  for (guint i = 1; i < self->sides->len; i++) {
    const AkkCompareSide *side = self->sides->pdata[i];

    if (side->agreement->record.id == first->agreement->predecessor_id) {
      adw_combo_row_set_selected (self->old_row, i);
      return;
    }
  }
}
