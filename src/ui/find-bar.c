/* The bar above the text in which words are looked for and replaced.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/find-bar.h"

#include <glib/gi18n.h>

#include "ui/editor-find.h"

struct _AkkFindBar {
  AdwBin parent_instance;

  AkkEditor *editor;
  gboolean replacing, match_case, whole_words;

  GtkRevealer *revealer;
  GtkEntry *find_entry, *replace_entry;
  GtkLabel *count_label;
};

enum { PROP_REPLACING = 1, PROP_MATCH_CASE, PROP_WHOLE_WORDS, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AkkFindBar, akk_find_bar, ADW_TYPE_BIN)

static gboolean
is_open (AkkFindBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

static const char *
needle (AkkFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
}

static void
find (AkkFindBar *self)
{
  if (self->editor != NULL)
    akk_editor_find (self->editor, is_open (self) ? needle (self) : "",
                     (self->match_case ? AKK_FIND_CASE : 0) |
                         (self->whole_words ? AKK_FIND_WORD : 0));
}

static void
show_count (AkkFindBar *self)
{
  guint count, selected;
  g_autofree char *text = NULL;

  if (!is_open (self) || *needle (self) == '\0') {
    gtk_label_set_label (self->count_label, "");
    gtk_widget_remove_css_class (GTK_WIDGET (self->find_entry), "error");
    return;
  }
  count = akk_editor_find_count (self->editor);
  selected = akk_editor_find_selected (self->editor);
  if (count == 0)
    text = g_strdup (_ ("None"));
  else if (selected == 0)
    text = g_strdup_printf ("%u", count);
  else
    /* Translators: which match of how many. */
    text = g_strdup_printf (_ ("%u of %u"), selected, count);
  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->find_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->find_entry), "error");
  if (g_str_equal (text, gtk_label_get_label (self->count_label)))
    return;
  gtk_label_set_label (self->count_label, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- Callbacks --- */

static void
found_cb (AkkFindBar *self)
{
  if (is_open (self))
    show_count (self);
}

static void
changed_cb (AkkFindBar *self)
{
  find (self);
  if (is_open (self) && *needle (self) != '\0')
    akk_editor_find_step (self->editor, 0);
  show_count (self);
}

static void
activate_cb (AkkFindBar *self)
{
  akk_find_bar_step (self, 1);
}

static void
replace_cb (AkkFindBar *self)
{
  akk_editor_find_replace (self->editor,
                           gtk_editable_get_text (GTK_EDITABLE (self->replace_entry)));
}

static void
replace_all_cb (AkkFindBar *self)
{
  guint n = akk_editor_find_replace_all (
      self->editor, gtk_editable_get_text (GTK_EDITABLE (self->replace_entry)));
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
  sentence = g_strdup_printf (
      g_dngettext (NULL, "%u place has been replaced.", "%u places have been replaced.", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", sentence);
}

/* --- Virtual functions --- */

static void
akk_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkFindBar *self = AKK_FIND_BAR (object);
  const gboolean *values[] = { NULL, &self->replacing, &self->match_case, &self->whole_words };

  g_value_set_boolean (value, *values[id]);
}

static void
akk_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkFindBar *self = AKK_FIND_BAR (object);
  gboolean *values[] = { NULL, &self->replacing, &self->match_case, &self->whole_words };

  *values[id] = g_value_get_boolean (value);
  if (id != PROP_REPLACING) {
    find (self);
    show_count (self);
  }
}

static gboolean
akk_find_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AKK_FIND_BAR (widget)->find_entry));
}

static void
akk_find_bar_dispose (GObject *object)
{
  AkkFindBar *self = AKK_FIND_BAR (object);

  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_FIND_BAR);
  G_OBJECT_CLASS (akk_find_bar_parent_class)->dispose (object);
}

static void
akk_find_bar_class_init (AkkFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = akk_find_bar_get_property;
  object_class->set_property = akk_find_bar_set_property;
  object_class->dispose = akk_find_bar_dispose;
  widget_class->grab_focus = akk_find_bar_grab_focus;
  props[PROP_REPLACING] = g_param_spec_boolean ("replacing", NULL, NULL, FALSE, flags);
  props[PROP_MATCH_CASE] = g_param_spec_boolean ("match-case", NULL, NULL, FALSE, flags);
  props[PROP_WHOLE_WORDS] = g_param_spec_boolean ("whole-words", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "find.match-case", "match-case");
  gtk_widget_class_install_property_action (widget_class, "find.whole-words", "whole-words");
  gtk_widget_class_set_template_from_resource (widget_class, "/be/akkoord/Akkoord/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AkkFindBar, find_entry);
  gtk_widget_class_bind_template_child (widget_class, AkkFindBar, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, AkkFindBar, count_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
}

static void
akk_find_bar_init (AkkFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

void
akk_find_bar_set_editor (AkkFindBar *self, AkkEditor *editor)
{
  g_return_if_fail (AKK_IS_FIND_BAR (self) && self->editor == NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)),
                           "notify::cursor-position", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
}

void
akk_find_bar_open (AkkFindBar *self, gboolean replacing)
{
  g_autofree char *selected = NULL;

  g_return_if_fail (AKK_IS_FIND_BAR (self) && self->editor != NULL);

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_object_set (self, "replacing", replacing, NULL);
  /* What is selected in one line is what one looks for. */
  selected = akk_editor_get_selected_words (self->editor);
  if (selected != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->find_entry), selected);
  find (self);
  show_count (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

gboolean
akk_find_bar_close (AkkFindBar *self)
{
  g_return_val_if_fail (AKK_IS_FIND_BAR (self), FALSE);

  if (!is_open (self))
    return FALSE;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return TRUE;
}

void
akk_find_bar_step (AkkFindBar *self, int by)
{
  g_return_if_fail (AKK_IS_FIND_BAR (self) && self->editor != NULL);

  if (!is_open (self) || *needle (self) == '\0')
    akk_find_bar_open (self, self->replacing);
  else if (!akk_editor_find_step (self->editor, by))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
akk_find_bar_has_focus (AkkFindBar *self)
{
  g_return_val_if_fail (AKK_IS_FIND_BAR (self), FALSE);

  return is_open (self) && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

const char *
akk_find_bar_get_words (AkkFindBar *self)
{
  g_return_val_if_fail (AKK_IS_FIND_BAR (self), NULL);

  return needle (self);
}
