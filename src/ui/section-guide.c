/* What stands below the text about the section at the caret.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/section-guide.h"

#include <glib/gi18n.h>

struct _AkkSectionGuide {
  AdwBin parent_instance;

  gboolean wanted;
  char *shown; /* the rubric whose help is shown: it is read from its beginning */

  GtkWidget *content;
  GtkWidget *review_box, *rubric_box, *valid_button, *changed_button, *again_button;
  GtkImage *review_icon;
  GtkLabel *review_label, *title_label, *state_label, *help_label, *source_label;
  GtkScrolledWindow *help_scroller;
};

enum {
  HIDDEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkSectionGuide, akk_section_guide, ADW_TYPE_BIN)

/* --- Showing --- */

static void
reveal (AkkSectionGuide *self)
{
  gboolean speaks = akk_section_guide_speaks (self);

  /* What is not seen takes no focus. */
  gtk_widget_set_visible (self->content, self->wanted && speaks);
}

static void
show_rubric (AkkSectionGuide *self, const AkkRubrics *rubrics, const AkkRubricEntry *entry)
{
  gboolean filled = entry->state == AKK_RUBRIC_FILLED;
  g_autofree char *title = g_strdup_printf (_ ("About This Rubric: %s"), entry->rubric->name);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (NULL, "%u of %u rubrics filled", "%u of %u rubrics filled", rubrics->n_filled),
      rubrics->n_filled, rubrics->entries->len);
  g_autofree char *state =
      g_strdup_printf ("%s · %s", filled ? _ ("Filled") : _ ("Still empty"), count);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->state_label, state);
  gtk_label_set_text (self->help_label, entry->rubric->help);
  gtk_label_set_text (self->source_label, entry->rubric->source);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), *entry->rubric->source != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->help_scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->rubric->help, -1);
  if (g_set_str (&self->shown, entry->rubric->id))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->help_scroller), 0);
}

static void
show_review (AkkSectionGuide *self, const AkkSection *section, guint n_open)
{
  static const char *const icons[] = {
    [AKK_REVIEW_OPEN] = "akk-review-symbolic",
    [AKK_REVIEW_VALID] = "object-select-symbolic",
    [AKK_REVIEW_CHANGED] = "document-edit-symbolic",
  };
  static const char *const words[] = {
    [AKK_REVIEW_OPEN] = N_ ("Taken over. Does it still hold?"),
    [AKK_REVIEW_VALID] = N_ ("Taken over, and still valid."),
    [AKK_REVIEW_CHANGED] = N_ ("Taken over, and changed."),
  };
  g_autofree char *left = g_strdup_printf (
      g_dngettext (NULL, "%u section to read", "%u sections to read", n_open), n_open);
  g_autofree char *text =
      g_strdup_printf ("%s %s", _ (words[section->review]), n_open > 0 ? left : "");

  gtk_image_set_from_icon_name (self->review_icon, icons[section->review]);
  gtk_label_set_text (self->review_label, g_strchomp (text));
  gtk_widget_set_visible (self->valid_button, section->review != AKK_REVIEW_VALID);
  gtk_widget_set_visible (self->changed_button, section->review != AKK_REVIEW_CHANGED);
  gtk_widget_set_visible (self->again_button, section->review != AKK_REVIEW_OPEN);
}

/* --- Callbacks --- */

static void
hide_cb (AkkSectionGuide *self)
{
  g_signal_emit (self, signals[HIDDEN], 0);
}

/* --- Virtual functions --- */

static gboolean
akk_section_guide_grab_focus (GtkWidget *widget)
{
  AkkSectionGuide *self = AKK_SECTION_GUIDE (widget);

  if (gtk_widget_get_visible (self->rubric_box))
    return gtk_widget_grab_focus (GTK_WIDGET (self->help_scroller));
  return gtk_widget_grab_focus (gtk_widget_get_visible (self->valid_button) ? self->valid_button
                                                                            : self->changed_button);
}

static void
akk_section_guide_finalize (GObject *object)
{
  g_free (AKK_SECTION_GUIDE (object)->shown);
  G_OBJECT_CLASS (akk_section_guide_parent_class)->finalize (object);
}

static void
akk_section_guide_class_init (AkkSectionGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = akk_section_guide_finalize;
  widget_class->grab_focus = akk_section_guide_grab_focus;
  signals[HIDDEN] = g_signal_new ("hidden", AKK_TYPE_SECTION_GUIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/section-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, content);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, review_box);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, review_icon);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, review_label);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, valid_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, changed_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, again_button);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, rubric_box);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, title_label);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, state_label);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, help_scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, help_label);
  gtk_widget_class_bind_template_child (widget_class, AkkSectionGuide, source_label);
  gtk_widget_class_bind_template_callback (widget_class, hide_cb);
}

static void
akk_section_guide_init (AkkSectionGuide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What scrolls has no name otherwise. */
  g_object_set (self->help_scroller, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  akk_section_guide_set_section (self, NULL, NULL, NULL, 0);
}

/* --- Public --- */

void
akk_section_guide_set_section (AkkSectionGuide *self,
                               const AkkRubrics *rubrics,
                               const AkkRubricEntry *entry,
                               const AkkSection *section,
                               guint n_open)
{
  gboolean reviewed;

  g_return_if_fail (AKK_IS_SECTION_GUIDE (self));

  reviewed = section != NULL && section->review != AKK_REVIEW_NONE;
  if (entry != NULL)
    show_rubric (self, rubrics, entry);
  if (reviewed)
    show_review (self, section, n_open);
  gtk_widget_set_visible (self->rubric_box, entry != NULL);
  gtk_widget_set_visible (self->review_box, reviewed);
  reveal (self);
}

void
akk_section_guide_set_wanted (AkkSectionGuide *self, gboolean wanted)
{
  g_return_if_fail (AKK_IS_SECTION_GUIDE (self));

  self->wanted = wanted;
  reveal (self);
}

gboolean
akk_section_guide_speaks (AkkSectionGuide *self)
{
  g_return_val_if_fail (AKK_IS_SECTION_GUIDE (self), FALSE);

  return gtk_widget_get_visible (self->rubric_box) || gtk_widget_get_visible (self->review_box);
}
