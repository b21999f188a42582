/* The promises register: each commitment of the agreement with the actions that carry it out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/commitments-page.h"

#include <glib/gi18n.h>

#include "core/coverage.h"
#include "ui/action-dialog.h"
#include "ui/action-words.h"
#include "ui/meeting-words.h"
#include "ui/state-glyph.h"
#include "ui/undo-button.h"

struct _AkkCommitmentsPage {
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkLabel *summary;
  AdwToggleGroup *filter;
  AdwStatusPage *nothing;
  GtkBox *groups;

  AkkActionScope *scope;
  GPtrArray *buttons; /* of the rows, to make an action; not owned */
  guint place; /* of the row that is worked in */
  AdwDialog *dialog; /* that makes an action; weak */
  guint fill_idle;
};

G_DEFINE_FINAL_TYPE (AkkCommitmentsPage, akk_commitments_page, ADW_TYPE_NAVIGATION_PAGE)

static const char commitment_key[] = "akk-commitment";

static void fill_now (AkkCommitmentsPage *self);

/* --- Where the keyboard is --- */

/* Rows are made anew with each change: the one at the same place goes on with the keys. */
static void
focus_place (AkkCommitmentsPage *self)
{
  if (self->buttons->len > 0)
    gtk_widget_grab_focus (self->buttons->pdata[MIN (self->place, self->buttons->len - 1)]);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->filter), GTK_DIR_TAB_FORWARD);
}

/* Whether that is in a row; then remembers which. */
static gboolean
remember_place (AkkCommitmentsPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->groups));

  while (focus != NULL && gtk_widget_get_focus_child (focus) != NULL)
    focus = gtk_widget_get_focus_child (focus);
  for (guint i = 0; focus != NULL && i < self->buttons->len; i++) {
    GtkWidget *row = gtk_widget_get_ancestor (self->buttons->pdata[i], ADW_TYPE_PREFERENCES_ROW);

    if (row != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
      self->place = i;
  }
  return focus != NULL;
}

static void
closed_cb (AkkCommitmentsPage *self)
{
  g_clear_weak_pointer (&self->dialog);
  if (self->scope == NULL)
    return;
  fill_now (self);
  focus_place (self);
}

/* --- Rows --- */

static void
add_clicked_cb (AkkCommitmentsPage *self, GtkWidget *button)
{
  const gint64 *commitment = g_object_get_data (G_OBJECT (button), commitment_key);
  g_autoptr (AkkPlan) plan = NULL;
  AdwDialog *dialog;

  /* A key pressed in time presses the button a second time. */
  if (self->dialog != NULL)
    return;
  plan = akk_action_scope_plan (self->scope);
  dialog = akk_action_dialog_new (akk_action_scope_store (self->scope),
                                  akk_action_scope_agreement (self->scope), NULL, plan);
  g_set_weak_pointer (&self->dialog, dialog);
  g_ptr_array_find (self->buttons, button, &self->place);
  akk_action_dialog_prefill (AKK_ACTION_DIALOG (dialog), NULL, NULL, *commitment);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkWidget *
add_button_new (AkkCommitmentsPage *self, const AkkCommitment *commitment)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Make an Action of It"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), commitment_key,
                          g_memdup2 (&commitment->id, sizeof commitment->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static GtkWidget *
text_button_new (const AkkCommitment *commitment)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("x-office-document-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Show in the Text"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.show-line");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xu)", commitment->section,
                                    commitment->line);
  return button;
}

static GtkWidget *
action_row_new (AkkCommitmentsPage *self, gint64 id)
{
  AkkStore *store = akk_action_scope_store (self->scope);
  gint64 day = akk_action_scope_day (self->scope);
  g_autoptr (AkkAction) action = akk_store_get (store, &akk_action_record, id);
  g_autofree char *details = akk_action_detail_words (store, action, day);
  g_autofree char *status = akk_action_status_words (store, action, day);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", status, details);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), action->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             akk_state_glyph_new (akk_action_glyph (action, day)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "view.show-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
  return row;
}

static GtkWidget *
promise_row_new (AkkCommitmentsPage *self, const AkkPromise *promise)
{
  guint n = promise->actions->len;
  g_autofree char *title = akk_phrases_sentence (promise->commitment->text);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%u action", "%u actions", n), n)
                                 : g_strdup (_ ("No action yet"));
  GtkWidget *row = n > 0 ? adw_expander_row_new () : adw_action_row_new ();
  GtkWidget *buttons[] = { text_button_new (promise->commitment),
                           add_button_new (self, promise->commitment) };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (n == 0) {
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), akk_state_glyph_new (AKK_GLYPH_ATTENTION));
  } else {
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), akk_state_glyph_new (AKK_GLYPH_DONE));
  }
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (n == 0)
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons[i]);
    else
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), buttons[i]);
  for (guint i = 0; i < n; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              action_row_new (self, g_array_index (promise->actions, gint64, i)));
  return row;
}

/* --- Filling --- */

static void
say_summary (AkkCommitmentsPage *self, const AkkCoverage *coverage)
{
  g_autofree char *words = NULL;

  if (coverage->n_without > 0)
    words =
        g_strdup_printf (g_dngettext (NULL, "%u of %u commitments has no action",
                                      "%u of %u commitments have no action", coverage->n_without),
                         coverage->n_without, coverage->promises->len);
  else
    words =
        g_strdup_printf (g_dngettext (NULL, "The commitment has an action",
                                      "All %u commitments have an action", coverage->promises->len),
                         coverage->promises->len);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), coverage->promises->len > 0);
  gtk_label_set_label (self->summary, words);
}

static void
fill (AkkCommitmentsPage *self)
{
  AkkActionFilter year = { .year = akk_action_scope_filter (self->scope)->year };
  AkkActionRows *rows = akk_action_scope_rows (self->scope);
  g_autoptr (GArray) shown = akk_action_filter_apply (&year, rows, AKK_SORT_PLAN, FALSE,
                                                      akk_action_scope_day (self->scope));
  g_autoptr (AkkCoverage) coverage = akk_coverage_new (rows, shown);
  gboolean all = g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "all") == 0;
  GtkWidget *group = NULL, *child;
  gint64 section = 0;
  gboolean focused = remember_place (self);

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < coverage->promises->len; i++) {
    const AkkPromise *promise = coverage->promises->pdata[i];

    if (!all && promise->actions->len > 0)
      continue;
    if (group == NULL || promise->commitment->section != section) {
      g_autofree char *title =
          g_strstrip (g_strdup_printf ("%s  %s", promise->commitment->number, promise->heading));

      section = promise->commitment->section;
      group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
      gtk_box_append (self->groups, group);
    }
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), promise_row_new (self, promise));
  }
  say_summary (self, coverage);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), coverage->promises->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), group == NULL);
  adw_status_page_set_title (self->nothing, coverage->promises->len > 0
                                                ? _ ("Every Commitment Has an Action")
                                                : _ ("No Commitments Yet"));
  adw_status_page_set_description (
      self->nothing, coverage->promises->len > 0
                         ? NULL
                         : _ ("Mark what the partners promise as a commitment in the text; it then "
                              "stands here with the actions that carry it out."));
  if (focused)
    focus_place (self);
}

static gboolean
fill_idle_cb (gpointer data)
{
  AKK_COMMITMENTS_PAGE (data)->fill_idle = 0;
  fill (data);
  return G_SOURCE_REMOVE;
}

/* What is to be filled later. */
static void
fill_now (AkkCommitmentsPage *self)
{
  if (self->fill_idle == 0)
    return;
  g_clear_handle_id (&self->fill_idle, g_source_remove);
  fill (self);
}

static void
fill_later (AkkCommitmentsPage *self)
{
  if (self->fill_idle == 0)
    self->fill_idle = g_idle_add (fill_idle_cb, self);
}

static void
filter_changed_cb (AkkCommitmentsPage *self)
{
  if (self->scope != NULL)
    fill (self);
}

/* --- Object --- */

static void
akk_commitments_page_dispose (GObject *object)
{
  AkkCommitmentsPage *self = AKK_COMMITMENTS_PAGE (object);

  g_clear_handle_id (&self->fill_idle, g_source_remove);
  g_clear_weak_pointer (&self->dialog);
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_COMMITMENTS_PAGE);
  g_clear_object (&self->scope);
  G_OBJECT_CLASS (akk_commitments_page_parent_class)->dispose (object);
}

static void
akk_commitments_page_finalize (GObject *object)
{
  g_ptr_array_unref (AKK_COMMITMENTS_PAGE (object)->buttons);
  G_OBJECT_CLASS (akk_commitments_page_parent_class)->finalize (object);
}

static void
akk_commitments_page_class_init (AkkCommitmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = akk_commitments_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = akk_commitments_page_finalize;
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/commitments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkCommitmentsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkCommitmentsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AkkCommitmentsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, AkkCommitmentsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, AkkCommitmentsPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
akk_commitments_page_init (AkkCommitmentsPage *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AkkCommitmentsPage *
akk_commitments_page_new (AkkActionScope *scope)
{
  AkkCommitmentsPage *self = g_object_new (AKK_TYPE_COMMITMENTS_PAGE, NULL);
  gint64 year = akk_action_scope_filter (scope)->year;
  g_autofree char *subtitle =
      year > 0 ? g_strdup_printf (_ ("Action plan %d"), (int) year) : g_strdup (_ ("All actions"));

  self->scope = g_object_ref (scope);
  adw_window_title_set_subtitle (self->title, subtitle);
  g_signal_connect_object (akk_action_scope_store (scope), "stepped", G_CALLBACK (fill_later), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  return self;
}
