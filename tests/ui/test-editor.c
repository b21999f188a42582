/* Keys, styles, bursts and pasting in the editor.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "editor-driver.h"

/* --- Keys --- */

typedef struct {
  const char *claim, *from, *keys, *to;
} KeyCase;

static const KeyCase key_cases[] = {
  { "typing-goes-where-the-caret-is", "# H\np a^b", "é", "# H\np aé^b" },
  { "typing-replaces-the-selection", "# H\np a<bc>d", "x", "# H\np ax^d" },
  { "typing-after-bold-is-bold", "# H\np *a^*b", "x", "# H\np *ax*^b" },
  { "typing-after-a-field-is-not-a-field", "# H\np {f}^", "x", "# H\np {f}x^" },
  { "typing-between-equal-fields", "# H\np {f}^{f}", "x", "# H\np {f}x^{f}" },
  { "enter-splits-a-paragraph", "# H\np a^b", ENTER, "# H\np a\np ^b" },
  { "enter-in-a-heading-goes-to-the-body", "# H^a\np b", ENTER, "# Ha\np ^b" },
  { "enter-in-a-heading-opens-the-body", "# H^\n# I", ENTER "x", "# H\np x^\n# I" },
  { "enter-in-a-list-makes-an-item", "# H\nb1 a^b", ENTER, "# H\nb1 a\nb1 ^b" },
  { "enter-on-an-empty-item-goes-up", "# H\nb1 a\nb2 ^", ENTER, "# H\nb1 a\nb1 ^" },
  { "enter-on-an-empty-item-leaves-the-list", "# H\nn1 a\nn1 ^", ENTER, "# H\nn1 a\np ^" },
  { "enter-continues-what-continues", "# H\nb1 a\nc1 b^", ENTER, "# H\nb1 a\nc1 b\nc1 ^" },
  { "enter-on-nothing-continued-makes-an-item", "# H\nn1 a\nc1 ^", ENTER, "# H\nn1 a\nn1 ^" },
  { "enter-beside-a-table-opens-a-paragraph", "# H\nt ^\np a", ENTER, "# H\np ^\nt \np a" },
  { "enter-in-a-footnote-does-nothing", "# H\np a\nf b^", ENTER, "# H\np a\nf b^" },
  { "enter-goes-on-in-bold", "# H\np *a^*", ENTER "x", "# H\np *a*\np *x*^" },
  { "shift-enter-breaks-the-line", "# H\np a^b", BREAK, "# H\np a|^b" },
  { "backspace-joins-paragraphs", "# H\np a\np ^b", BACKSPACE, "# H\np a^b" },
  { "backspace-keeps-the-first-line's-kind", "# H\nb1 a\np ^b", BACKSPACE, "# H\nb1 a^b" },
  { "backspace-on-an-empty-line-keeps-the-item", "# H\np \nb1 ^b", DELETE, "# H\np \nb1 ^" },
  { "delete-of-an-empty-line-keeps-the-next", "# H\np ^\nb1 b", DELETE, "# H\nb1 ^b" },
  { "backspace-stops-at-the-heading", "# H\np ^b", BACKSPACE, "# H\np ^b" },
  { "backspace-stops-before-a-heading", "# H\np a\n# ^I", BACKSPACE, "# H\np a\n# ^I" },
  { "delete-stops-at-the-next-heading", "# H\np a^\n# I", DELETE, "# H\np a^\n# I" },
  { "delete-stops-at-the-end", "# H\np a^", DELETE, "# H\np a^" },
  { "a-deletion-stops-at-a-heading", "# H\np a<b\np c\n# I\np d>e", BACKSPACE,
    "# H\np a^\n# I\np de" },
  { "typing-over-sections-stays-in-the-first", "# H\np a<b\n# I\np d>e", "x",
    "# H\np ax^\n# I\np de" },
  { "a-deletion-in-a-heading-ends-with-it", "# A<b\np c>d", BACKSPACE, "# A^\np cd" },
  { "backspace-takes-a-field-whole", "# H\np a{f}^b", BACKSPACE, "# H\np a^b" },
  { "delete-takes-a-field-whole", "# H\np a^{f}b", DELETE, "# H\np a^b" },
  { "backspace-at-an-item-continues-the-one-above", "# H\nb1 a\nb1 ^b", BACKSPACE,
    "# H\nb1 a\nc1 ^b" },
  { "backspace-then-leaves-the-list", "# H\nb1 a\nc1 ^b", BACKSPACE, "# H\nb1 a\np ^b" },
  { "backspace-at-the-first-item-leaves-the-list", "# H\nb1 ^a", BACKSPACE, "# H\np ^a" },
  { "backspace-leaves-a-quote", "# H\nq ^a", BACKSPACE, "# H\np ^a" },
  { "backspace-beside-a-table-does-not-join", "# H\nt \np ^a", BACKSPACE, "# H\nt \np ^a" },
  { "delete-before-a-table-does-not-join", "# H\np a^\nt ", DELETE, "# H\np a^\nt " },
  { "typing-at-a-table-opens-a-paragraph", "# H\nt ^", "x", "# H\np x^\nt " },
  { "tab-indents-an-item", "# H\nb1 a\nb1 b^", TAB, "# H\nb1 a\nb2 b^" },
  { "tab-needs-an-item-as-deep", "# H\nb1 a\nb2 b^", TAB, "# H\nb1 a\nb2 b^" },
  { "tab-leaves-the-first-item", "# H\nb1 a^", TAB, "# H\nb1 a^" },
  { "tab-stops-at-three-levels", "# H\nb1 a\nb2 b\nb3 c\nb3 d^", TAB,
    "# H\nb1 a\nb2 b\nb3 c\nb3 d^" },
  { "shift-tab-takes-what-is-below-along", "# H\nb1 a\nb2 b^\nb3 c", BACKTAB,
    "# H\nb1 a\nb1 b^\nb2 c" },
  { "bold-styles-the-selection", "# H\np a<bc>d", BOLD, "# H\np a*<bc*>d" },
  { "bold-again-is-plain", "# H\np a<*bc*>d", BOLD, "# H\np a<bc>d" },
  { "bold-completes-a-mixed-selection", "# H\np <a*b*>", BOLD, "# H\np *<ab*>" },
  { "bold-styles-what-is-typed-next", "# H\np a^", BOLD "b" BOLD "c", "# H\np a*b*c^" },
  { "italic-within-bold", "# H\np *a<b>*", ITALIC, "# H\np *a/<b*/>" },
  { "bold-leaves-headings", "# <H\np a>b", BOLD, "# <H\np *a*>b" },
  { "bold-takes-fields", "# H\np <a{f}>", BOLD, "# H\np *<a{f}*>" },
  { "bullets-make-a-list", "# H\np <a\np b>", BULLETS, "# H\nb1 <a\nb1 b>" },
  { "bullets-again-make-paragraphs", "# H\nb1 <a\nb1 b>", BULLETS, "# H\np <a\np b>" },
  { "numbers-keep-the-level", "# H\nb1 a\nb2 ^b", NUMBERS, "# H\nb1 a\nn2 ^b" },
  { "plain-text-closes-the-gap-below", "# H\nb1 ^a\nb2 b", PLAIN, "# H\np ^a\nb1 b" },
  { "deleting-the-mark-takes-the-note", "# H\np a@^b\nf n", BACKSPACE, "# H\np a^b" },
  { "backspace-in-an-empty-note-takes-the-mark", "# H\np a@b\nf ^", BACKSPACE, "# H\np a^b" },
  { "backspace-in-a-note-with-words-stops", "# H\np a@b\nf ^n", BACKSPACE, "# H\np a@b\nf ^n" },
  { "typing-after-a-mark-is-not-a-mark", "# H\np a@^\nf n", "x", "# H\np a@x^\nf n" },
  { "kinds-leave-headings", "# H^", BULLETS, "# H^" },
};

static void
test_keys (gconstpointer data)
{
  const KeyCase *c = data;

  driver_check_case (c->from, driver_press_all, c->keys, c->to);
}

/* --- Signals --- */

static void
note_burst (AkkEditor *editor, const char *label, GString *log)
{
  g_string_append_printf (log, "%s;", label);
}

static void
note_edited (AkkEditor *editor, GString *log)
{
  g_string_append_c (log, '.');
}

static void
test_bursts (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np ab^", places);
  g_autoptr (AkkText) other = driver_text ("# H\np other", places);

  g_signal_connect (editor, "burst", G_CALLBACK (note_burst), log);
  g_signal_connect (editor, "edited", G_CALLBACK (note_edited), log);
  akk_editor_set_text (editor, text);
  akk_editor_go_to_line (editor, 1);
  g_assert_cmpstr (log->str, ==, "");

  driver_press_all (editor, "xy" BULLETS DELETE);
  akk_editor_end_burst (editor);
  akk_editor_end_burst (editor);
  g_assert_cmpstr (log->str, ==, "..Type;.Bulleted list;.Delete;");

  g_string_truncate (log, 0);
  driver_press_all (editor, "z");
  akk_editor_set_text (editor, other);
  akk_editor_end_burst (editor);
  g_assert_cmpstr (log->str, ==, ".");
}

static void
quit_cb (AkkEditor *editor, const char *label, GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
test_burst_rests (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np a", places);

  akk_editor_set_text (editor, text);
  g_signal_connect (editor, "burst", G_CALLBACK (quit_cb), loop);
  driver_press_all (editor, "x");
  g_main_loop_run (loop);
}

static void
test_state (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np a*b*\nb1 c\n# I\np d", places);
  gboolean bold;
  int kind;

  akk_editor_set_text (editor, text);
  akk_editor_go_to_line (editor, 2);
  g_object_get (editor, "kind", &kind, NULL);
  g_assert_cmpint (kind, ==, AKK_LINE_BULLET);
  g_assert_cmpint (akk_editor_get_section (editor), ==, 100);
  akk_editor_go_to_section (editor, 103);
  g_assert_cmpuint (akk_editor_get_line (editor), ==, 3);
  g_assert_cmpint (akk_editor_get_section (editor), ==, 103);

  places[0] = places[1] = (Place) { 1, 2 };
  driver_select (editor, places);
  g_object_get (editor, "bold", &bold, NULL);
  g_assert_true (bold);
  places[0].byte = 0;
  driver_select (editor, places);
  g_object_get (editor, "bold", &bold, NULL);
  g_assert_false (bold);
}

/* --- Sharing --- */

static void
test_shares_lines (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np a\np b\np c", places);
  AkkText *now;

  akk_editor_set_text (editor, text);
  akk_editor_go_to_line (editor, 2);
  driver_press_all (editor, "x");
  now = akk_editor_get_text (editor);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (now->lines[i] == text->lines[i], ==, i != 2);
  driver_press_all (editor, BACKSPACE);
  g_assert_true (akk_text_equal (akk_editor_get_text (editor), text));
}

/* Links, figures, footnotes and their marks, tables, quotes and fields. */
static const char every_kind[] =
    "a [link **bold**](<https://example.be>) b ![alt](blob:abc) c[^1] {{f}}**{{g}}**\n\n"
    "> quote\\\n> broken\n\n1. one\n   - two\n\n     more\n\n"
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[^1]: note\n";

static void
test_every_kind (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  g_autoptr (AkkText) text = akk_text_parse (every_kind);

  g_assert_cmpuint (text->n_lines, >=, 7);
  akk_editor_set_text (editor, text);
  driver_check_rules (editor);
  for (guint i = 0; i < text->n_lines; i++) {
    g_autofree char *written = NULL;
    GtkTextIter end;

    if (text->lines[i]->kind == AKK_LINE_TABLE)
      continue;
    gtk_text_buffer_get_iter_at_line (editor->buffer, &end, (int) i);
    gtk_text_iter_forward_to_line_end (&end);
    gtk_text_buffer_place_cursor (editor->buffer, &end);
    driver_press (editor, "x");
    driver_check_rules (editor);
    driver_press (editor, BACKSPACE);
    g_assert_true (akk_line_equal (akk_editor_get_text (editor)->lines[i], text->lines[i]));
    written = akk_text_write (akk_editor_get_text (editor));
    g_assert_cmpstr (written, ==, every_kind);
  }
}

static const char *answer;

static const char *
resolve_field (const char *field, gpointer data)
{
  return answer;
}

static const char *
resolve_number (gint64 section, gpointer data)
{
  return answer;
}

static void
test_refresh (void)
{
  g_autoptr (AkkEditor) editor = driver_new ();
  Place places[2];
  g_autoptr (AkkText) text = driver_text ("# H\np a{f}b", places);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  answer = "old";
  akk_editor_set_resolvers (editor, resolve_number, resolve_field, NULL);
  akk_editor_set_text (editor, text);
  places[0] = places[1] = (Place) { 1, 4 };
  driver_select (editor, places);
  places[1] = (Place) { 0, 0 };
  driver_select (editor, places);
  answer = "much\nnewer";
  akk_editor_refresh (editor);
  driver_selection (editor, places);
  g_assert_cmpuint (places[0].line, ==, 0);
  g_assert_cmpuint (places[1].line, ==, 1);
  g_assert_cmpuint (places[1].byte, ==, 4);
  places[0] = places[1];
  driver_select (editor, places);
  gtk_text_buffer_get_bounds (editor->buffer, &start, &end);
  shown = gtk_text_buffer_get_text (editor->buffer, &start, &end, TRUE);
  g_assert_cmpstr (shown, ==, "H\namuch newerb\n");
  g_assert_true (akk_editor_get_text (editor) == text);
  driver_check_rules (editor);
  driver_press_all (editor, "x");
  driver_selection (editor, places);
  g_assert_cmpuint (places[0].byte, ==, 5);
}

/* --- Paste --- */

typedef struct {
  const char *claim, *from, *fragment, *to;
} PasteCase;

static const PasteCase paste_cases[] = {
  { "words-go-into-the-line", "# H\np a^b", "p *x*", "# H\np a*x*^b" },
  { "words-go-into-an-item", "# H\nb1 a^b", "p x", "# H\nb1 ax^b" },
  { "lines-split-the-line", "# H\np a^b", "p x\nb1 y\np z", "# H\np ax\nb1 y\np z^b" },
  { "an-empty-line-takes-the-kind", "# H\np ^", "b1 x\nb2 y", "# H\nb1 x\nb2 y^" },
  { "fields-are-fields", "# H\np a^b", "p x{f}", "# H\np ax{f}^b" },
  { "a-table-stands-alone", "# H\np a^b", "t ", "# H\np a\nt \np ^b" },
  { "a-heading-takes-words", "# H^\np a", "p x", "# Hx^\np a" },
  { "lines-go-below-a-heading", "# H^\np a", "p x\np *y*", "# H\np x\np *y*^\np a" },
  { "levels-are-not-skipped", "# H\np ^", "b3 x", "# H\nb1 x^" },
  { "the-selection-goes", "# H\np a<b\np c>d", "p x", "# H\np ax^d" },
};

static void
test_paste (gconstpointer data)
{
  const PasteCase *c = data;
  g_autoptr (AkkEditor) editor = driver_with (c->from);
  Place none[2];
  g_autoptr (AkkText) fragment = driver_text (c->fragment, none);

  akk_editor_insert_text (editor, fragment);
  driver_expect (editor, c->to);
}

/* --- Clipboard --- */

static void
check_pasted (const char *from, const char *to)
{
  g_autoptr (AkkEditor) editor = driver_with (from);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect (editor, "burst", G_CALLBACK (quit_cb), loop);
  g_signal_emit_by_name (editor, "paste-clipboard");
  g_main_loop_run (loop);
  driver_expect (editor, to);
}

static void
test_own_copy (void)
{
  g_autoptr (AkkEditor) editor = driver_with ("# H\np a< *b* {f}>c");

  g_signal_emit_by_name (editor, "copy-clipboard");
  check_pasted ("# H\nb1 x^", "# H\nb1 x *b* {f}^");
  g_signal_emit_by_name (editor, "cut-clipboard");
  check_pasted ("# H\np ^", "# H\np  *b* {f}^");
  g_assert_cmpstr (akk_editor_get_text (editor)->lines[1]->text, ==, "ac");
}

static void
test_commonmark_copy (void)
{
  static const char commonmark[] = "*a* {{f}}\n\n- b\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (commonmark, strlen (commonmark));
  g_autoptr (GdkContentProvider) provider =
      gdk_content_provider_new_for_bytes ("application/x-akkoord-commonmark", bytes);

  gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), provider);
  check_pasted ("# H\np x^", "# H\np x/a/ {f}\nb1 b^");
}

static void
test_foreign_copy (void)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  gdk_clipboard_set_text (clipboard, "a\r\n\r\nb\tc\342\200\251d");
  check_pasted ("# H\np x^y", "# H\np xa\np b c\np d^y");
  gdk_clipboard_set_text (clipboard, " a ");
  check_pasted ("# H\np x^y", "# H\np x a ^y");
}

/* --- Markers --- */

static void
test_markers (void)
{
  static const struct {
    guint level, number;
    const char *marker;
  } cases[] = {
    { 1, 12, "12." }, { 2, 2, "b." }, { 2, 27, "27." }, { 3, 4, "iv." }, { 3, 0, "0." }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *marker = akk_editor_item_marker (cases[i].level, cases[i].number);

    g_assert_cmpstr (marker, ==, cases[i].marker);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (key_cases); i++) {
    g_autofree char *path = g_strconcat ("/editor/", key_cases[i].claim, NULL);

    g_test_add_data_func (path, &key_cases[i], test_keys);
  }
  for (guint i = 0; i < G_N_ELEMENTS (paste_cases); i++) {
    g_autofree char *path = g_strconcat ("/editor/pasted-", paste_cases[i].claim, NULL);

    g_test_add_data_func (path, &paste_cases[i], test_paste);
  }
  g_test_add_func ("/editor/a-command-is-a-burst-of-its-own", test_bursts);
  g_test_add_func ("/editor/a-burst-ends-by-itself", test_burst_rests);
  g_test_add_func ("/editor/the-page-knows-where-the-caret-is", test_state);
  g_test_add_func ("/editor/untouched-lines-are-shared", test_shares_lines);
  g_test_add_func ("/editor/every-kind-comes-back", test_every_kind);
  g_test_add_func ("/editor/refresh-asks-the-fields-again", test_refresh);
  g_test_add_func ("/editor/our-copy-is-pasted-whole", test_own_copy);
  g_test_add_func ("/editor/commonmark-is-pasted-as-text", test_commonmark_copy);
  g_test_add_func ("/editor/foreign-text-becomes-paragraphs", test_foreign_copy);
  g_test_add_func ("/editor/items-are-marked-by-level", test_markers);
  return g_test_run ();
}
