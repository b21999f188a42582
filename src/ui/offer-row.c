/* A row that offers records to go along with a successor.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/offer-row.h"

#include <glib/gi18n.h>

#include "core/indicator.h"

struct _AkkOfferRow {
  AdwExpanderRow parent_instance;

  AkkSuccessor *successor; /* borrowed */
  GPtrArray *records; /* borrowed */
  GPtrArray *rows; /* AdwActionRow, one for each */
  GtkWidget *all_button;
};

G_DEFINE_FINAL_TYPE (AkkOfferRow, akk_offer_row, ADW_TYPE_EXPANDER_ROW)

static guint
n_chosen (AkkOfferRow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->records->len; i++)
    n += g_hash_table_contains (self->successor->chosen, self->records->pdata[i]);
  return n;
}

static void
count (AkkOfferRow *self)
{
  guint n = n_chosen (self);
  g_autofree char *words = g_strdup_printf (
      g_dngettext (NULL, "%u of %u goes along", "%u of %u go along", n), n, self->records->len);

  /* Translators: on a button, of records that go along. */
  const char *label = n > 0 ? C_ ("records", "None") : C_ ("records", "All");
  g_autofree char *spoken =
      g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), label);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->all_button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
toggled_cb (GtkCheckButton *check, gpointer record)
{
  AkkOfferRow *self =
      AKK_OFFER_ROW (gtk_widget_get_ancestor (GTK_WIDGET (check), AKK_TYPE_OFFER_ROW));

  akk_successor_choose (self->successor, record, gtk_check_button_get_active (check));
  count (self);
}

static void
all_cb (AkkOfferRow *self)
{
  gboolean all = n_chosen (self) == 0;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (self->rows->pdata[i])), all);
}

static GtkWidget *
row_new (AkkOfferRow *self, gpointer record)
{
  gboolean is_action = ((AkkRecord *) record)->type == &akk_action_record;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_action
                                                                ? ((AkkAction *) record)->title
                                                                : ((AkkIndicator *) record)->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_action
                                                         ? ((AkkAction *) record)->number
                                                         : ((AkkIndicator *) record)->definition);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->successor->chosen, record));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), record);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* --- Type --- */

static void
akk_offer_row_finalize (GObject *object)
{
  g_ptr_array_unref (AKK_OFFER_ROW (object)->rows);
  G_OBJECT_CLASS (akk_offer_row_parent_class)->finalize (object);
}

static void
akk_offer_row_class_init (AkkOfferRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_offer_row_finalize;
}

static void
akk_offer_row_init (AkkOfferRow *self)
{
  self->rows = g_ptr_array_new ();
  self->all_button = gtk_button_new ();
  gtk_widget_set_valign (self->all_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->all_button, "flat");
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (all_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->all_button);
}

/* --- Public --- */

void
akk_offer_row_offer (AkkOfferRow *self, AkkSuccessor *successor, GPtrArray *records)
{
  g_return_if_fail (AKK_IS_OFFER_ROW (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->successor = successor;
  self->records = records;
  for (guint i = 0; records != NULL && i < records->len; i++) {
    GtkWidget *row = row_new (self, records->pdata[i]);

    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    g_ptr_array_add (self->rows, row);
  }
  if (records != NULL)
    count (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
