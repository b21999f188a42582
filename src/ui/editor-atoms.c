/* The atoms of the editor's buffer: what they are and where.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK looks through the tags of a text at each key: they must not be as many as its atoms. Tags
 * only tell where an atom begins and ends, and all atoms share a few of them; two that stand side
 * by side never have the same. What an atom is, its mark knows, which stands at its start and moves
 * with it. */
#include "config.h"

#include "ui/editor-private.h"

static GQuark
tag_quark (void)
{
  return g_quark_from_static_string ("akk-editor-atom-tag");
}

static GQuark
run_quark (void)
{
  return g_quark_from_static_string ("akk-editor-atom-run");
}

/* --- Tags --- */

void
akk_editor_take_atom_tag (AkkEditor *self, GtkTextTag *tag)
{
  g_object_set_qdata (G_OBJECT (tag), tag_quark (), GUINT_TO_POINTER (TRUE));
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (self->buffer), tag);
}

gboolean
akk_editor_tag_is_atom (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), tag_quark ()) != NULL;
}

static GtkTextTag *
tag_at (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (akk_editor_tag_is_atom (l->data))
      return l->data;
  return NULL;
}

void
akk_editor_part_atoms (AkkEditor *self, const GtkTextIter *at)
{
  GtkTextTag *tag = tag_at (at), *before, *after;
  GtkTextIter previous = *at, end = *at;
  guint i = 0;

  if (tag == NULL || gtk_text_iter_starts_line (at) || gtk_text_iter_starts_tag (at, tag))
    return;
  gtk_text_iter_backward_char (&previous);
  before = tag_at (&previous);
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  after = tag_at (&end);
  while (self->atom_tags[i] == before || self->atom_tags[i] == after)
    i++;
  gtk_text_buffer_remove_tag (self->buffer, tag, at, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->atom_tags[i], at, &end);
}

/* --- Marks --- */

GtkTextMark *
akk_editor_add_atom (AkkEditor *self, const GtkTextIter *start, const AkkRun *run)
{
  GtkTextMark *mark = gtk_text_mark_new (NULL, FALSE);

  g_object_set_qdata_full (G_OBJECT (mark), run_quark (), g_memdup2 (run, sizeof *run), g_free);
  gtk_text_buffer_add_mark (self->buffer, mark, start);
  g_object_unref (mark);
  return mark;
}

const AkkRun *
akk_editor_atom_run (GtkTextMark *atom)
{
  return g_object_get_qdata (G_OBJECT (atom), run_quark ());
}

GtkTextMark *
akk_editor_atom_from (const GtkTextIter *start)
{
  g_autoptr (GSList) marks = gtk_text_iter_get_marks (start);

  for (GSList *l = marks; l != NULL; l = l->next)
    if (akk_editor_atom_run (l->data) != NULL)
      return l->data;
  return NULL;
}

/* --- Places --- */

GtkTextMark *
akk_editor_atom_at (const GtkTextIter *iter)
{
  GtkTextIter start = *iter;

  return akk_editor_to_atom_start (&start) ? akk_editor_atom_from (&start) : NULL;
}

GtkTextMark *
akk_editor_atom_around (const GtkTextIter *iter)
{
  GtkTextTag *tag = tag_at (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, tag) ? akk_editor_atom_at (iter) : NULL;
}

gboolean
akk_editor_to_atom_start (GtkTextIter *iter)
{
  GtkTextTag *tag = tag_at (iter);

  if (tag != NULL && !gtk_text_iter_starts_tag (iter, tag))
    gtk_text_iter_backward_to_tag_toggle (iter, tag);
  return tag != NULL;
}

gboolean
akk_editor_to_atom_end (GtkTextIter *iter)
{
  GtkTextTag *tag = tag_at (iter);

  if (tag != NULL)
    gtk_text_iter_forward_to_tag_toggle (iter, tag);
  return tag != NULL;
}

void
akk_editor_collect_atoms (const GtkTextIter *start, const GtkTextIter *end, GPtrArray *atoms)
{
  for (GtkTextIter at = *start; gtk_text_iter_compare (&at, end) < 0;) {
    GtkTextMark *atom = akk_editor_atom_from (&at);

    if (atom != NULL)
      g_ptr_array_add (atoms, atom);
    if (!gtk_text_iter_forward_to_tag_toggle (&at, NULL))
      break;
  }
}

void
akk_editor_forget_atoms (AkkEditor *self, GPtrArray *atoms)
{
  for (guint i = 0; i < atoms->len; i++)
    gtk_text_buffer_delete_mark (self->buffer, atoms->pdata[i]);
  g_ptr_array_set_size (atoms, 0);
}

void
akk_editor_atoms_init (AkkEditor *self)
{
  self->deletion.atoms = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->atom_tags); i++) {
    g_autoptr (GtkTextTag) tag = gtk_text_tag_new (NULL);

    akk_editor_take_atom_tag (self, tag);
    self->atom_tags[i] = tag;
  }
}
