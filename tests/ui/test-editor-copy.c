/* Copying and pasting in the editor keep fields, footnotes, tables and lists.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-driver.h"

/* Two sections; the second holds a footnote with the label that the first has too. */
#define SOURCE "Een[^1] {{agreement.end}}.\n\n- item\n\n[^1]: de noot\n"

static AkkText *
with_headings (const char *first, const char *second)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) akk_line_unref);

  for (guint i = 0; i < 2; i++) {
    g_autoptr (AkkText) body = akk_text_parse (i == 0 ? first : second);

    g_ptr_array_add (lines, akk_line_new_heading (i + 1, 1, i == 0 ? "Doel" : "Duur"));
    for (guint j = 0; j < body->n_lines; j++)
      g_ptr_array_add (lines, akk_line_ref (body->lines[j]));
  }
  return akk_text_new ((AkkLine *const *) lines->pdata, lines->len);
}

/* The body of the second section as it would be written. */
static char *
second_body (AkkEditor *editor)
{
  g_autoptr (AkkText) tidy = akk_text_normalise (akk_editor_get_text (editor));
  g_autoptr (AkkText) body = NULL;
  guint start = 1;

  while (tidy->lines[start]->kind != AKK_LINE_HEADING)
    start++;
  body = akk_text_new (tidy->lines + start + 1, tidy->n_lines - start - 1);
  return akk_text_write (body);
}

static void
select_lines (AkkEditor *editor, guint first, guint last)
{
  const Place places[2] = { { first, 0 }, { last, G_MAXINT } };

  driver_select (editor, places);
}

static void
caret_at (AkkEditor *editor, guint line, gsize byte)
{
  const Place places[2] = { { line, byte }, { line, byte } };

  driver_select (editor, places);
}

static void
paste_keeps_fields_and_footnotes (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = with_headings (SOURCE, "Twee[^1].\n\n[^1]: andere noot\n");
  g_autoptr (AkkText) copied = NULL;
  g_autofree char *body = NULL;

  akk_editor_set_text (editor, text);
  select_lines (editor, 1, 2);
  copied = akk_editor_selected_text (editor);
  g_assert_cmpuint (copied->n_lines, ==, 3);
  g_assert_cmpint (copied->lines[2]->kind, ==, AKK_LINE_NOTE);
  caret_at (editor, 5, G_MAXINT);
  akk_editor_insert_text (editor, copied);
  body = second_body (editor);
  g_assert_cmpstr (body, ==,
                   "Twee[^1].Een[^2] {{agreement.end}}.\n\n- item\n\n[^1]: andere noot\n\n"
                   "[^2]: de noot\n");
  driver_check_rules (editor);
}

/* The notes of what is selected are notes once, not text where they stand as well. */
static void
notes_in_the_selection_come_once (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = with_headings ("Een[^1].\n\n[^1]: de noot\n", "Twee[^1].\n\n"
                                                                           "[^1]: andere noot\n");
  g_autoptr (AkkText) copied = NULL;

  akk_editor_set_text (editor, text);
  select_lines (editor, 0, 5);
  copied = akk_editor_selected_text (editor);
  g_assert_cmpuint (copied->n_lines, ==, 6);
  for (guint i = 0; i < copied->n_lines; i++)
    g_assert_cmpint (copied->lines[i]->kind, ==, i < 4 ? AKK_LINE_PARAGRAPH : AKK_LINE_NOTE);
  driver_check_rules (editor);
}

static void
copy_offers_html_text_and_commonmark (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = with_headings (SOURCE, "Twee.\n");
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (editor));
  GdkContentFormats *formats;

  akk_editor_set_text (editor, text);
  select_lines (editor, 0, 2);
  akk_editor_copy (editor);
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, AKK_EDITOR_MIME_TYPE));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

static void
set_clipboard (AkkEditor *editor, const char *mime_type, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (mime_type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (editor)), provider);
}

/* Several lines are no heading: they go below it. */
static void
lines_on_a_heading_go_below_it (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = with_headings ("Een.\n", "Twee.\n");
  g_autoptr (AkkText) fragment = akk_text_parse ("a[^1]\n\n- b\n\n[^1]: de noot\n");
  g_autofree char *body = NULL;

  akk_editor_set_text (editor, text);
  caret_at (editor, 2, G_MAXINT);
  akk_editor_insert_text (editor, fragment);
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[2]->text, ==, "Duur");
  body = second_body (editor);
  g_assert_cmpstr (body, ==, "a[^1]\n\n- b\n\nTwee.\n\n[^1]: de noot\n");
  driver_check_rules (editor);
}

static const struct {
  const char *name, *mime_type, *content, *body;
} pastes[] = {
  { "html", "text/html", "<ul><li>een</li><li><b>twee</b></li></ul>", "Twee.een\n\n- **twee**\n" },
  { "words-in-html", "text/html", "<b>vet</b>", "Twee.**vet**\n" },
  { "commonmark", AKK_EDITOR_MIME_TYPE, "{{agreement.end}}\n", "Twee.{{agreement.end}}\n" },
  { "plain", "text/plain;charset=utf-8", "x\n- a\n- b", "Twee.x\n\n- a\n- b\n" },
};

static void
pastes_from_elsewhere (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = with_headings ("Een.\n", "Twee.\n");
  g_autofree char *body = NULL;

  akk_editor_set_text (editor, text);
  caret_at (editor, 3, G_MAXINT);
  set_clipboard (editor, pastes[i].mime_type, pastes[i].content);
  akk_editor_paste (editor);
  while (akk_text_equal (akk_editor_get_text (editor), text))
    g_main_context_iteration (NULL, TRUE);
  body = second_body (editor);
  g_assert_cmpstr (body, ==, pastes[i].body);
  driver_check_rules (editor);
}

static void
own_copy_is_pasted_as_it_was (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = with_headings ("| a | b |\n| --- | --: |\n| 1 | 2 |\n", "Twee.\n");
  g_autofree char *body = NULL;

  akk_editor_set_text (editor, text);
  select_lines (editor, 1, 1);
  akk_editor_copy (editor);
  caret_at (editor, 3, G_MAXINT);
  akk_editor_paste (editor);
  while (akk_text_equal (akk_editor_get_text (editor), text))
    g_main_context_iteration (NULL, TRUE);
  body = second_body (editor);
  g_assert_cmpstr (body, ==, "Twee.\n\n| a | b |\n| --- | --: |\n| 1 | 2 |\n");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/editor-copy/paste-keeps-fields-and-footnotes",
                   paste_keeps_fields_and_footnotes);
  g_test_add_func ("/editor-copy/notes-in-the-selection-come-once",
                   notes_in_the_selection_come_once);
  g_test_add_func ("/editor-copy/lines-on-a-heading-go-below-it", lines_on_a_heading_go_below_it);
  g_test_add_func ("/editor-copy/copy-offers-html-text-and-commonmark",
                   copy_offers_html_text_and_commonmark);
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++) {
    g_autofree char *path = g_strconcat ("/editor-copy/pastes-", pastes[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), pastes_from_elsewhere);
  }
  g_test_add_func ("/editor-copy/own-copy-is-pasted-as-it-was", own_copy_is_pasted_as_it_was);
  return g_test_run ();
}
