/* Tests of the commitments of an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/commitments.h"

#include "core/agreement-text.h"
#include "parties-fixture.h"

static AkkPhrases *phrases;

typedef struct {
  gint64 id;
  const char *number, *text;
} Expected;

static void
assert_commitments (Model *self, const char *body, const Expected *expected)
{
  g_autoptr (AkkFieldSource) source =
      akk_field_source_new (self->base.store, self->agreement, phrases);
  g_autoptr (AkkSection) section =
      fixture_add_section (&self->base, self->agreement, "Engagementen", "V1");
  g_autoptr (GListModel) sections = akk_store_list (self->base.store, &akk_section_record,
                                                    "agreement_id", self->agreement->record.id);
  g_autoptr (GPtrArray) outline = NULL;
  g_autoptr (AkkText) text = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint n = 0;

  model_change (self, &akk_section_record, section->record.id, "scheme", "3");
  fixture_set (&self->base, section, "body", body);
  outline = akk_outline_new (sections, "nl-BE");
  text = akk_agreement_text_load (outline, NULL);
  found = akk_commitments_new (outline, text, source);
  for (; expected[n].id != 0; n++) {
    const AkkCommitment *commitment;

    g_assert_cmpuint (found->len, >, n);
    commitment = found->pdata[n];
    g_assert_cmpint (commitment->id, ==, expected[n].id);
    g_assert_cmpint (commitment->section, ==, section->record.id);
    g_assert_cmpstr (commitment->number, ==, expected[n].number);
    g_assert_cmpstr (commitment->text, ==, expected[n].text);
    g_assert_cmpstr (text->lines[commitment->line]->runs[0].field, !=, NULL);
  }
  g_assert_cmpuint (found->len, ==, n);
}

static void
test_items (Model *self, gconstpointer data)
{
  static const Expected expected[] = {
    { 12, "1.", "delen cijfers;" },
    { 9223372036854775807, "1.", "nodigen de acht besturen uit. En melden dat." },
    { 7, "1.", "houden het vol." },
    { 0, NULL, NULL },
  };

  assert_commitments (self,
                      "De partners engageren zich om:\n\n"
                      "- {{commitment:12}}delen **cijfers**;\n"
                      "- {{commitment:9223372036854775807}}nodigen de "
                      "{{parties.municipalities.count}} besturen[^a] uit.\n\n"
                      "  En melden dat.\n"
                      "- gewoon punt\n"
                      "- {{commitment:12}}nog eens dezelfde\n"
                      "- {{commitment:}}zonder nummer\n"
                      "- {{commitment:x}}ook niet\n\n"
                      "{{commitment:5}}Geen punt van een lijst.\n\n"
                      "1. {{commitment:7}}houden het\\\nvol.\n\n"
                      "[^a]: Noot.\n",
                      expected);
}

static void
test_none (Model *self, gconstpointer data)
{
  static const Expected expected[] = { { 0, NULL, NULL } };

  assert_commitments (self, "- punt\n", expected);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/commitments/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  phrases = akk_phrases_new ("nl-BE", NULL);
  g_assert_nonnull (phrases);
  ADD ("are-the-items-that-are-marked", test_items);
  ADD ("plain-items-are-none", test_none);
  int result = g_test_run ();
  akk_phrases_free (phrases);
  return result;
}
