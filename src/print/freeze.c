/* Freezing an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/freeze.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/agreement-text.h"
#include "core/control-code.h"
#include "core/dossier.h"
#include "core/findings.h"
#include "core/frozen.h"
#include "core/signature.h"
#include "print/agreement-pdf.h"

G_DEFINE_QUARK (akk_freeze_error_quark, akk_freeze_error)

static void
set_text (gpointer record, const char *field, const char *value)
{
  akk_record_set_text (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

static void
set_int (gpointer record, const char *field, gint64 value)
{
  akk_record_set_int (record, akk_record_type_field (AKK_RECORD (record)->type, field), value);
}

/* --- The content --- */

/* Where sections and tables stand on paper. */
typedef struct {
  AkkPages *pages;
  const AkkText *text;
} Places;

static gboolean
begins (const AkkLine *line, gint64 id)
{
  const char *field = line->n_runs > 0 ? line->runs[0].field : NULL;

  if (line->kind == AKK_LINE_HEADING)
    return line->section == id;
  return field != NULL && g_str_has_prefix (field, "caption:") &&
         g_ascii_strtoll (field + strlen ("caption:"), NULL, 10) == id;
}

static guint
page_cb (gint64 id, gpointer data)
{
  const Places *places = data;
  guint page;
  double y, height;

  for (guint i = 0; i < places->text->n_lines; i++) {
    if (begins (places->text->lines[i], id))
      return akk_pages_find_line (places->pages, i, &page, &y, &height) ? page + 1 : 0;
  }
  return 0;
}

/* A code takes as much room as any other: pages that bear a code of noughts break as those of the
 * version, and tell the page numbers of which the code is made. */
static AkkPages *
rehearse (AkkStore *store, AkkAgreement *agreement, const AkkVersion *version, GError **error)
{
  const AkkStamp stamp = { (gint) version->number, version->frozen_on, "0000000000000000" };

  return akk_agreement_pages_stamped (store, agreement, &stamp, error);
}

static char *
resolve (AkkStore *store,
         AkkAgreement *agreement,
         const AkkVersion *version,
         GPtrArray *signatories,
         AkkPhrases *phrases,
         GError **error)
{
  g_autoptr (AkkPages) pages = rehearse (store, agreement, version, error);
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement->record.id);
  g_autoptr (GPtrArray) outline = akk_outline_new (sections, akk_agreement_language (agreement));
  g_autoptr (AkkText) text = akk_agreement_text_load (outline, NULL);
  Places places = { pages, text };

  if (pages == NULL)
    return NULL;
  return akk_frozen_content (store, agreement, version, signatories, phrases, page_cb, &places);
}

/* --- The version --- */

static AkkVersion *
new_version (AkkStore *store, AkkAgreement *agreement, gint64 today)
{
  g_autoptr (AkkVersion) newest = akk_version_find (store, agreement->record.id, 0);
  AkkVersion *version = akk_record_new (&akk_version_record);

  set_int (version, "agreement_id", agreement->record.id);
  set_int (version, "number", newest != NULL ? newest->number + 1 : 1);
  set_int (version, "frozen_on", today);
  return version;
}

/* Content, code and PDF. */
static gboolean
fill_version (AkkStore *store,
              AkkAgreement *agreement,
              AkkVersion *version,
              GPtrArray *signatories,
              AkkPhrases *phrases,
              GError **error)
{
  g_autofree char *content = resolve (store, agreement, version, signatories, phrases, error);
  g_autofree char *code = content != NULL ? akk_control_code_new (content) : NULL;
  const AkkStamp stamp = { (gint) version->number, version->frozen_on, code };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *sha256 = NULL;

  if (content == NULL)
    return FALSE;
  pdf = akk_agreement_pdf (store, agreement, &stamp, error);
  sha256 = pdf != NULL ? akk_store_add_blob (store, pdf, error) : NULL;
  if (sha256 == NULL)
    return FALSE;
  set_text (version, "content", content);
  set_text (version, "code", code);
  set_text (version, "pdf", sha256);
  version->record.id = akk_frozen_id (content, sha256);
  return TRUE;
}

void
akk_freeze_add_version (AkkStore *store, AkkVersion *version, GPtrArray *signatories)
{
  akk_store_add (store, version);
  for (guint i = 0; i < signatories->len; i++) {
    AkkSignatory *signatory = signatories->pdata[i];
    g_autoptr (AkkSignature) signature = akk_record_new (&akk_signature_record);

    set_int (signatory, "version_id", version->record.id);
    akk_store_add (store, signatory);
    set_int (signature, "signatory_id", signatory->record.id);
    akk_store_add (store, signature);
  }
}

static gboolean
store_version (AkkStore *store,
               AkkAgreement *agreement,
               AkkVersion *version,
               GPtrArray *signatories,
               GError **error)
{
  akk_store_begin_permanent (store, N_ ("Freeze for signing"));
  akk_freeze_add_version (store, version, signatories);
  akk_store_set_int (store, agreement, "stage", AKK_STAGE_SIGNING);
  return akk_store_commit (store, error);
}

static gboolean
fail_with (GPtrArray *findings, guint n_blocking, GError **error)
{
  const AkkFinding *first = findings->pdata[0]; /* what blocks comes first */

  if (n_blocking == 1)
    g_set_error (error, AKK_FREEZE_ERROR, AKK_FREEZE_ERROR_FINDINGS,
                 _ ("This agreement cannot be frozen yet. Settle this first: %s."), first->text);
  else
    g_set_error (
        error, AKK_FREEZE_ERROR, AKK_FREEZE_ERROR_FINDINGS,
        _ ("This agreement cannot be frozen yet. Settle %u findings first, beginning with: "
           "%s."),
        n_blocking, first->text);
  return FALSE;
}

/* Whether nothing stands in the way. */
static gboolean
check_ready (
    AkkStore *store, AkkAgreement *agreement, gint64 today, GPtrArray *signatories, GError **error)
{
  g_autoptr (GPtrArray) findings = akk_findings_new (store, agreement, today);
  guint n_blocking = akk_findings_count_blocking (findings);

  if (n_blocking > 0)
    return fail_with (findings, n_blocking, error);
  if (signatories->len > 0)
    return TRUE;
  g_set_error_literal (error, AKK_FREEZE_ERROR, AKK_FREEZE_ERROR_NOBODY,
                       _ ("Nobody is to sign this agreement. Give its parties representatives "
                          "who sign, then freeze it."));
  return FALSE;
}

AkkVersion *
akk_freeze (AkkStore *store, AkkAgreement *agreement, gint64 today, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkVersion) version = NULL;
  g_autoptr (GPtrArray) signatories = NULL;

  if (phrases == NULL)
    return NULL;
  signatories = akk_frozen_signatories (store, agreement, phrases);
  if (!check_ready (store, agreement, today, signatories, error))
    return NULL;
  version = new_version (store, agreement, today);
  if (!fill_version (store, agreement, version, signatories, phrases, error) ||
      !store_version (store, agreement, version, signatories, error))
    return NULL;
  return g_steal_pointer (&version);
}

char *
akk_freeze_content (
    AkkStore *store, AkkAgreement *agreement, gint64 number, gint64 today, GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (AkkVersion) version = akk_record_new (&akk_version_record);
  g_autoptr (GPtrArray) signatories = NULL;

  if (phrases == NULL)
    return NULL;
  signatories = akk_frozen_signatories (store, agreement, phrases);
  set_int (version, "number", number);
  set_int (version, "frozen_on", today);
  return resolve (store, agreement, version, signatories, phrases, error);
}

gboolean
akk_freeze_is_current (AkkStore *store,
                       AkkAgreement *agreement,
                       AkkVersion *version,
                       GError **error)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new (akk_agreement_language (agreement), error);
  g_autoptr (GPtrArray) signatories = NULL;
  g_autofree char *content = NULL;

  if (phrases == NULL)
    return FALSE;
  signatories = akk_frozen_signatories (store, agreement, phrases);
  content = resolve (store, agreement, version, signatories, phrases, error);
  if (content == NULL)
    return FALSE;
  if (g_str_equal (content, version->content))
    return TRUE;
  g_set_error (error, AKK_FREEZE_ERROR, AKK_FREEZE_ERROR_CHANGED,
               _ ("The agreement was changed since version %d was frozen. Print that version as a "
                  "whole, or freeze a new one."),
               (int) version->number);
  return FALSE;
}
