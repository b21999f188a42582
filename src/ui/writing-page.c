/* What a dialog shows while much is being written to the dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/writing-page.h"

#define SLICE_US 8000
/* Some hundred changes, which need no words about being written. */
#define FIRST_STEPS 12
#define MAX_WIDTH 360

struct _AkkWritingPage {
  AdwBin parent_instance;

  GtkWidget *label, *bar;
  AkkLongAction *action; /* NULL: nothing is being written */
  AkkWritten written;
  gpointer owner;
  guint idle;
};

G_DEFINE_FINAL_TYPE (AkkWritingPage, akk_writing_page, ADW_TYPE_BIN)

static void
show_progress (AkkWritingPage *self)
{
  double progress = akk_long_action_get_progress (self->action);

  if (progress > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), progress);
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
}

static void
end (AkkWritingPage *self)
{
  g_autoptr (AkkLongAction) action = g_steal_pointer (&self->action);
  g_autoptr (GError) error = NULL;

  akk_long_action_finish (action, &error);
  self->written (self->owner, error);
}

static gboolean
write_cb (gpointer data)
{
  AkkWritingPage *self = data;
  const gint64 until = g_get_monotonic_time () + SLICE_US;

  while (g_get_monotonic_time () < until)
    if (!akk_long_action_step (self->action)) {
      self->idle = 0;
      end (self);
      return G_SOURCE_REMOVE;
    }
  show_progress (self);
  return G_SOURCE_CONTINUE;
}

static void
akk_writing_page_dispose (GObject *object)
{
  akk_writing_page_stop (AKK_WRITING_PAGE (object));
  G_OBJECT_CLASS (akk_writing_page_parent_class)->dispose (object);
}

static void
akk_writing_page_class_init (AkkWritingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_writing_page_dispose;
}

static void
akk_writing_page_init (AkkWritingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  self->label = gtk_label_new (NULL);
  self->bar = gtk_progress_bar_new ();
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->label, NULL, -1);
}

/* --- Public --- */

GtkWidget *
akk_writing_page_new (const char *words)
{
  AkkWritingPage *self = g_object_new (AKK_TYPE_WRITING_PAGE, NULL);

  gtk_label_set_label (GTK_LABEL (self->label), words);
  return GTK_WIDGET (self);
}

void
akk_writing_page_start (AkkWritingPage *self,
                        AkkLongAction *action,
                        AkkWritten written,
                        gpointer owner)
{
  g_return_if_fail (AKK_IS_WRITING_PAGE (self) && self->action == NULL);

  self->action = action;
  self->written = written;
  self->owner = owner;
  for (guint i = 0; i < FIRST_STEPS; i++)
    if (!akk_long_action_step (action)) {
      end (self);
      return;
    }
  self->idle = g_idle_add (write_cb, self);
}

gboolean
akk_writing_page_is_busy (AkkWritingPage *self)
{
  g_return_val_if_fail (AKK_IS_WRITING_PAGE (self), FALSE);

  return self->action != NULL;
}

void
akk_writing_page_stop (AkkWritingPage *self)
{
  g_return_if_fail (AKK_IS_WRITING_PAGE (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->action, akk_long_action_free);
}
