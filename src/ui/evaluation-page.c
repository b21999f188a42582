/* The page Evaluatie: the yearly report, its facts and its narratives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/evaluation-page-private.h"

#include <glib/gi18n.h>

#include "core/control-code.h"
#include "core/dossier.h"
#include "ui/day.h"
#include "ui/record-dialog.h"
#include "ui/undo-button.h"

/* More years than these are chosen from a list. */
#define MOST_YEARS 5

G_DEFINE_FINAL_TYPE (AkkEvaluationPage, akk_evaluation_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, PROP_MOST_YEARS, PROP_SHOW_SIDE, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- What is shown --- */

gboolean
akk_evaluation_page_locked (AkkEvaluationPage *self)
{
  return self->evaluation == NULL || akk_evaluation_adopted (self->evaluation);
}

gboolean
akk_evaluation_page_commit (AkkEvaluationPage *self)
{
  g_autoptr (GError) error = NULL;

  if (akk_store_commit (self->store, &error))
    return TRUE;
  akk_show_error (GTK_WIDGET (self), _ ("Not Stored"), error);
  return FALSE;
}

static void
show_adopted (AkkEvaluationPage *self)
{
  g_autoptr (AkkVersion) version =
      self->evaluation != NULL ? akk_evaluation_version (self->store, self->evaluation) : NULL;
  g_autoptr (AkkMeeting) meeting = NULL;
  g_autoptr (AkkBody) body = NULL;
  g_autofree char *day = NULL, *code = NULL, *where = NULL, *words = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.open-pdf", version != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.adopt",
                                 !akk_evaluation_page_locked (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.print", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.save", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.save-page",
                                 self->evaluation != NULL);
  adw_banner_set_revealed (self->adopted_banner, version != NULL);
  akk_evaluation_page_show_signatures (self, version);
  if (version == NULL)
    return;
  meeting = akk_store_get (self->store, &akk_meeting_record, self->evaluation->meeting_id);
  body = meeting != NULL ? akk_store_get (self->store, &akk_body_record, meeting->body_id) : NULL;
  day = akk_day_long (self->evaluation->adopted_on);
  code = akk_control_code_format (version->code);
  /* Translators: a day, and the body that did it: “Adopted on 2 March 2025, Steering group”. */
  where = body != NULL ? g_strdup_printf (_ ("Adopted on %s, %s"), day, body->name)
                       : g_strdup_printf (_ ("Adopted in writing on %s"), day);
  /* Translators: what was said above, the number of a version, and its control code. */
  words = g_strdup_printf (_ ("%s: version %d, control code %s. It does not change any more."),
                           where, (int) version->number, code);
  adw_banner_set_title (self->adopted_banner, words);
}

static void
show_nothing (AkkEvaluationPage *self)
{
  g_autofree char *title = g_strdup_printf (_ ("No Report of %d Yet"), self->year);
  g_autofree char *label = g_strdup_printf (_ ("_Begin the Report of %d"), self->year);
  GtkLabel *words;

  adw_status_page_set_title (self->begin_page, title);
  gtk_button_set_label (self->begin_button, label);
  words = GTK_LABEL (gtk_button_get_child (self->begin_button));
  gtk_label_set_wrap (words, TRUE); /* in a narrow window with large text */
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
  adw_window_title_set_subtitle (self->title, "");
  gtk_stack_set_visible_child_name (self->stack, "none");
}

void
akk_evaluation_page_refresh (AkkEvaluationPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->outdated = FALSE;
  g_clear_object (&self->evaluation);
  self->evaluation = akk_evaluation_find (self->store, self->agreement->record.id, self->year);
  akk_evaluation_page_show_years (self);
  show_adopted (self);
  if (self->evaluation == NULL || self->phrases == NULL) {
    akk_evaluation_page_show_part_widgets (self, NULL);
    show_nothing (self);
  } else {
    akk_evaluation_page_reckon (self);
    akk_evaluation_page_show_parts (self);
    gtk_stack_set_visible_child_name (self->stack, "report");
  }
  akk_evaluation_page_queue_side (self);
}

/* --- Callbacks --- */

static gboolean
refresh_cb (gpointer data)
{
  AkkEvaluationPage *self = data;

  self->refresh_id = 0;
  akk_evaluation_page_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
stepped_cb (AkkEvaluationPage *self)
{
  gboolean own_words = self->own_words;

  self->own_words = FALSE;
  if (own_words && !self->outdated && self->evaluation != NULL) {
    akk_evaluation_page_show_parts (self);
    akk_evaluation_page_queue_side (self);
    return;
  }
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
year_toggled_cb (AkkEvaluationPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->year_toggles);

  if (name != NULL && !self->filling)
    akk_evaluation_page_choose_year (self, (int) g_ascii_strtoll (name, NULL, 10));
}

static void
year_chosen_cb (AkkEvaluationPage *self)
{
  guint index = gtk_drop_down_get_selected (self->year_choice);

  if (index < self->years->len && !self->filling)
    akk_evaluation_page_choose_year (self, g_array_index (self->years, int, index));
}

/* Where the parts lie over the text, choosing one shows it. */
static void
part_activated_cb (AkkEvaluationPage *self, GtkListBoxRow *row)
{
  akk_evaluation_page_choose_part (self, (guint) gtk_list_box_row_get_index (row));
  if (adw_overlay_split_view_get_collapsed (self->parts_split))
    adw_overlay_split_view_set_show_sidebar (self->parts_split, FALSE);
}

/* Who looked through the parts and left them again is where the page is. */
static void
parts_left_cb (AkkEvaluationPage *self)
{
  if (self->parts != NULL && self->parts_list != NULL)
    gtk_list_box_select_row (self->parts_list,
                             gtk_list_box_get_row_at_index (
                                 self->parts_list, (int) akk_evaluation_page_part_index (self)));
}

static void
ready_toggled_cb (AkkEvaluationPage *self)
{
  if (!self->filling)
    akk_evaluation_page_set_ready (self, gtk_toggle_button_get_active (self->ready_button));
}

static void
finding_activated_cb (AkkEvaluationPage *self, const AkkFinding *finding)
{
  akk_evaluation_page_go_to (self, finding);
}

/* --- Virtual functions --- */

static void
akk_evaluation_page_map (GtkWidget *widget)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (widget);

  if (self->store != NULL && self->outdated)
    akk_evaluation_page_refresh (self);
  GTK_WIDGET_CLASS (akk_evaluation_page_parent_class)->map (widget);
  if (self->pages_outdated)
    akk_evaluation_page_queue_preview (self);
}

static void
akk_evaluation_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (object);

  if (id == PROP_MOST_YEARS)
    g_value_set_uint (value, self->most_years);
  else
    g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->show_side);
}

static void
akk_evaluation_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (object);

  switch (id) {
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    break;
  case PROP_MOST_YEARS:
    self->most_years = g_value_get_uint (value);
    akk_evaluation_page_show_years (self);
    break;
  default:
    self->show_side = g_value_get_boolean (value);
    akk_evaluation_page_update_side (self);
  }
}

static void
akk_evaluation_page_dispose (GObject *object)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (object);

  if (self->store != NULL)
    akk_evaluation_page_set_agreement (self, NULL, NULL);
  self->parts_list = NULL;
  self->narrative_bin = NULL;
  self->side_stack = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), AKK_TYPE_EVALUATION_PAGE);
  G_OBJECT_CLASS (akk_evaluation_page_parent_class)->dispose (object);
}

static void
akk_evaluation_page_finalize (GObject *object)
{
  AkkEvaluationPage *self = AKK_EVALUATION_PAGE (object);

  g_clear_pointer (&self->facts_aside, akk_aside_free);
  g_clear_pointer (&self->findings_aside, akk_aside_free);
  g_clear_pointer (&self->preview_aside, akk_aside_free);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  g_clear_pointer (&self->fact_children, g_ptr_array_unref);
  G_OBJECT_CLASS (akk_evaluation_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, AkkEvaluationPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (year_toggles);
  BIND (year_choice);
  BIND (title);
  BIND (begin_button);
  BIND (adopt_button);
  BIND (findings_button);
  BIND (preview_button);
  BIND (adopted_banner);
  BIND (stack);
  BIND (begin_page);
  BIND (parts_split);
  BIND (side_split);
  BIND (parts_pane);
  BIND (part_view);
  BIND (side);
  gtk_widget_class_bind_template_callback (widget_class, year_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
}

static void
akk_evaluation_page_class_init (AkkEvaluationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_evaluation_page_get_property;
  object_class->set_property = akk_evaluation_page_set_property;
  object_class->dispose = akk_evaluation_page_dispose;
  object_class->finalize = akk_evaluation_page_finalize;
  widget_class->map = akk_evaluation_page_map;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_MOST_YEARS] = g_param_spec_uint ("most-years", NULL, NULL, 0, G_MAXUINT, MOST_YEARS,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_SIDE] = g_param_spec_boolean ("show-side", NULL, NULL, TRUE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_EVALUATION_MENU);
  g_type_ensure (AKK_TYPE_EVALUATION_PART_VIEW);
  g_type_ensure (AKK_TYPE_EVALUATION_PARTS);
  g_type_ensure (AKK_TYPE_EVALUATION_SIDE);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/evaluation-page.ui");
  bind_children (widget_class);
  akk_evaluation_page_install_years (widget_class);
  akk_evaluation_page_install_side (widget_class);
  akk_evaluation_page_install_conclusions (widget_class);
  akk_evaluation_page_install_paper (widget_class);
  akk_evaluation_page_install_signatures (widget_class);
}

static void
take_pieces (AkkEvaluationPage *self)
{
  self->parts_list = self->parts_pane->parts_list;
  g_signal_connect_object (self->parts_list, "row-activated", G_CALLBACK (part_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts_pane->focus, "leave", G_CALLBACK (parts_left_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = self->part_view->scroller;
  self->heading_label = self->part_view->heading_label;
  self->facts_group = self->part_view->facts_group;
  self->conclusions_box = self->part_view->conclusions_box;
  self->narrative_box = self->part_view->narrative_box;
  self->stale_list = self->part_view->stale_list;
  self->narrative_bin = self->part_view->narrative_bin;
  self->buttons_box = self->part_view->buttons_box;
  self->sentences_button = self->part_view->sentences_button;
  self->ready_button = self->part_view->ready_button;
  self->ready_image = self->part_view->ready_image;
  self->side_stack = self->side->side_stack;
  self->preview_scroller = self->side->preview_scroller;
  self->preview = self->side->preview;
  self->findings_list = self->side->findings_list;
  g_signal_connect_object (self->ready_button, "toggled", G_CALLBACK (ready_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings_list, "finding-activated",
                           G_CALLBACK (finding_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
akk_evaluation_page_init (AkkEvaluationPage *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->fact_rows = g_ptr_array_new ();
  self->fact_children = g_ptr_array_new ();
  self->most_years = MOST_YEARS;
  self->show_side = TRUE;
  akk_evaluation_page_reckon_init (self);
  akk_evaluation_page_findings_init (self);
  akk_evaluation_page_preview_init (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  take_pieces (self);
  akk_evaluation_page_update_side (self);
}

/* --- Public --- */

void
akk_evaluation_page_set_agreement (AkkEvaluationPage *self,
                                   AkkStore *store,
                                   AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_EVALUATION_PAGE (self));

  akk_evaluation_page_end_burst (self);
  akk_evaluation_page_stop_side (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  akk_evaluation_page_show_part_widgets (self, NULL);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  akk_evaluation_page_stop_reckoning (self);
  g_clear_pointer (&self->signing, akk_signing_free);
  g_clear_pointer (&self->phrases, akk_phrases_free);
  g_clear_object (&self->evaluation);
  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
  if (agreement == NULL)
    return;
  g_signal_connect_object (store, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  self->phrases = akk_phrases_new (akk_agreement_language (agreement), NULL);
  self->year = akk_evaluation_page_best_year (self);
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    akk_evaluation_page_refresh (self);
}

void
akk_evaluation_page_show_evaluation (AkkEvaluationPage *self, gint64 id)
{
  g_autoptr (AkkEvaluation) evaluation = NULL;

  g_return_if_fail (AKK_IS_EVALUATION_PAGE (self));

  if (self->store == NULL)
    return;
  evaluation = akk_store_get (self->store, &akk_evaluation_record, id);
  if (evaluation != NULL && evaluation->agreement_id == self->agreement->record.id)
    akk_evaluation_page_choose_year (self, (int) evaluation->year);
}

void
akk_evaluation_page_show_part (AkkEvaluationPage *self, gint64 id)
{
  g_autoptr (AkkEvaluationPart) part = NULL;

  g_return_if_fail (AKK_IS_EVALUATION_PAGE (self));

  if (self->store == NULL)
    return;
  part = akk_store_get (self->store, &akk_evaluation_part_record, id);
  if (part == NULL)
    return;
  akk_evaluation_page_show_evaluation (self, part->evaluation_id);
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    if (self->parts->pdata[i] == part)
      akk_evaluation_page_choose_part (self, i);
}
