/* The page Tekst: the choices of what is inserted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text-page-private.h"

#include <glib/gi18n.h>

#include "core/text-insert.h"
#include "ui/insert-popover.h"
#include "ui/link-dialog.h"
#include "ui/table-size-popover.h"

/* --- Choosing --- */

static void
popover_closed_cb (GtkPopover *popover, AkkTextPage *self)
{
  /* Not while it closes. */
  if (self->popover == GTK_WIDGET (popover))
    g_clear_handle_id (&self->popover_id, g_source_remove);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
show_popover (gpointer data)
{
  AkkTextPage *self = data;
  GdkRectangle area;

  self->popover_id = 0;
  akk_editor_get_caret_area (self->editor, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* After the menu from which it may have been asked for. */
static void
offer (AkkTextPage *self, GtkWidget *popover)
{
  g_clear_handle_id (&self->popover_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self->editor));
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  self->popover_id = g_idle_add_once (show_popover, self);
}

static void
field_chosen_cb (AkkInsertPopover *popover, const char *field, AkkTextPage *self)
{
  akk_editor_insert_field (self->editor, field, self->typed);
}

/* What was typed in the list would have been typed in the text. */
static void
field_left_cb (AkkInsertPopover *popover, const char *typed, AkkTextPage *self)
{
  if (*self->typed != '\0' && *typed != '\0')
    gtk_text_buffer_insert_interactive_at_cursor (
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), typed, -1, TRUE);
}

static void
field_wanted_cb (AkkTextPage *self, const char *typed)
{
  GtkWidget *popover;
  g_autoptr (GPtrArray) choices = NULL;

  if (self->source == NULL)
    return;
  popover = akk_insert_popover_new (_ ("Insert a field"));
  choices = akk_field_source_choices (self->source);
  g_set_str (&self->typed, typed);
  for (guint i = 0; i < choices->len; i++) {
    const AkkFieldChoice *choice = choices->pdata[i];

    akk_insert_popover_add (AKK_INSERT_POPOVER (popover), choice->field, choice->label,
                            *choice->value != '\0' ? choice->value : _ ("(empty)"), 0);
  }
  g_signal_connect (popover, "chosen", G_CALLBACK (field_chosen_cb), self);
  g_signal_connect (popover, "left", G_CALLBACK (field_left_cb), self);
  offer (self, popover);
}

static void
reference_chosen_cb (AkkInsertPopover *popover, const char *id, AkkTextPage *self)
{
  g_autofree char *field =
      g_strconcat ("ref:", id, akk_insert_popover_get_option (popover) ? ".page" : "", NULL);

  akk_editor_insert_field (self->editor, field, "");
}

static void
reference_wanted_cb (AkkTextPage *self)
{
  GtkWidget *popover;

  if (self->phrases == NULL)
    return;
  akk_text_page_update_references (self, akk_editor_get_text (self->editor));
  popover = akk_insert_popover_new (_ ("Refer to a section or a table"));
  for (guint i = 0; i < self->references->len; i++) {
    const AkkReference *reference = self->references->pdata[i];
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, reference->id);
    g_autofree char *label = g_str_equal (reference->label, reference->title)
                                 ? g_strdup (reference->title)
                                 : g_strdup_printf ("%s  %s", reference->label, reference->title);

    akk_insert_popover_add (AKK_INSERT_POPOVER (popover), id, label, "",
                            reference->depth > 0 ? reference->depth - 1 : 1);
  }
  akk_insert_popover_set_option (AKK_INSERT_POPOVER (popover),
                                 _ ("Its page instead of its number"));
  g_signal_connect (popover, "chosen", G_CALLBACK (reference_chosen_cb), self);
  offer (self, popover);
}

static void
table_chosen_cb (AkkTableSizePopover *popover, guint rows, guint columns, AkkTextPage *self)
{
  akk_editor_insert_table (self->editor, rows, columns);
}

static void
table_wanted_cb (AkkTextPage *self)
{
  GtkWidget *popover = akk_table_size_popover_new ();

  g_signal_connect (popover, "chosen", G_CALLBACK (table_chosen_cb), self);
  offer (self, popover);
}

static void
link_wanted_cb (AkkTextPage *self)
{
  adw_dialog_present (ADW_DIALOG (akk_link_dialog_new (self->editor)), GTK_WIDGET (self));
}

static void
clause_wanted_cb (AkkTextPage *self)
{
  gboolean edited = FALSE;
  const char *name = akk_editor_get_clause (self->editor, &edited);
  g_autoptr (AkkText) clause = NULL;

  if (name == NULL || edited || self->source == NULL)
    return;
  clause = akk_field_source_clause (self->source, name);
  if (clause != NULL)
    akk_editor_edit_clause (self->editor, clause);
}

static void
field_activated_cb (AkkTextPage *self, const char *field)
{
  g_signal_emit_by_name (self, "field-activated", field);
}

static void
link_activated_cb (AkkTextPage *self, const char *href)
{
  g_autofree char *address = akk_link_complete (href);
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (address == NULL)
    return;
  launcher = gtk_uri_launcher_new (address);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           NULL, NULL);
}

/* After the deletion is stored: a step takes an offer to undo away. */
static void
tell_stopped (gpointer data)
{
  AkkTextPage *self = data;

  self->told_id = 0;
  akk_editor_end_burst (self->editor);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", self->told);
}

static void
deletion_stopped_cb (AkkTextPage *self, const char *section)
{
  g_clear_pointer (&self->told, g_free);
  self->told =
      *section != '\0'
          ? g_strdup_printf (_ ("Only text of “%s” was deleted. Delete sections in the outline."),
                             section)
          : g_strdup (_ ("Only one heading was deleted. Delete sections in the outline."));
  if (self->told_id == 0)
    self->told_id = g_idle_add_once (tell_stopped, self);
}

/* --- Styles --- */

static const struct {
  const char *style, *label;
} styles[] = { { "text", N_ ("Text") },
               { "quote", N_ ("Quote") },
               { "bullets", N_ ("Bulleted List") },
               { "numbers", N_ ("Numbered List") },
               { "commitment", N_ ("Commitment") },
               { "note", N_ ("Footnote") },
               { "table", N_ ("Table") },
               { "heading", N_ ("Heading") } };

const char *
akk_text_page_get_style (AkkTextPage *self)
{
  int kind;
  gboolean quote, commitment;

  if (self->editor == NULL)
    return "text";
  g_object_get (self->editor, "kind", &kind, "quote", &quote, "commitment", &commitment, NULL);
  if (commitment)
    return "commitment";
  switch ((AkkLineKind) kind) {
  case AKK_LINE_BULLET:
    return "bullets";
  case AKK_LINE_NUMBER:
    return "numbers";
  case AKK_LINE_TABLE:
    return "table";
  case AKK_LINE_NOTE:
    return "note";
  case AKK_LINE_HEADING:
    return "heading";
  case AKK_LINE_CONTINUED:
  case AKK_LINE_PARAGRAPH:
  default:
    return quote ? "quote" : "text";
  }
}

void
akk_text_page_set_style (AkkTextPage *self, const char *style)
{
  const char *now = akk_text_page_get_style (self);
  const char *action = g_str_equal (style, "quote")        ? "editor.quote"
                       : g_str_equal (style, "commitment") ? "editor.commitment"
                       : g_str_equal (style, "bullets")    ? "editor.bulleted-list"
                       : g_str_equal (style, "numbers")    ? "editor.numbered-list"
                       : g_str_equal (now, "quote")        ? "editor.quote"
                                                           : "editor.plain-text";

  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  if (!g_str_equal (style, now))
    gtk_widget_activate_action (GTK_WIDGET (self->editor), action, NULL);
}

static void
style_changed_cb (AkkTextPage *self)
{
  const char *style = akk_text_page_get_style (self);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i].style))
      akk_style_menu_set_label (self->style_menu, _ (styles[i].label));
  g_object_notify (G_OBJECT (self), "style");
}

/* --- Set-up --- */

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkTextPage *self = AKK_TEXT_PAGE (widget);
  g_autofree char *action = g_strconcat ("editor.", name + strlen ("text."), NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  gtk_widget_activate_action_variant (GTK_WIDGET (self->editor), action, parameter);
}

/* A list that holds nothing yet shows nothing: whoever inserts it is led to where it is written. */
static void
insert_clause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *clause = g_variant_get_string (parameter, NULL);
  g_autofree char *field = g_strconcat ("clause:", clause, NULL);
  gboolean list = g_str_equal (clause, "definitions") || g_str_equal (clause, "abbreviations");
  gboolean empty = list && *akk_text_page_field_text (field, widget) == '\0';

  forward_action (widget, name, parameter);
  if (empty)
    g_signal_emit_by_name (widget, "field-activated", field);
}

/* The actions of the editor, for what stands beside it. */
static const char *const forwarded[] = {
  "text.bold",          "text.italic",       "text.bulleted-list",
  "text.numbered-list", "text.indent",       "text.outdent",
  "text.insert-note",   "text.insert-field", "text.insert-reference",
  "text.insert-link",   "text.insert-break", "text.quote",
  "text.commitment",    "text.insert-table", "text.insert-figure",
};

void
akk_text_page_install_inserts (GtkWidgetClass *widget_class)
{
  g_type_ensure (AKK_TYPE_INSERT_MENU);
  g_type_ensure (AKK_TYPE_STYLE_MENU);
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i], NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "text.insert-clause", "s", insert_clause_action);
  gtk_widget_class_install_property_action (widget_class, "text.style", "style");
}

void
akk_text_page_enable_inserts (AkkTextPage *self, gboolean enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), forwarded[i], enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.insert-clause", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.style", enabled);
}

void
akk_text_page_inserts_init (AkkTextPage *self)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } callbacks[] = { { "field-wanted", G_CALLBACK (field_wanted_cb) },
                    { "reference-wanted", G_CALLBACK (reference_wanted_cb) },
                    { "link-wanted", G_CALLBACK (link_wanted_cb) },
                    { "table-wanted", G_CALLBACK (table_wanted_cb) },
                    { "figure-wanted", G_CALLBACK (akk_text_page_choose_figure) },
                    { "figure-activated", G_CALLBACK (akk_text_page_edit_figure) },
                    { "picture-pasted", G_CALLBACK (akk_text_page_paste_picture) },
                    { "clause-wanted", G_CALLBACK (clause_wanted_cb) },
                    { "field-activated", G_CALLBACK (field_activated_cb) },
                    { "link-activated", G_CALLBACK (link_activated_cb) },
                    { "deletion-stopped", G_CALLBACK (deletion_stopped_cb) },
                    { "notify::kind", G_CALLBACK (style_changed_cb) },
                    { "notify::quote", G_CALLBACK (style_changed_cb) },
                    { "notify::commitment", G_CALLBACK (style_changed_cb) } };

  for (guint i = 0; i < G_N_ELEMENTS (callbacks); i++)
    g_signal_connect_object (self->editor, callbacks[i].signal, callbacks[i].callback, self,
                             G_CONNECT_SWAPPED);
  akk_text_page_figures_init (self);
  akk_editor_set_field_label (self->editor, akk_text_page_field_label);
  style_changed_cb (self);
}

void
akk_text_page_inserts_dispose (AkkTextPage *self)
{
  g_clear_handle_id (&self->popover_id, g_source_remove);
  g_clear_handle_id (&self->told_id, g_source_remove);
  akk_text_page_figures_dispose (self);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
