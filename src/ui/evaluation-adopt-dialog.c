/* The dialog before a report is adopted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-adopt-dialog.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/control-code.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/evaluations.h"
#include "core/meetings.h"
#include "print/evaluation-freeze.h"
#include "ui/date-row.h"
#include "ui/day.h"
#include "ui/findings-list.h"

struct _AkkEvaluationAdoptDialog {
  AdwDialog parent_instance;

  GtkWidget *adopt_button;
  GtkBox *box;
  GtkLabel *intro;
  AdwPreferencesGroup *group;
  AdwComboRow *meeting_row;
  AkkDateRow *date_row;
  AdwSwitchRow *signs_row;
  AkkFindingsList *findings_list;

  AkkStore *store;
  AkkEvaluation *evaluation;
  GPtrArray *meetings; /* AkkMeeting: the choices after “in writing” */
};

G_DEFINE_FINAL_TYPE (AkkEvaluationAdoptDialog, akk_evaluation_adopt_dialog, ADW_TYPE_DIALOG)

enum { GO_TO, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Callbacks --- */

static void
cancel_cb (AkkEvaluationAdoptDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
finding_activated_cb (AkkEvaluationAdoptDialog *self, const AkkFinding *finding)
{
  g_object_ref (self);
  g_signal_emit (self, signals[GO_TO], 0, finding);
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static AkkMeeting *
chosen_meeting (AkkEvaluationAdoptDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->meeting_row);

  return selected > 0 && selected <= self->meetings->len ? self->meetings->pdata[selected - 1]
                                                         : NULL;
}

/* What can be done depends on the day: figures that are not true on it block. */
static void
look (AkkEvaluationAdoptDialog *self)
{
  gint64 day = akk_date_row_get_date (self->date_row);
  g_autoptr (GPtrArray) findings = akk_evaluation_findings (
      self->store, self->evaluation, day != AKK_NO_DATE ? day : akk_store_today (self->store));
  gboolean blocked = akk_findings_count_blocking (findings) > 0;

  akk_findings_list_set_findings (self->findings_list, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_list), findings->len > 0);
  /* What stands in the way comes first; what is only to be considered comes after the choice. */
  gtk_box_reorder_child_after (self->box, GTK_WIDGET (self->findings_list),
                               GTK_WIDGET (blocked ? (gpointer) self->intro : self->group));
  gtk_widget_set_sensitive (self->adopt_button, !blocked && day != AKK_NO_DATE);
}

static void
meeting_chosen_cb (AkkEvaluationAdoptDialog *self)
{
  const AkkMeeting *meeting = chosen_meeting (self);

  akk_date_row_set_date (self->date_row,
                         meeting != NULL ? meeting->date : akk_store_today (self->store));
  look (self);
}

static void
tell (AkkEvaluationAdoptDialog *self, const char *heading, const char *message)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* Whether signatures are wanted decides what the version says: it is stored before. */
static gboolean
store_signs (AkkEvaluationAdoptDialog *self, GError **error)
{
  akk_store_begin (self->store, N_ ("Signatures of the report"));
  akk_store_set_int (self->store, self->evaluation, "signs",
                     adw_switch_row_get_active (self->signs_row));
  return akk_store_commit (self->store, error);
}

static void
adopt_cb (AkkEvaluationAdoptDialog *self)
{
  const AkkMeeting *meeting = chosen_meeting (self);
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL, *words = NULL;

  if (store_signs (self, &error))
    version = akk_evaluation_adopt (self->store, self->evaluation,
                                    meeting != NULL ? meeting->record.id : 0,
                                    akk_date_row_get_date (self->date_row), &error);
  if (version == NULL) {
    tell (self, _ ("Not Adopted"), error->message);
    return;
  }
  code = akk_control_code_format (version->code);
  words = g_strdup_printf (
      /* Translators: the number of a version, and its control code. */
      _ ("Version %d does not change any more. Its control code is %s; it stands at the foot of "
         "every page."),
      (int) version->number, code);
  tell (self, _ ("Report Adopted"), words);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The meetings --- */

/* Whole, for it is the end of the name, the day, that tells them apart. */
static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
show_names_whole (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  adw_combo_row_set_factory (row, factory);
}

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const AkkMeeting *one = *(AkkMeeting *const *) a, *other = *(AkkMeeting *const *) b;

  return (one->date < other->date) - (one->date > other->date);
}

/* Those held since that year began, the newest first. */
static GPtrArray *
meetings_of (AkkEvaluationAdoptDialog *self)
{
  g_autoptr (GPtrArray) all = akk_meetings (self->store, self->evaluation->agreement_id, 0);
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 first = akk_date_from_ymd ((int) self->evaluation->year, 1, 1);

  for (guint i = 0; i < all->len; i++)
    if (akk_meeting_held (all->pdata[i]) && ((AkkMeeting *) all->pdata[i])->date >= first)
      g_ptr_array_add (held, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (held, compare_meetings);
  return held;
}

/* The newest of a body that holds the yearly evaluation comes to mind first. */
static void
offer_meetings (AkkEvaluationAdoptDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint likely = 0;

  gtk_string_list_append (names, _ ("In Writing, Without a Meeting"));
  for (guint i = 0; i < self->meetings->len; i++) {
    const AkkMeeting *meeting = self->meetings->pdata[i];
    g_autoptr (AkkBody) body = akk_store_get (self->store, &akk_body_record, meeting->body_id);
    g_autofree char *day = akk_day_long (meeting->date);
    g_autofree char *name = g_strdup_printf ("%s, %s", body->name, day);

    gtk_string_list_append (names, name);
    if (likely == 0 && body->evaluates)
      likely = i + 1;
  }
  adw_combo_row_set_model (self->meeting_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->meeting_row, likely);
}

/* --- Virtual functions --- */

static void
akk_evaluation_adopt_dialog_dispose (GObject *object)
{
  AkkEvaluationAdoptDialog *self = AKK_EVALUATION_ADOPT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_EVALUATION_ADOPT_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_evaluation_adopt_dialog_parent_class)->dispose (object);
}

static void
akk_evaluation_adopt_dialog_class_init (AkkEvaluationAdoptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_evaluation_adopt_dialog_dispose;
  signals[GO_TO] = g_signal_new ("go-to", AKK_TYPE_EVALUATION_ADOPT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (AKK_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-adopt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, adopt_button);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, box);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, group);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, signs_row);
  gtk_widget_class_bind_template_child (widget_class, AkkEvaluationAdoptDialog, findings_list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, adopt_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
}

static void
akk_evaluation_adopt_dialog_init (AkkEvaluationAdoptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_names_whole (self->meeting_row);
  self->date_row = AKK_DATE_ROW (akk_date_row_new (_ ("Adopted on")));
  adw_preferences_group_remove (self->group, GTK_WIDGET (self->signs_row));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->date_row));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->signs_row));
}

AdwDialog *
akk_evaluation_adopt_dialog_new (AkkStore *store, AkkEvaluation *evaluation)
{
  AkkEvaluationAdoptDialog *self = g_object_new (AKK_TYPE_EVALUATION_ADOPT_DIALOG, NULL);
  /* Translators: the year of a report. */
  g_autofree char *intro = g_strdup_printf (
      _ ("This makes the report of %d definite: its figures as they stood on that day, its words, "
         "its PDF and its control code. It cannot be undone."),
      (int) evaluation->year);

  self->store = g_object_ref (store);
  self->evaluation = g_object_ref (evaluation);
  self->meetings = meetings_of (self);
  gtk_label_set_label (self->intro, intro);
  adw_switch_row_set_active (self->signs_row, evaluation->signs != 0);
  offer_meetings (self);
  meeting_chosen_cb (self);
  g_signal_connect_object (self->meeting_row, "notify::selected", G_CALLBACK (meeting_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date_row, "date-changed", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
