/* The page Tekst: adding, moving, renaming and deleting sections.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

#include "core/order.h"
#include "core/outline-edit.h"
#include "ui/section-dialog.h"

/* Index in the outline of the row that is marked there, the last one if there is none. That row
 * follows the caret, and the arrow keys in the outline; the caret goes where something happens. */
static guint
current_index (AkkTextPage *self)
{
  gint64 section = akk_outline_pane_get_selected (self->outline_pane);

  if (section == 0)
    section = akk_editor_get_section (self->editor);
  else if (section != akk_editor_get_section (self->editor))
    akk_editor_go_to_section (self->editor, section);
  for (guint i = 0; i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];

    if (entry->section->record.id == section)
      return i;
  }
  return self->outline->len - 1;
}

/* The position key right after `entry` among its siblings. */
static char *
position_after (GPtrArray *outline, guint index)
{
  const AkkOutlineEntry *entry = outline->pdata[index];
  guint next = akk_outline_end (outline, index);
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

/* At a reference the same key leads to what it is about. */
static void
follow_or_add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean in_text = focus != NULL && (focus == GTK_WIDGET (self->editor) ||
                                       gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor)));

  if (!in_text || !akk_editor_follow (self->editor))
    add_section_action (widget, name, parameter);
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
  for (guint i = index + 1; i < akk_outline_end (self->outline, index); i++) {
    const AkkOutlineEntry *child = self->outline->pdata[i];

    if (child->depth == entry->depth + 1)
      last = child->section->position;
  }
  position = akk_order_between (last, "");
  add_section (self, entry->section->record.id, position,
               akk_outline_scheme_at (self->outline, entry->depth + 1));
}

static void
section_properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  const AkkOutlineEntry *entry;

  if (self->agreement == NULL || self->outline->len == 0)
    return;
  akk_editor_end_burst (self->editor);
  entry = self->outline->pdata[current_index (self)];
  adw_dialog_present (
      ADW_DIALOG (akk_section_dialog_new (self->store, self->outline, entry->section)), widget);
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
  self->renaming_from_text = gtk_widget_get_focus_child (self->editor_scroller) != NULL;
  g_object_set (self, "show-outline", TRUE, NULL);
  akk_outline_pane_select (self->outline_pane, entry->section->record.id);
  akk_outline_pane_rename_selected (self->outline_pane);
}

static void
store_heading (AkkTextPage *self, AkkSection *section, const char *heading)
{
  g_autoptr (AkkSection) duplicate = akk_record_duplicate (section);
  g_autoptr (GError) error = NULL;

  akk_record_set_text (duplicate, akk_record_type_field (&akk_section_record, "heading"), heading);
  akk_store_begin (self->store, N_ ("Rename section"));
  akk_store_apply (self->store, section, duplicate);
  if (!akk_store_commit (self->store, &error))
    show_error (self, _ ("The section was not changed"), error);
}

/* The outline has written a heading. */
static void
set_heading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  gboolean in_outline = gtk_widget_get_focus_child (GTK_WIDGET (self->outline_pane)) != NULL;
  const char *heading;
  gint64 section;

  g_variant_get (parameter, "(x&s)", &section, &heading);
  for (guint i = 0; self->outline != NULL && i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i];

    if (entry->section->record.id != section || g_str_equal (entry->section->heading, heading))
      continue;
    store_heading (self, entry->section, heading);
    break;
  }
  /* Who went elsewhere by himself stays there. */
  if (in_outline && self->renaming_from_text)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  else if (in_outline)
    akk_outline_pane_focus_selected (self->outline_pane);
  self->renaming_from_text = FALSE;
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
  end = akk_outline_end (outline, index);
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

/* --- Moving --- */

/* Who moves a section in the outline goes on there. */
static void
move_section (AkkTextPage *self, gint64 section, AkkMove move, gint64 target)
{
  GtkWidget *pane = GTK_WIDGET (self->outline_pane);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (pane));
  gboolean in_outline = focus != NULL && gtk_widget_is_ancestor (focus, pane);
  g_autoptr (GPtrArray) changes = akk_outline_move (self->outline, section, move, target);
  g_autoptr (GError) error = NULL;

  if (changes == NULL) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  akk_store_begin (self->store, N_ ("Move section"));
  akk_section_changes_apply (self->store, changes);
  if (!akk_store_commit (self->store, &error)) {
    show_error (self, _ ("The section was not moved"), error);
    return;
  }
  akk_editor_go_to_section (self->editor, section);
  akk_outline_pane_select (self->outline_pane, section);
  if (in_outline)
    akk_outline_pane_focus_selected (self->outline_pane);
}

static void
move_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const names[] = {
    [AKK_MOVE_UP] = "up", [AKK_MOVE_DOWN] = "down", [AKK_MOVE_IN] = "in", [AKK_MOVE_OUT] = "out"
  };
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  const AkkOutlineEntry *entry;

  if (self->agreement == NULL || self->outline->len == 0)
    return;
  akk_editor_end_burst (self->editor);
  entry = self->outline->pdata[current_index (self)];
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], g_variant_get_string (parameter, NULL))) {
      move_section (self, entry->section->record.id, (AkkMove) i, 0);
      return;
    }
}

/* In the text these keys mean it only where the caret is in the heading. */
static gboolean
move_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  AkkText *text = akk_editor_get_text (self->editor);

  if (text->n_lines == 0 ||
      (gtk_widget_has_focus (GTK_WIDGET (self->editor)) &&
       text->lines[akk_editor_get_line (self->editor)]->kind != AKK_LINE_HEADING))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action_variant (widget, "text.move-section", args);
  return GDK_EVENT_STOP;
}

/* Below a section whose parts are shown comes the first of them. */
static void
drop_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  gint64 section, target;
  gint32 move;

  g_variant_get (parameter, "(xix)", &section, &move, &target);
  if (self->agreement == NULL || section == target)
    return;
  akk_editor_end_burst (self->editor);
  for (guint i = 0; move == AKK_MOVE_AFTER && i < self->outline->len; i++) {
    const AkkOutlineEntry *entry = self->outline->pdata[i], *next;
    guint below = i + 1;

    if (entry->section->record.id != target)
      continue;
    if (below < self->outline->len &&
        ((AkkOutlineEntry *) self->outline->pdata[below])->section->record.id == section)
      below = akk_outline_end (self->outline, below);
    next = below < self->outline->len ? self->outline->pdata[below] : NULL;
    if (next != NULL && next->depth > entry->depth) {
      move = AKK_MOVE_BEFORE;
      target = next->section->record.id;
    }
  }
  move_section (self, section, (AkkMove) move, target);
}

/* The entries before and after the sections lead to where these clauses come from. */
static void
front_activated_cb (AkkTextPage *self)
{
  g_signal_emit_by_name (self, "field-activated", "clause:parties");
}

static void
signatures_activated_cb (AkkTextPage *self)
{
  g_signal_emit_by_name (self, "field-activated", "clause:signatures");
}

void
akk_text_page_install_section_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, front_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, signatures_activated_cb);
  static const struct {
    guint key;
    const char *move;
  } keys[] = {
    { GDK_KEY_Up, "up" }, { GDK_KEY_Down, "down" }, { GDK_KEY_Right, "in" }, { GDK_KEY_Left, "out" }
  };

  gtk_widget_class_install_action (widget_class, "text.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "text.follow-or-add-section", NULL,
                                   follow_or_add_action);
  gtk_widget_class_install_action (widget_class, "text.add-subsection", NULL,
                                   add_subsection_action);
  gtk_widget_class_install_action (widget_class, "text.rename-section", NULL,
                                   rename_section_action);
  gtk_widget_class_install_action (widget_class, "text.section-properties", NULL,
                                   section_properties_action);
  gtk_widget_class_install_action (widget_class, "text.set-heading", "(xs)", set_heading_action);
  gtk_widget_class_install_action (widget_class, "text.delete-section", NULL,
                                   delete_section_action);
  gtk_widget_class_install_action (widget_class, "text.move-section", "s", move_section_action);
  gtk_widget_class_install_action (widget_class, "text.drop-section", "(xix)", drop_section_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_ALT_MASK, move_key_cb, "s",
                                  keys[i].move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "text.rename-section", NULL);
}

void
akk_text_page_go_to (AkkTextPage *self, gint64 section, guint line)
{
  g_return_if_fail (AKK_IS_TEXT_PAGE (self));

  if (line < akk_editor_get_text (self->editor)->n_lines)
    akk_editor_go_to_line (self->editor, line);
  else
    akk_editor_go_to_section (self->editor, section);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}
