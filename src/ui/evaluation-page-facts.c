/* The page Evaluatie: the rows of the facts, which go to where they come from and can be left out
 * of the report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/decision.h"
#include "core/tags.h"
#include "ui/state-glyph.h"

/* More facts of one kind than these fold into a row. */
#define MOST_UNFOLDED 6
/* A shorter value stays on one line. */
#define LONG_VALUE 18

/* What makes up the row of a fact, kept with it. */
typedef struct {
  char *key;
  GtkWidget *glyph, *eye;
  GtkLabel *value;
} FactRow;

static const char fact_key[] = "akk-fact";

static void
fact_row_free (gpointer data)
{
  FactRow *self = data;

  g_free (self->key);
  g_free (self);
}

static AkkGlyph
glyph_of (AkkMood mood)
{
  static const AkkGlyph glyphs[] = { AKK_GLYPH_NONE, AKK_GLYPH_DONE, AKK_GLYPH_BUSY,
                                     AKK_GLYPH_STOPPED, AKK_GLYPH_ATTENTION };

  return glyphs[mood];
}

/* --- Where a fact comes from --- */

/* Facts of no one record, by how their keys begin. */
static const char *
page_of (const char *key)
{
  static const struct {
    const char *prefix, *page;
  } pages[] = { { "action", "plan" },
                { "commitment", "plan" },
                { "matrix", "plan" },
                { "meetings", "consultation" },
                { "presence", "consultation" } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_has_prefix (key, pages[i].prefix))
      return pages[i].page;
  return NULL;
}

static const char *
action_of (const AkkRecordType *type)
{
  return type == &akk_indicator_record ? "view.show-indicator"
         : type == &akk_action_record  ? "view.show-action"
         : type == &akk_body_record    ? "view.show-body"
         : type == &akk_meeting_record ? "view.show-meeting"
         : type == &akk_signal_record  ? "view.show-signal"
                                       : NULL;
}

static void
row_activated_cb (AkkEvaluationPage *self, GtkWidget *row)
{
  guint index;
  const AkkFact *fact;

  if (!g_ptr_array_find (self->fact_rows, row, &index) || self->lines == NULL)
    return;
  fact = self->lines->pdata[index];
  if (fact->type == &akk_decision_record) {
    g_autoptr (AkkDecision) decision = akk_store_get (self->store, fact->type, fact->record);

    if (decision != NULL)
      gtk_widget_activate_action (GTK_WIDGET (self), "view.show-meeting", "x",
                                  decision->meeting_id);
  } else if (fact->type != NULL && action_of (fact->type) != NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), action_of (fact->type), "x", fact->record);
  } else if (page_of (fact->key) != NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-page", "s", page_of (fact->key));
  }
}

/* --- Leaving a fact out --- */

static void
eye_toggled_cb (GtkToggleButton *eye, AkkEvaluationPage *self)
{
  const char *key = g_object_get_data (G_OBJECT (eye), fact_key);
  gboolean hide = gtk_toggle_button_get_active (eye);
  g_autofree char *hidden = NULL;

  if (self->filling || self->part == NULL)
    return;
  akk_evaluation_page_end_burst (self);
  hidden = akk_tags_set (self->part->hidden, key, hide);
  akk_store_begin (self->store, hide ? N_ ("Leave fact out") : N_ ("Show fact"));
  akk_evaluation_keep_part (self->store, self->part);
  akk_store_set_text (self->store, self->part, "hidden", hidden);
  self->own_words = TRUE;
  akk_evaluation_page_commit (self);
}

/* --- Rows --- */

static GtkWidget *
row_new (AkkEvaluationPage *self, const AkkFact *fact)
{
  GtkWidget *row = adw_action_row_new ();
  FactRow *it = g_new0 (FactRow, 1);

  it->key = g_strdup (fact->key);
  it->glyph = akk_state_glyph_new (AKK_GLYPH_NONE);
  it->value = GTK_LABEL (gtk_label_new (""));
  it->eye = gtk_toggle_button_new ();
  gtk_label_set_xalign (it->value, 1);
  gtk_label_set_justify (it->value, GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (it->value, TRUE); /* in a narrow window with large text */
  gtk_widget_add_css_class (GTK_WIDGET (it->value), "numeric");
  gtk_widget_add_css_class (it->eye, "flat");
  gtk_widget_add_css_class (it->eye, "akk-fact-eye");
  gtk_widget_set_valign (it->eye, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (it->eye), fact_key, it->key);
  g_signal_connect_object (it->eye, "toggled", G_CALLBACK (eye_toggled_cb), self, 0);
  gtk_widget_add_css_class (row, "akk-fact");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), it->glyph);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), it->eye);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (it->value));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    (fact->type != NULL && (action_of (fact->type) != NULL ||
                                                            fact->type == &akk_decision_record)) ||
                                        page_of (fact->key) != NULL);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (row), fact_key, it, fact_row_free);
  return row;
}

static void
describe_row (AkkEvaluationPage *self, GtkWidget *row, const AkkFact *fact)
{
  FactRow *it = g_object_get_data (G_OBJECT (row), fact_key);
  g_autofree char *tooltip = g_strdup_printf (fact->hidden ? _ ("Show “%s” in the report")
                                                           : _ ("Leave “%s” out of the report"),
                                              fact->label);
  g_autofree char *detail = !fact->hidden ? g_strdup (fact->detail)
                            : *fact->detail != '\0'
                                ? g_strdup_printf ("%s · %s", _ ("Not in the report"), fact->detail)
                                : g_strdup (_ ("Not in the report"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  akk_state_glyph_set_glyph (AKK_STATE_GLYPH (it->glyph), glyph_of (fact->mood));
  gtk_label_set_label (it->value, fact->value);
  gtk_label_set_wrap (it->value, g_utf8_strlen (fact->value, -1) > LONG_VALUE);
  gtk_button_set_icon_name (GTK_BUTTON (it->eye),
                            fact->hidden ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (it->eye, tooltip);
  gtk_widget_set_visible (it->eye, !akk_evaluation_page_locked (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (it->eye), fact->hidden);
  if (fact->hidden)
    gtk_widget_add_css_class (row, "akk-hidden-fact");
  else
    gtk_widget_remove_css_class (row, "akk-hidden-fact");
}

/* --- Folding --- */

/* What a fact is one of, by its key: "action-4711" of "action-"; NULL: it stands by itself. */
static const char *
kind_of (const AkkFact *fact)
{
  static const char *const kinds[] = { "action-", "commitment-", "decision-", "signal-" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (fact->key, kinds[i]))
      return kinds[i];
  return NULL;
}

static char *
words_of (const char *kind, guint n)
{
  if (g_str_equal (kind, "action-"))
    return g_strdup_printf (ngettext ("%u action", "%u actions", n), n);
  if (g_str_equal (kind, "commitment-"))
    return g_strdup_printf (ngettext ("%u commitment", "%u commitments", n), n);
  if (g_str_equal (kind, "decision-"))
    return g_strdup_printf (ngettext ("%u decision", "%u decisions", n), n);
  return g_strdup_printf (ngettext ("%u signal", "%u signals", n), n);
}

/* How many facts from `index` on are of one kind. */
static guint
run_at (const GPtrArray *lines, guint index)
{
  const char *kind = kind_of (lines->pdata[index]);
  guint n = 1;

  while (kind != NULL && index + n < lines->len && kind_of (lines->pdata[index + n]) == kind)
    n++;
  return n;
}

/* Folded, one sees whether something in it asks for attention. */
static GtkWidget *
fold_new (AkkEvaluationPage *self, guint index, guint n)
{
  GtkWidget *fold = adw_expander_row_new ();
  g_autofree char *words = words_of (kind_of (self->lines->pdata[index]), n);
  gboolean attention = FALSE;

  for (guint i = index; i < index + n; i++)
    attention |= ((const AkkFact *) self->lines->pdata[i])->mood == AKK_MOOD_ATTENTION;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fold), words);
  adw_expander_row_add_prefix (
      ADW_EXPANDER_ROW (fold),
      akk_state_glyph_new (attention ? AKK_GLYPH_ATTENTION : AKK_GLYPH_NONE));
  return fold;
}

static void
make_rows (AkkEvaluationPage *self)
{
  for (guint i = 0; i < self->fact_children->len; i++)
    adw_preferences_group_remove (self->facts_group, self->fact_children->pdata[i]);
  g_ptr_array_set_size (self->fact_children, 0);
  g_ptr_array_set_size (self->fact_rows, 0);
  for (guint i = 0; i < self->lines->len;) {
    guint n = run_at (self->lines, i);
    GtkWidget *fold = n > MOST_UNFOLDED ? fold_new (self, i, n) : NULL;

    if (fold != NULL) {
      adw_preferences_group_add (self->facts_group, fold);
      g_ptr_array_add (self->fact_children, fold);
    }
    for (; n > 0; n--, i++) {
      GtkWidget *row = row_new (self, self->lines->pdata[i]);

      g_ptr_array_add (self->fact_rows, row);
      if (fold != NULL) {
        adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), row);
      } else {
        adw_preferences_group_add (self->facts_group, row);
        g_ptr_array_add (self->fact_children, row);
      }
    }
  }
}

static gboolean
same_rows (AkkEvaluationPage *self)
{
  if (self->fact_rows->len != self->lines->len)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++) {
    const FactRow *it = g_object_get_data (self->fact_rows->pdata[i], fact_key);

    if (!g_str_equal (it->key, ((const AkkFact *) self->lines->pdata[i])->key))
      return FALSE;
  }
  return TRUE;
}

void
akk_evaluation_page_show_facts (AkkEvaluationPage *self)
{
  gboolean tables = self->part->kind == AKK_PART_TABLES;

  if (!same_rows (self))
    make_rows (self);
  self->filling = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    describe_row (self, self->fact_rows->pdata[i], self->lines->pdata[i]);
  self->filling = FALSE;
  adw_preferences_group_set_description (
      self->facts_group,
      tables ? _ ("The figures behind the charts, with their source and date. They are printed as "
                  "they stand in the dossier.")
      : akk_evaluation_page_locked (self) ? _ ("From the dossier, as of the day of adoption")
                                          : _ ("From the dossier, up to today"));
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), tables || self->lines->len > 0);
}
