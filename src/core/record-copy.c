/* Copies of records under new ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/record-copy.h"

#include <string.h>

struct _AkkCopies {
  AkkStore *store;
  GPtrArray *copies; /* AkkRecord */
  GHashTable *ids; /* gint64 of the original → gint64 of the copy */
};

AkkCopies *
akk_copies_new (AkkStore *store)
{
  AkkCopies *self = g_new0 (AkkCopies, 1);

  self->store = g_object_ref (store);
  self->copies = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
akk_copies_free (AkkCopies *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->copies);
  g_object_unref (self->store);
  g_free (self);
}

gpointer
akk_copies_add (AkkCopies *self, gconstpointer original)
{
  AkkRecord *copy = akk_record_duplicate (original);
  gint64 id = copy->id;

  copy->id = 0;
  akk_store_add (self->store, copy);
  g_ptr_array_add (self->copies, copy);
  g_hash_table_insert (self->ids, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&copy->id, sizeof copy->id));
  return copy;
}

void
akk_copies_add_all (AkkCopies *self, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (GListModel) list = akk_store_list (self->store, type, ref, id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkRecord) original = g_list_model_get_item (list, i);

    akk_copies_add (self, original);
  }
}

gint64
akk_copies_id (AkkCopies *self, gint64 original)
{
  const gint64 *id = g_hash_table_lookup (self->ids, &original);

  return id != NULL ? *id : 0;
}

/* --- Connecting --- */

/* A field of a text at `p`, right behind "{{": where its id begins; NULL: it has none. */
static const char *
id_in_field (const char *p)
{
  while (g_ascii_isalpha (*p))
    p++;
  return *p == ':' && g_ascii_isdigit (p[1]) ? p + 1 : NULL;
}

/* NULL: nothing in the text leads to what was copied. */
static char *
connect_text (AkkCopies *self, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *start = text, *p = text;
  gboolean changed = FALSE;

  while ((p = strstr (p, "{{")) != NULL) {
    const char *digits = id_in_field (p + 2);
    char *end = NULL;
    gint64 id = digits != NULL ? g_ascii_strtoll (digits, &end, 10) : 0;
    gint64 copy = akk_copies_id (self, id);

    p += 2;
    if (copy == 0)
      continue;
    g_string_append_len (out, start, digits - start);
    g_string_append_printf (out, "%" G_GINT64_FORMAT, copy);
    start = p = end;
    changed = TRUE;
  }
  g_string_append (out, start);
  return changed ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
}

static void
connect_field (AkkCopies *self, AkkRecord *record, const AkkField *field)
{
  if (field->kind == AKK_FIELD_REF) {
    gint64 copy = akk_copies_id (self, akk_record_get_int (record, field));

    if (copy != 0)
      akk_store_set_int (self->store, record, field->name, copy);
  } else if (field->body) {
    g_autofree char *text = connect_text (self, akk_record_get_text (record, field));

    if (text != NULL)
      akk_store_set_text (self->store, record, field->name, text);
  }
}

void
akk_copies_connect (AkkCopies *self)
{
  for (guint i = 0; i < self->copies->len; i++) {
    AkkRecord *record = self->copies->pdata[i];

    for (guint k = 0; k < record->type->n_fields; k++)
      connect_field (self, record, &record->type->fields[k]);
  }
}
