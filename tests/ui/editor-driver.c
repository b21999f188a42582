/* Drives an editor in tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-driver.h"

typedef struct {
  GArray *runs;
  GString *text;
  AkkStyle style;
} Inline;

/* --- Notation --- */

static void
add_run (Inline *line, const char *text, AkkRun run)
{
  run.n_bytes = (guint) strlen (text);
  run.style |= line->style;
  g_string_append (line->text, text);
  g_array_append_val (line->runs, run);
}

static const char *
add_char (Inline *line, const char *p)
{
  const char *end = g_utf8_next_char (p);
  g_autofree char *c = g_strndup (p, (gsize) (end - p));
  AkkRun run = { 0 };

  if (*p == '*') {
    line->style ^= AKK_STYLE_BOLD;
  } else if (*p == '/') {
    line->style ^= AKK_STYLE_ITALIC;
  } else if (*p == '|') {
    run.style = AKK_STYLE_BREAK;
    add_run (line, "\342\200\250", run);
  } else if (*p == '@') {
    run.note = g_intern_string ("1");
    add_run (line, AKK_ATOM, run);
  } else if (*p == '{') {
    g_autofree char *name = g_strndup (p + 1, (gsize) (strchr (p, '}') - p - 1));

    run.field = g_intern_string (name);
    add_run (line, AKK_ATOM, run);
    end = strchr (p, '}') + 1;
  } else {
    add_run (line, c, run);
  }
  return end;
}

static AkkLine *
new_table (void)
{
  AkkLine *cells[6];
  AkkTable table = { .n_rows = 3, .n_columns = 2, .cells = cells };
  AkkLine *line;

  for (guint i = 0; i < 6; i++)
    cells[i] = akk_line_new (AKK_LINE_PARAGRAPH, 0, "cell", NULL, 0);
  line = akk_line_new_table (&table);
  for (guint i = 0; i < 6; i++)
    akk_line_unref (cells[i]);
  return line;
}

static AkkLine *
driver_line (const char *source, guint index, Place places[2])
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AkkRun));
  g_autoptr (AkkLine) line = NULL;
  Inline built = { runs, text, 0 };
  const char *body = strchr (source, ' ') + 1;
  guint level = g_ascii_isdigit (source[1]) ? (guint) (source[1] - '0') : 0;

  for (const char *p = body; *p != '\0';) {
    if (*p == '^' || *p == '<')
      places[0] = (Place) { index, text->len };
    if (*p == '^' || *p == '>')
      places[1] = (Place) { index, text->len };
    if (strchr ("^<>", *p) != NULL)
      p++;
    else
      p = add_char (&built, p);
  }
  if (*source == '#')
    return akk_line_new_heading (index + 100, source[1] == '#' ? 2 : 1, text->str);
  if (*source == 't')
    return new_table ();
  line = akk_line_new (*source == 'b'   ? AKK_LINE_BULLET
                       : *source == 'n' ? AKK_LINE_NUMBER
                       : *source == 'c' ? AKK_LINE_CONTINUED
                       : *source == 'f' ? AKK_LINE_NOTE
                                        : AKK_LINE_PARAGRAPH,
                       level, text->str, (AkkRun *) (gpointer) runs->data, runs->len);
  return akk_line_with (line, line->kind, level, 1, *source == 'q', *source == 'f' ? "1" : NULL);
}

AkkText *
driver_text (const char *source, Place places[2])
{
  g_auto (GStrv) sources = g_strsplit (source, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);

  places[0] = places[1] = (Place) { 0, 0 };
  for (guint i = 0; sources[i] != NULL; i++)
    g_ptr_array_add (lines, driver_line (sources[i], i, places));
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}

static void
write_inline (GString *out, const AkkLine *line, guint index, const Place places[2])
{
  gboolean caret = places[0].line == places[1].line && places[0].byte == places[1].byte;
  AkkStyle style = 0;
  guint run = 0;
  gsize run_end = line->n_runs > 0 ? line->runs[0].n_bytes : 0;

  for (gsize i = 0;; i = (gsize) (g_utf8_next_char (line->text + i) - line->text)) {
    gboolean end = line->text[i] == '\0';
    AkkStyle wanted;

    while (!end && i >= run_end)
      run_end += line->runs[++run].n_bytes;
    wanted = end ? 0 : line->runs[run].style;
    if ((style ^ wanted) & AKK_STYLE_BOLD)
      g_string_append_c (out, '*');
    if ((style ^ wanted) & AKK_STYLE_ITALIC)
      g_string_append_c (out, '/');
    style = wanted;
    if (places[0].line == index && places[0].byte == i)
      g_string_append_c (out, caret ? '^' : '<');
    if (places[1].line == index && places[1].byte == i && !caret)
      g_string_append_c (out, '>');
    if (end)
      break;
    if (line->runs[run].field != NULL)
      g_string_append_printf (out, "{%s}", line->runs[run].field);
    else if (line->runs[run].note != NULL)
      g_string_append_c (out, '@');
    else if (style & AKK_STYLE_BREAK)
      g_string_append_c (out, '|');
    else
      g_string_append_len (out, line->text + i, g_utf8_next_char (line->text + i) - line->text - i);
  }
}

char *
driver_describe (AkkText *text, const Place places[2])
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < text->n_lines; i++) {
    const AkkLine *line = text->lines[i];

    g_string_append (out, i > 0 ? "\n" : "");
    if (line->kind == AKK_LINE_HEADING)
      g_string_append (out, line->level == 1 ? "# " : "## ");
    else if (akk_editor_is_item (line))
      g_string_append_printf (out, "%c%u ",
                              line->kind == AKK_LINE_BULLET   ? 'b'
                              : line->kind == AKK_LINE_NUMBER ? 'n'
                                                              : 'c',
                              line->level);
    else
      g_string_append_printf (out, "%c ",
                              line->kind == AKK_LINE_TABLE  ? 't'
                              : line->kind == AKK_LINE_NOTE ? 'f'
                              : line->quote                 ? 'q'
                                                            : 'p');
    write_inline (out, line, i, places);
  }
  return g_string_free_and_steal (out);
}

/* --- Driving --- */

/* Longer than one character: an atom is not just a letter. */
static const char *
show_field (const char *field, gpointer data)
{
  return "shown for a field";
}

AkkEditor *
driver_new (void)
{
  AkkEditor *editor = g_object_ref_sink (g_object_new (AKK_TYPE_EDITOR, NULL));

  akk_editor_set_resolvers (editor, NULL, show_field, NULL);
  return editor;
}

void
driver_select (AkkEditor *editor, const Place places[2])
{
  GtkTextIter a, b;

  akk_editor_byte_to_iter (editor, places[0].line, places[0].byte, &a);
  akk_editor_byte_to_iter (editor, places[1].line, places[1].byte, &b);
  gtk_text_buffer_select_range (editor->buffer, &b, &a);
}

void
driver_selection (AkkEditor *editor, Place places[2])
{
  GtkTextIter iters[2];

  gtk_text_buffer_get_selection_bounds (editor->buffer, &iters[0], &iters[1]);
  for (guint i = 0; i < 2; i++) {
    places[i].line = (guint) gtk_text_iter_get_line (&iters[i]);
    places[i].byte = akk_editor_iter_to_byte (editor, &iters[i]);
  }
}

/* As the view does for what an input method commits. */
static void
type_text (AkkEditor *editor, const char *text)
{
  gtk_text_buffer_begin_user_action (editor->buffer);
  gtk_text_buffer_delete_selection (editor->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (editor->buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (editor->buffer);
}

void
driver_press (AkkEditor *editor, const char *key)
{
  static const struct {
    const char *key, *action;
  } actions[] = {
    { BOLD, "editor.bold" },
    { ITALIC, "editor.italic" },
    { BULLETS, "editor.bulleted-list" },
    { NUMBERS, "editor.numbered-list" },
    { PLAIN, "editor.plain-text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (key, actions[i].key)) {
      gtk_widget_activate_action (GTK_WIDGET (editor), actions[i].action, NULL);
      return;
    }
  if (g_str_has_prefix (key, "editor."))
    gtk_widget_activate_action (GTK_WIDGET (editor), key, NULL);
  else if (g_str_equal (key, ENTER))
    akk_editor_enter (editor);
  else if (g_str_equal (key, BREAK))
    akk_editor_break_line (editor);
  else if (g_str_equal (key, BACKSPACE))
    g_signal_emit_by_name (editor, "backspace");
  else if (g_str_equal (key, DELETE))
    g_signal_emit_by_name (editor, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  else if (g_str_equal (key, TAB) || g_str_equal (key, BACKTAB))
    akk_editor_indent (editor, g_str_equal (key, TAB) ? 1 : -1);
  else
    type_text (editor, key);
}

void
driver_press_all (AkkEditor *editor, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p = g_utf8_next_char (p)) {
    g_autofree char *key = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

    driver_press (editor, key);
  }
}

/* --- The rules of the buffer --- */

static guint
count_atoms (AkkEditor *editor)
{
  GtkTextIter at;
  guint n = 0;

  gtk_text_buffer_get_start_iter (editor->buffer, &at);
  do {
    g_autoptr (GSList) marks = gtk_text_iter_get_marks (&at);

    for (GSList *l = marks; l != NULL; l = l->next)
      n += akk_editor_atom_run (l->data) != NULL;
  } while (gtk_text_iter_forward_char (&at));
  return n;
}

static guint
atoms_of (const AkkText *text)
{
  guint n = 0;

  for (guint i = 0; i < text->n_lines; i++) {
    n += text->lines[i]->kind == AKK_LINE_TABLE;
    for (guint j = 0; j < text->lines[i]->n_runs; j++)
      n += akk_editor_run_is_atom (&text->lines[i]->runs[j]);
  }
  return n;
}

static void
check_line_tags (AkkEditor *editor, guint line)
{
  GtkTextTag *wanted = akk_editor_line_tag (editor, akk_editor_line (editor, line));
  GtkTextIter at, end;

  akk_editor_line_bounds (editor, line, &at, &end);
  for (;; gtk_text_iter_forward_char (&at)) {
    g_assert_true (akk_editor_line_tag_at (&at) == wanted);
    if (gtk_text_iter_equal (&at, &end))
      break;
  }
  g_assert_false (gtk_text_iter_has_tag (&end, editor->bold));
  g_assert_false (gtk_text_iter_has_tag (&end, editor->italic));
  g_assert_null (akk_editor_atom_at (&end));
}

void
driver_check_rules (AkkEditor *editor)
{
  AkkText *text = akk_editor_get_text (editor);
  GtkTextIter insert, bound;

  g_assert_cmpint (gtk_text_buffer_get_line_count (editor->buffer), ==, (int) text->n_lines + 1);
  g_assert_cmpuint (editor->lines->len, ==, text->n_lines);
  for (guint i = 0; i < text->n_lines; i++) {
    g_autoptr (AkkLine) read = akk_editor_read_line (editor, i);

    if (!akk_line_equal (read, text->lines[i]))
      g_error ("line %u is “%s”, not “%s”", i, read->text, text->lines[i]->text);
    check_line_tags (editor, i);
  }
  g_assert_cmpuint (count_atoms (editor), ==, atoms_of (text));
  gtk_text_buffer_get_iter_at_mark (editor->buffer, &insert,
                                    gtk_text_buffer_get_insert (editor->buffer));
  gtk_text_buffer_get_iter_at_mark (editor->buffer, &bound,
                                    gtk_text_buffer_get_selection_bound (editor->buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&insert), <, (int) text->n_lines);
  g_assert_cmpint (gtk_text_iter_get_line (&bound), <, (int) text->n_lines);
  g_assert_null (akk_editor_atom_around (&insert));
  g_assert_null (akk_editor_atom_around (&bound));
}

AkkEditor *
driver_with (const char *source)
{
  AkkEditor *editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text (source, places);

  akk_editor_set_text (editor, text);
  driver_select (editor, places);
  return editor;
}

void
driver_expect (AkkEditor *editor, const char *wanted)
{
  Place places[2], wanted_places[2];
  g_autoptr (AkkText) wanted_text = driver_text (wanted, wanted_places);
  g_autofree char *same = driver_describe (wanted_text, wanted_places);
  g_autofree char *got = NULL;

  driver_selection (editor, places);
  got = driver_describe (akk_editor_get_text (editor), places);
  g_assert_cmpstr (got, ==, same);
  driver_check_rules (editor);
}

void
driver_check_case (const char *from,
                   void (*press) (AkkEditor *editor, const char *keys),
                   const char *keys,
                   const char *to)
{
  g_autoptr (AkkEditor) editor = driver_with (from);
  g_autoptr (AkkText) text = akk_text_ref (akk_editor_get_text (editor));

  press (editor, keys);
  driver_expect (editor, to);
  akk_editor_set_text (editor, text);
  driver_check_rules (editor);
  g_assert_true (akk_text_equal (akk_editor_get_text (editor), text));
}
