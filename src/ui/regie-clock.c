/* The clock of the regisseur: time left of the item and in all, what comes next, the keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/regie-clock.h"

#include <glib/gi18n.h>

#include "ui/jot-words.h"
#include "ui/time-ring.h"

struct _AkkRegieClock {
  AdwBin parent_instance;

  GtkBox *box, *times, *next_box;
  GtkWidget *line;
  AkkTimeRing *ring;
  GtkLabel *left_label, *of_label, *time_label, *behind_label, *total_label;
  GtkLabel *next_label, *next_words_label;
  GtkToggleButton *pause_button;
  GtkFlowBox *keys;

  AkkShow *show;
  gboolean compact, narrow;
};

G_DEFINE_FINAL_TYPE (AkkRegieClock, akk_regie_clock, ADW_TYPE_BIN)

enum { PROP_0, PROP_COMPACT, PROP_NARROW, N_PROPS };

/* The ring, in pixels at the usual size of text. */
#define RING 176
#define SMALL_RING 76

static GParamSpec *props[N_PROPS];

/* --- Time --- */

/* "7:36"; "+1:05" is over time. */
static char *
clock_words (gint64 seconds)
{
  gint64 whole = ABS (seconds);

  return g_strdup_printf ("%s%d:%02d", seconds < 0 ? "+" : "", (int) (whole / 60),
                          (int) (whole % 60));
}

static void
show_item_time (AkkRegieClock *self, const AkkPace *pace)
{
  g_autofree char *left = pace->planned > 0 ? clock_words (pace->left) : g_strdup ("–");
  guint minutes = (guint) (pace->planned / 60);
  g_autofree char *of = g_strdup_printf (
      pace->left >= 0 ? ngettext ("left of %u minute", "left of %u minutes", minutes)
                      : ngettext ("over its %u minute", "over its %u minutes", minutes),
      minutes);

  gtk_label_set_label (self->left_label, left);
  gtk_label_set_label (self->of_label, pace->planned > 0 ? of : "");
  akk_time_ring_set (self->ring,
                     pace->planned > 0 ? (double) pace->left / (double) pace->planned : 0,
                     pace->planned > 0 && pace->left < 0);
}

static void
ticked_cb (AkkRegieClock *self)
{
  AkkPace pace = akk_show_get_pace (self->show);
  gint64 now = akk_show_get_time (self->show);
  /* Translators: hour and minutes on a clock. */
  g_autofree char *time =
      g_strdup_printf (_ ("It is %d:%02d"), (int) (now / 3600), (int) (now / 60 % 60));
  g_autofree char *behind = akk_pace_behind_words (&pace);
  guint minutes = (guint) (ABS (pace.total_left) / 60);
  g_autofree char *total = g_strdup_printf (
      pace.total_left >= 0
          ? ngettext ("%u minute left in all", "%u minutes left in all", minutes)
          : ngettext ("%u minute past the end", "%u minutes past the end", minutes),
      minutes);

  gboolean begun = akk_show_get_slide (self->show)->item_id != 0;

  show_item_time (self, &pace);
  gtk_label_set_label (self->behind_label, begun ? behind : "");
  gtk_label_set_label (self->total_label, begun ? total : "");
  gtk_label_set_label (self->time_label, time);
}

/* --- What comes next --- */

static void
show_next (AkkRegieClock *self)
{
  const AkkAgendaEntry *next = akk_show_get_next (self->show);
  g_autofree char *title = NULL, *minutes = NULL, *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next_box), next != NULL && !self->compact);
  if (next == NULL)
    return;
  title = g_strdup_printf ("%u. %s", next->number, next->item->title);
  minutes =
      g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) next->item->duration_min),
                       (int) next->item->duration_min);
  words = *next->item->presenter != '\0'
              ? g_strdup_printf ("%s · %s", next->item->presenter, minutes)
              : g_strdup (minutes);
  gtk_label_set_label (self->next_label, title);
  gtk_label_set_label (self->next_words_label, words);
}

static void
moved_cb (AkkRegieClock *self)
{
  show_next (self);
  ticked_cb (self);
}

/* --- Keys --- */

static void
add_key (AkkRegieClock *self, AkkJotKind kind, const char *letter, const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *key = gtk_label_new (letter), *words = gtk_label_new (label);

  gtk_widget_add_css_class (key, "akk-key");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "regie.jot");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) kind);
  gtk_flow_box_append (self->keys, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* --- Virtual functions --- */

/* The words in the ring grow with the text of the system. */
static double
text_scale (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1;
}

/* Beside the item; below it (compact) in one row; or there in two (narrow). */
static void
lay_out (AkkRegieClock *self)
{
  const int ring = (int) ((self->compact ? SMALL_RING : RING) * text_scale ());

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), self->compact && !self->narrow
                                                                  ? GTK_ORIENTATION_HORIZONTAL
                                                                  : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->times), self->compact
                                                                    ? GTK_ORIENTATION_HORIZONTAL
                                                                    : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->ring), ring, ring);
  gtk_widget_set_visible (GTK_WIDGET (self->of_label), !self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->total_label), !self->compact);
  gtk_widget_set_visible (self->line, !self->narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->keys), self->compact);
  gtk_widget_set_valign (GTK_WIDGET (self->keys), self->compact ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  if (!self->compact)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->next_box), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "akk-compact");
  gtk_widget_remove_css_class (GTK_WIDGET (self->left_label), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->left_label), "heading");
  gtk_flow_box_set_max_children_per_line (self->keys, 5);
  gtk_flow_box_set_min_children_per_line (self->keys, 2);
}

static void
akk_regie_clock_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  const AkkRegieClock *self = AKK_REGIE_CLOCK (object);

  g_value_set_boolean (value, id == PROP_COMPACT ? self->compact : self->narrow);
}

static void
akk_regie_clock_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  AkkRegieClock *self = AKK_REGIE_CLOCK (object);

  *(id == PROP_COMPACT ? &self->compact : &self->narrow) = g_value_get_boolean (value);
  lay_out (self);
}

static void
akk_regie_clock_dispose (GObject *object)
{
  AkkRegieClock *self = AKK_REGIE_CLOCK (object);

  g_clear_object (&self->show);
  G_OBJECT_CLASS (akk_regie_clock_parent_class)->dispose (object);
}

static void
akk_regie_clock_class_init (AkkRegieClockClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = akk_regie_clock_get_property;
  object_class->set_property = akk_regie_clock_set_property;
  object_class->dispose = akk_regie_clock_dispose;
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_TIME_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/regie-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, box);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, times);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, line);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, next_box);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, ring);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, left_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, of_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, time_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, behind_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, total_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, next_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, next_words_label);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, pause_button);
  gtk_widget_class_bind_template_child (widget_class, AkkRegieClock, keys);
}

static void
akk_regie_clock_init (AkkRegieClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lay_out (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (lay_out),
                           self, G_CONNECT_SWAPPED);
  /* Translators: the letters are the keys that begin each of them: B, A, S, P, N. */
  add_key (self, AKK_JOT_DECISION, "B", _ ("Decision"));
  add_key (self, AKK_JOT_ACTION, "A", _ ("Action"));
  add_key (self, AKK_JOT_SIGNAL, "S", C_ ("in a meeting", "Signal"));
  add_key (self, AKK_JOT_PARKED, "P", _ ("Park"));
  add_key (self, AKK_JOT_NOTE, "N", C_ ("in a meeting", "Note"));
}

void
akk_regie_clock_set_show (AkkRegieClock *self, AkkShow *show)
{
  self->show = g_object_ref (show);
  g_object_bind_property (show, "paused", self->pause_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (show, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::position", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  moved_cb (self);
}
