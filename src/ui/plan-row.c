/* A proposed meeting in the dialog.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/plan-row.h"

#include <glib/gi18n.h>

#include "ui/date-row.h"
#include "ui/hour.h"

#define DAY_S G_GINT64_CONSTANT (86400)

struct _AkkPlanRow {
  AdwExpanderRow parent_instance;

  GtkCheckButton *check;
  GPtrArray *radios; /* GtkCheckButton, one per date of the meeting */
  AdwActionRow *own_row; /* a date of one's own: what it costs, or why not */
  GtkCheckButton *own_radio;
  AkkDateRow *date_row;

  AkkPlanner *planner;
  const AkkProposalMeeting *meeting;
  AkkProposalFlags flags;
  char *body;
  char *problem;
  AkkProposalDate *own;
  gboolean setting; /* it is us who chooses */
};

G_DEFINE_FINAL_TYPE (AkkPlanRow, akk_plan_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Words --- */

static char *
day_words (gint64 date, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date * DAY_S);

  return g_date_time_format (time, format);
}

/* "Thu 11 December, 9:30". */
static char *
date_words (const AkkProposalDate *date)
{
  g_autofree char *day = day_words (date->date, _ ("%a %-d %B"));
  g_autofree char *hour = akk_hour_words (date->starts_at);

  /* Translators: a day and an hour: "Thu 11 December, 9:30". */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

static const AkkProposalDate *
chosen (AkkPlanRow *self)
{
  for (guint i = 0; i < self->radios->len; i++)
    if (gtk_check_button_get_active (self->radios->pdata[i]))
      return self->meeting->dates->pdata[i];
  return self->own != NULL ? self->own : self->meeting->dates->pdata[0];
}

static void
describe (AkkPlanRow *self)
{
  const AkkProposalDate *date = chosen (self);
  g_autofree char *day = day_words (date->date, _ ("%a %-d %B %Y"));
  g_autofree char *title = g_strdup_printf ("%s · %s", day, self->body);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 self->problem != NULL ? self->problem : date->why);
  if (self->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "akk-problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "akk-problem");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/* --- Callbacks --- */

static void
changed (AkkPlanRow *self)
{
  if (self->setting)
    return;
  describe (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
radio_cb (AkkPlanRow *self, GParamSpec *pspec, GtkCheckButton *radio)
{
  if (!gtk_check_button_get_active (radio) || self->setting)
    return;
  /* Who chooses a date wants the meeting. */
  self->setting = TRUE;
  gtk_check_button_set_active (self->check, TRUE);
  self->setting = FALSE;
  changed (self);
}

/* What the date costs, or which limit it breaks. */
static void
own_date_cb (AkkPlanRow *self)
{
  gint64 date = akk_date_row_get_date (self->date_row);
  g_autofree char *refusal = NULL;
  g_autofree char *title = NULL;
  GtkCheckButton *first = self->radios->pdata[0];

  self->setting = TRUE;
  if (gtk_check_button_get_active (self->own_radio))
    gtk_check_button_set_active (first, TRUE);
  g_clear_pointer (&self->own, akk_proposal_date_free);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), date != AKK_NO_DATE);
  if (date != AKK_NO_DATE) {
    self->own = akk_planner_weigh (self->planner, self->meeting, date, self->flags, &refusal);
    title = self->own != NULL ? date_words (self->own) : day_words (date, _ ("%a %-d %B"));
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->own_row), title);
    adw_action_row_set_subtitle (self->own_row, self->own != NULL ? self->own->why : refusal);
    gtk_widget_set_sensitive (GTK_WIDGET (self->own_radio), self->own != NULL);
    gtk_check_button_set_active (self->own_radio, self->own != NULL);
    if (self->own != NULL)
      gtk_check_button_set_active (self->check, TRUE);
  }
  self->setting = FALSE;
  changed (self);
}

/* --- Making --- */

static GtkCheckButton *
add_radio (AkkPlanRow *self, AdwActionRow *row)
{
  GtkWidget *radio = gtk_check_button_new ();

  gtk_widget_set_valign (radio, GTK_ALIGN_CENTER);
  if (self->radios->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), self->radios->pdata[0]);
  adw_action_row_add_prefix (row, radio);
  adw_action_row_set_activatable_widget (row, radio);
  g_signal_connect_object (radio, "notify::active", G_CALLBACK (radio_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  return GTK_CHECK_BUTTON (radio);
}

static AdwActionRow *
new_choice_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return ADW_ACTION_ROW (row);
}

static void
add_date (AkkPlanRow *self, guint index)
{
  const AkkProposalDate *date = self->meeting->dates->pdata[index];
  AdwActionRow *row = new_choice_row ();
  g_autofree char *title = date_words (date);
  GtkCheckButton *radio;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, date->why);
  if (index == 0) {
    GtkWidget *best = gtk_label_new (_ ("best choice"));

    gtk_widget_add_css_class (best, "akk-count");
    gtk_widget_set_valign (best, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (row, best);
  }
  radio = add_radio (self, row);
  g_ptr_array_add (self->radios, radio);
}

static void
add_own (AkkPlanRow *self)
{
  self->own_row = new_choice_row ();
  self->own_radio = add_radio (self, self->own_row);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), FALSE);
  self->date_row = AKK_DATE_ROW (akk_date_row_new (_ ("Another date")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->date_row));
  g_signal_connect_object (self->date_row, "date-changed", G_CALLBACK (own_date_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- Virtual functions --- */

static void
akk_plan_row_finalize (GObject *object)
{
  AkkPlanRow *self = AKK_PLAN_ROW (object);

  g_ptr_array_unref (self->radios);
  g_clear_pointer (&self->own, akk_proposal_date_free);
  g_free (self->body);
  g_free (self->problem);
  G_OBJECT_CLASS (akk_plan_row_parent_class)->finalize (object);
}

static void
akk_plan_row_class_init (AkkPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_plan_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", AKK_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
akk_plan_row_init (AkkPlanRow *self)
{
  self->radios = g_ptr_array_new ();
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_check_button_set_active (self->check, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

/* --- Public --- */

GtkWidget *
akk_plan_row_new (AkkPlanner *planner,
                  const AkkProposalMeeting *meeting,
                  AkkProposalFlags flags,
                  const char *body)
{
  AkkPlanRow *self = g_object_new (AKK_TYPE_PLAN_ROW, NULL);

  self->planner = planner;
  self->meeting = meeting;
  self->flags = flags;
  self->body = g_strdup (body);
  self->setting = TRUE;
  for (guint i = 0; i < meeting->dates->len; i++)
    add_date (self, i);
  add_own (self);
  gtk_check_button_set_active (self->radios->pdata[0], TRUE);
  self->setting = FALSE;
  describe (self);
  return GTK_WIDGET (self);
}

const AkkProposalMeeting *
akk_plan_row_get_meeting (AkkPlanRow *self)
{
  g_return_val_if_fail (AKK_IS_PLAN_ROW (self), NULL);

  return self->meeting;
}

const AkkProposalDate *
akk_plan_row_get_date (AkkPlanRow *self)
{
  g_return_val_if_fail (AKK_IS_PLAN_ROW (self), NULL);

  return gtk_check_button_get_active (self->check) ? chosen (self) : NULL;
}

void
akk_plan_row_set_problem (AkkPlanRow *self, const char *problem)
{
  g_return_if_fail (AKK_IS_PLAN_ROW (self));

  if (g_set_str (&self->problem, problem))
    describe (self);
}
