/* What the checks find in the agreement on the screen, and the way to each place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dossier-view-private.h"

#include <glib/gi18n.h>

#include "core/body.h"
#include "core/council-decision.h"
#include "core/office.h"
#include "core/organisation.h"
#include "core/party.h"
#include "core/person.h"
#include "core/priority.h"
#include "core/representative.h"
#include "core/section.h"
#include "ui/definitions-open.h"

/* Checks read the whole text: only when it has been at rest for so long. */
#define REST_MS 600

static void
show_count (AkkDossierView *self, guint n_findings)
{
  g_autofree char *label = n_findings > 0
                               /* Translators: on a button, as in "Findings 3". */
                               ? g_strdup_printf (_ ("Findings %u"), n_findings)
                               : g_strdup (_ ("Findings"));
  g_autoptr (GMenu) panes = g_menu_new ();

  gtk_button_set_label (GTK_BUTTON (self->findings_button), label);
  /* Where there is no room for the buttons they are a menu. */
  g_menu_append (panes, label, "view.show-findings");
  g_menu_append (panes, _ ("Preview"), "view.show-preview");
  gtk_menu_button_set_menu_model (self->panes_button, G_MENU_MODEL (panes));
}

/* On a thread: the checks read the whole text. */
static gpointer
find (AkkStore *copy, const AkkQuestion *question, GError **error)
{
  g_autoptr (AkkAgreement) agreement =
      akk_store_get (copy, &akk_agreement_record, question->record);

  return agreement != NULL ? akk_findings_new (copy, agreement, question->day) : NULL;
}

static void
show_findings (AkkDossierView *self, GPtrArray *findings)
{
  g_object_set (self->findings_list, "blocking-title",
                self->agreement != NULL && self->agreement->stage >= AKK_STAGE_RUNNING
                    ? _ ("Missing")
                    : _ ("Before You Can Freeze"),
                NULL);
  akk_findings_list_set_agreement (self->findings_list, self->store, self->agreement);
  akk_findings_list_set_findings (self->findings_list, findings);
  akk_text_page_set_findings (self->text_page, findings);
  show_count (self, findings != NULL ? akk_findings_count_open (findings) : 0);
}

static void
found_cb (gpointer object, gpointer answer)
{
  g_autoptr (GPtrArray) findings = answer;

  show_findings (object, findings);
}

static void
rested_cb (gpointer data)
{
  AkkDossierView *self = data;

  self->findings_timeout = 0;
  if (self->agreement == NULL)
    show_findings (self, NULL);
  else
    akk_aside_ask (self->findings_aside, self->store,
                   (AkkQuestion) { self->agreement->record.id, akk_store_today (self->store), 0 });
}

void
akk_dossier_view_check_later (AkkDossierView *self)
{
  g_clear_handle_id (&self->findings_timeout, g_source_remove);
  self->findings_timeout = g_timeout_add_once (REST_MS, rested_cb, self);
}

void
akk_dossier_view_check_never (AkkDossierView *self)
{
  g_clear_handle_id (&self->findings_timeout, g_source_remove);
  akk_aside_stop (self->findings_aside);
  if (self->findings_list != NULL) {
    akk_findings_list_set_agreement (self->findings_list, NULL, NULL);
    akk_findings_list_set_findings (self->findings_list, NULL);
  }
}

/* --- The way --- */

static void
go_to_party_of (AkkDossierView *self, const AkkRecordType *type, const char *ref, gint64 id)
{
  g_autoptr (AkkRecord) record = akk_store_get (self->store, type, id);
  gint64 party =
      record != NULL ? akk_record_get_int (record, akk_record_type_field (type, ref)) : 0;

  gtk_widget_activate_action (GTK_WIDGET (self), "view.show-party", "x", party);
}

static void
go_to_record (AkkDossierView *self, const AkkRecordType *type, gint64 id)
{
  if (type == &akk_party_record)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-party", "x", id);
  else if (type == &akk_representative_record || type == &akk_council_decision_record)
    go_to_party_of (self, type, "party_id", id);
  else if (type == &akk_organisation_record)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.show-organisation", "x", id);
  else if (type == &akk_office_record || type == &akk_person_record)
    akk_dossier_view_show_page (self, "partners");
  else if (type == &akk_body_record || type == &akk_priority_record)
    akk_dossier_view_show_page (self, "parties");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "view.edit-agreement", NULL);
}

void
akk_dossier_view_go_to_finding (AkkDossierView *self, const AkkFinding *finding)
{
  g_return_if_fail (AKK_IS_DOSSIER_VIEW (self));

  if (g_str_has_suffix (finding->id, "-unprinted")) {
    akk_dossier_view_show_definitions (self, finding->part, 0);
    return;
  }
  if (finding->section == 0) {
    go_to_record (self, finding->type, finding->record);
    return;
  }
  akk_dossier_view_show_page (self, "text");
  if (self->narrow)
    g_object_set (self, "show-findings", FALSE, NULL);
  akk_text_page_go_to (self->text_page, finding->section, finding->line);
}

static void
finding_activated_cb (AkkDossierView *self, const AkkFinding *finding)
{
  akk_dossier_view_go_to_finding (self, finding);
}

/* What is being typed belongs to the text that is mended. */
static void
finding_changing_cb (AkkDossierView *self)
{
  akk_text_page_end_burst (self->text_page);
}

/* Shows what became of it. */
static void
finding_mended_cb (AkkDossierView *self, const AkkFinding *finding)
{
  g_autoptr (AkkRecord) section =
      akk_store_get (self->store, &akk_section_record, finding->section);

  if (section != NULL && !section->deleted)
    akk_text_page_go_to (self->text_page, finding->section, finding->line);
}

void
akk_dossier_view_findings_init (AkkDossierView *self)
{
  self->findings_aside = akk_aside_new (find, (GDestroyNotify) g_ptr_array_unref, found_cb, self);
}

void
akk_dossier_view_install_findings (GtkWidgetClass *widget_class)
{
  g_type_ensure (AKK_TYPE_FINDINGS_LIST);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, findings_list);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, findings_button);
  gtk_widget_class_bind_template_child (widget_class, AkkDossierView, panes_button);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_changing_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_mended_cb);
  gtk_widget_class_install_property_action (widget_class, "view.show-findings", "show-findings");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, GDK_SHIFT_MASK,
                                       "view.show-findings", NULL);
}
