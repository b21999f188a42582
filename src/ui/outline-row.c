/* What the outline shows of one item, and where sections are dragged from and dropped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/outline-row.h"

#include "core/outline-edit.h"

struct _AkkOutlineRow {
  GtkBox parent_instance;

  AkkOutlineItem *item;
  GtkDropTarget *drop_target;
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
  g_set_object (&self->item, g_value_get_object (value));
}

static void
akk_outline_row_dispose (GObject *object)
{
  AkkOutlineRow *self = AKK_OUTLINE_ROW (object);

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
