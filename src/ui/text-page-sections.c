/* The page Tekst: adding, renaming and deleting sections.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

#include "core/order.h"
#include "ui/section-dialog.h"

/* Index in the outline of the row that is marked there, the last one if there is none. That row
 * follows the caret, and the arrow keys in the outline; the caret goes where something happens. */
static guint
current_index (AkkTextPage *self)
{
  gint64 section = akk_outline_pane_get_selected (self->outline_pane);

  if (section != akk_editor_get_section (self->editor))
    akk_editor_go_to_section (self->editor, section);
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];

    if (entry->section->record.id == section)
      return i;
  }
  return self->outline->len - 1;
}

/* The first index after the section at `index` and all below it. */
static guint
end_of_section (GPtrArray *outline, guint index)
{
  const AkkOutlineEntry *entry = outline->pdata[index];
  guint end = index + 1;

  while (end < outline->len && ((AkkOutlineEntry *) outline->pdata[end])->depth > entry->depth)
    end++;
  return end;
}

/* The position key right after `entry` among its siblings. */
static char *
position_after (GPtrArray *outline, guint index)
{
  const AkkOutlineEntry *entry = outline->pdata[index];
  guint next = end_of_section (outline, index);
  const char *after = "";

  if (next < outline->len) {
    const AkkOutlineEntry *sibling = outline->pdata[next];

    if (sibling->depth == entry->depth)
      after = sibling->section->position;
  }
  return akk_order_between (entry->section->position, after);
}

/* The heading of the new section is selected: typing replaces it. */
static void
select_heading (AkkTextPage *self, gint64 section)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  GtkTextIter start, end;

  akk_editor_go_to_section (self->editor, section);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
show_error (AkkTextPage *self, const char *title, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (title, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
add_section (AkkTextPage *self, gint64 parent, const char *position, AkkScheme scheme)
{
  g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
  g_autoptr (GError) error = NULL;

  akk_record_set_int (section, akk_record_type_field (&akk_section_record, "agreement_id"),
                      self->agreement->record.id);
  akk_record_set_int (section, akk_record_type_field (&akk_section_record, "parent_id"), parent);
  akk_record_set_int (section, akk_record_type_field (&akk_section_record, "scheme"), scheme);
  akk_record_set_text (section, akk_record_type_field (&akk_section_record, "position"), position);
  akk_record_set_text (section, akk_record_type_field (&akk_section_record, "heading"),
                       _ ("New section"));
  akk_store_begin (self->store, N_ ("Add section"));
  akk_store_add (self->store, section);
  if (akk_store_commit (self->store, &error))
    select_heading (self, section->record.id);
  else
    show_error (self, _ ("The section was not added"), error);
}

static void
add_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  const AkkOutlineEntry *entry;
  g_autofree char *position = NULL;
  guint index;

  if (self->agreement == NULL)
    return;
  akk_editor_end_burst (self->editor);
  if (self->outline->len == 0) {
    position = akk_order_between ("", "");
    add_section (self, 0, position, AKK_SCHEME_PART);
    return;
  }
  index = current_index (self);
  entry = self->outline->pdata[index];
  position = position_after (self->outline, index);
  add_section (self, entry->depth == 1 ? 0 : entry->section->parent_id, position,
               entry->section->scheme);
}

/* A subsection is numbered as those that the agreement has at that depth already. */
static AkkScheme
scheme_at_depth (AkkTextPage *self, guint depth)
{
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];

    if (entry->depth == depth)
      return entry->section->scheme;
  }
  return depth == 2 ? AKK_SCHEME_RUNNING : AKK_SCHEME_NONE;
}

static void
add_subsection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  const AkkOutlineEntry *entry;
  const char *last = "";
  g_autofree char *position = NULL;
  guint index;

  if (self->agreement == NULL || self->outline->len == 0)
    return;
  akk_editor_end_burst (self->editor);
  index = current_index (self);
  entry = self->outline->pdata[index];
  for (guint i = index + 1; i < end_of_section (self->outline, index); i++) {
    const AkkOutlineEntry *child = self->outline->pdata[i];

    if (child->depth == entry->depth + 1)
      last = child->section->position;
  }
  position = akk_order_between (last, "");
  add_section (self, entry->section->record.id, position, scheme_at_depth (self, entry->depth + 1));
}

static void
rename_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  const AkkOutlineEntry *entry;

  if (self->agreement == NULL || self->outline->len == 0)
    return;
  akk_editor_end_burst (self->editor);
  entry = self->outline->pdata[current_index (self)];
  adw_dialog_present (ADW_DIALOG (akk_section_dialog_new (self->store, entry->section)), widget);
}

static void
delete_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const AkkOutlineEntry *entry;
  guint index, end;

  if (self->agreement == NULL || self->outline->len == 0)
    return;
  akk_editor_end_burst (self->editor);
  outline = g_ptr_array_ref (self->outline);
  index = current_index (self);
  entry = outline->pdata[index];
  end = end_of_section (outline, index);
  akk_store_begin (self->store, N_ ("Delete section"));
  for (guint i = index; i < end; i++)
    akk_store_delete (self->store, ((AkkOutlineEntry *) outline->pdata[i])->section);
  if (!akk_store_commit (self->store, &error)) {
    show_error (self, _ ("The section was not deleted"), error);
    return;
  }
  sentence = g_strdup_printf (_ ("“%s” has been deleted."), entry->section->heading);
  gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
  gtk_widget_grab_focus (widget);
}

void
akk_text_page_install_section_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "text.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "text.add-subsection", NULL,
                                   add_subsection_action);
  gtk_widget_class_install_action (widget_class, "text.rename-section", NULL,
                                   rename_section_action);
  gtk_widget_class_install_action (widget_class, "text.delete-section", NULL,
                                   delete_section_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "text.rename-section", NULL);
}
