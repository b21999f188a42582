/* The bodies of an agreement, each with its year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/year-strip.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/obligations.h"
#include "ui/consultation-words.h"
#include "ui/obligation-ring.h"
#include "ui/year-lane.h"

struct _AkkYearStrip {
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *header; /* spacer, months */
  GtkWidget *lanes; /* a child per body */
  GtkWidget *legend;
  GtkSizeGroup *names;
  gboolean narrow;
  int year; /* of the months in the header; 0: none */
  gint64 today;
};

G_DEFINE_FINAL_TYPE (AkkYearStrip, akk_year_strip, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };
enum { BODY_ACTIVATED, MEETING_ACTIVATED, PROPOSAL_ACTIVATED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* A row of the strip: its widgets, and what they show. */
typedef struct {
  gint64 body_id;
  GtkWidget *row, *button, *ring, *name, *sentence, *separator, *lane;
} Lane;

static const char lane_key[] = "akk-lane";

/* What is shown, while it is being filled in. */
typedef struct {
  const AkkMeetingRow *meetings; /* of this year */
  guint n_meetings;
  const GPtrArray *obligations;
  const AkkProposal *proposal;
  const GArray *holidays;
  int year;
  gint64 first, last, today;
} Year;

/* --- What a lane shows --- */

static void
add_meetings (GArray *marks, const Year *year, const AkkBody *body)
{
  for (guint i = 0; i < year->n_meetings; i++) {
    const AkkMeetingRow *meeting = &year->meetings[i];
    AkkYearMark mark = { meeting->id, meeting->date, 0, NULL };

    if (meeting->body_id != body->record.id)
      continue;
    mark.glyph = akk_meeting_row_glyph (meeting, year->today);
    mark.state = akk_meeting_row_words (meeting, year->today);
    g_array_append_val (marks, mark);
  }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const AkkYearMark *one = a, *two = b;

  return (one->date > two->date) - (one->date < two->date);
}

static void
add_proposals (GArray *marks, const Year *year, const AkkBody *body)
{
  for (guint i = 0; year->proposal != NULL && i < year->proposal->meetings->len; i++) {
    const AkkProposalMeeting *meeting = year->proposal->meetings->pdata[i];
    const AkkProposalDate *date = meeting->dates->len > 0 ? meeting->dates->pdata[0] : NULL;
    AkkYearMark mark = { 0, date != NULL ? date->date : 0, AKK_GLYPH_PROPOSED,
                         C_ ("meeting", "proposed") };

    if (date == NULL || meeting->body_id != body->record.id || date->date < year->first ||
        date->date > year->last)
      continue;
    g_array_append_val (marks, mark);
  }
  g_array_sort (marks, compare_marks);
}

static guint
count_held (const Year *year, const AkkBody *body)
{
  guint held = 0;

  for (guint i = 0; i < year->n_meetings; i++)
    held +=
        year->meetings[i].body_id == body->record.id && akk_meeting_row_held (&year->meetings[i]);
  return held;
}

static void
describe_body (Lane *lane, const Year *year, const AkkBody *body)
{
  const gint64 day = CLAMP (year->today, year->first, year->last);
  const AkkObligation *obligation =
      akk_obligations_of_body (year->obligations, body->record.id, day);
  guint held = count_held (year, body);
  g_autofree char *sentence = akk_body_sentence (obligation, body, held, year->year);
  g_autofree char *words = g_strdup_printf ("%s: %s", body->name, sentence);

  if (obligation != NULL && obligation->required > 0)
    akk_obligation_ring_set_numbers (
        AKK_OBLIGATION_RING (lane->ring), (guint) MAX (obligation->held, 0),
        (guint) MAX (obligation->planned, 0), (guint) obligation->required);
  else
    akk_obligation_ring_set_numbers (AKK_OBLIGATION_RING (lane->ring), held, 0, 0);
  gtk_label_set_text (GTK_LABEL (lane->name), body->name);
  gtk_label_set_text (GTK_LABEL (lane->sentence), sentence);
  if (obligation != NULL && *obligation->next_step != '\0')
    gtk_widget_remove_css_class (lane->sentence, "dimmed");
  else
    gtk_widget_add_css_class (lane->sentence, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (lane->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
describe_lane (Lane *lane, const Year *year, const AkkBody *body)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AkkYearMark));

  describe_body (lane, year, body);
  add_meetings (marks, year, body);
  add_proposals (marks, year, body);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lane->lane), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  body->name, -1);
  akk_year_lane_set_year (AKK_YEAR_LANE (lane->lane), body->name, year->year, year->today,
                          year->holidays, marks);
}

/* --- Rows --- */

static Lane *
lane_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), lane_key);
}

static void
body_clicked_cb (AkkYearStrip *self, GtkWidget *button)
{
  Lane *lane = lane_of (gtk_widget_get_parent (button));

  g_signal_emit (self, signals[BODY_ACTIVATED], 0, lane->body_id);
}

static void
mark_activated_cb (AkkYearStrip *self, gint64 id, gint64 date, GtkWidget *widget)
{
  Lane *lane = lane_of (gtk_widget_get_parent (widget));

  if (id != 0)
    g_signal_emit (self, signals[MEETING_ACTIVATED], 0, id);
  else
    g_signal_emit (self, signals[PROPOSAL_ACTIVATED], 0, lane->body_id);
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Beside a lane all names are as wide, also where one takes more lines: the months are above one
 * another. */
static void
fit_label (GtkWidget *label, gboolean narrow, int chars)
{
  gtk_label_set_width_chars (GTK_LABEL (label), narrow ? 12 : chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), narrow ? -1 : chars);
}

static void
show_narrow (AkkYearStrip *self, Lane *lane)
{
  gtk_widget_set_visible (lane->lane, !self->narrow);
  gtk_widget_set_visible (lane->separator, !self->narrow);
  gtk_widget_set_hexpand (lane->button, self->narrow);
  fit_label (lane->name, self->narrow, 16);
  fit_label (lane->sentence, self->narrow, 20);
}

static GtkWidget *
row_new (AkkYearStrip *self, gint64 body_id)
{
  Lane *lane = g_new0 (Lane, 1);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  lane->body_id = body_id;
  lane->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  lane->button = gtk_button_new ();
  lane->ring = akk_obligation_ring_new ();
  lane->name = label_new ("heading");
  lane->sentence = label_new ("caption");
  lane->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  lane->lane = akk_year_lane_new ();
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), lane->name);
  gtk_box_append (GTK_BOX (words), lane->sentence);
  gtk_box_append (GTK_BOX (face), lane->ring);
  gtk_box_append (GTK_BOX (face), words);
  gtk_button_set_child (GTK_BUTTON (lane->button), face);
  gtk_widget_add_css_class (lane->button, "flat");
  gtk_widget_add_css_class (lane->button, "akk-lane-name");
  gtk_size_group_add_widget (self->names, lane->button);
  gtk_box_append (GTK_BOX (lane->row), lane->button);
  gtk_box_append (GTK_BOX (lane->row), lane->separator);
  gtk_box_append (GTK_BOX (lane->row), lane->lane);
  g_object_set_data_full (G_OBJECT (lane->row), lane_key, lane, g_free);
  g_signal_connect_object (lane->button, "clicked", G_CALLBACK (body_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (lane->lane, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_SWAPPED);
  show_narrow (self, lane);
  return lane->row;
}

static GtkWidget *
find_row (AkkYearStrip *self, gint64 body_id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->lanes); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (lane_of (row)->body_id == body_id)
      return row;
  return NULL;
}

static gboolean
holds (const GPtrArray *bodies, gint64 id)
{
  for (guint i = 0; i < bodies->len; i++)
    if (((const AkkRecord *) bodies->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static void
remove_gone (AkkYearStrip *self, const GPtrArray *bodies)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (self->lanes); row != NULL; row = next) {
    next = gtk_widget_get_next_sibling (row);
    if (!holds (bodies, lane_of (row)->body_id))
      gtk_box_remove (GTK_BOX (self->lanes), row);
  }
}

/* --- Around the lanes --- */

static void
show_months (AkkYearStrip *self, int year, gint64 today)
{
  GtkWidget *old = gtk_widget_get_last_child (self->header);

  if (self->year == year && self->today == today)
    return;
  self->year = year;
  self->today = today;
  if (old != gtk_widget_get_first_child (self->header))
    gtk_box_remove (GTK_BOX (self->header), old);
  gtk_box_append (GTK_BOX (self->header), akk_year_months_new (year, today));
}

static GtkWidget *
legend_new (void)
{
  static const struct {
    AkkGlyph glyph;
    const char *words;
  } states[] = { { AKK_GLYPH_DONE, NC_ ("meeting", "held") },
                 { AKK_GLYPH_OFFERED, NC_ ("meeting", "planned") },
                 { AKK_GLYPH_PROPOSED, NC_ ("meeting", "proposed") },
                 { AKK_GLYPH_STOPPED, NC_ ("meeting", "cancelled or postponed") },
                 { AKK_GLYPH_NONE, N_ ("grey: school holidays") } };
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 3);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    gboolean sign = states[i].glyph != AKK_GLYPH_NONE;
    GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *label = gtk_label_new (sign ? g_dpgettext2 (NULL, "meeting", states[i].words)
                                           : _ (states[i].words));

    if (sign)
      gtk_box_append (GTK_BOX (entry), g_object_new (AKK_TYPE_STATE_GLYPH, "glyph", states[i].glyph,
                                                     "size", 14, NULL));
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dimmed");
    gtk_box_append (GTK_BOX (entry), label);
    adw_wrap_box_append (ADW_WRAP_BOX (box), entry);
  }
  return box;
}

/* --- Virtual functions --- */

static void
akk_year_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_YEAR_STRIP (object)->narrow);
}

static void
akk_year_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkYearStrip *self = AKK_YEAR_STRIP (object);

  self->narrow = g_value_get_boolean (value);
  gtk_widget_set_visible (self->header, !self->narrow);
  gtk_widget_set_visible (self->legend, !self->narrow);
  for (GtkWidget *row = gtk_widget_get_first_child (self->lanes); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    show_narrow (self, lane_of (row));
}

static void
akk_year_strip_dispose (GObject *object)
{
  g_clear_object (&AKK_YEAR_STRIP (object)->names);
  G_OBJECT_CLASS (akk_year_strip_parent_class)->dispose (object);
}

static void
akk_year_strip_class_init (AkkYearStripClass *klass)
{
  static const char *const names[] = { "body-activated", "meeting-activated",
                                       "proposal-activated" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = akk_year_strip_get_property;
  object_class->set_property = akk_year_strip_set_property;
  object_class->dispose = akk_year_strip_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], AKK_TYPE_YEAR_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
akk_year_strip_init (AkkYearStrip *self)
{
  GtkWidget *spacer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);
  self->lanes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->legend = legend_new ();
  gtk_size_group_add_widget (self->names, spacer);
  gtk_box_append (GTK_BOX (self->header), spacer);
  gtk_widget_add_css_class (self->lanes, "card");
  gtk_widget_add_css_class (self->lanes, "akk-lanes");
  gtk_widget_set_overflow (self->lanes, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->box), self->header);
  gtk_box_append (GTK_BOX (self->box), self->lanes);
  gtk_box_append (GTK_BOX (self->box), self->legend);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/* --- Public --- */

void
akk_year_strip_show (AkkYearStrip *self,
                     AkkStore *store,
                     GListModel *bodies,
                     const AkkMeetingRows *meetings,
                     const GPtrArray *obligations,
                     const AkkProposal *proposal,
                     int year,
                     gint64 today)
{
  Year shown = { NULL, 0, obligations, proposal, NULL, year, 0, 0, today };
  g_autoptr (GPtrArray) shown_bodies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AkkDaysOff) days_off = NULL;
  g_autoptr (GArray) holidays = NULL;
  GtkWidget *before = NULL;
  guint first, length;

  g_return_if_fail (AKK_IS_YEAR_STRIP (self));

  for (guint i = 0; store != NULL && i < g_list_model_get_n_items (bodies); i++)
    g_ptr_array_add (shown_bodies, g_list_model_get_item (bodies, i));
  remove_gone (self, shown_bodies);
  if (store == NULL)
    return;
  shown.first = akk_date_from_ymd (year, 1, 1);
  shown.last = akk_date_from_ymd (year, 12, 31);
  first = akk_meeting_rows_find_day (meetings, shown.first);
  shown.meetings = akk_meeting_rows_get (meetings, &length) + first;
  shown.n_meetings = akk_meeting_rows_find_day (meetings, shown.last + 1) - first;
  days_off = akk_days_off_new (store, shown.first, shown.last);
  shown.holidays = holidays = akk_days_off_list (days_off);
  show_months (self, year, today);
  for (guint i = 0; i < shown_bodies->len; i++) {
    const AkkBody *body = shown_bodies->pdata[i];
    GtkWidget *row = find_row (self, body->record.id);

    if (row == NULL) {
      row = row_new (self, body->record.id);
      gtk_box_append (GTK_BOX (self->lanes), row);
    }
    gtk_box_reorder_child_after (GTK_BOX (self->lanes), row, before);
    describe_lane (lane_of (row), &shown, body);
    before = row;
  }
}
