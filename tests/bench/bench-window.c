/* What a user waits for: the first frame, a key on the screen, its page in the preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-window start SPAWNED [FILE]: SPAWNED is the monotonic time in µs when the process was
 * started. bench-window type: keys in a text of 60 pages. */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "core/agreement-text.h"
#include "material.h"
#include "ui/application.h"
#include "ui/text-page-private.h"

#define N_KEYS 200

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

/* A table at the end of every second section. */
static void
add_table (AkkSection *section)
{
  g_autofree char *body = NULL;
  g_autofree char *longer = NULL;

  g_object_get (section, "body", &body, NULL);
  longer = g_strconcat (body,
                        "\n| Actie | Partner | Termijn |\n| --- | --- | --- |\n"
                        "| Vindplaatsen in kaart brengen | VDAB | 2022 |\n"
                        "| Een loket in elke gemeente | lokale besturen | 2023 |\n"
                        "| Werkgevers bezoeken | IVSES | doorlopend |\n",
                        NULL);
  g_object_set (section, "body", longer, NULL);
}

static AkkStore *
fill_store (const char *path, gboolean tables)
{
  g_autoptr (GListModel) sections = material_sections (96, 340);
  g_autoptr (AkkAgreement) agreement = akk_record_new (&akk_agreement_record);
  g_autoptr (GError) error = NULL;
  AkkStore *store = akk_store_open (path, 0, &error);

  g_assert_no_error (error);
  g_object_set (agreement, "title", "Samenwerkingsovereenkomst", NULL);
  agreement->record.id = MATERIAL_AGREEMENT;
  akk_store_begin (store, "Make");
  akk_store_add (store, agreement);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    if (tables && i % 2 == 0)
      add_table (section);
    akk_store_add (store, section);
  }
  akk_store_commit (store, &error);
  g_assert_no_error (error);
  return store;
}

/* Nobody types in the very frame of the key before. */
static void
rest (guint ms)
{
  for (gint64 start = g_get_monotonic_time (); elapsed_ms (start) < ms;)
    g_main_context_iteration (NULL, FALSE);
}

static double
processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
type_keys (AkkTextPage *page, gint64 *painted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page->editor));
  double keys[N_KEYS], processor[N_KEYS], previews[N_KEYS];

  for (guint i = 0; i < N_KEYS; i++) {
    double used;
    gint64 start;

    rest (60);
    used = processor_ms ();
    start = g_get_monotonic_time ();
    gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 6 == 5 ? " " : "e", -1, TRUE);
    keys[i] = (wait_for_paint (painted) - start) / 1e3;
    processor[i] = processor_ms () - used;
    while (page->preview_tick != 0)
      wait_for_paint (painted);
    previews[i] = (*painted - start) / 1e3;
  }
  report ("key to painted, median", quantile (keys, N_KEYS, 0.5), "ms", "must be at most 8, aim 4");
  report ("key to painted, p95", quantile (keys, N_KEYS, 0.95), "ms", "");
  report ("  of which processor time, median", quantile (processor, N_KEYS, 0.5), "ms", "");
  report ("preview after a key, median", quantile (previews, N_KEYS, 0.5), "ms",
          "must be within two frames (33)");
  report ("preview after a key, p95", quantile (previews, N_KEYS, 0.95), "ms", "");
}

static int
bench_type (gboolean tables)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "working.db", NULL);
  g_autofree char *clean = g_strconcat ("rm -rf '", folder, "'", NULL);
  g_autoptr (AkkStore) store = fill_store (path, tables);
  g_autoptr (AkkAgreement) agreement = akk_agreement_nth (store, 1);
  GtkWidget *window, *page;
  gint64 painted = 0;

  adw_init ();
  window = gtk_window_new ();
  page = akk_text_page_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  akk_text_page_set_agreement (AKK_TEXT_PAGE (page), store, agreement);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    &painted);
  wait_for_paint (&painted);
  akk_editor_go_to_line (AKK_TEXT_PAGE (page)->editor, 2);
  rest (1500);
  type_keys (AKK_TEXT_PAGE (page), &painted);
  report ("memory", peak_memory_mb (), "MB", "");
  gtk_window_destroy (GTK_WINDOW (window));
  return g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL) ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], "start"))
    return bench_start (argc, argv);
  return bench_type (argc > 1 && g_str_equal (argv[1], "tables"));
}
