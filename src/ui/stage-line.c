/* The life cycle of an agreement on one line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/stage-line.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "ui/day.h"
#include "ui/state-glyph.h"

#define N_STAGES (AKK_STAGE_ENDED + 1)

struct _AkkStageLine {
  AdwBin parent_instance;

  GtkWidget *line;
  GtkLabel *sentence;
  struct {
    AkkStateGlyph *glyph;
    GtkLabel *name, *words;
  } steps[N_STAGES];
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AkkStageLine, akk_stage_line, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- Words --- */

static char *
concept_words (AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  g_autoptr (GPtrArray) versions = akk_version_list (store, agreement);
  g_autofree char *day = NULL;

  if (versions->len == 0)
    return g_strdup (_ ("being written"));
  day = akk_day_short (((AkkVersion *) versions->pdata[versions->len - 1])->frozen_on, today);
  return g_strdup_printf (_ ("ready on %s"), day);
}

static char *
decision_words (const AkkSigning *signing)
{
  const char *waiting = NULL;
  guint n_waiting = 0;

  if (signing->n_decisions == 0)
    return g_strdup (_ ("not needed"));
  for (guint i = 0; i < signing->rows->len; i++) {
    const AkkSigningRow *row = signing->rows->pdata[i];

    if (akk_signing_row_waits (row) && n_waiting++ == 0)
      waiting = row->name;
  }
  if (n_waiting == 0)
    return g_strdup (_ ("all decided"));
  if (n_waiting == 1)
    return g_strdup_printf (_ ("waits for %s"), waiting);
  /* Translators: as in "6 of 9 decided". */
  return g_strdup_printf (_ ("%u of %u decided"), signing->n_decided, signing->n_decisions);
}

static char *
signing_words (const AkkSigning *signing, gint64 today)
{
  if (signing->version == NULL)
    return g_strdup (_ ("after freezing"));
  if (signing->n_signed == signing->n_places && signing->last_signed_on != AKK_NO_DATE) {
    g_autofree char *day = akk_day_short (signing->last_signed_on, today);

    return g_strdup_printf (_ ("done on %s"), day);
  }
  /* Translators: as in "5 of 18 to go". */
  return g_strdup_printf (_ ("%u of %u to go"), signing->n_places - signing->n_signed,
                          signing->n_places);
}

static char *
running_words (AkkAgreement *agreement)
{
  g_autofree char *day = akk_day_long (agreement->starts_on);

  if (agreement->starts_at_signing)
    return g_strdup (_ ("from the last signature"));
  return *day != '\0' ? g_strdup_printf (_ ("from %s"), day) : g_strdup (_ ("no start date yet"));
}

static char *
ended_words (AkkAgreement *agreement)
{
  if (agreement->indefinite)
    return g_strdup (_ ("no end date"));
  return agreement->ends_on != AKK_NO_DATE ? akk_day_long (agreement->ends_on)
                                           : g_strdup (_ ("no end date yet"));
}

static char *
stage_words (AkkStore *store, AkkAgreement *agreement, const AkkSigning *signing, guint stage)
{
  gint64 today = akk_store_today (store);

  switch (stage) {
  case AKK_STAGE_CONCEPT:
    return concept_words (store, agreement, today);
  case AKK_STAGE_DECISION:
    return decision_words (signing);
  case AKK_STAGE_SIGNING:
    return signing_words (signing, today);
  case AKK_STAGE_RUNNING:
    return running_words (agreement);
  default:
    return ended_words (agreement);
  }
}

/* A stage may be behind and not be finished: a council that has still to decide while others sign.
 */
static AkkGlyph
stage_glyph (AkkAgreement *agreement, const AkkSigning *signing, guint stage)
{
  gboolean open = (stage == AKK_STAGE_DECISION && signing->n_decided < signing->n_decisions) ||
                  (stage == AKK_STAGE_SIGNING && signing->n_signed < signing->n_places);

  if ((gint64) stage > agreement->stage)
    return AKK_GLYPH_OPEN;
  if ((gint64) stage == agreement->stage)
    return stage == AKK_STAGE_ENDED ? AKK_GLYPH_DONE : AKK_GLYPH_BUSY;
  return open ? AKK_GLYPH_BUSY : AKK_GLYPH_DONE;
}

/* --- Widgets --- */

static void
add_step (AkkStageLine *self, guint stage)
{
  GtkWidget *step = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *caption = gtk_label_new (NULL);
  GtkWidget *glyph = akk_state_glyph_new (AKK_GLYPH_OPEN);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_add_css_class (caption, "numeric");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), caption);
  gtk_box_append (GTK_BOX (step), glyph);
  gtk_box_append (GTK_BOX (step), words);
  if (stage > 0) {
    GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

    gtk_widget_set_hexpand (rule, TRUE);
    gtk_widget_set_valign (rule, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (self->line), rule);
  }
  gtk_box_append (GTK_BOX (self->line), step);
  self->steps[stage].glyph = AKK_STATE_GLYPH (glyph);
  self->steps[stage].name = GTK_LABEL (name);
  self->steps[stage].words = GTK_LABEL (caption);
}

static void
set_narrow (AkkStageLine *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_visible (self->line, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), narrow);
}

static void
akk_stage_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, AKK_STAGE_LINE (object)->narrow);
}

static void
akk_stage_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_narrow (AKK_STAGE_LINE (object), g_value_get_boolean (value));
}

static void
akk_stage_line_class_init (AkkStageLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = akk_stage_line_get_property;
  object_class->set_property = akk_stage_line_set_property;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
akk_stage_line_init (AkkStageLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sentence = gtk_label_new (NULL);

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->sentence = GTK_LABEL (sentence);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  for (guint stage = 0; stage < N_STAGES; stage++)
    add_step (self, stage);
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_widget_add_css_class (GTK_WIDGET (self), "akk-stages");
  adw_bin_set_child (ADW_BIN (self), box);
  set_narrow (self, FALSE);
}

void
akk_stage_line_show (AkkStageLine *self,
                     AkkStore *store,
                     AkkAgreement *agreement,
                     const AkkSigning *signing)
{
  g_return_if_fail (AKK_IS_STAGE_LINE (self));

  for (guint stage = 0; stage < N_STAGES; stage++) {
    const char *name = _ (akk_agreement_stages[stage].label);
    g_autofree char *words = stage_words (store, agreement, signing, stage);
    GtkWidget *label = GTK_WIDGET (self->steps[stage].name);

    akk_state_glyph_set_glyph (self->steps[stage].glyph, stage_glyph (agreement, signing, stage));
    gtk_label_set_label (self->steps[stage].name, name);
    gtk_label_set_label (self->steps[stage].words, words);
    gtk_widget_remove_css_class (label, "heading");
    gtk_widget_remove_css_class (label, "dimmed");
    if ((gint64) stage == agreement->stage) {
      g_autofree char *sentence =
          /* Translators: as in "Step 3 of 5: Signing (5 of 18 to go)". */
          g_strdup_printf (_ ("Step %u of %u: %s (%s)"), stage + 1, N_STAGES, name, words);

      gtk_widget_add_css_class (label, "heading");
      gtk_label_set_label (self->sentence, sentence);
    } else if ((gint64) stage > agreement->stage)
      gtk_widget_add_css_class (label, "dimmed");
  }
}
