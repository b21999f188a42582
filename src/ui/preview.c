/* The preview: laid-out pages below one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "print/pages-redraw.h"

/* Around and between the sheets, in pixels. */
#define MARGIN 18
#define GAP 18

struct _AkkPreview {
  GtkWidget parent_instance;

  AkkPages *pages;
  AkkPages *drawn; /* those that the textures show */
  GHashTable *textures; /* page → GdkTexture, of the pages in view */
  double drawn_scale; /* device pixels per point of these */
  guint line;
  gboolean has_line;
  gboolean line_wanted; /* in sight, as soon as there are pages and room */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
};

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  LINE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AkkPreview,
                               akk_preview,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
scroll_value (AkkPreview *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Pixels per point: a sheet is as wide as the view allows. */
static double
page_scale (AkkPreview *self)
{
  double width = 0, height = 0;

  if (self->pages == NULL || akk_pages_count (self->pages) == 0)
    return 1;
  akk_pages_size (self->pages, 0, &width, &height);
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, 40) / width;
}

/* Where a sheet lies on the desk, in pixels from its top. All sheets of a document have one size.
 */
static graphene_rect_t
page_rect (AkkPreview *self, guint page)
{
  double width, height, scale = page_scale (self);

  akk_pages_size (self->pages, page, &width, &height);
  return GRAPHENE_RECT_INIT (MARGIN, MARGIN + page * (float) (height * scale + GAP),
                             (float) (width * scale), (float) (height * scale));
}

static double
total_height (AkkPreview *self)
{
  guint n = self->pages != NULL ? akk_pages_count (self->pages) : 0;
  graphene_rect_t last;

  if (n == 0)
    return 0;
  last = page_rect (self, n - 1);
  return last.origin.y + last.size.height + MARGIN;
}

static void
configure_adjustments (AkkPreview *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double upper = MAX (total_height (self), height);

  if (vertical != NULL)
    gtk_adjustment_configure (vertical, CLAMP (scroll_value (self), 0, upper - height), 0, upper,
                              height * 0.1, height * 0.9, height);
  if (horizontal != NULL)
    gtk_adjustment_configure (horizontal, 0, 0, width, width * 0.1, width * 0.9, width);
}

/* Scrolls to the line when it is out of sight. */
static void
show_line (AkkPreview *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double y, height, scale = page_scale (self), top;
  double view = gtk_widget_get_height (GTK_WIDGET (self));
  guint page;

  if (!self->line_wanted || self->pages == NULL || vertical == NULL || view == 0)
    return;
  self->line_wanted = FALSE;
  if (!akk_pages_find_line (self->pages, self->line, &page, &y, &height))
    return;
  /* How far it scrolls is not known yet of pages that have just come. */
  configure_adjustments (self);
  top = page_rect (self, page).origin.y + y * scale;
  if (top < scroll_value (self) || top + height * scale > scroll_value (self) + view)
    gtk_adjustment_set_value (vertical, top - view / 3);
}

static void
update_label (AkkPreview *self)
{
  g_autofree char *label = NULL;
  guint n = self->pages != NULL ? akk_pages_count (self->pages) : 0;
  guint page = 0;
  double y, height;

  if (self->has_line && n > 0)
    akk_pages_find_line (self->pages, self->line, &page, &y, &height);
  label = n > 0 ? g_strdup_printf (_ ("Preview, page %u of %u"), page + 1, n)
                : g_strdup (_ ("Preview"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Device pixels per point. */
static double
texture_scale (AkkPreview *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return page_scale (self) * gdk_surface_get_scale (gtk_native_get_surface (native));
}

/* The image of a page as it was drawn last, to be drawn further; white if there is none. */
static cairo_surface_t *
image_of (AkkPreview *self, guint page, GdkTexture *last)
{
  double width, height;
  cairo_surface_t *image;

  akk_pages_size (self->pages, page, &width, &height);
  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * self->drawn_scale),
                                      (int) ceil (height * self->drawn_scale));
  if (last != NULL)
    gdk_texture_download (last, cairo_image_surface_get_data (image),
                          (gsize) cairo_image_surface_get_stride (image));
  cairo_surface_mark_dirty (image);
  return image;
}

static GdkTexture *
texture_of_image (cairo_surface_t *image)
{
  int stride = cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (image);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (image),
                                  (gsize) stride * (gsize) cairo_image_surface_get_height (image),
                                  (GDestroyNotify) cairo_surface_destroy, image);
  return gdk_memory_texture_new (cairo_image_surface_get_width (image),
                                 cairo_image_surface_get_height (image), GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) stride);
}

/* Drawn once for each change, and of that no more than what changed: a frame in which only the text
 * beside it changes costs nothing here. */
static GdkTexture *
page_texture (AkkPreview *self, guint page)
{
  GdkTexture *last = g_hash_table_lookup (self->textures, GUINT_TO_POINTER (page));
  AkkPages *before = last != NULL ? self->drawn : NULL;
  cairo_surface_t *image;

  if (last != NULL &&
      (self->drawn == self->pages || !akk_pages_differ (self->pages, self->drawn, page)))
    return g_object_ref (last);
  image = image_of (self, page, last);
  akk_pages_redraw (self->pages, before, page, image, self->drawn_scale);
  return texture_of_image (image);
}

static void
snapshot_mark (AkkPreview *self, GtkSnapshot *snapshot)
{
  g_autoptr (GdkRGBA) accent = NULL;
  double y, height, scale = page_scale (self);
  graphene_rect_t rect;
  guint page;

  if (!self->has_line || !akk_pages_find_line (self->pages, self->line, &page, &y, &height))
    return;
  accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  rect = page_rect (self, page);
  gtk_snapshot_append_color (snapshot, accent,
                             &GRAPHENE_RECT_INIT (rect.origin.x + rect.size.width * 0.095f,
                                                  rect.origin.y + (float) (y * scale), 3,
                                                  MAX (4, (float) (height * scale))));
}

/* --- Callbacks --- */

static void
scrolled_cb (AkkPreview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (AkkPreview *self, int n_press, double x, double y)
{
  guint n = self->pages != NULL ? akk_pages_count (self->pages) : 0;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) (y + scroll_value (self)));

  for (guint page = 0; page < n; page++) {
    graphene_rect_t rect = page_rect (self, page);
    double y_pt = (point.y - rect.origin.y) / page_scale (self);
    guint line;

    if (graphene_rect_contains_point (&rect, &point) &&
        akk_pages_line_at (self->pages, page, y_pt, &line))
      g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
  }
}

static void
set_adjustment (AkkPreview *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] == adjustment && adjustment != NULL)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  configure_adjustments (self);
}

/* --- Virtual functions --- */

static void
akk_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AkkPreview *self = AKK_PREVIEW (widget);
  guint n = self->pages != NULL ? akk_pages_count (self->pages) : 0;
  double top = scroll_value (self);
  double bottom = top + gtk_widget_get_height (widget);
  GdkRGBA shadow = { 0, 0, 0, 0.25f };
  GHashTable *seen;

  if (n == 0)
    return;
  seen = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  if (self->drawn_scale != texture_scale (self)) {
    g_hash_table_remove_all (self->textures);
    self->drawn_scale = texture_scale (self);
  }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, -(float) top));
  for (guint page = 0; page < n; page++) {
    graphene_rect_t rect = page_rect (self, page);
    GskRoundedRect outline;
    GdkTexture *texture;

    if (rect.origin.y > bottom || rect.origin.y + rect.size.height < top)
      continue;
    texture = page_texture (self, page);
    g_hash_table_insert (seen, GUINT_TO_POINTER (page), texture);
    gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
    gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 4);
    gtk_snapshot_append_texture (snapshot, texture, &rect);
  }
  g_hash_table_unref (self->textures);
  self->textures = seen;
  g_set_object (&self->drawn, self->pages);
  snapshot_mark (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
akk_preview_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 340 : 480;
}

static void
akk_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  configure_adjustments (AKK_PREVIEW (widget));
  show_line (AKK_PREVIEW (widget));
}

static void
akk_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkPreview *self = AKK_PREVIEW (object);

  switch (id) {
  case PROP_HADJUSTMENT:
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
akk_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkPreview *self = AKK_PREVIEW (object);

  switch (id) {
  case PROP_HADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
  case PROP_VSCROLL_POLICY:
    self->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
akk_preview_dispose (GObject *object)
{
  AkkPreview *self = AKK_PREVIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++) {
    if (self->adjustments[i] != NULL)
      g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled_cb, self);
    g_clear_object (&self->adjustments[i]);
  }
  g_clear_object (&self->pages);
  g_clear_object (&self->drawn);
  g_clear_pointer (&self->textures, g_hash_table_unref);
  G_OBJECT_CLASS (akk_preview_parent_class)->dispose (object);
}

static void
akk_preview_class_init (AkkPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_preview_get_property;
  object_class->set_property = akk_preview_set_property;
  object_class->dispose = akk_preview_dispose;
  widget_class->snapshot = akk_preview_snapshot;
  widget_class->measure = akk_preview_measure;
  widget_class->size_allocate = akk_preview_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", AKK_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
akk_preview_init (AkkPreview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->textures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update_label (self);
}

/* --- Public --- */

void
akk_preview_set_pages (AkkPreview *self, AkkPages *pages)
{
  g_return_if_fail (AKK_IS_PREVIEW (self));

  if (!g_set_object (&self->pages, pages))
    return;
  if (pages == NULL) {
    g_hash_table_remove_all (self->textures);
    g_clear_object (&self->drawn);
  }
  update_label (self);
  /* The number of pages decides how far it scrolls. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

AkkPages *
akk_preview_get_pages (AkkPreview *self)
{
  g_return_val_if_fail (AKK_IS_PREVIEW (self), NULL);

  return self->pages;
}

void
akk_preview_mark_line (AkkPreview *self, guint line, gboolean scroll)
{
  g_return_if_fail (AKK_IS_PREVIEW (self));

  if (!self->has_line || self->line != line) {
    self->line = line;
    self->has_line = TRUE;
    update_label (self);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
  self->line_wanted = self->line_wanted || scroll;
  show_line (self);
}
