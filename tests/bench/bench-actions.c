/* An action plan of 2,000 and of 20,000 actions: filtered, sorted, searched, and in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "actions.h"
#include "core/action-filter.h"
#include "core/dossier.h"
#include "material.h"
#include "ui/action-list-private.h"
#include "ui/action-plan-page-private.h"

#define MAX_FIGURES 40
#define N_TIMES 9
#define N_STEPS 5 /* in the window, with a rest after each */
/* In µs: after so long without work nothing is left to do. */
#define QUIET 150000
#define N_SCROLLS 60
#define N_EDITS 20
/* Typed letter by letter: the first ones are in every action. */
#define TYPED "werkgroep partners"

/* Times as long for ten times as many, with what caches and a sort cost on top of it. */
#define VISIBLE "must be constant (at most 1.5)"
#define LINEAR "must be at most linear (15)"
#define SEARCH "must be at most 10 ms"

static const guint sizes[] = { 2000, 20000 };
#define N_SIZES G_N_ELEMENTS (sizes)

typedef struct {
  char *name;
  const char *must;
  double ms[N_SIZES];
} Figure;

/* The figures of one size come in the same order as those of the other. */
static struct {
  Figure figures[MAX_FIGURES];
  guint size, n; /* of the run that goes on */
  gboolean warming; /* a run that does not count */
} table;

static void
note (const char *name, double ms, const char *must)
{
  Figure *figure = &table.figures[table.n];

  if (table.warming)
    return;
  g_assert_cmpuint (table.n, <, MAX_FIGURES);
  g_set_str (&figure->name, name);
  figure->must = must;
  figure->ms[table.size] = ms;
  table.n++;
}

static void
print_table (void)
{
  g_print ("%-42s %9s %9s %7s  in ms of processor\n", "actions", "2,000", "20,000", "times");
  for (guint i = 0; i < table.n; i++) {
    const Figure *figure = &table.figures[i];

    g_print ("%-42s %9.2f %9.2f %7.1f  %s\n", figure->name, figure->ms[0], figure->ms[1],
             figure->ms[1] / MAX (figure->ms[0], 0.001), figure->must);
  }
}

static double
since (Stopwatch start)
{
  return stopwatch_read (start).processor;
}

/* --- Without a window --- */

static void
bench_reading (BenchActions *made)
{
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++) {
    Stopwatch start = stopwatch_start ();
    AkkActionRows *rows = akk_action_rows_new (made->store, made->agreement->record.id);

    times[i] = since (start);
    g_object_unref (rows);
  }
  note ("read all rows", quantile (times, N_TIMES, 0.5), LINEAR);
}

static GArray *
apply (const AkkActionFilter *filter, AkkActionRows *rows, AkkActionSort sort)
{
  return akk_action_filter_apply (filter, rows, sort, FALSE,
                                  akk_store_today (akk_action_rows_store (rows)));
}

static void
bench_apply (AkkActionRows *rows,
             const AkkActionFilter *filter,
             AkkActionSort sort,
             const char *name)
{
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++) {
    Stopwatch start = stopwatch_start ();
    GArray *indices = apply (filter, rows, sort);

    times[i] = since (start);
    g_array_unref (indices);
  }
  note (name, quantile (times, N_TIMES, 0.5), LINEAR);
}

static void
bench_filters (AkkActionRows *rows)
{
  static const char *const sorts[] = { "all, as in the plan", "sorted by number",
                                       "sorted by title",     "sorted by status",
                                       "sorted by who leads", "sorted by deadline" };
  const AkkActionFilter all = { 0 };
  AkkActionFilter some = { .late = TRUE, .statuses = 1u << AKK_ACTION_BUSY };

  some.party_id = ((AkkRecord *) akk_action_rows_parties (rows)->pdata[0])->id;
  some.tags[AKK_TAG_DOMAIN] = akk_action_rows_names (rows, AKK_TAG_DOMAIN)->pdata[0];
  bench_apply (rows, &some, AKK_SORT_PLAN, "filter: few pass");
  for (AkkActionSort sort = AKK_SORT_PLAN; sort <= AKK_SORT_DEADLINE; sort++)
    bench_apply (rows, &all, sort, sorts[sort]);
}

static void
bench_matrix (AkkActionRows *rows)
{
  const AkkActionFilter all = { 0 };
  g_autoptr (GArray) indices = apply (&all, rows, AKK_SORT_PLAN);
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++) {
    Stopwatch start = stopwatch_start ();
    AkkActionMatrix *matrix = akk_action_matrix_new (rows, indices);

    times[i] = since (start);
    akk_action_matrix_free (matrix);
  }
  note ("matrix", quantile (times, N_TIMES, 0.5), LINEAR);
}

/* After an import the words of the rows are read in the background; a search does not wait. */
static void
bench_words (AkkActionRows *rows)
{
  const AkkActionFilter filter = { .text = (char *) BENCH_RARE_WORD };
  double slice = 0, search = 0, all = 0;
  guint n_found = 0;

  akk_action_rows_follow_words (rows);
  while (n_found == 0) {
    Stopwatch start = stopwatch_start ();
    GArray *indices = apply (&filter, rows, AKK_SORT_PLAN);

    search = MAX (search, since (start));
    n_found = indices->len;
    g_array_unref (indices);
    start = stopwatch_start ();
    g_main_context_iteration (NULL, FALSE);
    slice = MAX (slice, since (start));
    all += since (start);
  }
  note ("reading words, a slice, longest", slice, VISIBLE);
  note ("a search meanwhile, longest", search, SEARCH);
  note ("until all words are read", all, LINEAR);
}

static void
bench_search (AkkActionRows *rows)
{
  double times[sizeof TYPED - 1];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *typed = g_strndup (TYPED, i + 1);
    const AkkActionFilter filter = { .text = typed };
    Stopwatch start = stopwatch_start ();
    GArray *indices = apply (&filter, rows, AKK_SORT_PLAN);

    times[i] = since (start);
    g_array_unref (indices);
  }
  note ("text search, a key, median", quantile (times, G_N_ELEMENTS (times), 0.5), SEARCH);
  note ("text search, a key, longest", quantile (times, G_N_ELEMENTS (times), 1), SEARCH);
}

static void
change_status (AkkStore *store, AkkAction *action)
{
  g_autoptr (GError) error = NULL;

  akk_store_begin (store, "Status");
  akk_store_set_int (store, action, "status",
                     action->status == AKK_ACTION_BUSY ? AKK_ACTION_DONE : AKK_ACTION_BUSY);
  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
started_cb (Stopwatch *start)
{
  *start = stopwatch_start ();
}

static void
followed_cb (Stopwatch *start)
{
  start->processor = since (*start);
}

/* From the end of the step to "changed". */
static void
bench_edit (BenchActions *made)
{
  g_autoptr (AkkAction) action = akk_store_get (made->store, &akk_action_record, made->last);
  g_autoptr (AkkActionRows) rows = NULL;
  double times[N_EDITS];
  Stopwatch start;
  gulong started =
      g_signal_connect_swapped (made->store, "stepped", G_CALLBACK (started_cb), &start);

  rows = akk_action_rows_new (made->store, made->agreement->record.id);
  g_signal_connect_swapped (rows, "changed", G_CALLBACK (followed_cb), &start);
  for (guint i = 0; i < N_EDITS; i++) {
    change_status (made->store, action);
    times[i] = start.processor;
  }
  g_signal_handler_disconnect (made->store, started);
  note ("an edit followed by the rows", quantile (times, N_EDITS, 0.5), VISIBLE);
}

static void
bench_core (BenchActions *made)
{
  g_autoptr (AkkActionRows) rows = NULL;

  bench_reading (made);
  rows = akk_action_rows_new (made->store, made->agreement->record.id);
  bench_filters (rows);
  bench_matrix (rows);
  bench_words (rows);
  bench_search (rows);
  g_clear_object (&rows);
  bench_edit (made);
}

/* --- In the window --- */

typedef struct {
  BenchActions *made;
  GtkWidget *window;
  AkkActionPlanPage *page;
  gboolean painted;
} Screen;

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_paint (Screen *screen)
{
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (screen->window),
                                 GDK_FRAME_CLOCK_PHASE_PAINT);
  for (screen->painted = FALSE; !screen->painted;)
    g_main_context_iteration (NULL, TRUE);
}

/* Until nothing is left to do. */
static void
rest (void)
{
  for (gint64 quiet = g_get_monotonic_time (); g_get_monotonic_time () - quiet < QUIET;) {
    if (g_main_context_iteration (NULL, FALSE))
      quiet = MAX (quiet, g_get_monotonic_time () - QUIET / 2);
    else
      g_usleep (1000);
  }
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
open_page (Screen *screen)
{
  Stopwatch start;
  double reading;

  screen->window = gtk_window_new ();
  screen->page = g_object_new (AKK_TYPE_ACTION_PLAN_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (screen->window), GTK_WIDGET (screen->page));
  gtk_window_present (GTK_WINDOW (screen->window));
  g_signal_connect (gtk_widget_get_frame_clock (screen->window), "after-paint",
                    G_CALLBACK (painted_cb), &screen->painted);
  rest ();
  start = stopwatch_start ();
  g_object_unref (akk_action_rows_new (screen->made->store, screen->made->agreement->record.id));
  reading = since (start);
  start = stopwatch_start ();
  akk_action_plan_page_set_agreement (screen->page, screen->made->store, screen->made->agreement);
  akk_action_scope_set_year (screen->page->scope, 0);
  wait_for_paint (screen);
  note ("first rows of the list on screen", since (start), LINEAR);
  note ("of which to show them, once read", since (start) - reading, VISIBLE);
  rest ();
  note ("and until it rests", since (start), LINEAR);
}

static void
bench_scrolling (Screen *screen)
{
  GtkWidget *scroller = find_widget (GTK_WIDGET (screen->page->list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double times[N_SCROLLS];

  for (guint i = 0; i < N_SCROLLS; i++) {
    Stopwatch start = stopwatch_start ();

    gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + 100);
    wait_for_paint (screen);
    times[i] = since (start);
  }
  note ("scroll step of the list, median", quantile (times, N_SCROLLS, 0.5), VISIBLE);
  note ("scroll step of the list, p95", quantile (times, N_SCROLLS, 0.95), VISIBLE);
  for (guint i = 0; i < N_TIMES; i++) {
    Stopwatch start = stopwatch_start ();

    gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place) * i / N_TIMES);
    wait_for_paint (screen);
    times[i] = since (start);
  }
  note ("a jump far down the list, median", quantile (times, N_TIMES, 0.5), VISIBLE);
  gtk_adjustment_set_value (place, 0);
}

static void
bench_selecting (Screen *screen)
{
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (screen->page->list->selection);
  double times[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++) {
    Stopwatch start = stopwatch_start ();

    gtk_selection_model_select_all (rows);
    wait_for_paint (screen);
    times[i] = since (start);
    gtk_selection_model_unselect_all (rows);
    rest ();
  }
  note ("all actions selected", quantile (times, N_STEPS, 0.5), LINEAR);
}

static void
bench_step (Screen *screen, const char *view)
{
  gint64 id = akk_action_scope_row (screen->page->scope, 0)->id;
  g_autoptr (AkkAction) action = akk_store_get (screen->made->store, &akk_action_record, id);
  g_autofree char *name = g_strdup_printf ("a status changed in view %s", view);
  double times[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++) {
    Stopwatch start = stopwatch_start ();

    change_status (screen->made->store, action);
    wait_for_paint (screen);
    times[i] = since (start);
    rest ();
  }
  note (name, quantile (times, N_STEPS, 0.5), LINEAR);
}

static void
bench_view (Screen *screen, const char *view)
{
  g_autofree char *name = g_strdup_printf ("to the view %s", view);
  Stopwatch start = stopwatch_start ();

  adw_view_stack_set_visible_child_name (screen->page->views, view);
  wait_for_paint (screen);
  note (name, since (start), VISIBLE);
  rest ();
  note ("and until it rests", since (start), LINEAR);
  bench_step (screen, view);
}

static void
bench_typing (Screen *screen)
{
  double times[sizeof TYPED - 1];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *typed = g_strndup (TYPED, i + 1);
    Stopwatch start = stopwatch_start ();

    akk_action_scope_set_text (screen->page->scope, typed);
    wait_for_paint (screen);
    times[i] = since (start);
  }
  note ("a key of a search painted, median", quantile (times, G_N_ELEMENTS (times), 0.5), LINEAR);
  akk_action_scope_set_text (screen->page->scope, NULL);
  rest ();
}

static void
bench_window (BenchActions *made)
{
  Screen screen = { .made = made };

  open_page (&screen);
  bench_scrolling (&screen);
  bench_selecting (&screen);
  bench_step (&screen, "list");
  bench_typing (&screen);
  bench_view (&screen, "board");
  bench_view (&screen, "matrix");
  bench_view (&screen, "timeline");
  gtk_window_destroy (GTK_WINDOW (screen.window));
  rest ();
}

static void
run (guint n)
{
  BenchActions made;
  Stopwatch start = stopwatch_start ();

  bench_actions_init (&made, n);
  note ("add all in one step", since (start), LINEAR);
  bench_core (&made);
  bench_window (&made);
  bench_actions_clear (&made);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/be/akkoord/Akkoord/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* An argument leaves out what has more actions than that, for a profiler. */
int
main (int argc, char **argv)
{
  guint64 most = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : G_MAXUINT64;

  adw_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  table.warming = TRUE;
  run (100);
  table.warming = FALSE;
  for (table.size = 0; table.size < N_SIZES && sizes[table.size] <= most; table.size++) {
    table.n = 0;
    run (sizes[table.size]);
  }
  print_table ();
  report ("memory", peak_memory_mb (), "MB", "");
  return 0;
}
