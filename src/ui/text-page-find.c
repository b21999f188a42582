/* The page Tekst: finding and replacing, and the words that the dictionary does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

#include "ui/editor-find.h"
#include "ui/editor-spell.h"
#include "ui/settings.h"

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);

  /* Who asks twice looks further than this text. */
  if (g_str_equal (name, "text.find") && akk_find_bar_has_focus (self->find_bar)) {
    gtk_widget_activate_action (widget, "view.search-words", "s",
                                akk_find_bar_get_words (self->find_bar));
    return;
  }
  if (self->outline == NULL || self->outline->len == 0)
    return;
  if (g_str_equal (name, "text.find"))
    akk_find_bar_open (self->find_bar, FALSE);
  else if (g_str_equal (name, "text.replace"))
    akk_find_bar_open (self->find_bar, TRUE);
  else if (g_str_equal (name, "text.find-next"))
    akk_find_bar_step (self->find_bar, 1);
  else if (g_str_equal (name, "text.find-previous"))
    akk_find_bar_step (self->find_bar, -1);
  else
    akk_find_bar_close (self->find_bar);
}

static void
misspelling_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);

  if (akk_editor_next_misspelling (self->editor,
                                   g_str_equal (name, "text.next-misspelling") ? 1 : -1))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("No misspelled words"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* From the text too; where the bar is not open Escape means something else. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return akk_find_bar_close (AKK_TEXT_PAGE (widget)->find_bar);
}

void
akk_text_page_install_find_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *action;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "text.find", GDK_KEY_f, GDK_CONTROL_MASK },
    { "text.replace", GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "text.find-next", GDK_KEY_g, GDK_CONTROL_MASK },
    { "text.find-previous", GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "text.find-close", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_class_install_action (widget_class, actions[i].action, NULL, find_action);
    if (actions[i].key != 0)
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                           actions[i].action, NULL);
  }
  gtk_widget_class_install_action (widget_class, "text.next-misspelling", NULL, misspelling_action);
  gtk_widget_class_install_action (widget_class, "text.previous-misspelling", NULL,
                                   misspelling_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "text.next-misspelling", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, GDK_SHIFT_MASK,
                                       "text.previous-misspelling", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
akk_text_page_update_spelling (AkkTextPage *self)
{
  gboolean check = g_settings_get_boolean (akk_settings (), "check-spelling");

  akk_editor_set_spelling (self->editor, self->agreement != NULL && check
                                             ? akk_agreement_language (self->agreement)
                                             : NULL);
}

void
akk_text_page_find_init (AkkTextPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) toggle = g_settings_create_action (akk_settings (), "check-spelling");

  akk_find_bar_set_editor (self->find_bar, self->editor);
  g_action_map_add_action (G_ACTION_MAP (group), toggle);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", G_ACTION_GROUP (group));
  g_signal_connect_object (akk_settings (), "changed::check-spelling",
                           G_CALLBACK (akk_text_page_update_spelling), self, G_CONNECT_SWAPPED);
}

void
akk_text_page_show_words (AkkTextPage *self, gint64 section, const char *query)
{
  g_autoptr (AkkSearchWords) words = akk_search_words_new (query);

  g_return_if_fail (AKK_IS_TEXT_PAGE (self));

  akk_text_page_go_to (self, section, G_MAXUINT);
  if (words != NULL)
    akk_editor_select_words (self->editor, section, words);
}
