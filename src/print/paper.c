/* Paper: typefaces, language, measures and the cache of set paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/paper.h"

#include <string.h>

#include "core/datadir.h"
#include "print/paper-internal.h"

/* A set paragraph and the bytes that make it: style, measure, runs and text. */
typedef struct {
  guint hash;
  guint generation; /* the last layout that used it */
  gsize n_bytes;
  guint8 *key;
  AkkSet *set;
} Entry;

struct _AkkPaper {
  GObject parent_instance;
  AkkPhrases *phrases;
  AkkFaces *faces;
  AkkHyphen *hyphen;
  AkkSetter setter;
  GHashTable *entries;
  GByteArray *scratch;
  guint generation;
  guint n_set;
};

G_DEFINE_QUARK (akk_paper_error_quark, akk_paper_error)
G_DEFINE_FINAL_TYPE (AkkPaper, akk_paper, G_TYPE_OBJECT)

static guint
entry_hash (gconstpointer key)
{
  return ((const Entry *) key)->hash;
}

static gboolean
entry_equal (gconstpointer one, gconstpointer other)
{
  const Entry *a = one, *b = other;

  return a->hash == b->hash && a->n_bytes == b->n_bytes && memcmp (a->key, b->key, a->n_bytes) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  akk_set_unref (self->set);
  g_free (self->key);
  g_free (self);
}

static void
add_key (GByteArray *key, gconstpointer data, gsize n_bytes)
{
  g_byte_array_append (key, data, (guint) n_bytes);
}

/* By content, not by identity: what fields say is in the text by now, and equal lines share a
 * layout. */
static void
make_key (GByteArray *key, const AkkCopy *text, AkkLook type, double measure)
{
  const guint8 style = (guint8) type;

  g_byte_array_set_size (key, 0);
  add_key (key, &style, sizeof style);
  add_key (key, &measure, sizeof measure);
  if (text->text == NULL)
    return;
  add_key (key, text->text->str, text->text->len);
  for (guint i = 0; i < text->runs->len; i++) {
    const AkkCopyRun *run = &g_array_index (text->runs, AkkCopyRun, i);
    add_key (key, &run->n_bytes, sizeof run->n_bytes);
    add_key (key, &run->style, sizeof run->style);
    add_key (key, &run->raised, sizeof run->raised);
    add_key (key, &run->href, sizeof run->href);
  }
}

/* Eight bytes at a time (a multiply and a shift): every paragraph is hashed at every layout. */
static guint
hash_key (const guint8 *bytes, gsize n_bytes)
{
  guint64 hash = n_bytes;

  while (n_bytes > 0) {
    guint64 word = 0;
    gsize n = MIN (n_bytes, sizeof word);
    memcpy (&word, bytes, n);
    hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
    bytes += n;
    n_bytes -= n;
  }
  return (guint) (hash ^ (hash >> 32));
}

static void
akk_paper_finalize (GObject *object)
{
  AkkPaper *self = AKK_PAPER (object);

  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->faces, akk_faces_free);
  g_clear_pointer (&self->hyphen, akk_hyphen_free);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  g_byte_array_unref (self->scratch);
  G_OBJECT_CLASS (akk_paper_parent_class)->finalize (object);
}

static void
akk_paper_class_init (AkkPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_paper_finalize;
}

static void
akk_paper_init (AkkPaper *self)
{
  self->entries = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  self->scratch = g_byte_array_new ();
}

static AkkHyphen *
open_hyphen (AkkPhrases *phrases, GError **error)
{
  g_autoptr (GError) reason = NULL;
  AkkHyphen *hyphen = akk_hyphen_of (phrases, &reason);

  if (hyphen == NULL)
    g_set_error_literal (error, AKK_PAPER_ERROR, AKK_PAPER_ERROR_LANGUAGE, reason->message);
  return hyphen;
}

AkkPaper *
akk_paper_new (const char *language, GError **error)
{
  g_autoptr (AkkPaper) self = g_object_new (AKK_TYPE_PAPER, NULL);

  if ((self->phrases = akk_phrases_new (language, error)) == NULL ||
      (self->hyphen = open_hyphen (self->phrases, error)) == NULL ||
      (self->faces = akk_faces_new (language, error)) == NULL)
    return NULL;
  self->setter = (AkkSetter) { self->faces, self->phrases, self->hyphen };
  return g_steal_pointer (&self);
}

AkkPhrases *
akk_paper_phrases (AkkPaper *self)
{
  return self->phrases;
}

AkkFaces *
akk_paper_faces (AkkPaper *self)
{
  return self->faces;
}

AkkSet *
akk_paper_set (AkkPaper *self, const AkkCopy *text, AkkLook type, double measure)
{
  make_key (self->scratch, text, type, measure);
  Entry wanted = { .hash = hash_key (self->scratch->data, self->scratch->len),
                   .n_bytes = self->scratch->len,
                   .key = self->scratch->data };
  Entry *entry = g_hash_table_lookup (self->entries, &wanted);

  if (entry == NULL) {
    entry = g_new (Entry, 1);
    *entry = wanted;
    entry->key = g_memdup2 (wanted.key, wanted.n_bytes);
    entry->set = akk_set_new (&self->setter, text, &akk_types[type], measure);
    self->n_set++;
    g_hash_table_add (self->entries, entry);
  }
  entry->generation = self->generation;
  return akk_set_ref (entry->set);
}

AkkSet *
akk_paper_set_label (AkkPaper *self, const char *text, AkkLook type)
{
  g_auto (AkkCopy) line = { 0 };

  akk_copy_add_plain (&line, text);
  return akk_set_new (&self->setter, &line, &akk_types[type], AKK_FULL_WIDTH);
}

void
akk_paper_age (AkkPaper *self)
{
  GHashTableIter iter;
  Entry *entry;

  self->generation++;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, (gpointer *) &entry, NULL)) {
    if (entry->generation + 2 < self->generation)
      g_hash_table_iter_remove (&iter);
  }
  akk_faces_trim (self->faces);
}

guint
akk_paper_cached (AkkPaper *self)
{
  return g_hash_table_size (self->entries);
}

guint
akk_paper_set_count (AkkPaper *self)
{
  return self->n_set;
}
