/* The records of an example that ships with the program, in a store of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/agreement-text.h"
#include "core/commitments.h"
#include "core/dossier.h"
#include "core/export.h"
#include "core/findings.h"
#include "core/obligations.h"
#include "core/parties.h"
#include "store-fixture.h"

typedef struct {
  Fixture base;
  GPtrArray *agreements; /* AkkAgreement, by start */
} Example;

static inline void
example_set_up (Example *self, gconstpointer name)
{
  g_autofree char *file = g_strdup_printf ("%s.json", (const char *) name);
  g_autofree char *path = g_build_filename (g_getenv ("AKKOORD_DATADIR"), "examples", file, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  AkkAgreement *agreement;

  fixture_set_up (&self->base, NULL);
  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  akk_import_json (self->base.store, json, &error);
  g_assert_no_error (error);
  self->agreements = g_ptr_array_new_with_free_func (g_object_unref);
  while ((agreement = akk_agreement_nth (self->base.store, self->agreements->len + 1)) != NULL)
    g_ptr_array_add (self->agreements, agreement);
}

static inline void
example_tear_down (Example *self, gconstpointer name)
{
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  fixture_tear_down (&self->base, NULL);
}

static inline guint
example_count (Example *self, const AkkRecordType *type)
{
  g_autoptr (GListModel) records = akk_store_list (self->base.store, type, NULL, 0);

  return g_list_model_get_n_items (records);
}

static inline GPtrArray *
example_outline (Example *self, guint index)
{
  AkkAgreement *agreement = self->agreements->pdata[index];
  g_autoptr (GListModel) sections =
      akk_store_list (self->base.store, &akk_section_record, "agreement_id", agreement->record.id);

  return akk_outline_new (sections, akk_agreement_language (agreement));
}

/* The numbers of all headings, one after the other; "-" for a heading without one. */
static inline void
example_assert_numbers (Example *self, guint index, const char *expected)
{
  g_autoptr (GPtrArray) outline = example_outline (self, index);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < outline->len; i++) {
    const AkkOutlineEntry *entry = outline->pdata[i];
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "",
                            *entry->number != '\0' ? entry->number : "-");
  }
  g_assert_cmpstr (numbers->str, ==, expected);
}

/* How many commitments each section holds that holds any: "5.1 8, 5.2 11"; and no id stands twice.
 */
static inline void
example_assert_commitments (Example *self, guint index, const char *expected)
{
  g_autoptr (GPtrArray) commitments =
      akk_commitments_load (self->base.store, self->agreements->pdata[index], NULL);
  g_autoptr (GString) counts = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < commitments->len; i++) {
    const AkkCommitment *each = commitments->pdata[i];
    const AkkCommitment *next = i + 1 < commitments->len ? commitments->pdata[i + 1] : NULL;

    n++;
    g_assert_cmpuint (strlen (each->text), >, 20);
    if (next != NULL && next->section == each->section)
      continue;
    g_string_append_printf (counts, "%s%s %u", counts->len > 0 ? ", " : "", each->number, n);
    n = 0;
  }
  g_assert_cmpstr (counts->str, ==, expected);
}

/* "2 parties, 5 represent, 5 sign, 2 by delegation" */
static inline char *
example_people (Example *self, guint index)
{
  AkkAgreement *agreement = self->agreements->pdata[index];
  g_autoptr (GPtrArray) parties = akk_parties_new (self->base.store, agreement->record.id);
  guint n = 0, n_signing = 0, n_delegated = 0;

  for (guint i = 0; i < parties->len; i++) {
    const AkkPartyEntry *entry = parties->pdata[i];
    for (guint k = 0; k < entry->people->len; k++) {
      const AkkPartyPerson *person = entry->people->pdata[k];
      n++;
      n_signing += person->representative->signs != 0;
      n_delegated += person->representative->delegated != 0;
      g_assert_cmpint (person->office->organisation_id, ==, entry->organisation->record.id);
    }
  }
  return g_strdup_printf ("%u parties, %u represent, %u sign, %u by delegation", parties->len, n,
                          n_signing, n_delegated);
}

static inline char *
example_field (Example *self, guint index, const char *field)
{
  g_autoptr (AkkPhrases) phrases = akk_phrases_new ("nl-BE", NULL);
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreements->pdata[index], phrases);

  return akk_field_source_text (source, field);
}

/* Nothing in any of its agreements stands in the way of freezing. */
static inline void
example_assert_nothing_blocks (Example *self)
{
  for (guint i = 0; i < self->agreements->len; i++) {
    g_autoptr (GPtrArray) findings = akk_findings_new (self->base.store, self->agreements->pdata[i],
                                                       akk_store_today (self->base.store));
    for (guint k = 0; k < findings->len; k++) {
      const AkkFinding *finding = findings->pdata[k];
      if (finding->severity == AKK_FINDING_BLOCKING)
        g_error ("Agreement %u: %s", i + 1, finding->text);
    }
  }
}

/* What is found in an agreement and accepted, by id: "no-notice no-dispute". */
static inline void
example_assert_accepted (Example *self, guint index, const char *expected)
{
  g_autoptr (GPtrArray) findings = akk_findings_new (
      self->base.store, self->agreements->pdata[index], akk_store_today (self->base.store));
  g_autoptr (GString) accepted = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const AkkFinding *finding = findings->pdata[i];
    if (finding->acceptance != 0)
      g_string_append_printf (accepted, "%s%s", accepted->len > 0 ? " " : "", finding->id);
  }
  g_assert_cmpstr (accepted->str, ==, expected);
}

/* What is written is what the editor would write, so that opening a text changes nothing. */
static inline void
example_assert_rich_text (Example *self, gconstpointer name)
{
  for (guint t = 0; akk_record_types[t] != NULL; t++) {
    const AkkRecordType *type = akk_record_types[t];
    g_autoptr (GListModel) records = akk_store_list (self->base.store, type, NULL, 0);

    for (guint i = 0; i < g_list_model_get_n_items (records) * type->n_fields; i++) {
      g_autoptr (GObject) record = g_list_model_get_item (records, i / type->n_fields);
      const AkkField *field = &type->fields[i % type->n_fields];
      const char *body = field->body ? akk_record_get_text (record, field) : "";
      g_autoptr (AkkText) text = akk_text_parse (body);
      g_autofree char *written = akk_text_write (text);

      g_assert_cmpstr (written, ==, body);
    }
  }
}

/* The only obligation of a kind, as it stands on `day`. Borrowed from `obligations`. */
static inline const AkkObligation *
example_obligation (GPtrArray *obligations, AkkObligationKind kind, gint64 body_id)
{
  const AkkObligation *found = NULL;

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *each = obligations->pdata[i];
    if (each->kind != kind || (body_id != 0 && each->body_id != body_id))
      continue;
    g_assert_null (found);
    found = each;
  }
  g_assert_nonnull (found);
  return found;
}

#define EXAMPLE_TEST(path, name, function)                                                         \
  g_test_add (path, Example, name, example_set_up, function, example_tear_down)
