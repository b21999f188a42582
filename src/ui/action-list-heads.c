/* The list of actions: the heads of its sections, and the labels in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-list-private.h"

#include <glib/gi18n.h>

#include "core/phrases.h"
#include "ui/action-words.h"
#include "ui/meeting-words.h"

void
akk_action_list_set_label (GtkWidget *label, const char *words)
{
  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (label)), words))
    gtk_label_set_label (GTK_LABEL (label), words);
}

GtkWidget *
akk_action_list_label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* All of it, also what comes little by little. */
static guint
section_length (AkkActionList *self, guint position)
{
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (self->items), position, &start, &end);
  return end - start;
}

void
akk_action_list_show_head (AkkActionList *self, GtkListHeader *header)
{
  AkkAction *action = gtk_list_header_get_item (header);
  guint n = section_length (self, gtk_list_header_get_start (header));
  GtkWidget *number = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  GtkWidget *title = gtk_widget_get_next_sibling (number);
  GtkWidget *lead = gtk_widget_get_next_sibling (title);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u action", "%u actions", n), n);
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  g_autofree char *title_words = NULL;
  g_autoptr (AkkPriority) priority = NULL;
  const AkkActionRow *row;

  if (action == NULL)
    return;
  row = akk_action_rows_find (akk_action_scope_rows (self->scope), action->record.id);
  priority = akk_store_get (akk_action_scope_store (self->scope), &akk_priority_record,
                            action->priority_id);
  place = row != NULL && row->priority > 0 ? g_strdup_printf ("%u", row->priority) : g_strdup ("");
  words = priority != NULL
              ? akk_priority_lead_words (akk_action_scope_store (self->scope), priority)
              : g_strdup ("");
  akk_action_list_set_label (number, place);
  gtk_widget_set_visible (number, *place != '\0');
  title_words = priority != NULL ? akk_phrases_sentence (priority->title)
                                 : g_strdup (_ ("Without a Priority"));
  akk_action_list_set_label (title, title_words);
  akk_action_list_set_label (lead, words);
  akk_action_list_set_label (gtk_widget_get_next_sibling (lead), count);
}

static void
header_counts_cb (AkkActionList *self, GParamSpec *pspec, GtkListHeader *header)
{
  if (self->scope != NULL)
    akk_action_list_show_head (self, header);
}

static void
header_setup_cb (AkkActionList *self, GtkListHeader *header)
{
  static const char *const classes[] = { "heading", "heading", "dimmed", "dimmed" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, "akk-action-header");
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    GtkWidget *label = akk_action_list_label_new (classes[i]);

    if (i >= 2)
      gtk_widget_add_css_class (label, "caption");
    if (i == 0 || i == 3)
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
    if (i == 2)
      g_object_bind_property (self, "narrow", label, "visible",
                              G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
    if (i == 3) {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
    gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_CENTER);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_header_set_child (header, box);
  g_signal_connect_object (header, "notify::n-items", G_CALLBACK (header_counts_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkListItemFactory *
akk_action_list_heads_new (AkkActionList *self)
{
  GtkListItemFactory *heads = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (heads, "setup", G_CALLBACK (header_setup_cb), self);
  return heads;
}
