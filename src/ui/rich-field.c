/* A field of rich text: one body of a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/rich-field.h"

#include <glib/gi18n.h>

#include "ui/editor.h"
#include "ui/record-dialog.h"

/* Of a page around the field that is kept below the caret, in pixels. */
#define ROOM_BELOW 48

struct _AkkRichField {
  AdwBin parent_instance;

  GtkLabel *title_label;
  AkkEditor *editor;
  GtkToggleButton *bold_button, *italic_button, *bullets_button, *numbers_button;

  AkkStore *store; /* NULL: the record is in none */
  AkkRecord *record;
  const AkkField *field;
  const char *label;
  char *shown; /* the body that is on the screen, as it was last read or written */
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (AkkRichField, akk_rich_field, ADW_TYPE_BIN)

enum { WRITING, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Showing --- */

static void
load (AkkRichField *self)
{
  g_autoptr (AkkText) text = NULL;

  g_set_str (&self->shown, akk_record_get_text (self->record, self->field));
  text = akk_text_parse (self->shown);
  if (text->n_lines == 0) {
    g_autoptr (AkkLine) empty = akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);

    akk_text_unref (text);
    text = akk_text_new (&empty, 1);
  }
  akk_editor_set_text (self->editor, text);
}

static void
stepped_cb (AkkRichField *self)
{
  if (!self->writing && !self->record->deleted &&
      !g_str_equal (akk_record_get_text (self->record, self->field), self->shown))
    load (self);
}

/* The page around it follows the caret: to that page the field is one thing. */
static void
show_caret (AkkRichField *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GdkRectangle caret;
  graphene_point_t below;
  GtkAdjustment *adjustment;
  double bottom;

  if (page == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->editor)))
    return;
  akk_editor_get_caret_area (self->editor, &caret);
  if (!gtk_widget_compute_point (
          GTK_WIDGET (self->editor), page,
          &GRAPHENE_POINT_INIT ((float) caret.x, (float) (caret.y + caret.height)), &below))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  bottom = gtk_adjustment_get_page_size (adjustment) - ROOM_BELOW;
  if (below.y > bottom)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + below.y - bottom);
}

/* --- Callbacks --- */

static void
edited_cb (AkkRichField *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self->editor));
  show_caret (self);
  if (self->store == NULL) {
    g_autofree char *body = akk_text_write (akk_editor_get_text (self->editor));

    akk_record_set_text (self->record, self->field, body);
  }
}

static void
burst_cb (AkkRichField *self, const char *label)
{
  g_autofree char *body = akk_text_write (akk_editor_get_text (self->editor));
  g_autoptr (GError) error = NULL;

  if (self->store == NULL || self->record == NULL || self->record->deleted ||
      g_str_equal (body, self->shown))
    return;
  self->writing = TRUE;
  akk_store_begin (self->store, self->label);
  if (self->record->id == 0)
    akk_store_add (self->store, self->record);
  akk_store_set_text (self->store, self->record, self->field->name, body);
  g_signal_emit (self, signals[WRITING], 0);
  if (akk_store_commit (self->store, &error))
    g_set_str (&self->shown, body);
  else
    akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
  self->writing = FALSE;
}

static gboolean
kind_is_cb (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_boolean (to, g_value_get_int (from) == GPOINTER_TO_INT (data));
  return TRUE;
}

static void
style_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkRichField *self = AKK_RICH_FIELD (widget);
  g_autofree char *action = g_strdup_printf ("editor.%s", name + strlen ("rich."));

  gtk_widget_activate_action (GTK_WIDGET (self->editor), action, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* --- Virtual functions --- */

static gboolean
akk_rich_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AKK_RICH_FIELD (widget)->editor));
}

/* What was typed is not lost with the page that it was typed on. */
static void
akk_rich_field_unmap (GtkWidget *widget)
{
  akk_rich_field_end_burst (AKK_RICH_FIELD (widget));
  GTK_WIDGET_CLASS (akk_rich_field_parent_class)->unmap (widget);
}

static void
akk_rich_field_dispose (GObject *object)
{
  AkkRichField *self = AKK_RICH_FIELD (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (akk_rich_field_parent_class)->dispose (object);
}

static void
akk_rich_field_class_init (AkkRichFieldClass *klass)
{
  static const char *const actions[] = { "rich.bold", "rich.italic", "rich.bulleted-list",
                                         "rich.numbered-list" };
  /* With Shift, the key of a digit gives that digit (Belgian) or a sign (US international). */
  static const struct {
    guint key;
    const char *action;
  } list_keys[] = { { GDK_KEY_8, "rich.bulleted-list" },
                    { GDK_KEY_asterisk, "rich.bulleted-list" },
                    { GDK_KEY_7, "rich.numbered-list" },
                    { GDK_KEY_ampersand, "rich.numbered-list" } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_rich_field_dispose;
  widget_class->grab_focus = akk_rich_field_grab_focus;
  widget_class->unmap = akk_rich_field_unmap;
  signals[WRITING] = g_signal_new ("writing", AKK_TYPE_RICH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (AKK_TYPE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/rich-field.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRichField, title_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRichField, editor);
  gtk_widget_class_bind_template_child (widget_class, AkkRichField, bold_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRichField, italic_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRichField, bullets_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRichField, numbers_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, burst_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, style_action);
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, list_keys[i].key,
                                         GDK_CONTROL_MASK | GDK_SHIFT_MASK, list_keys[i].action,
                                         NULL);
}

static void
akk_rich_field_init (AkkRichField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->editor, "bold", self->bold_button, "active", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->editor, "italic", self->italic_button, "active",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->editor, "kind", self->bullets_button, "active",
                               G_BINDING_SYNC_CREATE, kind_is_cb, NULL,
                               GINT_TO_POINTER (AKK_LINE_BULLET), NULL);
  g_object_bind_property_full (self->editor, "kind", self->numbers_button, "active",
                               G_BINDING_SYNC_CREATE, kind_is_cb, NULL,
                               GINT_TO_POINTER (AKK_LINE_NUMBER), NULL);
}

/* --- Public --- */

GtkWidget *
akk_rich_field_new (
    AkkStore *store, gpointer record, const char *field, const char *title, const char *label)
{
  AkkRichField *self = g_object_new (AKK_TYPE_RICH_FIELD, NULL);

  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->record = g_object_ref (record);
  self->field = akk_record_type_field (self->record->type, field);
  self->label = label;
  g_assert (self->field != NULL && self->field->body);
  gtk_label_set_text (self->title_label, title);
  akk_editor_set_embedded (self->editor, title);
  if (store != NULL)
    g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}

void
akk_rich_field_end_burst (AkkRichField *self)
{
  g_return_if_fail (AKK_IS_RICH_FIELD (self));

  if (self->editor != NULL)
    akk_editor_end_burst (self->editor);
}

void
akk_rich_field_end_focused (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, AKK_TYPE_RICH_FIELD) : NULL;

  if (field != NULL)
    akk_rich_field_end_burst (AKK_RICH_FIELD (field));
}
