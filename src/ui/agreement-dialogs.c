/* The dialogs of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/agreement-dialogs.h"

#include <glib/gi18n.h>

#include "core/section.h"
#include "ui/record-words.h"
#include "ui/reference-row.h"

#define MAX_AGE 100 /* agreements one after the other: what is longer goes round */

/* --- Properties --- */

/* Not the agreement itself, nor one that came after it. */
static gboolean
may_precede (AkkStore *store, AkkRecord *record, gpointer data)
{
  const AkkRecord *agreement = data;
  gint64 id = record->id;

  for (guint i = 0; id != 0 && i < MAX_AGE; i++) {
    g_autoptr (AkkAgreement) older = NULL;

    if (id == agreement->id)
      return FALSE;
    older = akk_store_get (store, &akk_agreement_record, id);
    id = older != NULL ? older->predecessor_id : 0;
  }
  return TRUE;
}

/* An addendum adds to another agreement, and not to one that adds to it. */
static gboolean
may_be_amended (AkkStore *store, AkkRecord *record, gpointer data)
{
  const AkkRecord *agreement = data;

  return record->id != agreement->id &&
         (agreement->id == 0 || ((const AkkAgreement *) record)->amends_id != agreement->id);
}

/* Only an addendum says to which agreement it adds. */
static void
kind_chosen_cb (AdwComboRow *kind, GParamSpec *pspec, GtkWidget *amends)
{
  guint chosen = adw_combo_row_get_selected (kind);

  gtk_widget_set_visible (amends, akk_agreement_kinds[chosen].value == AKK_AGREEMENT_ADDENDUM);
}

static void
add_kinds (AkkRecordDialog *dialog, AkkAgreement *agreement)
{
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);
  GtkWidget *kind, *amends, *predecessor;

  kind = akk_record_form_add (form, "kind");
  amends = akk_record_form_add (form, "amends_id");
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (amends), may_be_amended,
                                g_object_ref (agreement), g_object_unref);
  g_signal_connect_object (kind, "notify::selected", G_CALLBACK (kind_chosen_cb), amends, 0);
  kind_chosen_cb (ADW_COMBO_ROW (kind), NULL, amends);
  akk_record_form_add (form, "level");
  akk_record_form_add (form, "stage");
  predecessor = akk_record_form_add (form, "predecessor_id");
  akk_reference_row_set_offers (AKK_REFERENCE_ROW (predecessor), may_precede,
                                g_object_ref (agreement), g_object_unref);
}

static void
add_term (AkkRecordDialog *dialog)
{
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, _ ("Term"));
  GtkWidget *at_signing = akk_record_form_add (form, "starts_at_signing");
  GtkWidget *start = akk_record_form_add (form, "starts_on");
  GtkWidget *indefinite = akk_record_form_add (form, "indefinite");
  GtkWidget *end = akk_record_form_add (form, "ends_on");
  GtkWidget *notice = akk_record_form_add (form, "notice_months");

  g_object_bind_property (at_signing, "active", start, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (indefinite, "active", end, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (notice), _ ("0: no term is named"));
}

AkkRecordDialog *
akk_agreement_dialog_new (AkkStore *store, AkkAgreement *agreement)
{
  static const char *const names[] = {
    "title", "short_title", "motto", "subtitle", "eyebrow", NULL
  };
  static const char *const code[] = { "code_address", "code_label", NULL };
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, agreement, _ ("Agreement"), N_ ("Change agreement"));
  AkkRecordForm *form;

  akk_record_dialog_add_fields (dialog, NULL, names);
  add_kinds (dialog, agreement);
  add_term (dialog);
  form = akk_record_dialog_add_form (dialog, NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form), _ ("One frame a line."));
  akk_record_form_add_lines (form, "frames");
  akk_record_form_add_lines (form, "dispute");
  form = akk_record_dialog_add_fields (dialog, _ ("Code of a Third Party"), code);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (form),
      _ ("A QR code on the title page, such as the one with which a city vouches for its "
         "decisions."));
  return dialog;
}

/* --- Priorities and bodies --- */

AkkRecordDialog *
akk_priority_dialog_new (AkkStore *store, AkkPriority *priority)
{
  static const char *const fields[] = { "title", NULL };
  gboolean is_new = priority->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, priority, is_new ? _ ("New Priority") : _ ("Priority"),
                             is_new ? N_ ("Add priority") : N_ ("Change priority"));

  akk_record_dialog_add_fields (dialog, NULL, fields);
  return dialog;
}

AkkRecordDialog *
akk_body_dialog_new (AkkStore *store, AkkBody *body)
{
  static const char *const frequency[] = { "times", "period", "unit", NULL };
  gboolean is_new = body->record.id == 0;
  AkkRecordDialog *dialog =
      akk_record_dialog_new (store, body, is_new ? _ ("New Body") : _ ("Body"),
                             is_new ? N_ ("Add body") : N_ ("Change body"));
  AkkRecordForm *form = akk_record_dialog_add_form (dialog, NULL);

  adw_dialog_set_focus (ADW_DIALOG (dialog), akk_record_form_add (form, "name"));
  akk_record_form_add (form, "kind");
  form = akk_record_dialog_add_fields (dialog, _ ("Meets at Least"), frequency);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (form),
                                         _ ("Without a number the text says “regularly”."));
  form = akk_record_dialog_add_form (dialog, NULL);
  akk_record_form_add_reference (form, "section_id", "agreement_id", body->agreement_id,
                                 _ ("None"));
  return dialog;
}

void
akk_priority_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  *title = g_strdup_printf ("%u. %s", number, ((const AkkPriority *) record)->title);
}

char *
akk_body_frequency_words (const AkkBody *body)
{
  const char *unit = akk_choice_label (akk_body_units, body->unit);
  g_autofree char *times = NULL;

  if (body->times == 0)
    return g_strdup (_ ("regularly"));
  times = g_strdup_printf (
      g_dngettext (NULL, "at least %d meeting", "at least %d meetings", body->times),
      (int) body->times);
  if (body->period == 1 && body->unit == AKK_BODY_YEARS)
    /* Translators: "at least 3 meetings in every year". */
    return g_strdup_printf (_ ("%s in every year"), times);
  if (body->period == 1)
    return g_strdup_printf (_ ("%s in every month"), times);
  /* Translators: "at least 3 meetings in every 2 years". */
  return g_strdup_printf (_ ("%s in every %d %s"), times, (int) body->period, unit);
}

void
akk_body_describe (
    AkkStore *store, gconstpointer record, guint number, char **title, char **subtitle)
{
  const AkkBody *body = record;
  const char *kind = akk_choice_label (akk_body_kinds, body->kind);
  g_autoptr (AkkSection) section = akk_store_get (store, &akk_section_record, body->section_id);
  const char *clause = section != NULL && !section->record.deleted ? section->heading : "";
  g_autofree char *frequency = akk_body_frequency_words (body);
  GString *words = g_string_new (NULL);

  /* A steering group that is called so is not said to be one. */
  if (!g_str_equal (kind, body->name))
    g_string_append_printf (words, "%s · ", kind);
  g_string_append (words, frequency);
  if (*clause != '\0' && !g_str_equal (clause, body->name))
    g_string_append_printf (words, " · %s", clause);
  *title = g_strdup (body->name);
  *subtitle = g_string_free_and_steal (words);
}
