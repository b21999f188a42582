/* What the outline shows of one item, and where sections are dragged from and dropped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/outline-row.h"

#include <glib/gi18n.h>

#include "core/outline-edit.h"

struct _AkkOutlineRow {
  GtkBox parent_instance;

  AkkOutlineItem *item;
  GtkDropTarget *drop_target;
  GtkWidget *heading_label;
  GtkText *heading_text; /* seen while the heading is written */
  guint left_id;
  const char *mark; /* the style class that shows where a drop leads to */
};

enum { PROP_ITEM = 1, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AkkOutlineRow, akk_outline_row, GTK_TYPE_BOX)

int
akk_outline_row_move_at (double y, int height)
{
  if (y < height * .3)
    return AKK_MOVE_BEFORE;
  return y > height * .7 ? AKK_MOVE_AFTER : AKK_MOVE_INTO;
}

static void
set_mark (AkkOutlineRow *self, const char *mark)
{
  /* On the list's own row, which is as wide as the list. */
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->mark == mark || row == NULL)
    return;
  if (self->mark != NULL)
    gtk_widget_remove_css_class (row, self->mark);
  if (mark != NULL)
    gtk_widget_add_css_class (row, mark);
  self->mark = mark;
}

/* --- Renaming --- */

static gboolean
is_renaming (AkkOutlineRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->heading_text));
}

static void
show_text (AkkOutlineRow *self, gboolean show)
{
  g_clear_handle_id (&self->left_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_text), show);
  gtk_widget_set_visible (self->heading_label, !show);
}

void
akk_outline_row_rename (AkkOutlineRow *self)
{
  const char *heading;

  g_return_if_fail (AKK_IS_OUTLINE_ROW (self));

  if (self->item == NULL || akk_outline_item_get_section (self->item) == 0)
    return;
  heading = akk_outline_item_get_heading (self->item);
  gtk_editable_set_text (GTK_EDITABLE (self->heading_text), heading);
  gtk_text_set_placeholder_text (self->heading_text, *heading == '\0' ? _ ("(no heading)") : NULL);
  show_text (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->heading_text));
  gtk_editable_select_region (GTK_EDITABLE (self->heading_text), 0, -1);
}

/* The page stores it, and gives the focus back. */
static void
end_renaming (AkkOutlineRow *self, gboolean accept)
{
  /* What is stored changes the list. */
  g_autoptr (AkkOutlineRow) alive = g_object_ref (self);
  g_autofree char *heading = NULL;

  if (!is_renaming (alive))
    return;
  heading = g_strdup (accept ? gtk_editable_get_text (GTK_EDITABLE (self->heading_text))
                             : akk_outline_item_get_heading (self->item));
  gtk_widget_activate_action (GTK_WIDGET (self), "text.set-heading", "(xs)",
                              akk_outline_item_get_section (self->item), g_strstrip (heading));
  if (self->heading_text != NULL)
    show_text (self, FALSE);
}

static void
text_activate_cb (AkkOutlineRow *self)
{
  end_renaming (self, TRUE);
}

static gboolean
text_key_cb (AkkOutlineRow *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_renaming (self, FALSE);
  return GDK_EVENT_STOP;
}

/* Not when only the window is left. */
static void
left_cb (gpointer data)
{
  AkkOutlineRow *self = data;

  self->left_id = 0;
  if (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) !=
      GTK_WIDGET (self->heading_text))
    end_renaming (self, TRUE);
}

static void
text_leave_cb (AkkOutlineRow *self)
{
  if (self->left_id == 0 && is_renaming (self))
    self->left_id = g_idle_add_once (left_cb, self);
}

/* The first click goes to the section, the second stays here. */
static void
pressed_cb (AkkOutlineRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (n_press != 2 || is_renaming (self))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  akk_outline_row_rename (self);
}

/* --- Callbacks --- */

static GdkContentProvider *
drag_prepare_cb (AkkOutlineRow *self)
{
  if (self->item == NULL || akk_outline_item_get_section (self->item) == 0)
    return NULL;
  return gdk_content_provider_new_typed (AKK_TYPE_OUTLINE_ITEM, self->item);
}

static void
drag_begin_cb (AkkOutlineRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GdkDragAction
drop_motion_cb (AkkOutlineRow *self, double x, double y)
{
  static const char *const marks[] = { [AKK_MOVE_BEFORE] = "akk-drop-before",
                                       [AKK_MOVE_INTO] = "akk-drop-into",
                                       [AKK_MOVE_AFTER] = "akk-drop-after" };

  if (self->item == NULL || akk_outline_item_get_section (self->item) == 0)
    return 0;
  set_mark (self, marks[akk_outline_row_move_at (y, gtk_widget_get_height (GTK_WIDGET (self)))]);
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (AkkOutlineRow *self)
{
  set_mark (self, NULL);
}

static gboolean
drop_cb (AkkOutlineRow *self, const GValue *value, double x, double y)
{
  AkkOutlineItem *dragged = g_value_get_object (value);
  gint32 move = akk_outline_row_move_at (y, gtk_widget_get_height (GTK_WIDGET (self)));

  set_mark (self, NULL);
  if (dragged == NULL || self->item == NULL || akk_outline_item_get_section (self->item) == 0)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "text.drop-section", "(xix)",
                                     akk_outline_item_get_section (dragged), move,
                                     akk_outline_item_get_section (self->item));
}

/* --- Virtual functions --- */

static void
akk_outline_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, AKK_OUTLINE_ROW (object)->item);
}

static void
akk_outline_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkOutlineRow *self = AKK_OUTLINE_ROW (object);

  set_mark (self, NULL);
  if (self->heading_text != NULL)
    show_text (self, FALSE);
  g_set_object (&self->item, g_value_get_object (value));
}

static void
akk_outline_row_dispose (GObject *object)
{
  AkkOutlineRow *self = AKK_OUTLINE_ROW (object);

  g_clear_handle_id (&self->left_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_OUTLINE_ROW);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (akk_outline_row_parent_class)->dispose (object);
}

static void
akk_outline_row_class_init (AkkOutlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_outline_row_get_property;
  object_class->set_property = akk_outline_row_set_property;
  object_class->dispose = akk_outline_row_dispose;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, AKK_TYPE_OUTLINE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkOutlineRow, drop_target);
  gtk_widget_class_bind_template_child (widget_class, AkkOutlineRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, AkkOutlineRow, heading_text);
  gtk_widget_class_bind_template_callback (widget_class, text_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
akk_outline_row_init (AkkOutlineRow *self)
{
  GType types[] = { AKK_TYPE_OUTLINE_ITEM };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
}

/* --- Public --- */

AkkOutlineItem *
akk_outline_row_get_item (AkkOutlineRow *self)
{
  g_return_val_if_fail (AKK_IS_OUTLINE_ROW (self), NULL);

  return self->item;
}
