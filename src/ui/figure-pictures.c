/* The pictures of a dossier as the window shows them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/figure-pictures.h"

#include "print/picture.h"

struct _AkkFigurePictures {
  GObject parent_instance;

  AkkStore *store; /* owned */
  GHashTable *textures; /* sha256 → GdkTexture; NULL: none, or not yet */
  GHashTable *known; /* sha256 of those that were looked at */
};

G_DEFINE_FINAL_TYPE (AkkFigurePictures, akk_figure_pictures, G_TYPE_OBJECT)

enum { READ, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
texture_clear (gpointer texture)
{
  if (texture != NULL)
    g_object_unref (texture);
}

static GdkTexture *
draw_texture (const AkkPicture *picture)
{
  guint width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) pixels = NULL;
  GdkTexture *texture;

  akk_picture_size (picture, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  akk_picture_draw (picture, cr, 0, 0, width, height, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                       (gsize) cairo_image_surface_get_stride (surface) * height,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new ((int) width, (int) height, GDK_MEMORY_DEFAULT, pixels,
                                    (gsize) cairo_image_surface_get_stride (surface));
  return texture;
}

static void
read_picture (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_autoptr (AkkPicture) picture = akk_picture_new (bytes, NULL);

  g_task_return_pointer (task, picture != NULL ? draw_texture (picture) : NULL, texture_clear);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkFigurePictures *self = AKK_FIGURE_PICTURES (source);
  g_autofree char *sha256 = data;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  g_hash_table_insert (self->textures, g_strdup (sha256), texture);
  g_hash_table_add (self->known, g_steal_pointer (&sha256));
  g_signal_emit (self, signals[READ], 0);
}

static void
akk_figure_pictures_finalize (GObject *object)
{
  AkkFigurePictures *self = AKK_FIGURE_PICTURES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->textures, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  G_OBJECT_CLASS (akk_figure_pictures_parent_class)->finalize (object);
}

static void
akk_figure_pictures_class_init (AkkFigurePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_figure_pictures_finalize;
  signals[READ] = g_signal_new ("read", AKK_TYPE_FIGURE_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
akk_figure_pictures_init (AkkFigurePictures *self)
{
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, texture_clear);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AkkFigurePictures *
akk_figure_pictures_new (AkkStore *store)
{
  AkkFigurePictures *self = g_object_new (AKK_TYPE_FIGURE_PICTURES, NULL);

  self->store = g_object_ref (store);
  return self;
}

AkkStore *
akk_figure_pictures_get_store (AkkFigurePictures *self)
{
  return self->store;
}

GdkTexture *
akk_figure_pictures_get (AkkFigurePictures *self, const char *sha256)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GTask) task = NULL;
  gpointer texture = NULL;

  if (g_hash_table_lookup_extended (self->textures, sha256, NULL, &texture))
    return texture;
  g_hash_table_insert (self->textures, g_strdup (sha256), NULL);
  bytes = akk_store_get_blob (self->store, sha256, NULL);
  if (bytes == NULL) {
    g_hash_table_add (self->known, g_strdup (sha256));
    return NULL;
  }
  task = g_task_new (self, NULL, read_cb, g_strdup (sha256));
  g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_picture);
  return NULL;
}

gboolean
akk_figure_pictures_knows (AkkFigurePictures *self, const char *sha256)
{
  return g_hash_table_contains (self->known, sha256);
}
