/* A dossier on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-view-private.h"
#include "ui/compare-open.h"
#include "ui/definitions-open.h"
#include "ui/terms-open.h"

#include <glib/gi18n.h>

#include "ui/rich-field.h"
#include "ui/settings.h"
#include "ui/undo-button.h"

G_DEFINE_FINAL_TYPE (AkkDossierView, akk_dossier_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_NARROW,
  PROP_COLLAPSED,
  PROP_COMPACT,
  PROP_SHOW_OUTLINE,
  PROP_SHOW_PREVIEW,
  PROP_SHOW_FINDINGS,
  N_FLAGS,
  PROP_AGREEMENT_ID = N_FLAGS,
  PROP_UNDO_WORDS,
  N_PROPS,
};

enum { FAILED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* --- Panes --- */

/* A pane over the text comes and goes; only one beside it is remembered. */
static void
remember_pane (AkkDossierView *self, const char *key, gboolean show)
{
  if (!self->narrow)
    g_settings_set_boolean (akk_settings (), key, show);
}

/* Panes do not fall over the text when the window becomes narrow, and come back as they were
 * chosen. */
static void
set_narrow (AkkDossierView *self, gboolean narrow)
{
  GSettings *settings = akk_settings ();
  gboolean outline = g_settings_get_boolean (settings, "show-outline");
  gboolean preview = g_settings_get_boolean (settings, "show-preview");

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  g_object_set (self, "show-outline", !narrow && outline, "show-preview", !narrow && preview, NULL);
}

/* --- Words --- */

static const char *
state_words (AkkDossierView *self)
{
  if (self->closing)
    return _ ("Saving…");
  if (akk_dossier_get_failure (self->dossier) != NULL)
    return _ ("Not saved in the file");
  return akk_dossier_get_state (self->dossier) == AKK_DOSSIER_PUBLISHED ? _ ("All saved")
                                                                        : _ ("Saving…");
}

static void
update_banner (AkkDossierView *self)
{
  const GError *failure = akk_dossier_get_failure (self->dossier);
  gboolean changed = g_error_matches (failure, AKK_DOSSIER_ERROR, AKK_DOSSIER_ERROR_CHANGED);

  if (failure != NULL) {
    adw_banner_set_title (self->failure_banner, failure->message);
    adw_banner_set_button_label (self->failure_banner,
                                 changed ? _ ("_Choose…") : _ ("_Save Elsewhere…"));
  }
  adw_banner_set_revealed (self->failure_banner, failure != NULL);
}

static void
update_state (AkkDossierView *self)
{
  if (self->dossier == NULL)
    return;
  adw_window_title_set_subtitle (self->content_title, state_words (self));
  update_banner (self);
}

/* --- Callbacks --- */

static void
steps_changed_cb (AkkDossierView *self)
{
  AkkStep *undo = akk_store_get_undo_step (self->store);
  AkkStep *redo = akk_store_get_redo_step (self->store);
  g_autofree char *undo_words = NULL;
  g_autofree char *redo_words = NULL;

  if (undo != NULL)
    undo_words = g_strdup_printf (_ ("Undo: %s"), akk_step_get_label (undo));
  if (redo != NULL)
    redo_words = g_strdup_printf (_ ("Redo: %s"), akk_step_get_label (redo));
  g_set_str (&self->undo_words, undo != NULL ? undo_words : _ ("Undo"));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_WORDS]);
  gtk_widget_set_tooltip_text (self->redo_button, redo != NULL ? redo_words : _ ("Redo"));
}

static void
page_shown_cb (AkkDossierView *self)
{
  akk_dossier_view_page_shown (self);
}

static void
page_activated_cb (AkkDossierView *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  /* Who chooses the page that is shown wants its beginning. */
  if (shown == GTK_WIDGET (self->consultation_page) && g_str_equal (name, "consultation"))
    akk_consultation_page_show_bodies (self->consultation_page);
  akk_dossier_view_show_page (self, name);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* An agreement that is gone, as after undo, gives way to the current one. */
static void
stepped_cb (AkkDossierView *self)
{
  akk_dossier_view_check_later (self);
  if (self->agreement == NULL || self->agreement->record.deleted) {
    g_autoptr (AkkAgreement) current = akk_agreement_current (self->store);

    akk_dossier_view_set_agreement (self, current);
  }
}

static void
edit_failed_cb (AkkDossierView *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* --- Virtual functions --- */

static gboolean *
flag_of (AkkDossierView *self, guint id)
{
  switch (id) {
  case PROP_NARROW:
    return &self->narrow;
  case PROP_COLLAPSED:
    return &self->collapsed;
  case PROP_COMPACT:
    return &self->compact;
  case PROP_SHOW_OUTLINE:
    return &self->show_outline;
  case PROP_SHOW_PREVIEW:
    return &self->show_preview;
  case PROP_SHOW_FINDINGS:
    return &self->show_findings;
  default:
    return NULL;
  }
}

static char *
agreement_id_new (AkkDossierView *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          self->agreement != NULL ? self->agreement->record.id : 0);
}

static void
set_flag (AkkDossierView *self, guint id, gboolean set)
{
  gboolean *flag = flag_of (self, id);

  if (*flag == set)
    return;
  *flag = set;
  if (id == PROP_SHOW_OUTLINE)
    remember_pane (self, "show-outline", set);
  else if (id == PROP_SHOW_PREVIEW)
    remember_pane (self, "show-preview", set);
  g_object_notify_by_pspec (G_OBJECT (self), props[id]);
  /* The two share the right side. */
  if (set && id == PROP_SHOW_FINDINGS && self->show_preview)
    g_object_set (self, "show-preview", FALSE, NULL);
  else if (set && id == PROP_SHOW_PREVIEW && self->show_findings)
    g_object_set (self, "show-findings", FALSE, NULL);
}

static void
akk_dossier_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (object);

  if (id == PROP_AGREEMENT_ID)
    g_value_take_string (value, agreement_id_new (self));
  else if (id == PROP_UNDO_WORDS)
    g_value_set_string (value, self->undo_words);
  else
    g_value_set_boolean (value, *flag_of (self, id));
}

static void
akk_dossier_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (object);

  if (id == PROP_AGREEMENT_ID)
    akk_dossier_view_show_agreement (self, g_ascii_strtoll (g_value_get_string (value), NULL, 10));
  else if (id == PROP_NARROW)
    set_narrow (self, g_value_get_boolean (value));
  else
    set_flag (self, id, g_value_get_boolean (value));
}

static gboolean
akk_dossier_view_grab_focus (GtkWidget *widget)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return gtk_widget_grab_focus (page == GTK_WIDGET (self->text_view) ? GTK_WIDGET (self->text_page)
                                                                     : page);
}

static void
akk_dossier_view_dispose (GObject *object)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (object);

  akk_dossier_view_set_dossier (self, NULL);
  G_OBJECT_CLASS (akk_dossier_view_parent_class)->dispose (object);
}

static void
akk_dossier_view_finalize (GObject *object)
{
  AkkDossierView *self = AKK_DOSSIER_VIEW (object);

  g_free (self->undo_words);
  g_clear_pointer (&self->findings_aside, akk_aside_free);
  G_OBJECT_CLASS (akk_dossier_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const names[N_FLAGS] = {
    [PROP_NARROW] = "narrow",
    [PROP_COLLAPSED] = "collapsed",
    [PROP_COMPACT] = "compact",
    [PROP_SHOW_OUTLINE] = "show-outline",
    [PROP_SHOW_PREVIEW] = "show-preview",
    [PROP_SHOW_FINDINGS] = "show-findings",
  };

  for (guint id = 1; id < N_FLAGS; id++)
    props[id] = g_param_spec_boolean (names[id], NULL, NULL, FALSE,
                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_AGREEMENT_ID] = g_param_spec_string ("agreement-id", NULL, NULL, "0",
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_UNDO_WORDS] = g_param_spec_string ("undo-words", NULL, NULL, NULL, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
akk_dossier_view_class_init (AkkDossierViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = akk_dossier_view_get_property;
  object_class->set_property = akk_dossier_view_set_property;
  object_class->dispose = akk_dossier_view_dispose;
  object_class->finalize = akk_dossier_view_finalize;
  widget_class->grab_focus = akk_dossier_view_grab_focus;
  install_properties (object_class);
  signals[FAILED] = g_signal_new ("failed", AKK_TYPE_DOSSIER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (AKK_TYPE_SIDEBAR);
  g_type_ensure (AKK_TYPE_TEXT_PAGE);
  g_type_ensure (AKK_TYPE_UNDO_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/akkoord/Akkoord/ui/dossier-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, split_view);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, content_page);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, pages);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, text_view);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, content_title);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, text_page);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_failed_cb);
  gtk_widget_class_install_property_action (widget_class, "view.show-outline", "show-outline");
  gtk_widget_class_install_property_action (widget_class, "view.show-preview", "show-preview");
  gtk_widget_class_install_property_action (widget_class, "view.agreement-id", "agreement-id");
  akk_dossier_view_install_ways (widget_class);
  akk_dossier_view_install_findings (widget_class);
  akk_dossier_view_install_compare (widget_class);
  akk_dossier_view_install_terms (widget_class);
  akk_dossier_view_install_definitions (widget_class);
  akk_dossier_view_install_search (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "view.show-outline", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "view.show-preview", NULL);
}

static void
akk_dossier_view_init (AkkDossierView *self)
{
  self->show_outline = g_settings_get_boolean (akk_settings (), "show-outline");
  self->show_preview = g_settings_get_boolean (akk_settings (), "show-preview");
  akk_dossier_view_findings_init (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  akk_dossier_view_add_pages (self);
  akk_dossier_view_page_shown (self);
}

/* --- Public --- */

static void
forget_dossier (AkkDossierView *self)
{
  if (self->dossier == NULL)
    return;
  akk_dossier_view_check_never (self);
  akk_dossier_view_stop_search (self);
  akk_dossier_view_set_agreement (self, NULL);
  akk_sidebar_set_store (self->sidebar, NULL);
  akk_partners_page_set_store (self->partners_page, NULL);
  akk_today_page_set_store (self->today_page, NULL);
  akk_calendar_page_set_store (self->calendar_page, NULL);
  g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->dossier);
}

void
akk_dossier_view_set_dossier (AkkDossierView *self, AkkDossier *dossier)
{
  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  forget_dossier (self);
  if (dossier == NULL)
    return;
  self->dossier = g_object_ref (dossier);
  self->store = g_object_ref (akk_dossier_get_store (dossier));
  akk_sidebar_set_store (self->sidebar, self->store);
  akk_partners_page_set_store (self->partners_page, self->store);
  akk_today_page_set_store (self->today_page, self->store);
  akk_calendar_page_set_store (self->calendar_page, self->store);
  akk_dossier_view_show_place (self);
  akk_dossier_view_start_search (self);

  g_signal_connect_swapped (dossier, "notify::state", G_CALLBACK (update_state), self);
  g_signal_connect_swapped (dossier, "notify::failure", G_CALLBACK (update_state), self);
  g_signal_connect_swapped (self->store, "stepped", G_CALLBACK (stepped_cb), self);
  g_signal_connect_swapped (self->store, "notify::undo-step", G_CALLBACK (steps_changed_cb), self);
  g_signal_connect_swapped (self->store, "notify::redo-step", G_CALLBACK (steps_changed_cb), self);
  steps_changed_cb (self);
  update_state (self);
}

void
akk_dossier_view_end_burst (AkkDossierView *self)
{
  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  akk_text_page_end_burst (self->text_page);
  akk_rich_field_end_focused (GTK_WIDGET (self));
}

void
akk_dossier_view_set_closing (AkkDossierView *self, gboolean closing)
{
  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  self->closing = closing;
  gtk_widget_set_can_target (GTK_WIDGET (self), !closing);
  update_state (self);
}
