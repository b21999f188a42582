/* What is put in the editor's text as a whole: fields, links, clauses, quotes, commitments.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-private.h"

#include <glib/gi18n.h>

#include "core/text-clauses.h"
#include "core/text-commitments.h"
#include "core/text-edit.h"
#include "core/text-insert.h"

/* --- From a text to the buffer --- */

/* The lines that differ: from `start` up to the last `tail` ones. FALSE: none. */
static gboolean
find_difference (AkkEditor *self, const AkkText *text, guint *start, guint *tail)
{
  guint n = MIN (self->lines->len, text->n_lines);

  *start = *tail = 0;
  while (*start < n && akk_line_equal (self->lines->pdata[*start], text->lines[*start]))
    *start += 1;
  while (*tail < n - *start && akk_line_equal (self->lines->pdata[self->lines->len - 1 - *tail],
                                               text->lines[text->n_lines - 1 - *tail]))
    *tail += 1;
  return *start + *tail < MAX (self->lines->len, text->n_lines);
}

void
akk_editor_replace_text (AkkEditor *self, AkkText *text)
{
  guint start, tail, line;
  gsize byte;
  gboolean inside;

  akk_editor_caret (self, &line, &byte);
  if (!find_difference (self, text, &start, &tail))
    return;
  inside = line >= start && line < self->lines->len - tail;
  akk_editor_count_notes (self, text);
  akk_editor_replace_lines (self, start, self->lines->len - start - tail, text->lines + start,
                            text->n_lines - start - tail);
  if (inside) {
    GtkTextIter iter;

    akk_editor_byte_to_iter (self, MIN (line, self->lines->len - 1), byte, &iter);
    gtk_text_buffer_place_cursor (self->buffer, &iter);
  }
}

void
akk_editor_change (AkkEditor *self, AkkText *text, guint line, gsize byte)
{
  guint start, tail;
  GtkTextIter iter;

  akk_editor_read (self);
  if (!find_difference (self, text, &start, &tail))
    return;
  akk_editor_count_notes (self, text);
  akk_editor_replace_lines (self, start, self->lines->len - start - tail, text->lines + start,
                            text->n_lines - start - tail);
  akk_editor_renumber (self);
  akk_editor_byte_to_iter (self, MIN (line, self->lines->len - 1), byte, &iter);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  akk_editor_touch (self, NULL);
}

static gboolean
can_edit (AkkEditor *self)
{
  return self->lines->len > 0 && gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
}

/* --- Fields --- */

/* Takes back what was typed to find what is inserted. */
static void
take_back (AkkEditor *self, const char *typed)
{
  GtkTextIter start, end;
  g_autofree char *before = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, gtk_text_buffer_get_insert (self->buffer));
  start = end;
  if (!gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (typed, -1)))
    return;
  before = gtk_text_iter_get_slice (&start, &end);
  if (strcmp (before, typed) == 0)
    gtk_text_buffer_delete (self->buffer, &start, &end);
}

static void
insert_inline (AkkEditor *self, const char *field)
{
  g_autoptr (AkkText) text = NULL;
  guint line;
  gsize byte;

  akk_editor_caret (self, &line, &byte);
  text = akk_text_insert_field (akk_editor_get_text (self), line, byte, field);
  if (akk_editor_line (self, line)->kind == AKK_LINE_TABLE) {
    line++;
    byte = 0;
  }
  akk_editor_change (self, text, line, byte + strlen (AKK_ATOM));
}

/* A field that is a paragraph of its own; the caret comes to the line after it. */
static void
insert_alone (AkkEditor *self, const char *field)
{
  AkkRun run = { .field = akk_field_intern (field), .n_bytes = strlen (AKK_ATOM) };
  g_autoptr (AkkLine) paragraph = akk_line_new (AKK_LINE_PARAGRAPH, 0, AKK_ATOM, &run, 1);
  g_autoptr (AkkText) text = NULL;
  AkkLineKind next;
  guint line;
  gsize byte;

  akk_editor_caret (self, &line, &byte);
  text = akk_text_insert_line (akk_editor_get_text (self), &line, byte, paragraph);
  if (text == akk_editor_get_text (self))
    return;
  next = line + 1 < text->n_lines ? text->lines[line + 1]->kind : AKK_LINE_HEADING;
  if (next == AKK_LINE_HEADING || next == AKK_LINE_NOTE || next == AKK_LINE_TABLE) {
    g_autoptr (AkkLine) empty = akk_line_new (AKK_LINE_PARAGRAPH, 0, "", NULL, 0);
    AkkText *longer = akk_text_splice (text, line + 1, 0, &empty, 1);

    akk_text_unref (text);
    text = longer;
  }
  akk_editor_change (self, text, line + 1, 0);
}

static void
insert (AkkEditor *self, const char *label, const char *field, const char *typed, gboolean alone)
{
  self = akk_editor_target (self);
  /* A cell holds no blocks. */
  if (!can_edit (self) || akk_field_intern (field) == NULL || (alone && self->owner != NULL))
    return;
  akk_editor_begin_command (self, label);
  if (typed != NULL && *typed != '\0')
    take_back (self, typed);
  else
    gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  if (alone)
    insert_alone (self, field);
  else
    insert_inline (self, field);
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

void
akk_editor_insert_field (AkkEditor *self, const char *field, const char *typed)
{
  g_return_if_fail (AKK_IS_EDITOR (self) && field != NULL);
  insert (self,
          g_str_has_prefix (field, "ref:") ? N_ ("Insert cross-reference") : N_ ("Insert field"),
          field, typed, g_str_has_prefix (field, "clause:"));
}

/* --- Links --- */

/* The stretch that is a link, or would become one. */
static const char *
find_link (AkkEditor *self, guint *line, gsize *from, gsize *to)
{
  GtkTextIter start, end;
  const char *href;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  akk_editor_read (self);
  *line = MIN ((guint) gtk_text_iter_get_line (&start), self->lines->len - 1);
  if ((guint) gtk_text_iter_get_line (&end) != *line)
    gtk_text_buffer_get_iter_at_mark (self->buffer, &start,
                                      gtk_text_buffer_get_insert (self->buffer));
  if ((guint) gtk_text_iter_get_line (&end) != *line)
    end = start;
  *line = MIN ((guint) gtk_text_iter_get_line (&start), self->lines->len - 1);
  *from = akk_editor_iter_to_byte (self, &start);
  *to = akk_editor_iter_to_byte (self, &end);
  href = akk_line_link_at (akk_editor_line (self, *line), *from, from, to);
  return href;
}

const char *
akk_editor_get_link (AkkEditor *self, char **words)
{
  const char *href;
  guint line;
  gsize from, to;

  g_return_val_if_fail (AKK_IS_EDITOR (self), NULL);
  self = akk_editor_target (self);
  if (self->lines->len == 0) {
    if (words != NULL)
      *words = g_strdup ("");
    return NULL;
  }
  href = find_link (self, &line, &from, &to);
  if (words != NULL)
    *words = g_strndup (akk_editor_line (self, line)->text + from, to - from);
  return href;
}

void
akk_editor_set_link (AkkEditor *self, const char *words, const char *href)
{
  g_autoptr (AkkText) text = NULL;
  g_autofree char *old = NULL;
  guint line;
  gsize from, to;

  g_return_if_fail (AKK_IS_EDITOR (self));
  self = akk_editor_target (self);
  if (!can_edit (self))
    return;
  akk_editor_begin_command (self, href != NULL ? N_ ("Link") : N_ ("Remove link"));
  find_link (self, &line, &from, &to);
  text = akk_text_ref (akk_editor_get_text (self));
  old = g_strndup (akk_editor_line (self, line)->text + from, to - from);
  if (words != NULL && strcmp (words, old) != 0) {
    g_autoptr (AkkText) shorter = akk_text_delete_range (text, line, from, line, to);

    akk_text_unref (text);
    text = akk_text_insert (shorter, line, from, words, 0);
    to = from + strlen (words);
  }
  {
    AkkText *linked = akk_text_set_link (text, line, from, to, href);

    akk_text_unref (text);
    text = linked;
  }
  akk_editor_change (self, text, line, to);
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

/* --- Clauses --- */

const char *
akk_editor_get_clause (AkkEditor *self, gboolean *edited)
{
  AkkClause clause;

  g_return_val_if_fail (AKK_IS_EDITOR (self), NULL);
  if (!akk_text_find_clause (akk_editor_get_text (self), akk_editor_get_line (self), &clause))
    return NULL;
  if (edited != NULL)
    *edited = clause.edited;
  return clause.name;
}

void
akk_editor_edit_clause (AkkEditor *self, const AkkText *generated)
{
  guint line = akk_editor_get_line (self);
  g_autoptr (AkkText) text = NULL;

  g_return_if_fail (AKK_IS_EDITOR (self) && generated != NULL);
  if (!can_edit (self))
    return;
  akk_editor_begin_command (self, N_ ("Edit clause as text"));
  text = akk_text_edit_clause (akk_editor_get_text (self), line, generated);
  akk_editor_change (self, text, line, strlen (AKK_ATOM));
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

static void
restore_clause (AkkEditor *self)
{
  guint line = akk_editor_get_line (self);
  g_autoptr (AkkText) text = NULL;

  akk_editor_begin_command (self, N_ ("Restore clause"));
  text = akk_text_restore_clause (akk_editor_get_text (self), &line);
  akk_editor_change (self, text, line, strlen (AKK_ATOM));
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

/* --- Quotes and commitments --- */

static void
toggle_quote (AkkEditor *self)
{
  g_autoptr (AkkText) text = NULL;
  gboolean all = TRUE;
  guint first, last, line;
  gsize byte;

  akk_editor_selected_lines (self, &first, &last);
  for (guint i = first; i <= last; i++)
    if (akk_editor_line (self, i)->kind <= AKK_LINE_CONTINUED && !akk_editor_line (self, i)->quote)
      all = FALSE;
  akk_editor_begin_command (self, N_ ("Quote"));
  akk_editor_caret (self, &line, &byte);
  text = akk_text_set_quote (akk_editor_get_text (self), first, last - first + 1, !all);
  akk_editor_change (self, text, line, byte);
  akk_editor_end_command (self);
}

/* In an empty paragraph a whole block begins: its heading and its first item. */
static AkkText *
begin_block (AkkEditor *self, guint line)
{
  AkkRun strong = { .style = AKK_STYLE_BOLD, .n_bytes = (guint) strlen (self->lead_in) };
  g_autoptr (AkkLine) lead = akk_line_new (AKK_LINE_PARAGRAPH, 0, self->lead_in, &strong, 1);
  g_autoptr (AkkLine) item = akk_line_new (AKK_LINE_BULLET, 1, "", NULL, 0);
  g_autoptr (AkkText) block =
      akk_text_splice (akk_editor_get_text (self), line, 1, (AkkLine *[]) { lead, item }, 2);

  return akk_text_set_commitment (block, line + 1, 1, TRUE);
}

static void
toggle_commitment (AkkEditor *self)
{
  g_autoptr (AkkText) text = NULL;
  gboolean all = TRUE;
  const AkkLine *at;
  guint first, last, line;
  gsize byte;

  akk_editor_selected_lines (self, &first, &last);
  for (guint i = first; i <= last; i++)
    if (akk_editor_line (self, i)->kind <= AKK_LINE_NUMBER &&
        akk_line_commitment (akk_editor_line (self, i)) == 0)
      all = FALSE;
  akk_editor_begin_command (self, N_ ("Commitment"));
  akk_editor_caret (self, &line, &byte);
  at = akk_editor_line (self, line);
  if (first == last && at->kind == AKK_LINE_PARAGRAPH && *at->text == '\0' &&
      self->lead_in != NULL) {
    text = begin_block (self, line++);
    byte = 0;
  } else {
    text = akk_text_set_commitment (akk_editor_get_text (self), first, last - first + 1, !all);
  }
  if (line < text->n_lines) {
    gsize now = strlen (text->lines[line]->text), then = strlen (at->text);

    byte = at == akk_editor_line (self, line) ? (byte + now > then ? byte + now - then : 0) : now;
    if (akk_line_commitment (text->lines[line]) != 0)
      byte = MAX (byte, strlen (AKK_ATOM " "));
  }
  akk_editor_change (self, text, line, byte);
  akk_editor_end_command (self);
  akk_editor_show_caret (self);
}

void
akk_editor_set_lead_in (AkkEditor *self, const char *lead_in)
{
  g_return_if_fail (AKK_IS_EDITOR (self));
  g_set_str (&self->lead_in, lead_in);
}

/* --- Actions --- */

static void
wanted_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AkkEditor *self = AKK_EDITOR (widget);

  if (!can_edit (self))
    return;
  /* The page listens to the text, and what it inserts goes where the caret is. */
  if (self->owner != NULL)
    self = self->owner;
  if (g_str_equal (action, "editor.insert-field"))
    g_signal_emit_by_name (self, "field-wanted", "");
  else if (g_str_equal (action, "editor.insert-reference"))
    g_signal_emit_by_name (self, "reference-wanted");
  else if (g_str_equal (action, "editor.insert-link"))
    g_signal_emit_by_name (self, "link-wanted");
  else if (g_str_equal (action, "editor.insert-table"))
    g_signal_emit_by_name (self, "table-wanted");
  else if (g_str_equal (action, "editor.insert-figure"))
    g_signal_emit_by_name (self, "figure-wanted");
  else
    g_signal_emit_by_name (self, "clause-wanted");
}

static void
insert_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AkkEditor *self = akk_editor_target (AKK_EDITOR (widget));

  if (!can_edit (self))
    return;
  if (self->owner != NULL && g_str_equal (action, "editor.insert-note"))
    akk_editor_tables_insert_note (self->owner);
  else if (g_str_equal (action, "editor.remove-link"))
    akk_editor_set_link (self, NULL, NULL);
  else if (self->owner != NULL)
    gtk_widget_error_bell (widget); /* a cell holds no blocks */
  else if (g_str_equal (action, "editor.insert-note"))
    akk_editor_insert_note (self);
  else if (g_str_equal (action, "editor.insert-break"))
    insert (self, N_ ("Insert page break"), "break", NULL, TRUE);
  else if (g_str_equal (action, "editor.quote"))
    toggle_quote (self);
  else if (g_str_equal (action, "editor.commitment"))
    toggle_commitment (self);
  else if (g_str_equal (action, "editor.restore-clause"))
    restore_clause (self);
}

static void
clause_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *field = g_strconcat ("clause:", g_variant_get_string (parameter, NULL), NULL);

  insert (AKK_EDITOR (widget), N_ ("Insert clause"), field, NULL, TRUE);
}

void
akk_editor_install_inserts (GtkWidgetClass *klass)
{
  static const char *const wanted[] = { "editor.insert-field", "editor.insert-reference",
                                        "editor.insert-link",  "editor.edit-clause",
                                        "editor.insert-table", "editor.insert-figure" };
  static const char *const inserts[] = { "editor.insert-note",    "editor.insert-break",
                                         "editor.quote",          "editor.commitment",
                                         "editor.restore-clause", "editor.remove-link" };
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_ALT_MASK, "editor.insert-note" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.insert-field" },
    { GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.insert-reference" },
    { GDK_KEY_k, GDK_CONTROL_MASK, "editor.insert-link" },
    { GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.insert-break" },
    { GDK_KEY_q, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.quote" },
    { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.commitment" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    gtk_widget_class_install_action (klass, wanted[i], NULL, wanted_action);
  for (guint i = 0; i < G_N_ELEMENTS (inserts); i++)
    gtk_widget_class_install_action (klass, inserts[i], NULL, insert_action);
  gtk_widget_class_install_action (klass, "editor.insert-clause", "s", clause_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
}
