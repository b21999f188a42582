/* What the people in the room see: one agenda item at a time, in very large type.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/room-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/chart-view.h"
#include "ui/jot-box.h"
#include "ui/jot-words.h"
#include "ui/room-slide.h"
#include "ui/shortcuts-dialog.h"
#include "ui/show-keys.h"

struct _AkkRoomWindow {
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *body_label, *time_label;
  GtkScrolledWindow *scroller;
  GtkBox *kept_box;
  AkkJotBox *jot_box;
  GtkProgressBar *time_bar;

  AkkRoom room;
  GtkWidget *charts; /* never shown: its fonts serve the charts of all slides */
  GtkCssProvider *type; /* the size of the smallest type */
  guint rebuild_source;
  AkkSlide shown; /* of the widget in the scroller */
  AkkRoomPlace place; /* in it */
  AkkRecord *last; /* noted, that it knows of */
  gint64 typed_record; /* that the slide leaves out: it is being typed */
};

G_DEFINE_FINAL_TYPE (AkkRoomWindow, akk_room_window, ADW_TYPE_WINDOW)

enum { LEAVE_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void queue_rebuild (AkkRoomWindow *self);

/* --- The slide --- */

/* Whether the widget in the scroller is of the slide that is to be shown. */
static gboolean
shows_slide (AkkRoomWindow *self)
{
  const AkkSlide *slide = akk_show_get_slide (self->room.show);

  return slide->kind == self->shown.kind && slide->item_id == self->shown.item_id &&
         slide->record == self->shown.record;
}

static guint
turn_page (AkkRoomWindow *self, int height)
{
  GtkWidget *page = gtk_scrolled_window_get_child (self->scroller);

  if (GTK_IS_VIEWPORT (page))
    page = gtk_viewport_get_child (GTK_VIEWPORT (page));
  if (page == NULL || !gtk_widget_has_css_class (page, "akk-room-page"))
    return 1;
  return akk_room_page_turn (page, &self->place, akk_show_get_page (self->room.show),
                             self->room.width - (int) (AKK_ROOM_SIDES * self->room.em),
                             height - (int) (AKK_ROOM_TOP_AND_BOTTOM * self->room.em));
}

/* The first file that comes is drawn while something else is shown. */
static void
announce_file (AkkRoomWindow *self)
{
  const GArray *slides = akk_show_get_slides (self->room.show);

  for (guint i = akk_show_get_position (self->room.show) + 1; i < slides->len; i++) {
    const AkkSlide *slide = &g_array_index (slides, AkkSlide, i);

    if (slide->kind != AKK_SLIDE_FILE)
      continue;
    akk_room_files_announce (self->room.files, slide->record, self->room.width, self->room.height);
    return;
  }
}

/* "sheet 1 of 3" where a slide is too long for one sheet; "". */
static char *
sheet_words (AkkRoomWindow *self)
{
  guint n_pages = akk_show_get_n_pages (self->room.show);

  return n_pages > 1 ? g_strdup_printf (_ ("sheet %u of %u"),
                                        akk_show_get_page (self->room.show) + 1, n_pages)
                     : g_strdup ("");
}

/* Words that are not empty, with dots between. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *const words[] = { first, second, third };
  const char *told[4] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (*words[i] != '\0')
      told[n++] = words[i];
  return g_strjoinv (" · ", (char **) told);
}

static void
show_time (AkkRoomWindow *self)
{
  const AkkAgendaEntry *entry = akk_show_get_entry (self->room.show);
  AkkPace pace = akk_show_get_pace (self->room.show);
  g_autofree char *left =
      akk_show_get_paused (self->room.show) ? g_strdup (_ ("Break")) : akk_pace_left_words (&pace);
  g_autofree char *sheet = sheet_words (self);
  g_autofree char *place = NULL, *words = NULL;

  gtk_widget_set_opacity (GTK_WIDGET (self->time_bar), entry != NULL);
  if (entry == NULL) {
    gtk_label_set_label (self->time_label, sheet);
    return;
  }
  place = g_strdup_printf (_ ("item %u of %u"), entry->number,
                           akk_show_get_agenda (self->room.show)->entries->len);
  words = join (sheet, place, left);
  gtk_label_set_label (self->time_label, words);
  gtk_progress_bar_set_fraction (
      self->time_bar,
      pace.planned > 0 ? CLAMP ((double) pace.spent / (double) pace.planned, 0, 1) : 0);
  if (pace.planned > 0 && pace.left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->time_bar), "akk-over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_bar), "akk-over");
}

/* A file has pages of its own; anything else that is too long has as many as it takes. */
static void
count_pages (AkkRoomWindow *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double size = gtk_adjustment_get_page_size (adjustment);
  guint n_pages = 1;

  if (self->room.show == NULL)
    return;
  /* They fill what there is. */
  if ((self->shown.kind == AKK_SLIDE_CHART || self->shown.kind == AKK_SLIDE_MATRIX) &&
      (int) size != self->room.slide_height)
    queue_rebuild (self);
  if (self->shown.kind == AKK_SLIDE_FILE) {
    akk_room_files_get (self->room.files, self->shown.record, &n_pages);
    self->place.page = akk_show_get_page (self->room.show);
  } else if (size > 0) {
    n_pages = turn_page (self, (int) size);
  }
  akk_show_set_pages (self->room.show, self->place.page, n_pages);
  show_time (self);
}

static gint64
typed_record (AkkRoomWindow *self)
{
  AkkJot *jot = akk_show_get_jot (self->room.show);
  const AkkRecord *record = jot != NULL ? akk_jot_get_record (jot) : NULL;

  return record != NULL ? record->id : 0;
}

/* What was noted stays where it was typed, to be read, until the next slide. */
static void
show_kept (AkkRoomWindow *self)
{
  GtkWidget *before = gtk_widget_get_first_child (GTK_WIDGET (self->kept_box));
  gboolean shown = self->room.kept != NULL && akk_show_get_jot (self->room.show) == NULL;

  if (before != NULL)
    gtk_box_remove (self->kept_box, before);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_box), shown);
  if (shown)
    gtk_box_append (self->kept_box, akk_room_noted (&self->room, self->room.kept));
}

/* Of what is being noted, or was just now. The last slide tells it itself. */
static void
keep (AkkRoomWindow *self)
{
  AkkJot *jot = akk_show_get_jot (self->room.show);
  AkkRecord *record = jot != NULL ? akk_jot_get_record (jot) : NULL;

  if (g_set_object (&self->last, akk_show_get_last (self->room.show)))
    g_set_object (&self->room.kept, self->last);
  if (record != NULL && akk_jot_get_kind (jot) != AKK_JOT_NOTE)
    g_set_object (&self->room.kept, record);
  if (self->room.kept != NULL &&
      (self->room.kept->deleted || akk_show_get_slide (self->room.show)->kind == AKK_SLIDE_CLOSING))
    g_clear_object (&self->room.kept);
}

static void
rebuild (AkkRoomWindow *self)
{
  const AkkAgenda *agenda = akk_show_get_agenda (self->room.show);
  const AkkAgendaEntry *entry = akk_show_get_entry (self->room.show);
  GtkWidget *slide;

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  if (self->room.show == NULL || self->room.em <= 0)
    return;
  if (!shows_slide (self))
    self->place = (AkkRoomPlace) { 0, akk_show_get_page (self->room.show) };
  self->shown = *akk_show_get_slide (self->room.show);
  self->typed_record = typed_record (self);
  keep (self);
  self->room.slide_height =
      (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));
  slide = akk_room_slide_new (&self->room);
  gtk_scrolled_window_set_child (self->scroller, slide);
  akk_room_slide_fit (&self->room, slide);
  show_kept (self);
  count_pages (self);
  gtk_label_set_label (self->body_label,
                       self->shown.kind != AKK_SLIDE_TITLE ? agenda->body->name : "");
  gtk_window_set_title (GTK_WINDOW (self), entry != NULL ? entry->item->title : agenda->body->name);
  announce_file (self);
}

static gboolean
rebuild_cb (gpointer data)
{
  AkkRoomWindow *self = data;

  self->rebuild_source = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Once, before the next frame, however many reasons there are. */
static void
queue_rebuild (AkkRoomWindow *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add_full (G_PRIORITY_DEFAULT, rebuild_cb, self, NULL);
}

/* --- Following the show --- */

static void
moved_cb (AkkRoomWindow *self)
{
  const AkkAgendaEntry *entry = akk_show_get_entry (self->room.show);

  self->room.seat = 0;
  g_clear_object (&self->room.kept);
  rebuild (self);
  if (entry != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), entry->item->title,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
page_cb (AkkRoomWindow *self)
{
  /* Another slide comes in a moment. */
  if (!shows_slide (self))
    return;
  if (self->shown.kind == AKK_SLIDE_FILE)
    queue_rebuild (self);
  else
    count_pages (self);
}

static void
jotted_cb (AkkRoomWindow *self)
{
  AkkRecord *before = self->room.kept;

  keep (self);
  if (self->room.kept != before || typed_record (self) != self->typed_record)
    queue_rebuild (self);
}

static void
drawn_cb (AkkRoomWindow *self)
{
  if (self->shown.kind != AKK_SLIDE_FILE)
    return;
  count_pages (self);
  queue_rebuild (self);
}

static void
blank_cb (AkkRoomWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    akk_show_get_blank (self->room.show) ? "blank" : "shown");
}

/* --- Keys --- */

static gboolean
typing (AkkRoomWindow *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->jot_box)) != NULL;
}

/* Tab goes over the seats, Return turns the one that it is at: there may be more than digits. */
static gboolean
seat_key (AkkRoomWindow *self, guint key)
{
  guint n_seats = akk_show_get_agenda (self->room.show)->seats->len;

  if (self->shown.kind != AKK_SLIDE_ATTENDANCE || n_seats == 0)
    return FALSE;
  switch (key) {
  case GDK_KEY_Tab:
    self->room.seat = self->room.seat % n_seats + 1;
    break;
  case GDK_KEY_ISO_Left_Tab:
    self->room.seat = self->room.seat > 1 ? self->room.seat - 1 : n_seats;
    break;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return self->room.seat > 0 && akk_show_turn_attendance (self->room.show, self->room.seat - 1);
  default:
    return FALSE;
  }
  queue_rebuild (self);
  return TRUE;
}

static gboolean
key_cb (AkkRoomWindow *self, guint key, guint code, GdkModifierType state)
{
  if (adw_window_get_visible_dialog (ADW_WINDOW (self)) != NULL)
    return FALSE;
  if (typing (self) && (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (typing (self) && gdk_keyval_to_lower (key) != GDK_KEY_z)
    return FALSE;
  if (key == GDK_KEY_F1 || key == GDK_KEY_question) {
    adw_dialog_present (ADW_DIALOG (akk_shortcuts_dialog_new_presenting ()), GTK_WIDGET (self));
    return TRUE;
  }
  if (key == GDK_KEY_Escape) {
    g_signal_emit (self, signals[LEAVE_WANTED], 0);
    return TRUE;
  }
  if (key == GDK_KEY_F11) {
    g_object_set (self, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (self)), NULL);
    return TRUE;
  }
  if (seat_key (self, key))
    return TRUE;
  if (!akk_show_key (self->room.show, key, state))
    return FALSE;
  akk_jot_box_focus (self->jot_box);
  return TRUE;
}

static gboolean
close_cb (AkkRoomWindow *self)
{
  g_signal_emit (self, signals[LEAVE_WANTED], 0);
  return TRUE;
}

/* --- Size --- */

static void
apply_type (AkkRoomWindow *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (number, sizeof number, "%.2f", self->room.em);
  css = g_strdup_printf (".akk-room-stage { font-size: %spx; }", number);
  gtk_css_provider_load_from_string (self->type, css);
}

static void
akk_room_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AkkRoomWindow *self = AKK_ROOM_WINDOW (widget);
  double em = AKK_ROOM_MIN_TYPE * MIN (height, 0.75 * width);

  GTK_WIDGET_CLASS (akk_room_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (fabs (em - self->room.em) < 0.01 && width == self->room.width)
    return;
  self->room.em = em;
  self->room.width = width;
  self->room.height = height;
  apply_type (self);
  queue_rebuild (self);
}

/* --- Virtual functions --- */

static void
akk_room_window_dispose (GObject *object)
{
  AkkRoomWindow *self = AKK_ROOM_WINDOW (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  if (self->type != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->type));
  g_clear_object (&self->type);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_ROOM_WINDOW);
  g_clear_object (&self->charts);
  g_clear_object (&self->room.kept);
  g_clear_object (&self->last);
  g_clear_object (&self->room.show);
  g_clear_object (&self->room.files);
  g_clear_pointer (&self->room.scope, akk_indicator_scope_unref);
  G_OBJECT_CLASS (akk_room_window_parent_class)->dispose (object);
}

static void
akk_room_window_class_init (AkkRoomWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = akk_room_window_dispose;
  widget_class->size_allocate = akk_room_window_size_allocate;
  signals[LEAVE_WANTED] = g_signal_new ("leave-wanted", AKK_TYPE_ROOM_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (AKK_TYPE_JOT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/room-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, body_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, time_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, kept_box);
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, jot_box);
  gtk_widget_class_bind_template_child (widget_class, AkkRoomWindow, time_bar);
}

static void
akk_room_window_init (AkkRoomWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->type = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->type),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self, "close-request", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (count_pages), self, G_CONNECT_SWAPPED);
}

static AkkChart *
no_chart (AkkPaper *paper, double width_pt, gpointer data)
{
  return NULL;
}

static void
connect (AkkRoomWindow *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

AkkRoomWindow *
akk_room_window_new (AkkShow *show)
{
  AkkRoomWindow *self = g_object_new (AKK_TYPE_ROOM_WINDOW, NULL);
  AkkStore *store = akk_show_get_store (show);

  self->room.show = g_object_ref (show);
  self->room.files = akk_room_files_new (store);
  self->room.scope = akk_indicator_scope_new (store, akk_show_get_agenda (show)->agreement);
  self->charts = g_object_ref_sink (akk_chart_view_new ());
  if (self->room.scope != NULL)
    akk_chart_view_set (AKK_CHART_VIEW (self->charts), self->room.scope->language, no_chart, NULL,
                        NULL);
  akk_jot_box_set_show (self->jot_box, show);
  connect (self, show, "changed", G_CALLBACK (queue_rebuild));
  connect (self, show, "notify::position", G_CALLBACK (moved_cb));
  connect (self, show, "notify::page", G_CALLBACK (page_cb));
  connect (self, show, "notify::blank", G_CALLBACK (blank_cb));
  connect (self, show, "notify::paused", G_CALLBACK (show_time));
  connect (self, show, "ticked", G_CALLBACK (show_time));
  connect (self, show, "jotted", G_CALLBACK (jotted_cb));
  connect (self, self->room.files, "drawn", G_CALLBACK (drawn_cb));
  if (self->room.scope != NULL)
    connect (self, self->room.scope->figures, "changed", G_CALLBACK (queue_rebuild));
  return self;
}
