/* The first page of the dialog of an action: what it is, for whom, and what it carries out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/action-rows.h"
#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/tags.h"
#include "ui/action-dialog-private.h"
#include "ui/reference-row.h"
#include "ui/rich-field.h"

/* --- Names --- */

static const char *
tags_of (AkkActionDialog *self, AkkTagKind kind)
{
  const AkkAction *action = self->draft->action;

  return kind == AKK_TAG_TARGET_GROUP ? action->target_groups
         : kind == AKK_TAG_DOMAIN     ? action->domains
                                      : action->policies;
}

/* The names of the Pact and those in use; those of the action itself always. */
static AkkTickRow *
names_row_new (AkkActionDialog *self, AkkActionRows *rows, AkkTagKind kind, const char *title)
{
  AkkTickRow *row = AKK_TICK_ROW (akk_tick_row_new (title, _ ("None"), NULL));
  GPtrArray *names = akk_action_rows_names (rows, kind);
  g_auto (GStrv) own = akk_tags_split (tags_of (self, kind));

  for (guint i = 0; i < names->len; i++)
    akk_tick_row_add (row, names->pdata[i], names->pdata[i], NULL,
                      akk_tags_contain (tags_of (self, kind), names->pdata[i]));
  for (guint i = 0; own[i] != NULL; i++)
    akk_tick_row_tick (row, own[i]);
  akk_tick_row_offer_new (row, _ ("Add a name"));
  return row;
}

static void
add_names (AkkActionDialog *self)
{
  g_autoptr (AkkActionRows) rows = akk_action_rows_new (self->store, self->agreement->record.id);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("For Whom and About What"));
  self->target_groups_row = names_row_new (self, rows, AKK_TAG_TARGET_GROUP, _ ("Target groups"));
  self->domains_row = names_row_new (self, rows, AKK_TAG_DOMAIN, _ ("Cooperation domains"));
  self->policies_row = names_row_new (self, rows, AKK_TAG_POLICY, _ ("Policy domains"));
  adw_preferences_group_add (group, GTK_WIDGET (self->target_groups_row));
  adw_preferences_group_add (group, GTK_WIDGET (self->domains_row));
  adw_preferences_group_add (group, GTK_WIDGET (self->policies_row));
  adw_preferences_page_add (self->what_page, group);
}

/* --- Commitments --- */

static char *
commitments_words (guint n, guint n_all)
{
  return g_strdup_printf (ngettext ("%u of %u commitment", "%u of %u commitments", n_all), n,
                          n_all);
}

static GPtrArray *
commitments_of (AkkActionDialog *self)
{
  const char *language = akk_agreement_language (self->agreement);
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (language, NULL);
  g_autoptr (AkkFieldSource) source =
      phrases != NULL ? akk_field_source_new (self->store, self->agreement, phrases) : NULL;

  return akk_commitments_load (self->store, self->agreement, source);
}

static void
add_commitments (AkkActionDialog *self)
{
  g_autoptr (GPtrArray) commitments = commitments_of (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->commitments_row = AKK_TICK_ROW (akk_tick_row_new (
      _ ("Carries Out"), _ ("No commitment of the agreement"), commitments_words));
  if (commitments->len > 6)
    akk_tick_row_offer_search (self->commitments_row);
  for (guint i = 0; i < commitments->len; i++) {
    const AkkCommitment *commitment = commitments->pdata[i];
    g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, commitment->id);
    g_autofree char *subtitle = g_strdup (commitment->number);

    akk_tick_row_add (self->commitments_row, key, commitment->text, subtitle,
                      akk_action_draft_carries_out (self->draft, commitment->id));
  }
  adw_preferences_group_add (group, GTK_WIDGET (self->commitments_row));
  gtk_widget_set_visible (GTK_WIDGET (group), commitments->len > 0);
  adw_preferences_page_add (self->what_page, group);
}

/* Those of which the text no longer speaks stay as they are. */
static void
read_commitments (AkkActionDialog *self)
{
  g_auto (GStrv) keys = akk_tick_row_keys (self->commitments_row);
  g_auto (GStrv) ticked = akk_tick_row_ticked (self->commitments_row);

  for (guint i = 0; keys[i] != NULL; i++)
    akk_action_draft_set_commitment (self->draft, g_ascii_strtoll (keys[i], NULL, 10),
                                     g_strv_contains ((const char *const *) ticked, keys[i]));
}

/* Whether they are the same names, whatever their order and their capitals. */
static gboolean
are_same_names (const char *tags, GStrv names)
{
  g_auto (GStrv) before = akk_tags_split (tags);

  if (g_strv_length (before) != g_strv_length (names))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!akk_tags_contain (tags, names[i]))
      return FALSE;
  return TRUE;
}

void
akk_action_dialog_read_ticks (AkkActionDialog *self)
{
  static const char *const properties[] = { "target-groups", "domains", "policies" };
  static const AkkTagKind kinds[] = { AKK_TAG_TARGET_GROUP, AKK_TAG_DOMAIN, AKK_TAG_POLICY };
  AkkTickRow *const rows[] = { self->target_groups_row, self->domains_row, self->policies_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) names = akk_tick_row_ticked (rows[i]);
    g_autofree char *tags = akk_tags_join ((const char *const *) names);

    if (!are_same_names (tags_of (self, kinds[i]), names))
      g_object_set (self->draft->action, properties[i], tags, NULL);
  }
  read_commitments (self);
}

void
akk_action_dialog_carry_out (AkkActionDialog *self, gint64 commitment)
{
  g_autoptr (GPtrArray) commitments = commitments_of (self);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, commitment);

  for (guint i = 0; i < commitments->len; i++) {
    const AkkCommitment *one = commitments->pdata[i];

    if (one->id != commitment)
      continue;
    akk_tick_row_tick (self->commitments_row, key);
    if (*self->draft->action->title == '\0') {
      g_autofree char *plain = akk_commitment_plain (one);
      g_autofree char *title = akk_phrases_sentence (plain);

      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
    }
  }
}

/* --- Its place --- */

/* A plan that is closed takes nothing more. */
static gboolean
is_open_plan (AkkStore *store, AkkRecord *record, gpointer data)
{
  return ((AkkPlan *) record)->state != AKK_PLAN_CLOSED;
}

static gboolean
is_municipality (AkkStore *store, AkkRecord *record, gpointer data)
{
  g_autoptr (AkkOrganisation) organisation =
      akk_store_get (store, &akk_organisation_record, ((AkkParty *) record)->organisation_id);

  return organisation != NULL && (organisation->kind == AKK_ORGANISATION_MUNICIPALITY ||
                                  organisation->kind == AKK_ORGANISATION_CITY);
}

/* A plan for one priority gives that priority. */
static void
place_changed_cb (AkkActionDialog *self)
{
  AkkAction *action = self->draft->action;
  g_autoptr (AkkPlan) plan = akk_store_get (self->store, &akk_plan_record, action->plan_id);
  gboolean given = plan != NULL && plan->priority_id != 0;

  if (given && action->priority_id != plan->priority_id)
    akk_reference_row_choose (AKK_REFERENCE_ROW (self->priority_row), plan->priority_id);
  gtk_widget_set_sensitive (self->priority_row, !given);
}

static void
kind_changed_cb (GtkWidget *municipality, GParamSpec *pspec, AkkAction *action)
{
  gtk_widget_set_visible (municipality, action->kind == AKK_ACTION_MUNICIPALITY);
}

static void
add_place (AkkActionDialog *self)
{
  gint64 agreement = self->agreement->record.id;
  AkkRecordForm *form = akk_action_dialog_add_form (self, self->what_page, _ ("Place in the Plan"));
  GtkWidget *row =
      akk_record_form_add_reference (form, "plan_id", "agreement_id", agreement, _ ("In no plan"));

  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_open_plan, NULL, NULL);
  self->priority_row = akk_record_form_add_reference (form, "priority_id", "agreement_id",
                                                      agreement, _ ("No priority"));
  akk_record_form_add (form, "kind");
  row = akk_record_form_add_reference (form, "municipality_id", "agreement_id", agreement,
                                       _ ("Choose…"));
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (row), is_municipality, NULL, NULL);
  g_signal_connect_object (self->draft->action, "notify::kind", G_CALLBACK (kind_changed_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft->action, "notify::plan-id", G_CALLBACK (place_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (row, self->draft->action->kind == AKK_ACTION_MUNICIPALITY);
  place_changed_cb (self);
}

/* --- Public to the dialog --- */

static void
add_description (AkkActionDialog *self, AkkRecordForm *form)
{
  GtkWidget *field =
      akk_rich_field_new (NULL, self->draft->action, "description", _ ("Description"), N_ ("Type"));
  GtkWidget *row = adw_preferences_row_new ();

  gtk_widget_add_css_class (field, "akk-lines");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Description"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), field);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), row);
}

void
akk_action_dialog_add_what (AkkActionDialog *self)
{
  AkkRecordForm *form = akk_action_dialog_add_form (self, self->what_page, NULL);

  self->title_row = akk_record_form_add (form, "title");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->title_row), FALSE);
  add_description (self, form);
  add_names (self);
  add_place (self);
  add_commitments (self);
}
