/* An annex of somebody else's making: its pages as they are, and what they say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pack-internal.h"

#include <string.h>

#define MAX_DEPTH 8 /* of forms in forms */

struct _AkkAnnex {
  GBytes *bytes; /* of which qpdf and poppler read */
  qpdf_data pdf;
  PopplerDocument *words;
  guint n_pages;
  AkkAnnexFaults faults;
  GHashTable *plain; /* numbers of the objects that have been looked after */
};

/* The visible part of a page, and by how many degrees it is turned: 0, 90, 180 or 270. */
typedef struct {
  double x0, y0, x1, y1;
  int turned;
} AnnexView;

/* --- Reading --- */

/* The header may stand a little after the begin of the file. */
static gboolean
looks_like_pdf (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 && memmem (data, MIN (length, 1024), "%PDF-", 5) != NULL;
}

static void
drain (qpdf_data pdf)
{
  while (qpdf_more_warnings (pdf))
    qpdf_next_warning (pdf);
  if (qpdf_has_error (pdf))
    qpdf_get_error (pdf);
}

static gboolean
read_pdf (AkkAnnex *self, AkkAnnexState *state)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  qpdf_silence_errors (self->pdf);
  qpdf_set_suppress_warnings (self->pdf, QPDF_TRUE);
  if (qpdf_read_memory (self->pdf, "annex", data, length, NULL) & QPDF_ERRORS) {
    qpdf_error cause = qpdf_get_error (self->pdf);
    if (cause != NULL && qpdf_get_error_code (self->pdf, cause) == qpdf_e_password)
      *state = AKK_ANNEX_LOCKED;
    return FALSE;
  }
  if (qpdf_is_encrypted (self->pdf)) {
    *state = AKK_ANNEX_LOCKED;
    return FALSE;
  }
  self->n_pages = MAX (qpdf_get_num_pages (self->pdf), 0);
  return self->n_pages > 0 && !(qpdf_push_inherited_attributes_to_page (self->pdf) & QPDF_ERRORS);
}

AkkAnnex *
akk_annex_new (GBytes *bytes, AkkAnnexState *state)
{
  g_autoptr (AkkAnnex) self = g_new0 (AkkAnnex, 1);

  *state = AKK_ANNEX_OTHER;
  if (!looks_like_pdf (bytes))
    return NULL;
  *state = AKK_ANNEX_DAMAGED;
  self->bytes = g_bytes_ref (bytes);
  self->plain = g_hash_table_new (NULL, NULL);
  self->pdf = qpdf_init ();
  if (!read_pdf (self, state))
    return NULL;
  self->words = poppler_document_new_from_bytes (bytes, NULL, NULL);
  if (self->words == NULL || poppler_document_get_n_pages (self->words) != (int) self->n_pages)
    return NULL;
  self->faults = akk_pack_faults (self->pdf, self->n_pages, self->words);
  drain (self->pdf);
  *state = AKK_ANNEX_FINE;
  return g_steal_pointer (&self);
}

void
akk_annex_free (AkkAnnex *self)
{
  g_clear_object (&self->words);
  if (self->pdf != NULL) {
    drain (self->pdf);
    qpdf_cleanup (&self->pdf);
  }
  g_clear_pointer (&self->plain, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

guint
akk_annex_count (AkkAnnex *self)
{
  return self->n_pages;
}

AkkAnnexFaults
akk_annex_faults (AkkAnnex *self)
{
  return self->faults;
}

char *
akk_annex_text (AkkAnnex *self, guint page)
{
  PopplerPage *it = poppler_document_get_page (self->words, (int) page);
  char *text = it != NULL ? poppler_page_get_text (it) : NULL;

  g_clear_object (&it);
  return text != NULL ? text : g_strdup ("");
}

/* --- What can be seen of a page --- */

/* qpdf itself reads fractions with the locale's decimal sign. */
static double
number_at (qpdf_data pdf, qpdf_oh array, int index)
{
  qpdf_oh item = qpdf_oh_get_array_item (pdf, array, index);
  double number = 0;

  if (qpdf_oh_is_integer (pdf, item))
    number = (double) qpdf_oh_get_int_value (pdf, item);
  else if (qpdf_oh_is_real (pdf, item))
    number = g_ascii_strtod (qpdf_oh_get_real_value (pdf, item), NULL);
  qpdf_oh_release (pdf, item);
  return number;
}

static gboolean
box_of (qpdf_data pdf, qpdf_oh dict, const char *key, AnnexView *box)
{
  qpdf_oh array = qpdf_oh_get_key (pdf, dict, key);
  gboolean is = qpdf_oh_is_array (pdf, array) && qpdf_oh_get_array_n_items (pdf, array) == 4;

  if (is) {
    double a = number_at (pdf, array, 0), b = number_at (pdf, array, 1);
    double c = number_at (pdf, array, 2), d = number_at (pdf, array, 3);
    *box = (AnnexView) { MIN (a, c), MIN (b, d), MAX (a, c), MAX (b, d) };
  }
  qpdf_oh_release (pdf, array);
  return is && box->x1 > box->x0 && box->y1 > box->y0;
}

static AnnexView
view_of (qpdf_data pdf, qpdf_oh page)
{
  AnnexView media = { 0, 0, 612, 792 }, crop;
  qpdf_oh rotate = qpdf_oh_get_key (pdf, page, "/Rotate");
  int turned = qpdf_oh_is_integer (pdf, rotate) ? (int) qpdf_oh_get_int_value (pdf, rotate) : 0;

  qpdf_oh_release (pdf, rotate);
  if (!box_of (pdf, page, "/MediaBox", &media))
    media = (AnnexView) { 0, 0, 612, 792 };
  if (box_of (pdf, page, "/CropBox", &crop)) {
    crop = (AnnexView) { MAX (crop.x0, media.x0), MAX (crop.y0, media.y0), MIN (crop.x1, media.x1),
                         MIN (crop.y1, media.y1) };
    if (crop.x1 > crop.x0 && crop.y1 > crop.y0)
      media = crop;
  }
  media.turned = ((turned % 360 + 360) % 360) / 90 * 90;
  return media;
}

void
akk_annex_size (AkkAnnex *self, guint page, double *width_pt, double *height_pt)
{
  qpdf_oh it = qpdf_get_page_n (self->pdf, page);
  AnnexView view = view_of (self->pdf, it);
  gboolean aside = view.turned % 180 != 0;

  *width_pt = aside ? view.y1 - view.y0 : view.x1 - view.x0;
  *height_pt = aside ? view.x1 - view.x0 : view.y1 - view.y0;
  qpdf_oh_release (self->pdf, it);
}

/* --- A page as a form --- */

static void
add_numbers (GString *text, const double *numbers, guint n)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, " [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s",
                            g_ascii_formatd (buffer, sizeof buffer, "%.5f", numbers[i]));
  g_string_append (text, " ]");
}

/* Turned clockwise, and moved to the origin. */
static void
add_matrix (GString *text, const AnnexView *view)
{
  const double upright[] = { 1, 0, 0, 1, -view->x0, -view->y0 };
  const double right[] = { 0, -1, 1, 0, -view->y0, view->x1 };
  const double down[] = { -1, 0, 0, -1, view->x1, view->y1 };
  const double left[] = { 0, 1, -1, 0, view->y1, -view->x0 };

  g_string_append (text, " /Matrix");
  add_numbers (text,
               view->turned == 90    ? right
               : view->turned == 180 ? down
               : view->turned == 270 ? left
                                     : upright,
               6);
}

static void make_plain (AkkAnnex *self, qpdf_oh resources, guint depth);

static void
make_form_plain (AkkAnnex *self, qpdf_oh form, qpdf_oh dict, guint depth)
{
  qpdf_data pdf = self->pdf;
  QPDF_BOOL decoded = QPDF_FALSE;
  unsigned char *data = NULL;
  size_t length = 0;
  qpdf_oh resources = qpdf_oh_get_key (pdf, dict, "/Resources");

  if (qpdf_oh_get_stream_data (pdf, form, qpdf_dl_generalized, &decoded, &data, &length) ==
          QPDF_SUCCESS &&
      decoded) {
    g_autoptr (GByteArray) plain = akk_pack_content_plain (data, length);
    qpdf_oh null = qpdf_oh_new_null (pdf);
    qpdf_oh_replace_stream_data (pdf, form, plain->data, plain->len, null, null);
    qpdf_oh_release (pdf, null);
  }
  qpdf_oh_free_buffer (&data);
  make_plain (self, resources, depth + 1);
  qpdf_oh_release (pdf, resources);
}

/* Takes out of what a page draws with what only means something in its own file. */
static void
make_object_plain (AkkAnnex *self, qpdf_oh object, guint depth)
{
  static const char *const keys[] = { "/StructParent", "/StructParents", "/Metadata",
                                      "/PieceInfo",    "/OPI",           "/Alternates" };
  qpdf_data pdf = self->pdf;
  int number = qpdf_oh_get_object_id (pdf, object);
  qpdf_oh dict, subtype;

  if (!qpdf_oh_is_stream (pdf, object) || !g_hash_table_add (self->plain, GINT_TO_POINTER (number)))
    return;
  dict = qpdf_oh_get_dict (pdf, object);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    qpdf_oh_remove_key (pdf, dict, keys[i]);
  subtype = qpdf_oh_get_key (pdf, dict, "/Subtype");
  if (qpdf_oh_is_name_and_equals (pdf, subtype, "/Form"))
    make_form_plain (self, object, dict, depth);
  qpdf_oh_release (pdf, subtype);
  qpdf_oh_release (pdf, dict);
}

static void
make_plain (AkkAnnex *self, qpdf_oh resources, guint depth)
{
  qpdf_data pdf = self->pdf;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  qpdf_oh objects;

  if (!qpdf_oh_is_dictionary (pdf, resources) || depth > MAX_DEPTH)
    return;
  qpdf_oh_remove_key (pdf, resources, "/Properties");
  objects = qpdf_oh_get_key (pdf, resources, "/XObject");
  if (qpdf_oh_is_dictionary (pdf, objects)) {
    qpdf_oh_begin_dict_key_iter (pdf, objects);
    while (qpdf_oh_dict_more_keys (pdf))
      g_strv_builder_add (builder, qpdf_oh_dict_next_key (pdf));
  }
  names = g_strv_builder_end (builder);
  for (char **name = names; *name != NULL; name++) {
    qpdf_oh object = qpdf_oh_get_key (pdf, objects, *name);
    make_object_plain (self, object, depth);
    qpdf_oh_release (pdf, object);
  }
  qpdf_oh_release (pdf, objects);
}

/* A value of a page of the annex, in the other file; it is made indirect, for only such can go. */
static void
take_over (AkkAnnex *self, qpdf_oh page, const char *key, qpdf_data target, qpdf_oh dict)
{
  qpdf_oh value = qpdf_oh_get_key (self->pdf, page, key);

  if (qpdf_oh_is_dictionary (self->pdf, value)) {
    qpdf_oh whole = qpdf_oh_is_indirect (self->pdf, value)
                        ? qpdf_oh_new_object (self->pdf, value)
                        : qpdf_make_indirect_object (self->pdf, value);
    qpdf_oh copy = qpdf_oh_copy_foreign_object (target, self->pdf, whole);
    qpdf_oh_replace_key (target, dict, key, copy);
    qpdf_oh_release (target, copy);
    qpdf_oh_release (self->pdf, whole);
  }
  qpdf_oh_release (self->pdf, value);
}

/* --- What stands on a page without being part of it: fields that were filled in, stamps --- */

/* What is seen of an annotation; a null when nothing is. */
static qpdf_oh
appearance_of (qpdf_data pdf, qpdf_oh annotation)
{
  qpdf_oh subtype = qpdf_oh_get_key (pdf, annotation, "/Subtype");
  qpdf_oh flags = qpdf_oh_get_key (pdf, annotation, "/F");
  qpdf_oh all = qpdf_oh_get_key (pdf, annotation, "/AP");
  qpdf_oh normal = qpdf_oh_get_key_if_dict (pdf, all, "/N");
  int hidden = qpdf_oh_is_integer (pdf, flags) ? (int) qpdf_oh_get_int_value (pdf, flags) & 34 : 0;
  gboolean seen = hidden == 0 && !qpdf_oh_is_name_and_equals (pdf, subtype, "/Link") &&
                  !qpdf_oh_is_name_and_equals (pdf, subtype, "/Popup");

  if (seen && !qpdf_oh_is_stream (pdf, normal) && qpdf_oh_is_dictionary (pdf, normal)) {
    qpdf_oh state = qpdf_oh_get_key (pdf, annotation, "/AS"), states = normal;
    normal = qpdf_oh_is_name (pdf, state)
                 ? qpdf_oh_get_key (pdf, states, qpdf_oh_get_name (pdf, state))
                 : qpdf_oh_new_null (pdf);
    qpdf_oh_release (pdf, states);
    qpdf_oh_release (pdf, state);
  }
  if (!seen || !qpdf_oh_is_stream (pdf, normal)) {
    qpdf_oh_release (pdf, normal);
    normal = qpdf_oh_new_null (pdf);
  }
  qpdf_oh_release (pdf, all);
  qpdf_oh_release (pdf, flags);
  qpdf_oh_release (pdf, subtype);
  return normal;
}

/* The box of an appearance after its own matrix (ISO 32000-1, 12.5.5). */
static gboolean
appearance_box (qpdf_data pdf, qpdf_oh appearance, AnnexView *box)
{
  qpdf_oh dict = qpdf_oh_get_dict (pdf, appearance);
  qpdf_oh matrix = qpdf_oh_get_key (pdf, dict, "/Matrix");
  double m[6] = { 1, 0, 0, 1, 0, 0 };
  AnnexView own, whole = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  gboolean is = box_of (pdf, dict, "/BBox", &own);

  if (qpdf_oh_is_array (pdf, matrix) && qpdf_oh_get_array_n_items (pdf, matrix) == 6)
    for (int i = 0; i < 6; i++)
      m[i] = number_at (pdf, matrix, i);
  for (int i = 0; is && i < 4; i++) {
    double x = i & 1 ? own.x1 : own.x0, y = i & 2 ? own.y1 : own.y0;
    double to_x = m[0] * x + m[2] * y + m[4], to_y = m[1] * x + m[3] * y + m[5];
    whole = (AnnexView) { MIN (whole.x0, to_x), MIN (whole.y0, to_y), MAX (whole.x1, to_x),
                          MAX (whole.y1, to_y) };
  }
  qpdf_oh_release (pdf, matrix);
  qpdf_oh_release (pdf, dict);
  *box = whole;
  return is && whole.x1 > whole.x0 && whole.y1 > whole.y0;
}

/* Draws it as part of the page, which it is from now on. */
static void
add_appearance (AkkAnnex *self, qpdf_oh resources, qpdf_oh annotation, guint number, GString *text)
{
  qpdf_data pdf = self->pdf;
  qpdf_oh appearance = appearance_of (pdf, annotation);
  AnnexView box, place;

  if (qpdf_oh_is_stream (pdf, appearance) && box_of (pdf, annotation, "/Rect", &place) &&
      appearance_box (pdf, appearance, &box)) {
    const double sx = (place.x1 - place.x0) / (box.x1 - box.x0);
    const double sy = (place.y1 - place.y0) / (box.y1 - box.y0);
    const double numbers[] = { sx, 0, 0, sy, place.x0 - sx * box.x0, place.y0 - sy * box.y0 };
    g_autofree char *name = g_strdup_printf ("/AkkoordNote%u", number);
    qpdf_oh objects = qpdf_oh_get_key (pdf, resources, "/XObject");
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    if (!qpdf_oh_is_dictionary (pdf, objects)) {
      qpdf_oh_release (pdf, objects);
      objects = qpdf_oh_new_dictionary (pdf);
      qpdf_oh_replace_key (pdf, resources, "/XObject", objects);
    }
    qpdf_oh_replace_key (pdf, objects, name, appearance);
    qpdf_oh_release (pdf, objects);
    g_string_append (text, "\nq");
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      g_string_append_printf (text, " %s",
                              g_ascii_formatd (buffer, sizeof buffer, "%.5f", numbers[i]));
    g_string_append_printf (text, " cm %s Do Q", name);
  }
  qpdf_oh_release (pdf, appearance);
}

/* What is drawn after the page itself. */
static GString *
appearances_of (AkkAnnex *self, qpdf_oh page, qpdf_oh resources)
{
  qpdf_data pdf = self->pdf;
  GString *text = g_string_new (NULL);
  qpdf_oh list = qpdf_oh_get_key (pdf, page, "/Annots");
  int n = qpdf_oh_is_array (pdf, list) && qpdf_oh_is_dictionary (pdf, resources)
              ? qpdf_oh_get_array_n_items (pdf, list)
              : 0;

  for (int i = 0; i < n; i++) {
    qpdf_oh annotation = qpdf_oh_get_array_item (pdf, list, i);
    int id = qpdf_oh_get_object_id (pdf, annotation);
    if (qpdf_oh_is_dictionary (pdf, annotation))
      add_appearance (self, resources, annotation, id > 0 ? (guint) id : 1000000u + (guint) i,
                      text);
    qpdf_oh_release (pdf, annotation);
  }
  qpdf_oh_release (pdf, list);
  return text;
}

qpdf_oh
akk_annex_form (AkkAnnex *self, guint page, qpdf_data target)
{
  qpdf_oh it = qpdf_get_page_n (self->pdf, page);
  qpdf_oh resources = qpdf_oh_get_key (self->pdf, it, "/Resources");
  qpdf_oh form = qpdf_oh_new_stream (target), null = qpdf_oh_new_null (target);
  qpdf_oh dict = qpdf_oh_get_dict (target, form), keys;
  AnnexView view = view_of (self->pdf, it);
  const double box[] = { view.x0, view.y0, view.x1, view.y1 };
  g_autoptr (GString) text = g_string_new ("<< /BBox");
  g_autoptr (GByteArray) plain = NULL;
  unsigned char *data = NULL;
  size_t length = 0;

  add_numbers (text, box, 4);
  add_matrix (text, &view);
  g_string_append (text, " /Subtype /Form /Type /XObject >>");
  keys = qpdf_oh_parse (target, text->str);
  for (const char *const *key =
           (const char *const[]) { "/BBox", "/Matrix", "/Subtype", "/Type", NULL };
       *key != NULL; key++) {
    qpdf_oh value = qpdf_oh_get_key (target, keys, *key);
    qpdf_oh_replace_key (target, dict, *key, value);
    qpdf_oh_release (target, value);
  }
  g_autoptr (GString) above = appearances_of (self, it, resources);
  make_plain (self, resources, 0);
  take_over (self, it, "/Resources", target, dict);
  take_over (self, it, "/Group", target, dict);
  if (qpdf_oh_get_page_content_data (self->pdf, it, &data, &length) == QPDF_SUCCESS && data != NULL)
    plain = akk_pack_content_plain (data, length);
  if (plain != NULL && above->len > 0) {
    g_byte_array_prepend (plain, (const guint8 *) "q\n", 2);
    g_byte_array_append (plain, (const guint8 *) "\nQ", 2);
    g_byte_array_append (plain, (const guint8 *) above->str, above->len);
  }
  qpdf_oh_free_buffer (&data);
  qpdf_oh_replace_stream_data (target, form, plain != NULL ? plain->data : (const guint8 *) "",
                               plain != NULL ? plain->len : 0, null, null);
  drain (self->pdf);
  qpdf_oh_release (target, keys);
  qpdf_oh_release (target, dict);
  qpdf_oh_release (target, null);
  qpdf_oh_release (self->pdf, resources);
  qpdf_oh_release (self->pdf, it);
  return form;
}
