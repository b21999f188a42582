/* The page Overleg: the bodies of an agreement, their year, their meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/consultation-page-private.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/dates.h"
#include "core/dossier.h"
#include "core/obligations.h"
#include "ui/agreement-words.h"
#include "ui/plan-dialog.h"
#include "ui/undo-button.h"

/* More years than these are chosen from a list. */
#define MOST_TOGGLES 6

G_DEFINE_FINAL_TYPE (AkkConsultationPage, akk_consultation_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, PROP_SMALL, N_PROPS };

static GParamSpec *props[N_PROPS];

/* --- The years --- */

static int
year_of (gint64 date)
{
  int year;

  akk_date_to_ymd (date, &year, NULL, NULL);
  return year;
}

static void
widen (int *first, int *last, gint64 date)
{
  int year = date != AKK_NO_DATE ? year_of (date) : 0;

  if (year == 0)
    return;
  *first = *first == 0 ? year : MIN (*first, year);
  *last = MAX (*last, year);
}

/* Those that have meetings, or windows in which some are owed. */
static void
find_years (AkkConsultationPage *self, const GPtrArray *obligations, int *first, int *last)
{
  const AkkMeetingRow *meetings;
  guint dated, n_meetings;

  *first = *last = 0;
  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *obligation = obligations->pdata[i];

    if (obligation->kind != AKK_OBLIGATION_MEETING)
      continue;
    widen (first, last, obligation->from);
    widen (first, last, obligation->to);
  }
  dated = akk_meeting_rows_find_day (self->meetings, AKK_NO_DATE + 1);
  meetings = akk_meeting_rows_get (self->meetings, &n_meetings);
  if (dated < n_meetings) {
    widen (first, last, meetings[dated].date);
    widen (first, last, meetings[n_meetings - 1].date);
  }
  if (*first == 0)
    *first = *last = year_of (self->today);
}

static void
show_choice (AkkConsultationPage *self)
{
  int n = self->first_year > 0 ? self->last_year - self->first_year + 1 : 0;
  gboolean toggles = n > 1 && n <= MOST_TOGGLES && !self->small;

  gtk_widget_set_visible (GTK_WIDGET (self->year_toggles), toggles);
  gtk_widget_set_visible (GTK_WIDGET (self->year_choice), n > 1 && !toggles);
}

static void
offer_years (AkkConsultationPage *self, int first, int last)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->first_year = first;
  self->last_year = last;
  adw_toggle_group_remove_all (self->year_toggles);
  for (int year = first; year <= last; year++) {
    g_autofree char *name = g_strdup_printf ("%d", year);

    gtk_string_list_append (names, name);
    if (last - first < MOST_TOGGLES) {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, name);
      adw_toggle_set_label (toggle, name);
      adw_toggle_group_add (self->year_toggles, toggle);
    }
  }
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (names));
}

static void
show_years (AkkConsultationPage *self, const GPtrArray *obligations)
{
  int first, last;
  g_autofree char *name = NULL;

  find_years (self, obligations, &first, &last);
  self->year = CLAMP (self->year != 0 ? self->year : year_of (self->today), first, last);
  name = g_strdup_printf ("%d", self->year);
  self->filling = TRUE;
  if (first != self->first_year || last != self->last_year)
    offer_years (self, first, last);
  if (last - first < MOST_TOGGLES)
    adw_toggle_group_set_active_name (self->year_toggles, name);
  gtk_drop_down_set_selected (self->year_choice, (guint) (self->year - first));
  self->filling = FALSE;
  show_choice (self);
}

/* --- Filling --- */

/* Whether a proposal may find anything for a body from today up to and including `last`. Only of
 * one rule that counts by years do obligations say all. */
static gboolean
may_owe (AkkConsultationPage *self, const GPtrArray *obligations, const AkkBody *body, gint64 last)
{
  g_autoptr (GArray) rules = akk_frequencies (body);

  if (rules->len != 1 || body->basis == AKK_BASIS_ROLLING)
    return rules->len > 0;
  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *it = obligations->pdata[i];

    if (it->kind == AKK_OBLIGATION_MEETING && it->body_id == body->record.id &&
        it->required > it->held + it->planned && it->from <= last && it->to >= self->today)
      return TRUE;
  }
  return FALSE;
}

/* What would meet the rest of this year. */
static void
propose (AkkConsultationPage *self, const GPtrArray *obligations)
{
  gint64 last = akk_date_from_ymd (self->year, 12, 31);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->proposal, akk_proposal_free);
  if (self->year != year_of (self->today))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (self->bodies); i++) {
    g_autoptr (AkkBody) body = g_list_model_get_item (self->bodies, i);

    if (may_owe (self, obligations, body, last))
      g_ptr_array_add (bodies, g_steal_pointer (&body));
  }
  if (bodies->len > 0)
    self->proposal = akk_proposal_new (self->store, bodies, self->today, last, self->today, 0);
}

static void
hold_bodies (AkkConsultationPage *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->held_bodies);

  self->held_bodies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (self->bodies); i++)
    g_ptr_array_add (self->held_bodies, g_list_model_get_item (self->bodies, i));
}

static void
fill (AkkConsultationPage *self)
{
  g_autoptr (GPtrArray) obligations = NULL;
  gboolean any = g_list_model_get_n_items (self->bodies) > 0;

  hold_bodies (self);
  self->stale = FALSE;
  self->today = akk_store_today (self->store);
  if (self->meetings == NULL)
    self->meetings = akk_meeting_rows_new (self->store, self->agreement->record.id);
  akk_meeting_rows_follow (self->meetings);
  akk_consultation_page_follow_facts (self);
  obligations = akk_obligations_new (self->store, self->agreement, self->today);
  adw_window_title_set_subtitle (self->title, akk_agreement_name (self->agreement));
  gtk_stack_set_visible_child_name (self->stack, any ? "bodies" : "empty");
  show_years (self, obligations);
  propose (self, obligations);
  akk_year_strip_show (self->strip, self->store, self->bodies, self->meetings, obligations,
                       self->proposal, self->year, self->today);
  akk_consultation_page_fill_lists (self);
}

static void
stepped_cb (AkkConsultationPage *self)
{
  akk_consultation_page_close_gone (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    fill (self);
  else
    self->stale = TRUE;
}

static void
shown_cb (AkkConsultationPage *self)
{
  if (self->stale && self->store != NULL)
    fill (self);
}

static void
show_year (AkkConsultationPage *self, int year)
{
  if (year == self->year || self->store == NULL)
    return;
  self->year = year;
  self->ahead_limit = self->held_limit = self->other_limit = AKK_CONSULTATION_ROWS;
  fill (self);
}

/* --- Callbacks --- */

static void
year_toggled_cb (AkkConsultationPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->year_toggles);

  if (!self->filling && name != NULL)
    show_year (self, (int) g_ascii_strtoll (name, NULL, 10));
}

static void
year_chosen_cb (AkkConsultationPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_choice);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION)
    show_year (self, self->first_year + (int) selected);
}

static void
body_activated_cb (AkkConsultationPage *self, gint64 id)
{
  akk_consultation_page_show_body (self, id);
}

static void
meeting_activated_cb (AkkConsultationPage *self, gint64 id)
{
  akk_consultation_page_show_meeting (self, id);
}

static void
proposal_activated_cb (AkkConsultationPage *self, gint64 body_id)
{
  akk_consultation_page_plan_dates (self, body_id);
}

/* --- Actions --- */

static void
new_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_consultation_page_new_meeting (AKK_CONSULTATION_PAGE (widget), 0);
}

static void
new_body_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_consultation_page_new_body (AKK_CONSULTATION_PAGE (widget));
}

static void
plan_dates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_consultation_page_plan_dates (AKK_CONSULTATION_PAGE (widget), 0);
}

static void
new_meeting_of_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  akk_consultation_page_new_meeting (AKK_CONSULTATION_PAGE (widget),
                                     g_variant_get_int64 (parameter));
}

/* --- Virtual functions --- */

static void
akk_consultation_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (object);

  g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->small);
}

static void
akk_consultation_page_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (object);

  if (id == PROP_NARROW) {
    self->narrow = g_value_get_boolean (value);
    return;
  }
  self->small = g_value_get_boolean (value);
  show_choice (self);
  if (self->meetings != NULL)
    akk_consultation_page_fill_lists (self);
}

static void
akk_consultation_page_dispose (GObject *object)
{
  AkkConsultationPage *self = AKK_CONSULTATION_PAGE (object);

  if (self->store != NULL)
    akk_consultation_page_set_agreement (self, NULL, NULL);
  G_OBJECT_CLASS (akk_consultation_page_parent_class)->dispose (object);
}

static void
akk_consultation_page_finalize (GObject *object)
{
  g_hash_table_unref (AKK_CONSULTATION_PAGE (object)->facts);
  G_OBJECT_CLASS (akk_consultation_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, title);
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, year_toggles);
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, strip);
  gtk_widget_class_bind_template_child (widget_class, AkkConsultationPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, year_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, meeting_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposal_activated_cb);
}

static void
akk_consultation_page_class_init (AkkConsultationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_consultation_page_get_property;
  object_class->set_property = akk_consultation_page_set_property;
  object_class->dispose = akk_consultation_page_dispose;
  object_class->finalize = akk_consultation_page_finalize;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE);
  props[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE, G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  g_type_ensure (AKK_TYPE_YEAR_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/consultation-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "consultation.new-meeting", NULL,
                                   new_meeting_action);
  gtk_widget_class_install_action (widget_class, "consultation.new-body", NULL, new_body_action);
  gtk_widget_class_install_action (widget_class, "consultation.plan-dates", NULL,
                                   plan_dates_action);
  gtk_widget_class_install_action (widget_class, "consultation.new-meeting-of", "x",
                                   new_meeting_of_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "consultation.new-meeting", NULL);
  akk_consultation_page_install_shows (widget_class);
}

static void
akk_consultation_page_init (AkkConsultationPage *self)
{
  self->ahead_limit = self->held_limit = self->other_limit = AKK_CONSULTATION_ROWS;
  self->facts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_consultation_page_set_up_lists (self);
  g_signal_connect_object (self->stack, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

/* --- Public --- */

void
akk_consultation_page_set_agreement (AkkConsultationPage *self,
                                     AkkStore *store,
                                     AkkAgreement *agreement)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, stepped_cb, self);
  adw_navigation_view_pop_to_tag (self->navigation, "bodies");
  g_clear_object (&self->bodies);
  g_clear_pointer (&self->held_bodies, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, akk_meeting_rows_free);
  g_hash_table_remove_all (self->facts);
  g_clear_pointer (&self->proposal, akk_proposal_free);
  g_set_object (&self->store, store);
  g_set_object (&self->agreement, agreement);
  self->year = 0;
  if (store == NULL) {
    akk_year_strip_show (self->strip, NULL, NULL, NULL, NULL, NULL, 0, 0);
    return;
  }
  self->bodies = akk_store_list (store, &akk_body_record, "agreement_id", agreement->record.id);
  g_signal_connect_swapped (store, "stepped", G_CALLBACK (stepped_cb), self);
  stepped_cb (self);
}

void
akk_consultation_page_show_bodies (AkkConsultationPage *self)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  adw_navigation_view_pop_to_tag (self->navigation, "bodies");
}

void
akk_consultation_page_plan_dates (AkkConsultationPage *self, gint64 body_id)
{
  g_return_if_fail (AKK_IS_CONSULTATION_PAGE (self));

  if (self->store != NULL && self->agreement != NULL)
    adw_dialog_present (ADW_DIALOG (akk_plan_dialog_new (self->store, self->agreement, body_id)),
                        GTK_WIDGET (self));
}
