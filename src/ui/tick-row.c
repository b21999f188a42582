/* A row that unfolds into a list of choices to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tick-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AkkTickRow {
  AdwExpanderRow parent_instance;

  const char *none;
  AkkTickWords words;
  GPtrArray *rows; /* borrowed: AdwActionRow */
  GtkWidget *new_row; /* NULL: none */
  gboolean setting;
};

enum { TICKS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char key_key[] = "akk-key", check_key[] = "akk-check";

G_DEFINE_FINAL_TYPE (AkkTickRow, akk_tick_row, ADW_TYPE_EXPANDER_ROW)

/* --- Choices --- */

static GtkCheckButton *
check_of (AkkTickRow *self, guint index)
{
  return g_object_get_data (self->rows->pdata[index], check_key);
}

static const char *
key_of (AkkTickRow *self, guint index)
{
  return g_object_get_data (self->rows->pdata[index], key_key);
}

static gboolean
is_same (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1), *b = g_utf8_casefold (other, -1);

  return g_str_equal (a, b);
}

/* What it says when folded. */
static void
describe (AkkTickRow *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (check_of (self, i)))
      g_ptr_array_add (titles, (gpointer) adw_preferences_row_get_title (self->rows->pdata[i]));
  if (titles->len == 0) {
    words = g_strdup (self->none);
  } else if (self->words != NULL) {
    words = self->words (titles->len, self->rows->len);
  } else {
    g_ptr_array_add (titles, NULL);
    words = g_strjoinv (", ", (GStrv) titles->pdata);
  }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
}

/* --- Callbacks --- */

static void
toggled_cb (AkkTickRow *self)
{
  if (self->setting)
    return;
  describe (self);
  g_signal_emit (self, signals[TICKS_CHANGED], 0);
}

static void
search_cb (AkkTickRow *self, GtkSearchEntry *entry)
{
  g_auto (GStrv) words =
      g_str_tokenize_and_fold (gtk_editable_get_text (GTK_EDITABLE (entry)), NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    AdwActionRow *row = self->rows->pdata[i];
    g_autofree char *both = g_strconcat (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                         " ", adw_action_row_get_subtitle (row), NULL);
    g_autofree char *folded = g_utf8_casefold (both, -1);
    gboolean found = TRUE;

    for (guint k = 0; words[k] != NULL; k++)
      found = found && strstr (folded, words[k]) != NULL;
    gtk_widget_set_visible (GTK_WIDGET (row), found);
  }
}

static void
new_cb (AkkTickRow *self, GtkEditable *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*name != '\0')
    akk_tick_row_tick (self, name);
  gtk_editable_set_text (row, "");
}

/* --- Virtual functions --- */

static void
akk_tick_row_finalize (GObject *object)
{
  g_ptr_array_unref (AKK_TICK_ROW (object)->rows);
  G_OBJECT_CLASS (akk_tick_row_parent_class)->finalize (object);
}

static void
akk_tick_row_class_init (AkkTickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_tick_row_finalize;
  signals[TICKS_CHANGED] = g_signal_new ("ticks-changed", AKK_TYPE_TICK_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
akk_tick_row_init (AkkTickRow *self)
{
  self->rows = g_ptr_array_new ();
}

/* --- Public --- */

GtkWidget *
akk_tick_row_new (const char *title, const char *none, AkkTickWords words)
{
  AkkTickRow *self =
      g_object_new (AKK_TYPE_TICK_ROW, "title", title, "subtitle", none, "use-markup", FALSE, NULL);

  self->none = none;
  self->words = words;
  return GTK_WIDGET (self);
}

void
akk_tick_row_add (
    AkkTickRow *self, const char *key, const char *title, const char *subtitle, gboolean ticked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), key_key, g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (row), check_key, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  /* The row for a new one stays last. */
  if (self->new_row != NULL) {
    g_object_ref (self->new_row);
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->new_row);
  }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  if (self->new_row != NULL) {
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->new_row);
    g_object_unref (self->new_row);
  }
  describe (self);
}

void
akk_tick_row_offer_search (AkkTickRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_widget_set_margin_top (entry, 6);
  gtk_widget_set_margin_bottom (entry, 6);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Search"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), entry);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

void
akk_tick_row_offer_new (AkkTickRow *self, const char *title)
{
  self->new_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->new_row), TRUE);
  g_signal_connect_object (self->new_row, "apply", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->new_row);
}

GStrv
akk_tick_row_ticked (AkkTickRow *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  GtkEditable *entry = self->new_row != NULL ? GTK_EDITABLE (self->new_row) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (check_of (self, i)))
      g_ptr_array_add (keys, g_strdup (key_of (self, i)));
  /* A name that was written without Enter was meant, too. */
  if (entry != NULL && *gtk_editable_get_text (entry) != '\0')
    g_ptr_array_add (keys, g_strstrip (g_strdup (gtk_editable_get_text (entry))));
  return (GStrv) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

GStrv
akk_tick_row_keys (AkkTickRow *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (keys, g_strdup (key_of (self, i)));
  return (GStrv) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

void
akk_tick_row_tick (AkkTickRow *self, const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_same (key_of (self, i), key)) {
      gtk_check_button_set_active (check_of (self, i), TRUE);
      return;
    }
  self->setting = TRUE;
  akk_tick_row_add (self, key, key, NULL, TRUE);
  self->setting = FALSE;
  toggled_cb (self);
}
