/* The page Tekst: what is said about the section at the caret, and the marks of what was taken
 * over. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

#include "core/successor.h"
#include "ui/settings.h"

/* --- Showing --- */

/* The sections whose rubric is still empty: gint64 set. */
static GHashTable *
empty_sections (AkkTextPage *self)
{
  GHashTable *sections = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; self->rubrics != NULL && i < self->rubrics->entries->len; i++) {
    const AkkRubricEntry *entry = &g_array_index (self->rubrics->entries, AkkRubricEntry, i);

    if (entry->state == AKK_RUBRIC_EMPTY)
      g_hash_table_add (sections, g_memdup2 (&entry->section, sizeof entry->section));
  }
  return sections;
}

static AkkSection *
section_here (AkkTextPage *self)
{
  gint64 id = akk_editor_get_section (self->editor);
  const AkkOutlineEntry *entry =
      self->outline != NULL ? akk_outline_find (self->outline, id) : NULL;

  return entry != NULL ? entry->section : NULL;
}

void
akk_text_page_show_guide (AkkTextPage *self)
{
  AkkSection *section = section_here (self);
  const AkkRubricEntry *entry = NULL;

  if (section != NULL && self->rubrics != NULL)
    entry = akk_rubrics_of_section (self->rubrics, self->store, section->record.id);
  akk_section_guide_set_section (
      self->section_guide, self->rubrics, entry, section,
      section != NULL ? akk_review_count_open (self->store, self->agreement) : 0);
}

void
akk_text_page_update_guide (AkkTextPage *self)
{
  g_autoptr (GHashTable) empty = NULL;

  g_clear_pointer (&self->rubrics, akk_rubrics_free);
  if (self->store != NULL)
    self->rubrics = akk_rubrics_new (self->store, self->agreement);
  empty = empty_sections (self);
  akk_outline_pane_set_empty (self->outline_pane, empty);
  akk_text_page_show_guide (self);
}

static void
want_guide (AkkTextPage *self, gboolean wanted)
{
  g_settings_set_boolean (akk_settings (), "show-guide", wanted);
  akk_section_guide_set_wanted (self->section_guide, wanted);
}

/* --- Reading again --- */

/* From the one at the caret on, and around. */
static gboolean
go_to_next (AkkTextPage *self)
{
  gint64 here = akk_editor_get_section (self->editor);
  guint start = 0;

  for (guint i = 0; i < self->outline->len; i++)
    if (((AkkOutlineEntry *) self->outline->pdata[i])->section->record.id == here)
      start = i + 1;
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[(start + i) % self->outline->len];

    if (entry->section->review != AKK_REVIEW_OPEN)
      continue;
    akk_editor_go_to_section (self->editor, entry->section->record.id);
    return TRUE;
  }
  return FALSE;
}

static void
next_to_read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);

  if (self->outline == NULL)
    return;
  akk_editor_end_burst (self->editor);
  if (!go_to_next (self))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("All sections have been read."),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const steps[] = {
    [AKK_REVIEW_OPEN] = N_ ("Mark as still to be read"),
    [AKK_REVIEW_VALID] = N_ ("Mark as still valid"),
    [AKK_REVIEW_CHANGED] = N_ ("Mark as changed"),
  };
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  const char *wanted = g_variant_get_string (parameter, NULL);
  AkkReview review = g_str_equal (wanted, "valid")     ? AKK_REVIEW_VALID
                     : g_str_equal (wanted, "changed") ? AKK_REVIEW_CHANGED
                                                       : AKK_REVIEW_OPEN;
  gboolean in_text = gtk_widget_get_focus_child (self->editor_scroller) != NULL;
  g_autoptr (GError) error = NULL;
  AkkSection *section;

  akk_editor_end_burst (self->editor);
  section = section_here (self);
  if (section == NULL || section->review == AKK_REVIEW_NONE) {
    gtk_widget_error_bell (widget);
    return;
  }
  if (section->review == (gint64) review && review == AKK_REVIEW_OPEN)
    return;
  akk_store_begin (self->store, steps[review]);
  akk_store_set_int (self->store, section, "review", review);
  if (!akk_store_commit (self->store, &error)) {
    g_signal_emit_by_name (self, "failed", error->message);
    return;
  }
  /* Who wants to read it again stays there. */
  if (review == AKK_REVIEW_OPEN)
    akk_text_page_show_guide (self);
  else
    next_to_read_action (widget, NULL, NULL);
  if (in_text)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* --- The guide by keyboard --- */

/* Shows it and goes there; from there the same key sends it away. */
static void
show_guide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  gboolean inside = gtk_widget_get_focus_child (GTK_WIDGET (self->section_guide)) != NULL;

  if (inside) {
    want_guide (self, FALSE);
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
    return;
  }
  want_guide (self, TRUE);
  if (akk_section_guide_speaks (self->section_guide))
    gtk_widget_grab_focus (GTK_WIDGET (self->section_guide));
  else
    gtk_widget_error_bell (widget);
}

static void
guide_hidden_cb (AkkTextPage *self)
{
  want_guide (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static gboolean
guide_key_cb (AkkTextPage *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  return GDK_EVENT_STOP;
}

/* Below the text, of which it takes its height. */
static void
add_guide (AkkTextPage *self)
{
  AdwToolbarView *view =
      ADW_TOOLBAR_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self->stack), ADW_TYPE_TOOLBAR_VIEW));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GtkWidget) stack = GTK_WIDGET (g_object_ref (self->stack));

  self->section_guide = g_object_new (AKK_TYPE_SECTION_GUIDE, NULL);
  adw_toolbar_view_set_content (view, NULL);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), stack);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->section_guide));
  adw_toolbar_view_set_content (view, box);
}

void
akk_text_page_guide_init (AkkTextPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_guide (self);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (guide_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->section_guide), keys);
  g_signal_connect_object (self->section_guide, "hidden", G_CALLBACK (guide_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::section", G_CALLBACK (akk_text_page_show_guide),
                           self, G_CONNECT_SWAPPED);
  akk_section_guide_set_wanted (self->section_guide,
                                g_settings_get_boolean (akk_settings (), "show-guide"));
}

void
akk_text_page_install_guide (GtkWidgetClass *widget_class)
{
  const GdkModifierType control_alt = GDK_CONTROL_MASK | GDK_ALT_MASK;

  gtk_widget_class_install_action (widget_class, "text.review", "s", review_action);
  gtk_widget_class_install_action (widget_class, "text.next-to-read", NULL, next_to_read_action);
  gtk_widget_class_install_action (widget_class, "text.show-guide", NULL, show_guide_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, control_alt, "text.review", "s",
                                       "valid");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, control_alt, "text.review", "s",
                                       "changed");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, control_alt, "text.review", "s",
                                       "open");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, control_alt, "text.next-to-read",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, GDK_SHIFT_MASK, "text.show-guide",
                                       NULL);
}
