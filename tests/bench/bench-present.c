/* What a room waits for: the next slide, and each letter of a decision that is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-present [ITEMS]: a meeting of so many items, each about an action, every fourth with a
 * chart, every tenth with an attached PDF. */
#include "config.h"

#include <stdlib.h>

#include "core/attachment.h"
#include "core/dossier.h"
#include "core/indicator.h"
#include "core/measurement.h"
#include "material.h"
#include "print/meeting-pdf.h"
#include "ui/room-window.h"
#include "ui/show-keys.h"

#define N_LETTERS 100

typedef struct {
  AkkStore *store;
  AkkAgreement *agreement;
  AkkBody *body;
  AkkMeeting *meeting;
} Dossier;

/* --- The meeting --- */

static gpointer
add (Dossier *self, gpointer record)
{
  akk_store_add (self->store, record);
  return record;
}

static AkkIndicator *
add_indicator (Dossier *self)
{
  AkkIndicator *indicator = akk_record_new (&akk_indicator_record);

  g_object_set (indicator, "agreement-id", self->agreement->record.id, "name",
                "Kinderen in de opvang", NULL);
  add (self, indicator);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (AkkMeasurement) measurement = akk_record_new (&akk_measurement_record);

    g_object_set (measurement, "indicator-id", indicator->record.id, "year", (gint64) 2020 + i,
                  "value", (gint64) (100 + 7 * i) * AKK_DECIMAL, NULL);
    add (self, measurement);
  }
  return indicator;
}

static void
add_item (Dossier *self, guint i, gint64 indicator)
{
  g_autoptr (AkkAgendaItem) item = akk_record_new (&akk_agenda_item_record);
  g_autoptr (AkkAction) action = akk_record_new (&akk_action_record);
  g_autofree char *position = g_strdup_printf ("a%04u", i);
  g_autofree char *title = g_strdup_printf ("Stand van de samenwerking, deel %u", i + 1);

  g_object_set (action, "agreement-id", self->agreement->record.id, "title", title, "position",
                position, NULL);
  add (self, action);
  g_object_set (item, "meeting-id", self->meeting->record.id, "title", title, "position", position,
                "duration-min", (gint64) 5, "action-id", action->record.id, "indicator-id",
                i % 4 == 0 ? indicator : 0, NULL);
  add (self, item);
}

static void
attach_agenda (Dossier *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkDocument) document =
      akk_document_new (self->store, AKK_DOCUMENT_AGENDA, self->meeting, &error);
  g_autoptr (GBytes) bytes = document != NULL ? akk_document_pdf (document, &error) : NULL;
  g_autofree char *file = bytes != NULL ? akk_store_add_blob (self->store, bytes, &error) : NULL;
  g_autoptr (GListModel) items = akk_store_list (self->store, &akk_agenda_item_record, NULL, 0);

  if (file == NULL)
    g_error ("%s", error->message);
  akk_store_begin_founding (self->store, "Fill");
  for (guint i = 0; i < g_list_model_get_n_items (items); i += 10) {
    g_autoptr (AkkAgendaItem) item = g_list_model_get_item (items, i);
    g_autoptr (AkkAttachment) attachment = akk_record_new (&akk_attachment_record);

    g_object_set (attachment, "item-id", item->record.id, "name", "Agenda.pdf", "file", file, NULL);
    add (self, attachment);
  }
  if (!akk_store_commit (self->store, &error))
    g_error ("%s", error->message);
}

static void
make_dossier (Dossier *self, const char *path, guint n_items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkIndicator) indicator = NULL;

  self->store = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  self->agreement = akk_record_new (&akk_agreement_record);
  self->body = akk_record_new (&akk_body_record);
  self->meeting = akk_record_new (&akk_meeting_record);
  akk_store_begin_founding (self->store, "Fill");
  g_object_set (self->agreement, "title", "Samenwerkingsovereenkomst", NULL);
  add (self, self->agreement);
  g_object_set (self->body, "agreement-id", self->agreement->record.id, "name", "Stuurgroep", NULL);
  add (self, self->body);
  g_object_set (self->meeting, "body-id", self->body->record.id, "date",
                akk_store_today (self->store), "starts-at", (gint64) 570, NULL);
  add (self, self->meeting);
  indicator = add_indicator (self);
  for (guint i = 0; i < n_items; i++)
    add_item (self, i, indicator->record.id);
  if (!akk_store_commit (self->store, &error))
    g_error ("%s", error->message);
  attach_agenda (self);
}

/* --- Measuring --- */

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_paint (gboolean *painted)
{
  for (*painted = FALSE; !*painted;)
    g_main_context_iteration (NULL, TRUE);
}

/* What the room looks at: it is stored, and the next page is drawn, meanwhile. */
static void
rest (guint ms)
{
  for (gint64 start = g_get_monotonic_time (); g_get_monotonic_time () - start < ms * 1000;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static double
memory_mb (void)
{
  g_autofree char *status = NULL;
  char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, "VmRSS:") : NULL;
  return line != NULL ? g_ascii_strtod (line + 6, NULL) / 1024 : 0;
}

static void
report_frames (const char *name, double *wall, double *processor, guint n, double q)
{
  report_time (name, (Stopwatch) { quantile (wall, n, q), quantile (processor, n, q) },
               "must be at most a frame, 16 of processor");
}

static void
go_through (AkkShow *show, gboolean *painted, const char *what)
{
  guint n_slides = akk_show_get_slides (show)->len, n = 0;
  g_autofree double *wall = g_new (double, 4 * n_slides);
  g_autofree double *processor = g_new (double, 4 * n_slides);
  g_autofree char *median = g_strdup_printf ("%s, median", what);
  g_autofree char *slow = g_strdup_printf ("%s, p95", what);
  g_autofree char *slowest = g_strdup_printf ("%s, slowest", what);

  akk_show_go (show, 0);
  rest (300);
  for (gboolean more = TRUE; more && n < 4 * n_slides;) {
    Stopwatch start = stopwatch_start ();

    more = akk_show_forward (show);
    if (!more)
      break;
    wait_for_paint (painted);
    start = stopwatch_read (start);
    wall[n] = start.wall;
    processor[n++] = start.processor;
    rest (120);
  }
  report_frames (median, wall, processor, n, 0.5);
  report_frames (slow, wall, processor, n, 0.95);
  report_frames (slowest, wall, processor, n, 1);
}

static void
type_letters (AkkShow *show, gboolean *painted)
{
  double wall[N_LETTERS], processor[N_LETTERS];
  g_autoptr (GString) text = g_string_new (NULL);

  akk_show_go (show, 0);
  akk_show_next_item (show);
  akk_show_next_item (show);
  rest (300);
  akk_show_jot (show, AKK_JOT_DECISION);
  rest (100);
  for (guint i = 0; i < N_LETTERS; i++) {
    Stopwatch start = stopwatch_start ();

    g_string_append_c (text, i % 6 == 5 ? ' ' : 'e');
    akk_show_type (show, text->str);
    wait_for_paint (painted);
    start = stopwatch_read (start);
    wall[i] = start.wall;
    processor[i] = start.processor;
    rest (i % 10 == 9 ? 600 : 60);
  }
  akk_show_end_jot (show);
  report_frames ("letter to painted, median", wall, processor, N_LETTERS, 0.5);
  report_frames ("letter to painted, p95", wall, processor, N_LETTERS, 0.95);
}

int
main (int argc, char **argv)
{
  guint n_items = argc > 1 ? (guint) atoi (argv[1]) : 200;
  g_autofree char *folder = g_dir_make_tmp ("bench-present-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  Dossier dossier = { 0 };
  gboolean painted = FALSE;
  AkkShow *show;
  GtkWindow *room;
  double before;

  adw_init ();
  make_dossier (&dossier, path, n_items);
  show = akk_show_new (dossier.store, dossier.meeting);
  room = GTK_WINDOW (akk_room_window_new (show));
  gtk_window_set_default_size (room, 1920, 1080);
  gtk_window_present (room);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (room)), "after-paint",
                    G_CALLBACK (painted_cb), &painted);
  rest (1500);
  type_letters (show, &painted);
  go_through (show, &painted, "next slide to painted");
  before = memory_mb ();
  report ("memory after all slides", before, "MB", "");
  go_through (show, &painted, "the second time");
  report ("memory that came with the second time", memory_mb () - before, "MB", "steady: about 0");
  return 0;
}
