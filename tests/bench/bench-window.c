/* What a user waits for: the first frame, a key on the screen, its page in the preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-window start SPAWNED [FILE]: SPAWNED is the monotonic time in µs when the process was
 * started. bench-window type MATERIAL: keys in a text (agreement.h).
 */
#include "config.h"

#include <stdlib.h>

#include "agreement.h"
#include "material.h"
#include "ui/application.h"
#include "ui/editor-private.h"
#include "ui/editor-spell.h"
#include "ui/editor-table.h"
#include "ui/settings.h"
#include "ui/text-page-private.h"

#define N_KEYS 100

static double
elapsed_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1e3;
}

/* --- Start --- */

typedef struct {
  GApplication *application;
  gint64 spawned;
  gboolean with_text;
  gboolean first;
} Start;

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
after_paint_cb (GdkFrameClock *clock, Start *start)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (start->application));
  GtkWidget *editor = window != NULL ? find_widget (GTK_WIDGET (window), AKK_TYPE_EDITOR) : NULL;

  if (!start->first) {
    start->first = TRUE;
    report ("start to first frame", elapsed_ms (start->spawned), "ms", "");
  }
  if (start->with_text && (editor == NULL || !gtk_widget_get_mapped (editor) ||
                           akk_editor_get_text (AKK_EDITOR (editor))->n_lines == 0)) {
    gtk_widget_queue_draw (GTK_WIDGET (window));
    return;
  }
  if (start->with_text)
    report ("start to first frame with text", elapsed_ms (start->spawned), "ms", "");
  report ("memory", peak_memory_mb (), "MB", "");
  fflush (stdout);
  _exit (0);
}

static void
realize_cb (GtkWidget *window, Start *start)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    start);
}

static void
window_added_cb (GApplication *application, GtkWidget *window, Start *start)
{
  if (gtk_widget_get_realized (window))
    realize_cb (window, start);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), start);
}

static int
bench_start (int argc, char **argv)
{
  g_autoptr (AkkApplication) application = akk_application_new ();
  Start start = { .application = G_APPLICATION (application),
                  .spawned = g_ascii_strtoll (argv[2], NULL, 10),
                  .with_text = argc > 3 };
  char *arguments[] = { argv[0], argc > 3 ? argv[3] : NULL, NULL };

  if (start.with_text)
    akk_settings_set_place (argv[3], "text", 0);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &start);
  return g_application_run (G_APPLICATION (application), argc > 3 ? 2 : 1, arguments);
}

/* --- Typing --- */

static void
painted_cb (GdkFrameClock *clock, gint64 *painted)
{
  *painted = g_get_monotonic_time ();
}

static gint64
wait_for_paint (gint64 *painted)
{
  *painted = 0;
  while (*painted == 0)
    g_main_context_iteration (NULL, TRUE);
  return *painted;
}

/* Nobody types in the very frame of the key before. */
static void
rest (guint ms)
{
  for (gint64 start = g_get_monotonic_time (); elapsed_ms (start) < ms;)
    g_main_context_iteration (NULL, FALSE);
}

/* What happens when typing rests: the text is stored, the outline and what asks for attention are
 * looked through. The longest time for which a key would have had to wait. */
static Stopwatch
longest_stall (guint ms)
{
  Stopwatch longest = { 0 };

  for (gint64 start = g_get_monotonic_time (); elapsed_ms (start) < ms;) {
    Stopwatch time = stopwatch_start ();

    g_main_context_iteration (NULL, FALSE);
    time = stopwatch_read (time);
    if (time.processor > longest.processor)
      longest = time;
  }
  return longest;
}

static void
type_keys (AkkTextPage *page, AkkEditor *editor, gint64 *painted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  double wall[N_KEYS], processor[N_KEYS], previews[N_KEYS], layouts[N_KEYS], alone[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++) {
    Stopwatch start, key, preview;

    rest (60);
    start = stopwatch_start ();
    gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 6 == 5 ? " " : "e", -1, TRUE);
    wait_for_paint (painted);
    key = stopwatch_read (start);
    while (page->preview_tick != 0 || page->preview_idle != 0)
      wait_for_paint (painted);
    preview = stopwatch_read (start);
    wall[i] = key.wall;
    processor[i] = key.processor;
    previews[i] = preview.wall;
    layouts[i] = preview.processor;
    alone[i] = (double) page->layout_us / 1e3;
  }
  report_time ("key to painted, median",
               (Stopwatch) { quantile (wall, N_KEYS, 0.5), quantile (processor, N_KEYS, 0.5) },
               "must be at most 8, aim 4 of processor");
  report_time ("key to painted, p95",
               (Stopwatch) { quantile (wall, N_KEYS, 0.95), quantile (processor, N_KEYS, 0.95) },
               "");
  report_time ("preview after a key, median",
               (Stopwatch) { quantile (previews, N_KEYS, 0.5), quantile (layouts, N_KEYS, 0.5) },
               "60 pages: must be within two frames (33)");
  report ("of which to lay out, median", quantile (alone, N_KEYS, 0.5), "ms of processor", "");
  report_time ("preview after a key, p95",
               (Stopwatch) { quantile (previews, N_KEYS, 0.95), quantile (layouts, N_KEYS, 0.95) },
               "");
}

/* The cell of the first row of the first table after a line, or of the first one of all. */
static AkkEditor *
enter_cell (AkkEditor *editor, guint line)
{
  const AkkText *text = akk_editor_get_text (editor);

  while (text->lines[line]->kind != AKK_LINE_TABLE)
    line = (line + 1) % text->n_lines;
  akk_editor_go_to_line (editor, line);
  rest (500);
  akk_editor_tables_enter (editor, akk_editor_tables_at (editor, line), 1, 0, TRUE);
  rest (500);
  return akk_editor_target (editor);
}

/* The pages of a text that was just opened come in slices. */
static void
wait_for_pages (AkkTextPage *page, Stopwatch opened)
{
  Stopwatch longest = { 0 };

  while (page->pages == NULL || page->preview_tick != 0 || page->preview_idle != 0) {
    Stopwatch time = stopwatch_start ();

    g_main_context_iteration (NULL, TRUE);
    time = stopwatch_read (time);
    if (time.processor > longest.processor)
      longest = time;
  }
  report_time ("its pages laid out", stopwatch_read (opened), "");
  report_time ("longest stall meanwhile", longest, "must be at most 16");
}

static void
type_everywhere (AkkTextPage *page, gint64 *painted)
{
  guint quarter = akk_editor_get_text (page->editor)->n_lines / 4;

  akk_editor_set_spelling (page->editor, NULL);
  akk_editor_go_to_line (page->editor, quarter);
  rest (1500);
  g_print ("-- in a paragraph\n");
  type_keys (page, page->editor, painted);
  report_time ("longest stall afterwards", longest_stall (2500), "must be at most 16");
  akk_editor_set_spelling (page->editor, "nl-BE");
  rest (2500);
  g_print ("-- in a paragraph, with spell marks\n");
  type_keys (page, page->editor, painted);
  report_time ("longest stall afterwards", longest_stall (2500), "must be at most 16");
  g_print ("-- in a cell of a table, with spell marks\n");
  type_keys (page, enter_cell (page->editor, quarter), painted);
  report_time ("longest stall afterwards", longest_stall (2500), "must be at most 16");
}

/* The program's own window, with the dossier at its text. */
static AkkTextPage *
open_text (GApplication *application, const char *path, gint64 agreement, gint64 *painted)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AkkTextPage *page = NULL;
  GtkWindow *window;

  akk_settings_add_recent (path);
  akk_settings_set_place (path, "text", agreement);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  /* While a caret blinks GTK asks for every frame, and a key waits for the next one of the display
   * whatever it costs. With a caret at rest the wall clock shows what the key itself takes. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  g_application_open (application, &file, 1, "");
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (application))) == NULL ||
         !gtk_widget_get_realized (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  while (page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page)) || page->agreement == NULL) {
    g_main_context_iteration (NULL, TRUE);
    page = (AkkTextPage *) find_widget (GTK_WIDGET (window), AKK_TYPE_TEXT_PAGE);
  }
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), painted);
  wait_for_paint (painted);
  return page;
}

static int
bench_type (const char *material)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *clean = g_strconcat ("rm -rf '", folder, "'", NULL);
  gint64 agreement, painted = 0;
  g_autofree char *path = bench_agreement_save (material, folder, &agreement);
  AkkApplication *application = akk_application_new ();
  Stopwatch opened = stopwatch_start ();
  AkkTextPage *page = open_text (G_APPLICATION (application), path, agreement, &painted);

  report_time ("text opened", stopwatch_read (opened), "");
  wait_for_pages (page, opened);
  rest (1500);
  g_print ("%u pages\n", akk_pages_count (page->pages));
  type_everywhere (page, &painted);
  report ("memory", peak_memory_mb (), "MB", "");
  g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL);
  fflush (stdout);
  _exit (0);
}

int
main (int argc, char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], "start"))
    return bench_start (argc, argv);
  return bench_type (argc > 2 ? argv[2] : "43");
}
