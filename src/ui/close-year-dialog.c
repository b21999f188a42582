/* The dialog of the turn of the year: the unfinished actions of a plan, one at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/close-year-dialog.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/priority.h"
#include "core/turn-of-year.h"
#include "ui/action-words.h"
#include "ui/first-focus.h"
#include "ui/meeting-words.h"
#include "ui/record-dialog.h"
#include "ui/record-words.h"
#include "ui/state-glyph.h"

struct _AkkCloseYearDialog {
  AdwDialog parent_instance;

  AdwWindowTitle *title;
  GtkStack *pages;
  GtkLabel *place_label, *title_label, *facts_label, *progress_label, *hint_label;
  AkkStateGlyph *glyph;
  AdwPreferencesGroup *choices, *overview;
  AdwEntryRow *reason_row;
  GtkButton *back_button, *next_button, *finish_button;

  GtkCheckButton *checks[AKK_N_TURNS]; /* of UNDECIDED: one that is not shown */
  GtkWidget *rows[AKK_N_TURNS];
  GPtrArray *overview_rows; /* borrowed */

  AkkTurnOfYear *turn;
  guint index; /* the step that is shown; as many as there are: the overview */
  gboolean setting;
};

enum { CLOSED_YEAR, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AkkCloseYearDialog, akk_close_year_dialog, ADW_TYPE_DIALOG)

static const struct {
  const char *label, *subtitle, *done;
} turns[AKK_N_TURNS] = {
  [AKK_TURN_UNDECIDED] = { "", "", N_ ("Still to be decided") },
  [AKK_TURN_CARRY_OVER] = { N_ ("Carry Over"), N_ ("It goes on as it is"), N_ ("Carried over") },
  [AKK_TURN_ADJUST] = { N_ ("Adjust"), N_ ("It goes on otherwise"), N_ ("Adjusted") },
  [AKK_TURN_STOP] = { N_ ("Stop"), N_ ("It does not go on"), N_ ("Stopped") },
  [AKK_TURN_DONE] = { N_ ("Done"), N_ ("It was finished after all"), N_ ("Done") },
};

static guint
n_steps (AkkCloseYearDialog *self)
{
  return self->turn->steps->len;
}

static gboolean
on_overview (AkkCloseYearDialog *self)
{
  return self->index >= n_steps (self);
}

/* --- One action --- */

static AkkTurn
chosen (AkkCloseYearDialog *self)
{
  for (guint i = AKK_TURN_CARRY_OVER; i < AKK_N_TURNS; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      return i;
  return AKK_TURN_UNDECIDED;
}

static void
keep_choice (AkkCloseYearDialog *self)
{
  if (self->setting || on_overview (self))
    return;
  akk_turn_of_year_decide (self->turn, self->index, chosen (self),
                           gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));
}

static void
set_label (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

static void
show_facts (AkkCloseYearDialog *self, const AkkAction *action)
{
  AkkStore *store = self->turn->store;
  gint64 today = akk_store_today (store);
  g_autoptr (AkkPriority) priority =
      akk_store_get (store, &akk_priority_record, action->priority_id);
  g_autofree char *place = priority != NULL
                               ? g_strdup_printf ("%s · %s", action->number, priority->title)
                               : g_strdup (action->number);
  g_autofree char *lead = akk_action_lead_words (store, action);
  g_autofree char *term = akk_action_term_words (action, today);
  g_autofree char *facts = akk_action_status_words (store, action, today);

  for (guint i = 0; i < 2; i++) {
    const char *more = i == 0 ? lead : term;

    if (*more != '\0') {
      char *longer = g_strdup_printf ("%s · %s", facts, more);

      g_free (facts);
      facts = longer;
    }
  }
  akk_state_glyph_set_glyph (self->glyph, akk_action_glyph (action, today));
  set_label (self->place_label, place);
  set_label (self->title_label, action->title);
  set_label (self->facts_label, facts);
  set_label (self->progress_label, action->progress);
}

static void
show_step (AkkCloseYearDialog *self)
{
  const AkkTurnStep *step = akk_turn_of_year_step (self->turn, self->index);
  g_autofree char *count =
      /* Translators: "3 of 11": the number of an action, and how many there are. */
      g_strdup_printf (_ ("%u of %u"), self->index + 1, n_steps (self));

  adw_window_title_set_subtitle (self->title, count);
  show_facts (self, step->action);
  self->setting = TRUE;
  gtk_check_button_set_active (self->checks[step->turn], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), step->reason);
  self->setting = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_row), "error");
  gtk_label_set_text (self->hint_label, _ ("Keys 1 to 4 choose, Enter goes on"));
  gtk_stack_set_visible_child_name (self->pages, "step");
  adw_dialog_set_focus (
      ADW_DIALOG (self),
      self->rows[step->turn == AKK_TURN_UNDECIDED ? AKK_TURN_CARRY_OVER : step->turn]);
}

/* --- All of them --- */

/* "4 carried over, 2 stopped". */
static char *
totals_words (AkkCloseYearDialog *self)
{
  static const AkkTurn order[] = { AKK_TURN_CARRY_OVER, AKK_TURN_ADJUST, AKK_TURN_STOP,
                                   AKK_TURN_DONE, AKK_TURN_UNDECIDED };
  GString *totals = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    guint n = akk_turn_of_year_count (self->turn, order[i]);
    g_autofree char *words = g_utf8_strdown (_ (turns[order[i]].done), -1);

    if (n > 0)
      g_string_append_printf (totals, "%s%u %s", totals->len > 0 ? ", " : "", n, words);
  }
  return g_string_free_and_steal (totals);
}

static char *
next_words (AkkCloseYearDialog *self)
{
  g_autofree char *years = akk_plan_years (self->turn->next);
  gboolean elsewhere = self->turn->next_agreement->record.id != self->turn->plan->agreement_id;

  if (akk_turn_of_year_makes_plan (self->turn))
    return elsewhere ? g_strdup_printf (_ ("What goes on goes to a new plan for %s, of the "
                                           "agreement that follows."),
                                        years)
                     : g_strdup_printf (_ ("What goes on goes to a new plan for %s."), years);
  if (self->turn->next->record.id != 0)
    return g_strdup_printf (_ ("What goes on goes to the plan of %s."), years);
  return g_strdup (_ ("No plan follows this one."));
}

static void show (AkkCloseYearDialog *self);

static void
overview_activated_cb (AkkCloseYearDialog *self, GtkWidget *row)
{
  self->index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "akk-index"));
  show (self);
}

static GtkWidget *
overview_row_new (AkkCloseYearDialog *self, guint index)
{
  static const AkkGlyph glyphs[AKK_N_TURNS] = {
    [AKK_TURN_UNDECIDED] = AKK_GLYPH_ATTENTION, [AKK_TURN_CARRY_OVER] = AKK_GLYPH_OFFERED,
    [AKK_TURN_ADJUST] = AKK_GLYPH_BUSY,         [AKK_TURN_STOP] = AKK_GLYPH_STOPPED,
    [AKK_TURN_DONE] = AKK_GLYPH_DONE,
  };
  const AkkTurnStep *step = akk_turn_of_year_step (self->turn, index);
  AkkTurn turn = akk_turn_step_is_decided (step) ? step->turn : AKK_TURN_UNDECIDED;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = akk_record_words (self->turn->store, step->action);
  g_autofree char *subtitle = *step->reason != '\0'
                                  ? g_strdup_printf ("%s: %s", _ (turns[turn].done), step->reason)
                                  : g_strdup (_ (turns[turn].done));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), akk_state_glyph_new (glyphs[turn]));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "akk-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "activated", G_CALLBACK (overview_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_overview (AkkCloseYearDialog *self)
{
  g_autofree char *totals = totals_words (self);
  g_autofree char *next = next_words (self);
  gboolean ready = akk_turn_of_year_count (self->turn, AKK_TURN_UNDECIDED) == 0;

  for (guint i = 0; i < self->overview_rows->len; i++)
    adw_preferences_group_remove (self->overview, self->overview_rows->pdata[i]);
  g_ptr_array_set_size (self->overview_rows, 0);
  for (guint i = 0; i < n_steps (self); i++) {
    g_ptr_array_add (self->overview_rows, overview_row_new (self, i));
    adw_preferences_group_add (self->overview, self->overview_rows->pdata[i]);
  }
  adw_window_title_set_subtitle (self->title, _ ("Overview"));
  adw_preferences_group_set_title (self->overview,
                                   *totals != '\0' ? totals : _ ("Every action is finished"));
  adw_preferences_group_set_description (self->overview, next);
  gtk_label_set_text (self->hint_label, ready ? _ ("Nothing has been written yet")
                                              : _ ("First decide about every action"));
  gtk_stack_set_visible_child_name (self->pages, "overview");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.finish", ready);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        ready ? GTK_WIDGET (self->finish_button) : GTK_WIDGET (self->back_button));
}

static void
show (AkkCloseYearDialog *self)
{
  gboolean overview = on_overview (self);

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !overview);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_button), overview);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.back", self->index > 0);
  if (overview)
    show_overview (self);
  else
    show_step (self);
}

/* --- Going on and back --- */

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkCloseYearDialog *self = AKK_CLOSE_YEAR_DIALOG (widget);
  gint32 turn = g_variant_get_int32 (parameter);

  if (on_overview (self) || turn <= AKK_TURN_UNDECIDED || turn >= AKK_N_TURNS)
    return;
  gtk_check_button_set_active (self->checks[turn], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

/* Who chose is asked why; who did not choose may come back to it. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkCloseYearDialog *self = AKK_CLOSE_YEAR_DIALOG (widget);
  const AkkTurnStep *step;

  if (on_overview (self))
    return;
  keep_choice (self);
  step = akk_turn_of_year_step (self->turn, self->index);
  if (step->turn != AKK_TURN_UNDECIDED && !akk_turn_step_is_decided (step)) {
    gtk_widget_add_css_class (GTK_WIDGET (self->reason_row), "error");
    gtk_label_set_text (self->hint_label, _ ("Say in a few words why"));
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
    return;
  }
  self->index++;
  show (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkCloseYearDialog *self = AKK_CLOSE_YEAR_DIALOG (widget);

  keep_choice (self);
  if (self->index > 0)
    self->index--;
  show (self);
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkCloseYearDialog *self = AKK_CLOSE_YEAR_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (akk_turn_of_year_count (self->turn, AKK_TURN_UNDECIDED) > 0)
    return;
  akk_store_begin (self->turn->store, N_ ("Close year"));
  akk_turn_of_year_write (self->turn);
  if (!akk_store_commit (self->turn->store, &error)) {
    akk_show_error (widget, _ ("The year was not closed"), error);
    return;
  }
  g_signal_emit (self, signals[CLOSED_YEAR], 0,
                 self->turn->next->record.id != 0 ? self->turn->next : NULL);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- Callbacks --- */

static void
next_cb (AkkCloseYearDialog *self)
{
  next_action (GTK_WIDGET (self), "turn.next", NULL);
}

static void
reason_changed_cb (AkkCloseYearDialog *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_row), "error");
  if (self->turn != NULL)
    keep_choice (self);
}

static void
row_activated_cb (AkkCloseYearDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

static void
cancel_cb (AkkCloseYearDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
answered_cb (AkkCloseYearDialog *self, const char *response)
{
  if (g_str_equal (response, "stop"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (AkkCloseYearDialog *self)
{
  guint n_open = akk_turn_of_year_count (self->turn, AKK_TURN_UNDECIDED);
  AdwDialog *alert;

  if (n_open == n_steps (self)) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  alert = adw_alert_dialog_new (_ ("Leave the Year Open?"),
                                _ ("What you chose here is not kept. Nothing has changed."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "go-on", _ ("_Go On"), "stop",
                                  _ ("_Leave It Open"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "go-on");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "go-on");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* --- Making --- */

static void
add_choices (AkkCloseYearDialog *self)
{
  self->checks[AKK_TURN_UNDECIDED] = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  for (guint i = AKK_TURN_CARRY_OVER; i < AKK_N_TURNS; i++) {
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *check = gtk_check_button_new ();
    g_autofree char *key = g_strdup_printf ("%u", i);
    GtkWidget *label = gtk_label_new (key);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (turns[i].label));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (turns[i].subtitle));
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[AKK_TURN_UNDECIDED]);
    gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (turns[i].label), -1);
    gtk_widget_add_css_class (label, "dimmed");
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (check, "toggled", G_CALLBACK (keep_choice), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->choices, row);
    self->rows[i] = row;
    self->checks[i] = GTK_CHECK_BUTTON (check);
  }
}

static void
akk_close_year_dialog_dispose (GObject *object)
{
  AkkCloseYearDialog *self = AKK_CLOSE_YEAR_DIALOG (object);

  self->setting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_CLOSE_YEAR_DIALOG);
  g_clear_object (&self->checks[AKK_TURN_UNDECIDED]);
  g_clear_pointer (&self->overview_rows, g_ptr_array_unref);
  g_clear_pointer (&self->turn, akk_turn_of_year_free);
  G_OBJECT_CLASS (akk_close_year_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "turn.choose", "i", choose_action);
  gtk_widget_class_install_action (widget_class, "turn.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "turn.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "turn.finish", NULL, finish_action);
  for (guint i = AKK_TURN_CARRY_OVER; i < AKK_N_TURNS; i++) {
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "turn.choose", "i", i);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "turn.choose", "i", i);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "turn.choose",
                                         "i", i);
  }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "turn.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "turn.next",
                                       NULL);
}

static void
akk_close_year_dialog_class_init (AkkCloseYearDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_close_year_dialog_dispose;
  signals[CLOSED_YEAR] = g_signal_new ("closed-year", AKK_TYPE_CLOSE_YEAR_DIALOG, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, AKK_TYPE_RECORD);
  g_type_ensure (AKK_TYPE_STATE_GLYPH);
  akk_dialog_class_focus_at_once (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/close-year-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, facts_label);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, glyph);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, overview);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, AkkCloseYearDialog, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  install_actions (widget_class);
}

static void
akk_close_year_dialog_init (AkkCloseYearDialog *self)
{
  self->overview_rows = g_ptr_array_new ();
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_choices (self);
  self->setting = FALSE;
}

/* --- Public --- */

AdwDialog *
akk_close_year_dialog_new (AkkStore *store, AkkPlan *plan)
{
  AkkCloseYearDialog *self = g_object_new (AKK_TYPE_CLOSE_YEAR_DIALOG, NULL);
  g_autofree char *years = akk_plan_years (plan);
  g_autofree char *title = g_strdup_printf (_ ("Close %s"), years);

  self->turn = akk_turn_of_year_new (store, plan);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->title, title);
  show (self);
  return ADW_DIALOG (self);
}
