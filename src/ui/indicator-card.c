/* An indicator on a card: its newest figure, where it stands, how it came there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/indicator-card.h"

#include <glib/gi18n.h>

#include "ui/indicator-chart.h"
#include "ui/indicator-words.h"

/* Characters that a text asks room for: three cards fit beside each other in a wide window. */
#define TEXT_WIDTH 24
#define GLYPH_SIZE 16
#define CHART_HEIGHT 84

struct _AkkIndicatorCard {
  GtkFlowBoxChild parent_instance;

  AkkIndicatorScope *scope;
  AkkIndicator *indicator;
  GtkLabel *name, *value, *year, *standing, *baseline, *target, *sentence;
  GtkWidget *state, *glyph, *chart;
};

G_DEFINE_FINAL_TYPE (AkkIndicatorCard, akk_indicator_card, GTK_TYPE_FLOW_BOX_CHILD)

/* --- Making --- */

static GtkLabel *
add_label (GtkWidget *box, const char *class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (lines > 1) {
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_lines (GTK_LABEL (label), lines);
    gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH);
  }
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_value_line (AkkIndicatorCard *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->value = add_label (line, "akk-indicator-value", 1);
  self->year = add_label (line, "caption", 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->year), "dimmed");
  gtk_widget_set_hexpand (GTK_WIDGET (self->year), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->value), GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_valign (GTK_WIDGET (self->year), GTK_ALIGN_BASELINE_FILL);
  self->state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_valign (self->state, GTK_ALIGN_CENTER);
  self->glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  g_object_set (self->glyph, "size", GLYPH_SIZE, NULL);
  gtk_box_append (GTK_BOX (self->state), self->glyph);
  self->standing = add_label (self->state, "caption", 1);
  gtk_box_append (GTK_BOX (line), self->state);
  gtk_box_append (GTK_BOX (box), line);
}

static void
make_level_line (AkkIndicatorCard *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->baseline = add_label (line, "caption", 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->baseline), "dimmed");
  gtk_widget_set_hexpand (GTK_WIDGET (self->baseline), TRUE);
  self->target = add_label (line, "caption", 1);
  gtk_box_append (GTK_BOX (box), line);
}

/* --- Virtual functions --- */

static void
akk_indicator_card_dispose (GObject *object)
{
  AkkIndicatorCard *self = AKK_INDICATOR_CARD (object);

  g_clear_pointer (&self->scope, akk_indicator_scope_unref);
  g_clear_object (&self->indicator);
  G_OBJECT_CLASS (akk_indicator_card_parent_class)->dispose (object);
}

static void
akk_indicator_card_class_init (AkkIndicatorCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = akk_indicator_card_dispose;
}

static void
akk_indicator_card_init (AkkIndicatorCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-indicator-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  self->name = add_label (box, "heading", 2);
  make_value_line (self, box);
  self->chart = akk_chart_view_new ();
  gtk_widget_set_size_request (self->chart, -1, CHART_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->chart);
  make_level_line (self, box);
  self->sentence = add_label (box, NULL, 3);
  gtk_widget_set_margin_top (GTK_WIDGET (self->sentence), 6);
  gtk_widget_set_visible (self->state, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
}

/* --- Public --- */

GtkWidget *
akk_indicator_card_new (AkkIndicatorScope *scope, AkkIndicator *indicator)
{
  AkkIndicatorCard *self = g_object_new (AKK_TYPE_INDICATOR_CARD, NULL);

  self->scope = akk_indicator_scope_ref (scope);
  self->indicator = g_object_ref (indicator);
  gtk_label_set_label (self->name, indicator->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  indicator->name, -1);
  return GTK_WIDGET (self);
}

AkkIndicator *
akk_indicator_card_get_indicator (AkkIndicatorCard *self)
{
  g_return_val_if_fail (AKK_IS_INDICATOR_CARD (self), NULL);

  return self->indicator;
}

static void
show_standing (AkkIndicatorCard *self, int year)
{
  AkkStanding standing = year > 0
                             ? akk_figures_standing (self->scope->figures, self->indicator, year, 0)
                             : AKK_STANDING_NONE;
  g_autofree char *reason =
      akk_indicator_standing_reason (self->scope, self->indicator, year, standing);

  gtk_label_set_label (self->standing, akk_indicator_standing_label (standing));
  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (self->glyph),
                             akk_indicator_standing_glyph (standing));
  gtk_widget_set_visible (self->state, standing != AKK_STANDING_NONE);
  gtk_widget_set_tooltip_text (self->state, *reason != '\0' ? reason : NULL);
}

/* All that stands on it, as sentences. */
static void
name_it (AkkIndicatorCard *self)
{
  GString *words = g_string_new (self->indicator->name);
  GtkLabel *const labels[] = { self->value,    self->year,   self->standing,
                               self->baseline, self->target, self->sentence };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    const char *text = gtk_label_get_label (labels[i]);

    if (*text != '\0')
      g_string_append_printf (words, "%s%s", i == 0 ? ": " : i == 1 ? ", " : ". ", text);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  g_string_free (words, TRUE);
}

int
akk_indicator_card_update (AkkIndicatorCard *self, gint64 *until)
{
  AkkIndicatorScope *scope;
  int year;
  AkkFigure figure = { .until = AKK_NO_DATE };
  g_autofree char *value = NULL;
  g_autofree char *when = NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *target = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (AKK_IS_INDICATOR_CARD (self), 0);

  scope = self->scope;
  year = akk_figures_latest (scope->figures, self->indicator, scope->year);
  if (year > 0)
    figure = akk_figures_get (scope->figures, self->indicator, year, 0, NULL);
  value = akk_figure_words (scope->phrases, self->indicator, &figure,
                            akk_indicator_has_sign (self->indicator));
  when = year > 0 ? akk_indicator_year_words (year, &figure) : g_strdup ("");
  baseline = akk_indicator_baseline_words (scope, self->indicator);
  target = akk_indicator_target_words (scope, self->indicator, year > 0 ? year : scope->year);
  sentence = akk_indicator_sentence (scope, self->indicator, year);
  gtk_label_set_label (self->name, self->indicator->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), self->indicator->definition);
  gtk_label_set_label (self->value, *value != '\0' ? value : "–");
  gtk_label_set_label (self->year, when);
  gtk_label_set_label (self->baseline, baseline);
  gtk_label_set_label (self->target, target);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence), sentence);
  show_standing (self, year);
  name_it (self);
  akk_indicator_chart_show (AKK_CHART_VIEW (self->chart), scope, self->indicator,
                            AKK_INDICATOR_CHART_CARD, scope->year, NULL);
  *until = figure.until;
  return year;
}
