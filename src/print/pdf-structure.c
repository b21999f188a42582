/* The structure tree of a PDF: gives each element what cairo could not say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/pdf-internal.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  qpdf_data pdf;
  AkkTags *tags;
  guint next; /* in the list */
  GPtrArray *ids; /* StructureId */
  GArray *joins; /* AkkPdfJoin */
  /* For elements that are drawn in another than they belong to. Unused if there are none. */
  GHashTable *objects, *keys; /* key -> number of the object, and back */
  GArray *moved; /* StructureMove, in the order in which they were drawn; or NULL */
} Structure;

typedef struct {
  guint key, home; /* of an element, and of the one it belongs to */
  guint from; /* number of the object of the one it was drawn in */
} StructureMove;

typedef struct {
  char *id;
  qpdf_oh element; /* owned by the table of handles */
} StructureId;

static void
structure_id_free (gpointer data)
{
  StructureId *id = data;

  g_free (id->id);
  g_free (id);
}

static int
structure_id_compare (gconstpointer a, gconstpointer b)
{
  return strcmp (((const StructureId *) a)->id, ((const StructureId *) b)->id);
}

/* Sets a key and lets go of the value's handle. */
static void
set_key (qpdf_data pdf, qpdf_oh dict, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dict, key, value);
  qpdf_oh_release (pdf, value);
}

static void
set_text (qpdf_data pdf, qpdf_oh dict, const char *key, const char *text)
{
  g_autofree char *clean = akk_pdf_clean_text (text);

  set_key (pdf, dict, key, qpdf_oh_new_unicode_string (pdf, clean));
}

static void set_attributes (Structure *self, qpdf_oh element, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
set_attributes (Structure *self, qpdf_oh element, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_key (self->pdf, element, "/A", qpdf_oh_parse (self->pdf, text));
}

/* A point's distance in the file: two decimals, a point as the decimal sign in every locale. */
static const char *
format_pt (double value, char buffer[static G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", value);
}

static void
set_bbox (Structure *self, qpdf_oh element, const AkkTag *tag)
{
  const double *box = tag->info->bbox;
  double height = akk_tags_page_height (self->tags, tag->page);
  char x0[G_ASCII_DTOSTR_BUF_SIZE], y0[G_ASCII_DTOSTR_BUF_SIZE], x1[G_ASCII_DTOSTR_BUF_SIZE],
      y1[G_ASCII_DTOSTR_BUF_SIZE];

  set_attributes (self, element, "<< /O /Layout /BBox [%s %s %s %s] >>", format_pt (box[0], x0),
                  format_pt (height - box[3], y0), format_pt (box[2], x1),
                  format_pt (height - box[1], y1));
}

static void
set_annotation (Structure *self, qpdf_oh reference, const AkkTag *tag)
{
  qpdf_oh annotation = qpdf_oh_get_key (self->pdf, reference, "/Obj");

  if (tag->info != NULL && tag->info->alt != NULL)
    set_text (self->pdf, annotation, "/Contents", tag->info->alt);
  qpdf_oh_release (self->pdf, annotation);
}

/* The element of an id was begun before what joins it. */
static gboolean
add_join (Structure *self, qpdf_oh part, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++) {
    const StructureId *it = self->ids->pdata[i];
    if (g_str_equal (it->id, id)) {
      AkkPdfJoin join = { it->element, qpdf_oh_new_object (self->pdf, part) };
      g_array_append_val (self->joins, join);
      return TRUE;
    }
  }
  return FALSE;
}

static void
set_element (Structure *self, qpdf_oh element, const AkkTag *tag)
{
  const AkkTagInfo *info = tag->info;

  if (info == NULL)
    return;
  if (info->title != NULL && *info->title != '\0')
    set_text (self->pdf, element, "/T", info->title);
  if (g_str_equal (tag->name, "Figure")) {
    if (info->alt != NULL)
      set_text (self->pdf, element, "/Alt", info->alt);
    set_bbox (self, element, tag);
  }
  if (info->scope != NULL)
    set_attributes (self, element, "<< /O /Table /Scope /%s >>", info->scope);
  if (info->numbering != NULL)
    set_attributes (self, element, "<< /O /List /ListNumbering /%s >>", info->numbering);
  if (info->id != NULL) {
    StructureId *id = g_new0 (StructureId, 1);
    id->id = g_strdup (info->id);
    id->element = qpdf_oh_new_object (self->pdf, element);
    g_ptr_array_add (self->ids, id);
    set_key (self->pdf, element, "/ID", qpdf_oh_new_string (self->pdf, info->id));
  }
}

/* --- Elements that belong elsewhere --- */

static void
remember_element (Structure *self, qpdf_oh element, const AkkTag *tag, const AkkTag *parent)
{
  guint object = (guint) qpdf_oh_get_object_id (self->pdf, element);

  if (tag->key == 0)
    return;
  g_hash_table_insert (self->objects, GUINT_TO_POINTER (tag->key), GUINT_TO_POINTER (object));
  g_hash_table_insert (self->keys, GUINT_TO_POINTER (object), GUINT_TO_POINTER (tag->key));
  if (tag->info == NULL || tag->info->home == 0 || parent == NULL)
    return;

  StructureMove move = { tag->key, tag->info->home,
                         GPOINTER_TO_UINT (
                             g_hash_table_lookup (self->objects, GUINT_TO_POINTER (parent->key))) };
  g_array_append_val (self->moved, move);
}

static qpdf_oh
object_of (Structure *self, guint key)
{
  gpointer object = g_hash_table_lookup (self->objects, GUINT_TO_POINTER (key));

  return qpdf_get_object_by_id (self->pdf, GPOINTER_TO_INT (object), 0);
}

/* The kids of an element as an array: a single one stands there by itself. */
static qpdf_oh
kids_of (Structure *self, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (self->pdf, element, "/K");

  if (qpdf_oh_is_array (self->pdf, kids))
    return kids;
  qpdf_oh array = qpdf_oh_new_array (self->pdf);
  qpdf_oh_append_item (self->pdf, array, kids);
  qpdf_oh_replace_key (self->pdf, element, "/K", array);
  qpdf_oh_release (self->pdf, kids);
  return array;
}

/* The key of the kid at an index; 0: it is no element. */
static guint
key_of_kid (Structure *self, qpdf_oh kids, int index)
{
  qpdf_oh kid = qpdf_oh_get_array_item (self->pdf, kids, index);
  guint object = (guint) qpdf_oh_get_object_id (self->pdf, kid);

  qpdf_oh_release (self->pdf, kid);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, GUINT_TO_POINTER (object)));
}

static void
move_element (Structure *self, const StructureMove *move)
{
  qpdf_oh element = object_of (self, move->key), home = object_of (self, move->home);
  qpdf_oh from = qpdf_get_object_by_id (self->pdf, (int) move->from, 0);
  qpdf_oh old = kids_of (self, from);
  int at = 0, n = qpdf_oh_get_array_n_items (self->pdf, old);

  while (at < n && key_of_kid (self, old, at) != move->key)
    at++;
  if (at < n)
    qpdf_oh_erase_item (self->pdf, old, at);
  qpdf_oh_release (self->pdf, old);

  /* Keys count in the order in which elements are read. */
  qpdf_oh kids = kids_of (self, home);
  n = qpdf_oh_get_array_n_items (self->pdf, kids);
  for (at = 0; at < n && key_of_kid (self, kids, at) < move->key;)
    at++;
  qpdf_oh_insert_item (self->pdf, kids, at, element);
  qpdf_oh_replace_key (self->pdf, element, "/P", home);
  qpdf_oh_release (self->pdf, kids);
  qpdf_oh_release (self->pdf, from);
  qpdf_oh_release (self->pdf, home);
  qpdf_oh_release (self->pdf, element);
}

static void
move_elements (Structure *self)
{
  for (guint i = 0; i < self->moved->len; i++) {
    const StructureMove *move = &g_array_index (self->moved, StructureMove, i);
    if (g_hash_table_contains (self->objects, GUINT_TO_POINTER (move->home)))
      move_element (self, move);
  }
}

/* --- The tree --- */

static gboolean structure_walk (Structure *self, qpdf_oh kids, const AkkTag *parent);

static gboolean
structure_walk_one (Structure *self, qpdf_oh kid, const AkkTag *parent)
{
  gboolean fine = TRUE;
  const AkkTag *tag;
  qpdf_oh type, kids;

  if (!qpdf_oh_is_dictionary (self->pdf, kid))
    return TRUE; /* marked content: a number */
  type = qpdf_oh_get_key (self->pdf, kid, "/S");
  if (qpdf_oh_is_name (self->pdf, type)) {
    tag = self->next < akk_tags_count (self->tags) ? akk_tags_get (self->tags, self->next) : NULL;
    fine = tag != NULL && g_str_equal (qpdf_oh_get_name (self->pdf, type) + 1, tag->name);
    if (fine) {
      self->next++;
      set_element (self, kid, tag);
      if (self->moved != NULL)
        remember_element (self, kid, tag, parent);
      kids = qpdf_oh_get_key (self->pdf, kid, "/K");
      fine = structure_walk (self, kids, tag);
      if (fine && tag->info != NULL && tag->info->joins != NULL)
        fine = add_join (self, kid, tag->info->joins);
      qpdf_oh_release (self->pdf, kids);
    }
  } else if (parent != NULL && qpdf_oh_has_key (self->pdf, kid, "/Obj")) {
    set_annotation (self, kid, parent);
  }
  qpdf_oh_release (self->pdf, type);
  return fine;
}

/* Depth first: the order in which the elements were begun. */
static gboolean
structure_walk (Structure *self, qpdf_oh kids, const AkkTag *parent)
{
  gboolean fine = TRUE;

  if (!qpdf_oh_is_array (self->pdf, kids))
    return structure_walk_one (self, kids, parent);
  for (int i = 0, n = qpdf_oh_get_array_n_items (self->pdf, kids); fine && i < n; i++) {
    qpdf_oh kid = qpdf_oh_get_array_item (self->pdf, kids, i);
    fine = structure_walk_one (self, kid, parent);
    qpdf_oh_release (self->pdf, kid);
  }
  return fine;
}

static void
structure_add_ids (Structure *self, qpdf_oh tree)
{
  qpdf_oh names, dict;

  if (self->ids->len == 0)
    return;
  g_ptr_array_sort_values (self->ids, structure_id_compare);
  names = qpdf_oh_new_array (self->pdf);
  for (guint i = 0; i < self->ids->len; i++) {
    const StructureId *id = self->ids->pdata[i];
    qpdf_oh key = qpdf_oh_new_string (self->pdf, id->id);
    qpdf_oh_append_item (self->pdf, names, key);
    qpdf_oh_append_item (self->pdf, names, id->element);
    qpdf_oh_release (self->pdf, key);
    qpdf_oh_release (self->pdf, id->element);
  }
  dict = qpdf_oh_new_dictionary (self->pdf);
  set_key (self->pdf, dict, "/Names", names);
  set_key (self->pdf, tree, "/IDTree", dict);
}

static gboolean
anything_moves (AkkTags *tags)
{
  for (guint i = 0; i < akk_tags_count (tags); i++) {
    const AkkTag *tag = akk_tags_get (tags, i);
    if (tag->info != NULL && tag->info->home != 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
akk_pdf_structure (qpdf_data pdf, qpdf_oh root, AkkTags *tags, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (structure_id_free);
  g_autoptr (GArray) joins = g_array_new (FALSE, FALSE, sizeof (AkkPdfJoin));
  g_autoptr (GHashTable) objects = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) moved =
      anything_moves (tags) ? g_array_new (FALSE, FALSE, sizeof (StructureMove)) : NULL;
  Structure self = { pdf, tags, 0, ids, joins, objects, keys, moved };
  qpdf_oh tree = qpdf_oh_get_key (pdf, root, "/StructTreeRoot");
  qpdf_oh kids = qpdf_oh_get_key_if_dict (pdf, tree, "/K");
  gboolean fine = structure_walk (&self, kids, NULL) && self.next == akk_tags_count (tags);

  if (fine) {
    akk_pdf_join (pdf, tree, joins);
    if (moved != NULL)
      move_elements (&self);
    structure_add_ids (&self, tree);
  } else {
    g_set_error (
        error, AKK_PDF_ERROR, AKK_PDF_ERROR_FAILED,
        _ ("The PDF could not be made: its structure is not as it was drawn, from part %u on."),
        self.next + 1);
  }
  for (guint i = 0; i < joins->len; i++)
    qpdf_oh_release (pdf, g_array_index (joins, AkkPdfJoin, i).part);
  qpdf_oh_release (pdf, kids);
  qpdf_oh_release (pdf, tree);
  return fine;
}
