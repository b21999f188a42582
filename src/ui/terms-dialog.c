/* The terms of an agreement, and the line that it is in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terms-dialog.h"

#include <glib/gi18n.h>

#include "core/dates.h"
#include "core/dossier.h"
#include "core/lineage.h"
#include "core/obligations.h"
#include "ui/day.h"
#include "ui/state-glyph.h"

/* A line that is longer is only listed. */
#define MOST_YEARS 60
/* Beyond this nobody counts days. */
#define FAR_DAYS 730

struct _AkkTermsDialog {
  AdwDialog parent_instance;

  AdwPreferencesGroup *terms, *line;
  GtkGrid *strip;
  GtkListBox *steps;
  GtkWidget *compare_button;

  AkkStore *store;
  AkkAgreement *agreement;
};

enum { CHOSEN, COMPARE, N_SIGNALS };

static guint signals[N_SIGNALS];
static const char agreement_key[] = "akk-agreement";

G_DEFINE_FINAL_TYPE (AkkTermsDialog, akk_terms_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
row_new (AkkGlyph glyph, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), akk_state_glyph_new (glyph));
  return row;
}

static void
add_term (AkkTermsDialog *self, AkkGlyph glyph, const char *title, const char *subtitle)
{
  adw_preferences_group_add (self->terms, row_new (glyph, title, subtitle));
}

/* --- Terms --- */

static void
add_end (AkkTermsDialog *self, gint64 today)
{
  g_autofree char *day = akk_day_long (self->agreement->ends_on);
  g_autofree char *title = g_strdup_printf (_ ("Ends on %s"), day);
  gint64 left = self->agreement->ends_on - today;
  g_autofree char *subtitle = NULL;

  if (self->agreement->indefinite) {
    add_term (self, AKK_GLYPH_NONE, _ ("Of indefinite duration"), "");
    return;
  }
  if (self->agreement->ends_on == AKK_NO_DATE) {
    add_term (self, AKK_GLYPH_ATTENTION, _ ("No end is named"), "");
    return;
  }
  if (left >= 0 && left <= FAR_DAYS)
    subtitle = g_strdup_printf (g_dngettext (NULL, "%u day left", "%u days left", (gulong) left),
                                (guint) left);
  add_term (self, left >= 0 ? AKK_GLYPH_OFFERED : AKK_GLYPH_DONE, title,
            subtitle != NULL ? subtitle
            : left < 0       ? _ ("That day is over.")
                             : "");
}

static void
add_notice (AkkTermsDialog *self, gint64 today)
{
  gint64 end = akk_notice_end (self->agreement, today);
  g_autofree char *day = akk_day_long (end);
  g_autofree char *months =
      g_strdup_printf (g_dngettext (NULL, "%u month of notice", "%u months of notice",
                                    (gulong) self->agreement->notice_months),
                       (guint) self->agreement->notice_months);
  /* Translators: the day on which the agreement would end. */
  g_autofree char *title = g_strdup_printf (_ ("Notice today → ends on %s"), day);

  if (self->agreement->notice_months == 0)
    add_term (self, AKK_GLYPH_ATTENTION, _ ("No term of notice is named"),
              _ ("Each party can give notice, but nobody knows with what term."));
  else if (end != AKK_NO_DATE && (self->agreement->indefinite || end < self->agreement->ends_on))
    add_term (self, AKK_GLYPH_NONE, title, months);
}

static AkkGlyph
glyph_of (const AkkObligation *it)
{
  static const AkkGlyph glyphs[] = { AKK_GLYPH_DONE, AKK_GLYPH_OFFERED, AKK_GLYPH_OPEN,
                                     AKK_GLYPH_ATTENTION, AKK_GLYPH_PROPOSED };

  return glyphs[it->status];
}

static char *
duty_title (const AkkObligation *it)
{
  g_autofree char *day = it->due != AKK_NO_DATE ? akk_day_long (it->due) : NULL;

  if (day == NULL)
    return g_strdup (it->title);
  return it->kind == AKK_OBLIGATION_NOTICE
             ? g_strdup_printf (_ ("Last day to give notice: %s"), day)
             : g_strdup_printf ("%s: %s", it->title, day);
}

static char *
duty_subtitle (AkkTermsDialog *self, const AkkObligation *it)
{
  gint64 months = self->agreement->first_plan_months;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (*it->next_step != '\0')
    g_strv_builder_add (builder, it->next_step);
  if (it->kind == AKK_OBLIGATION_FIRST_PLAN && it->due == AKK_NO_DATE)
    g_strv_builder_take (
        builder,
        g_strdup_printf (g_dngettext (NULL, "Within %d month after the last signature",
                                      "Within %d months after the last signature", (gulong) months),
                         (int) months));
  if (*it->source != '\0')
    g_strv_builder_add (builder, it->source);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/* What the obligations know of notice in a fixed term, and of the first plans. */
static void
add_duties (AkkTermsDialog *self, gint64 today)
{
  g_autoptr (GPtrArray) duties = akk_obligations_new (self->store, self->agreement, today);

  for (guint i = 0; i < duties->len; i++) {
    const AkkObligation *it = duties->pdata[i];
    g_autofree char *title = duty_title (it);
    g_autofree char *subtitle = duty_subtitle (self, it);

    if (it->kind == AKK_OBLIGATION_FIRST_PLAN ||
        (it->kind == AKK_OBLIGATION_NOTICE && !self->agreement->indefinite))
      add_term (self, glyph_of (it), title, subtitle);
  }
}

/* --- The line --- */

static void
choose (AkkTermsDialog *self, gint64 id)
{
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static const gint64 *
agreement_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), agreement_key);
}

static void
activated_cb (AkkTermsDialog *self, GtkListBoxRow *row)
{
  const gint64 *id = agreement_of (row);

  if (id != NULL)
    choose (self, *id);
}

static void
clicked_cb (AkkTermsDialog *self, GtkWidget *button)
{
  choose (self, *agreement_of (button));
}

static void
compare_cb (AkkTermsDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[COMPARE], 0);
}

static const char *
name_of (const AkkAgreement *agreement)
{
  return *agreement->short_title != '\0' ? agreement->short_title : agreement->title;
}

static void
add_step (AkkTermsDialog *self, const AkkLineageStep *step)
{
  static const AkkGlyph glyphs[] = { AKK_GLYPH_OPEN, AKK_GLYPH_OFFERED, AKK_GLYPH_OFFERED,
                                     AKK_GLYPH_BUSY, AKK_GLYPH_DONE };
  g_autofree char *years = akk_lineage_years (step);
  const AkkAgreement *it = step->agreement;
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (it == NULL) {
    row = row_new (AKK_GLYPH_PROPOSED, years, _ ("No agreement: it went on informally"));
  } else {
    gint64 stage = CLAMP (it->stage, 0, (gint64) G_N_ELEMENTS (glyphs) - 1);

    words = it->record.id == self->agreement->record.id
                ? g_strdup_printf (_ ("%s · %s · this one"), years,
                                   _ (akk_agreement_stages[stage].label))
                : g_strdup_printf ("%s · %s", years, _ (akk_agreement_stages[stage].label));
    row = row_new (glyphs[stage], name_of (it), words);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_object_set_data_full (G_OBJECT (row), agreement_key,
                            g_memdup2 (&it->record.id, sizeof it->record.id), g_free);
  }
  gtk_list_box_append (self->steps, row);
}

/* As wide as its years. */
static void
add_piece (AkkTermsDialog *self, const AkkLineageStep *step, int column, int width)
{
  g_autofree char *years = akk_lineage_years (step);
  GtkWidget *label = gtk_label_new (years), *piece = label;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  if (step->agreement != NULL) {
    g_autofree char *name = g_strdup_printf ("%s, %s", name_of (step->agreement), years);

    piece = gtk_button_new ();
    gtk_button_set_child (GTK_BUTTON (piece), label);
    gtk_widget_set_tooltip_text (piece, name_of (step->agreement));
    gtk_accessible_update_property (GTK_ACCESSIBLE (piece), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
    if (step->agreement->record.id == self->agreement->record.id)
      gtk_widget_add_css_class (piece, "suggested-action");
    g_object_set_data_full (G_OBJECT (piece), agreement_key,
                            g_memdup2 (&step->agreement->record.id, sizeof (gint64)), g_free);
    g_signal_connect_object (piece, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  } else {
    gtk_widget_add_css_class (piece, "akk-lineage-gap");
  }
  gtk_grid_attach (self->strip, piece, column, 0, width, 1);
}

static void
fill_strip (AkkTermsDialog *self, GPtrArray *steps)
{
  int first = 0, next = 0;

  for (guint i = 0; i < steps->len; i++) {
    const AkkLineageStep *step = steps->pdata[i];
    int from, to;

    if (step->from == AKK_NO_DATE)
      continue;
    akk_date_to_ymd (step->from, &from, NULL, NULL);
    to = from;
    if (step->to != AKK_NO_DATE)
      akk_date_to_ymd (step->to, &to, NULL, NULL);
    if (next == 0)
      first = from;
    from = MAX (from, next);
    to = MAX (to, from);
    if (to - first > MOST_YEARS)
      break;
    add_piece (self, step, from - first, to - from + 1);
    next = to + 1;
  }
}

static void
fill (AkkTermsDialog *self)
{
  g_autoptr (GPtrArray) steps = akk_lineage_new (self->store, self->agreement);
  gint64 today = akk_store_today (self->store);

  add_end (self, today);
  add_notice (self, today);
  add_duties (self, today);
  for (guint i = 0; i < steps->len; i++)
    add_step (self, steps->pdata[i]);
  fill_strip (self, steps);
  gtk_widget_set_visible (GTK_WIDGET (self->line), steps->len > 1);
  gtk_widget_set_visible (self->compare_button, self->agreement->predecessor_id != 0);
}

/* --- Virtual functions --- */

static void
akk_terms_dialog_dispose (GObject *object)
{
  AkkTermsDialog *self = AKK_TERMS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_TERMS_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (akk_terms_dialog_parent_class)->dispose (object);
}

static void
akk_terms_dialog_class_init (AkkTermsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_terms_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", AKK_TYPE_TERMS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/terms-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkTermsDialog, terms);
  gtk_widget_class_bind_template_child (widget_class, AkkTermsDialog, line);
  gtk_widget_class_bind_template_child (widget_class, AkkTermsDialog, strip);
  gtk_widget_class_bind_template_child (widget_class, AkkTermsDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, AkkTermsDialog, compare_button);
  signals[COMPARE] = g_signal_new ("compare", AKK_TYPE_TERMS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
akk_terms_dialog_init (AkkTermsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkTermsDialog *
akk_terms_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  AkkTermsDialog *self = g_object_new (AKK_TYPE_TERMS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  fill (self);
  return self;
}
