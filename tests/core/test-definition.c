/* Tests of what words and abbreviations mean in an agreement.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/definition.h"
#include "parties-fixture.h"

static AkkDefinition *
new_definition (Model *self, const char *term, AkkDefinitionKind kind)
{
  AkkDefinition *definition = akk_record_new (&akk_definition_record);

  definition->agreement_id = self->agreement->record.id;
  definition->kind = kind;
  g_set_str (&definition->term, term);
  g_set_str (&definition->meaning, "wat het betekent");
  return definition;
}

static AkkDefinition *
add (Model *self, const char *term, AkkDefinitionKind kind)
{
  AkkDefinition *definition = new_definition (self, term, kind);

  akk_store_begin (self->base.store, "Add");
  akk_store_add (self->base.store, definition);
  fixture_commit (&self->base);
  return definition;
}

static void
test_twice (Model *self, gconstpointer data)
{
  static const struct {
    const char *term, *message;
  } cases[] = {
    { "NBAzu", NULL },
    { "SPOC", "“SPOC” stands among the abbreviations already. Change it there." },
    { " spoc ", "“SPOC” stands among the abbreviations already. Change it there." },
    { "TRAJECT", "“traject” stands among the definitions already. Change it there." },
    { "trajecten", NULL },
  };
  g_autoptr (AkkDefinition) spoc = add (self, "SPOC", AKK_DEFINITION_ABBREVIATION);
  g_autoptr (AkkDefinition) route = add (self, "traject", AKK_DEFINITION_TERM);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AkkDefinition) other =
        new_definition (self, cases[i].term, AKK_DEFINITION_ABBREVIATION);
    g_autoptr (GError) error = NULL;

    g_assert_true (akk_definition_check (self->base.store, other, &error) ==
                   (cases[i].message == NULL));
    g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
  }
}

/* Two people may have explained a word, each in a copy of the dossier: either can be changed. */
static void
test_itself (Model *self, gconstpointer data)
{
  g_autoptr (AkkDefinition) one = add (self, "SPOC", AKK_DEFINITION_ABBREVIATION);
  g_autoptr (AkkDefinition) two = add (self, "SPOC", AKK_DEFINITION_ABBREVIATION);
  g_autoptr (AkkDefinition) three = add (self, "FTE", AKK_DEFINITION_ABBREVIATION);
  g_autoptr (AkkDefinition) changed = akk_record_duplicate (two);
  g_autoptr (AkkDefinition) renamed = akk_record_duplicate (three);

  g_set_str (&changed->meaning, "vast aanspreekpunt");
  g_assert_true (akk_definition_check (self->base.store, changed, NULL));
  g_set_str (&renamed->term, "Spoc");
  g_assert_false (akk_definition_check (self->base.store, renamed, NULL));
  g_set_str (&renamed->term, "fte");
  g_assert_true (akk_definition_check (self->base.store, renamed, NULL));
}

static void
test_elsewhere (Model *self, gconstpointer data)
{
  g_autoptr (AkkAgreement) other = fixture_add_agreement (&self->base, "Andere");
  g_autoptr (AkkDefinition) one = add (self, "SPOC", AKK_DEFINITION_ABBREVIATION);
  g_autoptr (AkkDefinition) two = new_definition (self, "SPOC", AKK_DEFINITION_ABBREVIATION);

  two->agreement_id = other->record.id;
  g_assert_true (akk_definition_check (self->base.store, two, NULL));
}

static void
test_order (Model *self, gconstpointer data)
{
  static const char *const terms[] = { "élan", "ESF", "esf", "NBAzu", "OCMW" };

  for (guint i = 1; i < G_N_ELEMENTS (terms); i++) {
    g_autoptr (AkkDefinition) before = new_definition (self, terms[i - 1], AKK_DEFINITION_TERM);
    g_autoptr (AkkDefinition) after = new_definition (self, terms[i], AKK_DEFINITION_TERM);

    g_assert_cmpint (akk_definition_compare (before, after), <, 0);
    g_assert_cmpint (akk_definition_compare (after, before), >, 0);
    g_assert_cmpint (akk_definition_compare (after, after), ==, 0);
  }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/definition/" path, Model, NULL, model_set_up, test, model_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-word-is-explained-once", test_twice);
  ADD ("one-may-change-its-meaning", test_itself);
  ADD ("each-agreement-has-its-own", test_elsewhere);
  ADD ("the-alphabet-knows-no-accents", test_order);
  return g_test_run ();
}
