/* Pages of attached PDFs, drawn ahead of being shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-file.h"

#include <math.h>
#include <poppler.h>

#include "core/attachment.h"

/* The page that is shown, those beside it, and the first of what comes: no more are kept. */
#define MAX_DRAWN 6
#define MAX_PIXELS 4096
/* Of an upright page each half is shown by itself, for the room to read it; they share so much. */
#define OVERLAP 0.04

typedef struct {
  gint64 id;
  AkkRoomFileState state;
  GBytes *bytes;
  PopplerDocument *document;
  guint n_pages; /* halves count */
  guint n_parts; /* of each page: 1 or 2 */
} File;

/* A page at a size. `texture` NULL: to be drawn. */
typedef struct {
  gint64 id;
  guint page;
  int width, height;
  GdkTexture *texture;
} Drawn;

struct _AkkRoomFiles {
  GObject parent_instance;

  AkkStore *store;
  GHashTable *files; /* id → File */
  GPtrArray *drawn; /* Drawn, what is wanted most comes first */
  GCancellable *cancellable;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (AkkRoomFiles, akk_room_files, G_TYPE_OBJECT)

enum { DRAWN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void work (AkkRoomFiles *self);

static void
file_free (gpointer data)
{
  File *file = data;

  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_clear_object (&file->document);
  g_free (file);
}

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  g_clear_object (&drawn->texture);
  g_free (drawn);
}

/* --- On the thread: one thing at a time, so that each document is in one hand --- */

typedef struct {
  gint64 id;
  GBytes *bytes; /* to be read */
  PopplerDocument *document; /* else of which to draw */
  guint page, n_parts;
  int width, height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_object (&job->document);
  g_free (job);
}

static gboolean
is_upright (PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  double wide = 0, high = 0;

  if (page != NULL)
    poppler_page_get_size (page, &wide, &high);
  g_clear_object (&page);
  return high > wide;
}

/* Where a page ends is seen on white too. */
static void
draw_edge (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_identity_matrix (cr);
  cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
  cairo_set_line_width (cr, 4);
  cairo_rectangle (cr, 0, 0, cairo_image_surface_get_width (surface),
                   cairo_image_surface_get_height (surface));
  cairo_stroke (cr);
}

static GdkTexture *
draw (const Job *job)
{
  PopplerPage *page = poppler_document_get_page (job->document, (int) (job->page / job->n_parts));
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  double wide = 0, high = 0, whole, scale;
  cairo_t *cr;

  if (page != NULL)
    poppler_page_get_size (page, &wide, &high);
  whole = high;
  if (job->n_parts > 1 && high > wide)
    high *= 0.5 + OVERLAP / 2;
  scale = MIN (MIN (job->width, MAX_PIXELS) / MAX (wide, 1),
               MIN (job->height, MAX_PIXELS) / MAX (high, 1));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (wide * scale)),
                                        MAX (1, (int) ceil (high * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  if (job->page % job->n_parts > 0)
    cairo_translate (cr, 0, high - whole);
  if (page != NULL)
    poppler_page_render (page, cr);
  draw_edge (cr, surface);
  g_clear_object (&page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) *
                                          (gsize) cairo_image_surface_get_height (surface),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                 cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT,
                                 bytes, (gsize) cairo_image_surface_get_stride (surface));
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (job->document == NULL)
    g_task_return_pointer (task, poppler_document_new_from_bytes (job->bytes, NULL, NULL),
                           g_object_unref);
  else
    g_task_return_pointer (task, draw (job), g_object_unref);
}

/* --- On the main thread --- */

static Drawn *
find_drawn (AkkRoomFiles *self, gint64 id, guint page, int width, int height)
{
  for (guint i = 0; i < self->drawn->len; i++) {
    Drawn *drawn = self->drawn->pdata[i];

    if (drawn->id == id && drawn->page == page && drawn->width == width && drawn->height == height)
      return drawn;
  }
  return NULL;
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkRoomFiles *self = AKK_ROOM_FILES (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) made = g_task_propagate_pointer (G_TASK (result), NULL);
  File *file = g_hash_table_lookup (self->files, &job->id);

  self->working = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (job->document == NULL) {
    file->state = made != NULL ? AKK_ROOM_FILE_READY : AKK_ROOM_FILE_UNREADABLE;
    g_clear_pointer (&file->bytes, g_bytes_unref);
    if (made != NULL) {
      file->document = POPPLER_DOCUMENT (g_steal_pointer (&made));
      file->n_parts = is_upright (file->document) ? 2 : 1;
      file->n_pages =
          file->n_parts * (guint) MAX (poppler_document_get_n_pages (file->document), 0);
    }
  } else {
    Drawn *drawn = find_drawn (self, job->id, job->page, job->width, job->height);

    if (drawn != NULL && drawn->texture == NULL)
      drawn->texture = GDK_TEXTURE (g_steal_pointer (&made));
  }
  work (self);
  g_signal_emit (self, signals[DRAWN], 0);
}

static void
start (AkkRoomFiles *self, Job *job)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, job_done_cb, NULL);

  self->working = TRUE;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/* The next thing that is wanted: a file is read before its pages are drawn. */
static void
work (AkkRoomFiles *self)
{
  for (guint i = 0; i < self->drawn->len && !self->working; i++) {
    Drawn *drawn = self->drawn->pdata[i];
    File *file = g_hash_table_lookup (self->files, &drawn->id);
    Job *job;

    if (drawn->texture != NULL || file->state == AKK_ROOM_FILE_UNREADABLE ||
        (file->state == AKK_ROOM_FILE_READY && drawn->page >= file->n_pages))
      continue;
    job = g_new0 (Job, 1);
    job->id = drawn->id;
    job->bytes = file->bytes != NULL ? g_bytes_ref (file->bytes) : NULL;
    job->document = file->document != NULL ? g_object_ref (file->document) : NULL;
    job->page = drawn->page;
    job->n_parts = file->n_parts;
    job->width = drawn->width;
    job->height = drawn->height;
    start (self, job);
  }
}

static File *
file_of (AkkRoomFiles *self, gint64 id)
{
  File *file = g_hash_table_lookup (self->files, &id);
  g_autoptr (AkkAttachment) attachment = NULL;

  if (file != NULL)
    return file;
  attachment = akk_store_get (self->store, &akk_attachment_record, id);
  file = g_new0 (File, 1);
  file->id = id;
  file->n_parts = 1;
  if (attachment != NULL)
    file->bytes = akk_store_get_blob (self->store, attachment->file, NULL);
  file->state = file->bytes != NULL ? AKK_ROOM_FILE_COMING : AKK_ROOM_FILE_UNREADABLE;
  g_hash_table_insert (self->files, &file->id, file);
  return file;
}

/* Puts a page at the place of what is wanted so much, and forgets what is wanted least. */
static Drawn *
want (AkkRoomFiles *self, gint64 id, guint page, int width, int height, guint place)
{
  Drawn *drawn = find_drawn (self, id, page, width, height);
  guint at;

  if (drawn == NULL) {
    drawn = g_new0 (Drawn, 1);
    *drawn = (Drawn) { id, page, width, height, NULL };
  } else if (g_ptr_array_find (self->drawn, drawn, &at)) {
    g_ptr_array_steal_index (self->drawn, at);
  }
  g_ptr_array_insert (self->drawn, (int) MIN (place, self->drawn->len), drawn);
  if (self->drawn->len > MAX_DRAWN)
    g_ptr_array_set_size (self->drawn, MAX_DRAWN);
  return drawn;
}

AkkRoomFileState
akk_room_files_get (AkkRoomFiles *self, gint64 attachment_id, guint *n_pages)
{
  const File *file = file_of (self, attachment_id);

  *n_pages = file->n_pages;
  return file->state;
}

guint
akk_room_files_parts (AkkRoomFiles *self, gint64 attachment_id)
{
  return file_of (self, attachment_id)->n_parts;
}

GdkTexture *
akk_room_files_page (AkkRoomFiles *self, gint64 attachment_id, guint page, int width, int height)
{
  const File *file = file_of (self, attachment_id);
  Drawn *drawn = want (self, attachment_id, page, width, height, 0);

  if (page + 1 < file->n_pages)
    want (self, attachment_id, page + 1, width, height, 1);
  if (page > 0)
    want (self, attachment_id, page - 1, width, height, 2);
  work (self);
  return drawn->texture;
}

void
akk_room_files_announce (AkkRoomFiles *self, gint64 attachment_id, int width, int height)
{
  file_of (self, attachment_id);
  if (find_drawn (self, attachment_id, 0, width, height) == NULL)
    want (self, attachment_id, 0, width, height, self->drawn->len);
  work (self);
}

/* --- Virtual functions --- */

static void
akk_room_files_dispose (GObject *object)
{
  AkkRoomFiles *self = AKK_ROOM_FILES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (akk_room_files_parent_class)->dispose (object);
}

static void
akk_room_files_finalize (GObject *object)
{
  AkkRoomFiles *self = AKK_ROOM_FILES (object);

  g_ptr_array_unref (self->drawn);
  g_hash_table_unref (self->files);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (akk_room_files_parent_class)->finalize (object);
}

static void
akk_room_files_class_init (AkkRoomFilesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = akk_room_files_dispose;
  G_OBJECT_CLASS (class)->finalize = akk_room_files_finalize;
  signals[DRAWN] = g_signal_new ("drawn", AKK_TYPE_ROOM_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
akk_room_files_init (AkkRoomFiles *self)
{
  self->files = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, file_free);
  self->drawn = g_ptr_array_new_with_free_func (drawn_free);
  self->cancellable = g_cancellable_new ();
}

AkkRoomFiles *
akk_room_files_new (AkkStore *store)
{
  AkkRoomFiles *self = g_object_new (AKK_TYPE_ROOM_FILES, NULL);

  self->store = g_object_ref (store);
  return self;
}
