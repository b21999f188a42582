/* The dialog that proposes dates for what is still to be planned.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/plan-dialog.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/obligations.h"
#include "core/proposal.h"
#include "ui/day.h"
#include "ui/obligation-ring.h"
#include "ui/plan-row.h"

#define N_SPANS 3

struct _AkkPlanDialog {
  AdwDialog parent_instance;

  GtkButton *plan_button;
  AdwPreferencesGroup *proposal_group, *impossible_group;
  AkkObligationRing *ring;
  AdwComboRow *span_row;
  AdwSwitchRow *school_row, *unavailable_row;

  AkkStore *store;
  AkkAgreement *agreement;
  gint64 today;
  GPtrArray *bodies; /* AkkBody */
  gint64 spans[N_SPANS]; /* the days up to which can be planned */
  AkkPlanner *planner;
  AkkProposal *proposal;
  GPtrArray *rows; /* widgets of both groups, which hold them */
};

G_DEFINE_FINAL_TYPE (AkkPlanDialog, akk_plan_dialog, ADW_TYPE_DIALOG)

/* --- What it is about --- */

static const AkkBody *
find_body (AkkPlanDialog *self, gint64 id)
{
  for (guint i = 0; i < self->bodies->len; i++)
    if (AKK_RECORD (self->bodies->pdata[i])->id == id)
      return self->bodies->pdata[i];
  return NULL;
}

static gboolean
has_name (AkkPlanDialog *self, const char *name)
{
  for (guint i = 0; i < self->bodies->len; i++)
    if (g_str_equal (((const AkkBody *) self->bodies->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* Those of the agreement, then those of the same name in the ones that follow. */
static void
find_bodies (AkkPlanDialog *self, gint64 body_id)
{
  g_autoptr (GListModel) own =
      akk_store_list (self->store, &akk_body_record, "agreement_id", self->agreement->record.id);
  g_autoptr (GListModel) successors = akk_store_list (self->store, &akk_agreement_record,
                                                      "predecessor_id", self->agreement->record.id);
  g_autoptr (GPtrArray) following = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (own); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (own, i);

    if (body_id == 0 || body->record.id == body_id)
      g_ptr_array_add (self->bodies, g_steal_pointer (&body));
  }
  for (guint i = 0; i < g_list_model_get_n_items (successors); i++) {
    g_autoptr (AkkAgreement) successor = g_list_model_get_item (successors, i);
    g_autoptr (GListModel) bodies =
        akk_store_list (self->store, &akk_body_record, "agreement_id", successor->record.id);

    for (guint n = 0; n < g_list_model_get_n_items (bodies); n++) {
      g_autoptr (AkkBody) body = g_list_model_get_item (bodies, n);

      if (has_name (self, body->name))
        g_ptr_array_add (following, g_steal_pointer (&body));
    }
  }
  g_ptr_array_extend_and_steal (self->bodies, g_steal_pointer (&following));
}

static void
fill_spans (AkkPlanDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gint64 ends[N_SPANS];
  guint n = 0;
  int year;

  akk_date_to_ymd (self->today, &year, NULL, NULL);
  ends[0] = akk_date_from_ymd (year, 12, 31);
  ends[1] = akk_date_from_ymd (year + 1, 12, 31);
  ends[2] = self->agreement->indefinite ? AKK_NO_DATE : self->agreement->ends_on;
  for (guint i = 0; i < N_SPANS; i++) {
    g_autofree char *day = akk_day_long (ends[i]);
    g_autofree char *word = i == 2 ? g_strdup_printf (_ ("the end of the agreement, %s"), day)
                                   : g_strdup_printf (_ ("the end of %d"), year + (int) i);

    if (i == 2 && (ends[i] == AKK_NO_DATE || ends[i] <= ends[1]))
      continue;
    self->spans[n++] = ends[i];
    gtk_string_list_append (words, word);
  }
  adw_combo_row_set_model (self->span_row, G_LIST_MODEL (words));
}

/* --- Showing --- */

/* What the ring counts: the windows that hold today. */
static void
show_ring (AkkPlanDialog *self)
{
  g_autoptr (GPtrArray) obligations =
      akk_obligations_new (self->store, self->agreement, self->today);
  guint held = 0, planned = 0, required = 0;

  for (guint i = 0; i < self->bodies->len; i++) {
    gint64 id = AKK_RECORD (self->bodies->pdata[i])->id;
    const AkkObligation *each = akk_obligations_of_body (obligations, id, self->today);

    if (each == NULL || each->required < 0)
      continue;
    held += (guint) each->held;
    planned += (guint) each->planned;
    required += (guint) each->required;
    for (guint n = 0; n < self->rows->len; n++) {
      AkkPlanRow *row = AKK_IS_PLAN_ROW (self->rows->pdata[n]) ? self->rows->pdata[n] : NULL;
      const AkkProposalDate *date = row != NULL ? akk_plan_row_get_date (row) : NULL;

      planned += date != NULL && akk_plan_row_get_meeting (row)->body_id == id &&
                 date->date >= each->from && date->date <= each->to;
    }
  }
  gtk_widget_set_visible (GTK_WIDGET (self->ring), required > 0);
  akk_obligation_ring_set_numbers (self->ring, held, planned, required);
}

/* A date so near another one of its body that both cannot be; NULL when there is none. */
static char *
find_problem (AkkPlanDialog *self, AkkPlanRow *row)
{
  const AkkProposalDate *date = akk_plan_row_get_date (row);
  gint64 body_id = akk_plan_row_get_meeting (row)->body_id;
  int gap = (int) akk_planner_gap (self->planner, body_id);

  for (guint i = 0; date != NULL && i < self->rows->len; i++) {
    AkkPlanRow *other = AKK_IS_PLAN_ROW (self->rows->pdata[i]) ? self->rows->pdata[i] : NULL;
    const AkkProposalDate *its_date = other != NULL ? akk_plan_row_get_date (other) : NULL;

    if (its_date != NULL && other != row && akk_plan_row_get_meeting (other)->body_id == body_id &&
        ABS (its_date->date - date->date) < gap)
      return g_strdup_printf (ngettext ("Less than %d day from another date here",
                                        "Less than %d days from another date here", (gulong) gap),
                              gap);
  }
  return NULL;
}

/* After a choice. */
static void
update (AkkPlanDialog *self)
{
  guint n = 0;
  gboolean problems = FALSE;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->rows->len; i++) {
    AkkPlanRow *row = AKK_IS_PLAN_ROW (self->rows->pdata[i]) ? self->rows->pdata[i] : NULL;
    g_autofree char *problem = row != NULL ? find_problem (self, row) : NULL;

    if (row == NULL)
      continue;
    akk_plan_row_set_problem (row, problem);
    problems |= problem != NULL;
    n += akk_plan_row_get_date (row) != NULL;
  }
  /* Translators: the button that plans so many meetings. */
  label =
      n > 0 ? g_strdup_printf (ngettext ("_Plan %u", "_Plan %u", n), n) : g_strdup (_ ("_Plan"));
  gtk_button_set_label (self->plan_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->plan_button), n > 0 && !problems);
  show_ring (self);
}

static void
add_row (AkkPlanDialog *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_meeting (AkkPlanDialog *self, const AkkProposalMeeting *meeting, AkkProposalFlags flags)
{
  const AkkBody *body = find_body (self, meeting->body_id);
  GtkWidget *row = akk_plan_row_new (self->planner, meeting, flags, body->name);

  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_row (self, self->proposal_group, row);
}

static void
add_words (AkkPlanDialog *self, AdwPreferencesGroup *group, const char *words, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  add_row (self, group, row);
}

static void
describe (AkkPlanDialog *self, gint64 to)
{
  g_autofree char *day = akk_day_long (to);
  g_autofree char *words = NULL;
  gboolean none = self->proposal->meetings->len == 0;

  if (none && self->proposal->impossible->len == 0)
    words = g_strdup_printf (_ ("Nothing is still to be planned up to %s."), day);
  else if (none)
    words = g_strdup_printf (_ ("No date is possible up to %s."), day);
  else if (self->proposal->impossible->len == 0)
    words = g_strdup_printf (_ ("With these dates every obligation up to %s is met."), day);
  else
    words = g_strdup_printf (_ ("These dates are possible up to %s."), day);
  adw_preferences_group_set_description (self->proposal_group, words);
  if (none && self->proposal->impossible->len == 0)
    add_words (self, self->proposal_group, _ ("What was held and planned meets every obligation"),
               "object-select-symbolic");
}

static AkkProposalFlags
get_flags (AkkPlanDialog *self)
{
  return (adw_switch_row_get_active (self->school_row) ? 0 : AKK_PROPOSAL_ALLOW_SCHOOL) |
         (adw_switch_row_get_active (self->unavailable_row) ? 0 : AKK_PROPOSAL_ALLOW_UNAVAILABLE);
}

static void
remove_rows (AkkPlanDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *group = gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
  }
  g_ptr_array_set_size (self->rows, 0);
}

static void
propose (AkkPlanDialog *self)
{
  AkkProposalFlags flags = get_flags (self);
  guint span = adw_combo_row_get_selected (self->span_row);

  remove_rows (self);
  g_clear_pointer (&self->proposal, akk_proposal_free);
  self->proposal = akk_planner_propose (self->planner, flags);
  for (guint i = 0; i < self->proposal->meetings->len; i++)
    add_meeting (self, self->proposal->meetings->pdata[i], flags);
  describe (self, self->spans[MIN (span, N_SPANS - 1)]);
  for (guint i = 0; i < self->proposal->impossible->len; i++)
    add_words (self, self->impossible_group, self->proposal->impossible->pdata[i],
               "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->impossible_group), self->proposal->impossible->len > 0);
  update (self);
}

static void
show_unavailable (AkkPlanDialog *self)
{
  guint n_days, n_parties;
  g_autofree char *days = NULL;
  g_autofree char *parties = NULL;
  g_autofree char *words = NULL;

  akk_planner_count_unavailable (self->planner, &n_days, &n_parties);
  days = g_strdup_printf (ngettext ("%u day", "%u days", n_days), n_days);
  parties = g_strdup_printf (
      ngettext ("filled in by %u party", "filled in by %u parties", n_parties), n_parties);
  words =
      n_days > 0 ? g_strdup_printf ("%s, %s", days, parties) : g_strdup (_ ("None are filled in"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->unavailable_row), words);
}

static void
collect (AkkPlanDialog *self)
{
  guint span = adw_combo_row_get_selected (self->span_row);

  if (self->store == NULL || span >= N_SPANS)
    return;
  /* The rows that are shown name it. */
  remove_rows (self);
  g_clear_pointer (&self->planner, akk_planner_free);
  self->planner =
      akk_planner_new (self->store, self->bodies, self->today, self->spans[span], self->today);
  show_unavailable (self);
  propose (self);
}

/* --- Callbacks --- */

static void
span_changed_cb (AkkPlanDialog *self)
{
  collect (self);
}

static void
rules_changed_cb (AkkPlanDialog *self)
{
  if (self->planner != NULL)
    propose (self);
}

static void
cancel_cb (AkkPlanDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tell_error (AkkPlanDialog *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not Planned"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
plan_cb (AkkPlanDialog *self)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++) {
    AkkPlanRow *row = AKK_IS_PLAN_ROW (self->rows->pdata[i]) ? self->rows->pdata[i] : NULL;
    const AkkProposalDate *date = row != NULL ? akk_plan_row_get_date (row) : NULL;
    AkkProposalMeeting *meeting;

    if (date == NULL)
      continue;
    meeting = g_memdup2 (akk_plan_row_get_meeting (row), sizeof (AkkProposalMeeting));
    meeting->dates = g_ptr_array_new ();
    g_ptr_array_add (meeting->dates, (gpointer) date);
    g_ptr_array_add (dates, meeting->dates);
    g_ptr_array_add (meetings, meeting);
  }
  if (akk_proposal_accept (self->store, meetings, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    tell_error (self, error);
}

/* --- Virtual functions --- */

static void
akk_plan_dialog_dispose (GObject *object)
{
  AkkPlanDialog *self = AKK_PLAN_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_PLAN_DIALOG);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (akk_plan_dialog_parent_class)->dispose (object);
}

static void
akk_plan_dialog_finalize (GObject *object)
{
  AkkPlanDialog *self = AKK_PLAN_DIALOG (object);

  g_clear_pointer (&self->proposal, akk_proposal_free);
  g_clear_pointer (&self->planner, akk_planner_free);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (akk_plan_dialog_parent_class)->finalize (object);
}

static void
akk_plan_dialog_class_init (AkkPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_plan_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_plan_dialog_finalize;
  g_type_ensure (AKK_TYPE_OBLIGATION_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, plan_button);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, proposal_group);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, impossible_group);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, ring);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, span_row);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, school_row);
  gtk_widget_class_bind_template_child (widget_class, AkkPlanDialog, unavailable_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rules_changed_cb);
}

static void
akk_plan_dialog_init (AkkPlanDialog *self)
{
  self->bodies = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --- */

AkkPlanDialog *
akk_plan_dialog_new (AkkStore *store, AkkAgreement *agreement, gint64 body_id)
{
  AkkPlanDialog *self = g_object_new (AKK_TYPE_PLAN_DIALOG, NULL);

  self->agreement = g_object_ref (agreement);
  self->today = akk_store_today (store);
  self->store = g_object_ref (store);
  find_bodies (self, body_id);
  fill_spans (self);
  collect (self);
  /* What is owed this year is planned: the next one is what matters. */
  if (self->proposal->meetings->len + self->proposal->impossible->len == 0)
    adw_combo_row_set_selected (self->span_row, 1);
  /* Escape closes nothing while nothing has the focus. */
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->plan_button)))
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->span_row));
  return self;
}
