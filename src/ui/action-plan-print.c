/* From the page Actieplan to paper, and to the public: what its filter shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action-plan-print.h"

#include <glib/gi18n.h>

#include "core/plan-html.h"
#include "core/store-snapshot.h"
#include "print/pdf.h"
#include "print/plan-print.h"
#include "ui/dossier-names.h"
#include "ui/file-dialog.h"
#include "ui/pdf-task.h"
#include "ui/window-private.h"

#define WANTED "akk-wanted-plan"
#define CHOICE "akk-choice"

/* What is asked for. */
typedef struct {
  AkkPlanPaper paper;
  gboolean is_public, is_page; /* a web page */
  AkkActionFilter filter;
  AkkActionSort sort;
  gboolean descending;
  gint64 agreement_id;
  AkkStore *store; /* owned; the last reference is never let go of on the thread */
  char *path;
} Wanted;

static void
wanted_free (Wanted *self)
{
  akk_action_filter_clear (&self->filter);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self);
}

static Wanted *
wanted_new (AkkActionScope *scope)
{
  Wanted *self = g_new0 (Wanted, 1);

  akk_action_filter_copy (&self->filter, akk_action_scope_filter (scope));
  self->sort = akk_action_scope_sort (scope, &self->descending);
  self->agreement_id = akk_action_scope_agreement (scope)->record.id;
  self->store = g_object_ref (akk_action_scope_store (scope));
  return self;
}

static AkkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return AKK_IS_WINDOW (root) && AKK_WINDOW (root)->store != NULL ? AKK_WINDOW (root) : NULL;
}

/* --- Making it --- */

static AkkDocument *
lay_out (const Wanted *self, AkkStore *store, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, self->agreement_id);
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (store, self->agreement_id);
  const AkkPlanPrint print = { .paper = self->paper,
                               .is_public = self->is_public,
                               .filter = &self->filter,
                               .sort = self->sort,
                               .descending = self->descending };

  return akk_plan_document_new (rows, agreement, &print, error);
}

static gboolean
write_page (const Wanted *self, AkkStore *store, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (store, &akk_agreement_record, self->agreement_id);
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (store, self->agreement_id);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkPlanReport) report = NULL;
  g_autofree char *page = NULL;

  if (phrases == NULL)
    return FALSE;
  report = akk_plan_report_new (rows, agreement, phrases, &self->filter, self->sort,
                                self->descending, TRUE);
  page = akk_plan_html (report);
  return g_file_set_contents_full (self->path, page, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}

/* From a copy of the dossier that belongs to the thread. */
static gboolean
make (const Wanted *self, GError **error)
{
  g_autoptr (AkkStore) copy = akk_store_snapshot (self->store, NULL, error);
  g_autoptr (AkkDocument) document = NULL;

  if (copy == NULL)
    return FALSE;
  if (self->is_page)
    return write_page (self, copy, error);
  document = lay_out (self, copy, error);
  return document != NULL && akk_document_write (document, self->path, error);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (make (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkWindow *window = AKK_WINDOW (source);
  const Wanted *wanted = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  if (window->closed)
    return;
  if (made)
    akk_window_toast_saved (window, wanted->path);
  else
    akk_window_tell (window, wanted->is_page ? _ ("Web Page Not Made") : _ ("PDF Not Made"),
                     error->message);
}

static void
chosen_cb (AkkWindow *window, const char *chosen)
{
  Wanted *wanted = g_object_steal_data (G_OBJECT (window), WANTED);
  g_autoptr (GTask) task = NULL;

  if (wanted == NULL)
    return;
  wanted->path = akk_path_with_suffix (chosen, wanted->is_page ? ".html" : ".pdf");
  task = g_task_new (window, NULL, made_cb, NULL);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, make_thread);
}

/* Takes over what is wanted. */
static void
save (AkkWindow *window, Wanted *wanted)
{
  const char *suffix = wanted->is_page ? ".html" : ".pdf";
  g_autofree char *year =
      wanted->filter.year > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, wanted->filter.year) : NULL;
  const char *name = wanted->is_public ? _ ("Public action plan") : _ ("Action plan");
  g_autofree char *title = g_strconcat (name, year != NULL ? " " : "", year, NULL);
  g_autofree char *base = akk_file_name (title, suffix);

  g_object_set_data_full (G_OBJECT (window), WANTED, wanted, (GDestroyNotify) wanted_free);
  akk_file_dialog_save (window, wanted->is_page ? _ ("Save as Web Page") : _ ("Save as PDF"),
                        _ ("_Save"), base, wanted->is_page ? AKK_FILE_HTML : AKK_FILE_PDF,
                        chosen_cb);
}

static AkkPages *
lay_out_to_print (AkkStore *store, gpointer wanted, char **title, GError **error)
{
  g_autoptr (AkkDocument) document = lay_out (wanted, store, error);

  if (document == NULL)
    return NULL;
  *title = g_strdup (document->title);
  return g_object_ref (document->pages);
}

/* --- Asking which --- */

typedef struct {
  const char *title, *subtitle; /* marked N_() */
} Choice;

static const Choice papers[] = {
  [AKK_PLAN_OVERVIEW] = { N_ ("Overview"), N_ ("All actions in short, by priority") },
  [AKK_PLAN_PRIORITY] = { N_ ("Priorities in full"),
                          N_ ("With descriptions, contributions, commitments and means") },
  [AKK_PLAN_PARTNER] = { N_ ("A page per partner"),
                         N_ ("What it leads, owns and takes part in, with its contacts") },
  [AKK_PLAN_MATRIX] = { N_ ("Matrix of the Pact"), N_ ("Cooperation domains by target group") },
};
static const Choice editions[] = {
  { N_ ("PDF document"), N_ ("To print, to archive, or to send along") },
  { N_ ("Web page"), N_ ("One file for the website of the municipality") },
};

static void
toggled_cb (GtkCheckButton *button, GtkWidget *list)
{
  if (gtk_check_button_get_active (button))
    g_object_set_data (G_OBJECT (list), CHOICE, g_object_get_data (G_OBJECT (button), CHOICE));
}

/* A list of which one is chosen, the first to begin with. */
static GtkWidget *
choice_list (const Choice *choices, guint n)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *first = NULL;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < n; i++) {
    GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choices[i].title));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choices[i].subtitle));
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    g_object_set_data (G_OBJECT (button), CHOICE, GUINT_TO_POINTER (i));
    g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), list, 0);
    if (first != NULL)
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
    else
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
    first = first != NULL ? first : button;
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  return list;
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, AkkWindow *window)
{
  GtkWidget *list = adw_alert_dialog_get_extra_child (dialog);
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), CHOICE));
  Wanted *wanted = g_object_steal_data (G_OBJECT (dialog), WANTED);

  if (g_str_equal (response, "cancel") || window->closed) {
    wanted_free (wanted);
    return;
  }
  if (wanted->is_public)
    wanted->is_page = choice == 1;
  else
    wanted->paper = (AkkPlanPaper) choice;
  if (g_str_equal (response, "print"))
    akk_print_task_start (window, lay_out_to_print, wanted, (GDestroyNotify) wanted_free);
  else
    save (window, wanted);
}

/* Takes over what is wanted. */
static void
ask (AkkWindow *window, Wanted *wanted, const char *heading, const char *body, GtkWidget *list)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_response (alert, "cancel", _ ("_Cancel"));
  if (!wanted->is_public)
    adw_alert_dialog_add_response (alert, "print", _ ("_Print…"));
  adw_alert_dialog_add_response (alert, "save",
                                 wanted->is_public ? _ ("_Save…") : _ ("_Save as PDF…"));
  adw_alert_dialog_set_prefer_wide_layout (alert, TRUE);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_dialog_set_focus (dialog, gtk_widget_get_first_child (list));
  g_object_set_data_full (G_OBJECT (dialog), WANTED, wanted, (GDestroyNotify) wanted_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), window, 0);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* How much of the plan goes along. */
static char *
selection_words (AkkActionScope *scope)
{
  const AkkActionFilter *filter = akk_action_scope_filter (scope);
  guint n = akk_action_scope_shown (scope)->len;

  return akk_action_filter_is_empty (filter)
             ? g_strdup_printf (ngettext ("%u action.", "%u actions.", n), n)
             : g_strdup_printf (ngettext ("%u action: what the page shows now. The selection is "
                                          "printed along.",
                                          "%u actions: what the page shows now. The selection is "
                                          "printed along.",
                                          n),
                                n);
}

void
akk_action_plan_print (GtkWidget *widget, AkkActionScope *scope)
{
  AkkWindow *window = window_of (widget);
  g_autofree char *body = NULL;

  if (window == NULL)
    return;
  body = selection_words (scope);
  ask (window, wanted_new (scope), _ ("Print the Action Plan"), body,
       choice_list (papers, G_N_ELEMENTS (papers)));
}

void
akk_action_plan_publish (GtkWidget *widget, AkkActionScope *scope)
{
  AkkWindow *window = window_of (widget);
  g_autofree char *selection = NULL, *body = NULL;
  Wanted *wanted;

  if (window == NULL)
    return;
  selection = selection_words (scope);
  body =
      g_strconcat (selection, " ",
                   _ ("Leads are organisations and functions. Persons, contacts, means, reasons, "
                      "internal notes, logs and attachments are left out."),
                   NULL);
  wanted = wanted_new (scope);
  wanted->is_public = TRUE;
  ask (window, wanted, _ ("Public Edition"), body, choice_list (editions, G_N_ELEMENTS (editions)));
}
