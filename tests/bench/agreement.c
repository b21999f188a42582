/* A large agreement with everything in it, for benchmarks; the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement.h"

#include <stdlib.h>

#include "core/datadir.h"
#include "core/dossier.h"
#include "core/export.h"
#include "core/order.h"
#include "core/section.h"
#include "material.h"

/* The second agreement of the example, and the first of its parties and bodies. */
#define AGREEMENT 2002
#define PARTY 6101
#define N_PARTIES 10
/* Where the ids of what is added begin. */
#define SECTION 1000000
#define CAPTION 2000000
#define COMMITMENT 3000000

/* A quarter of a page, with a field, a caption and a note. */
static void
append_table (GString *body, guint i)
{
  g_string_append_printf (
      body,
      "{{caption:%u}} Acties van afspraak %u, per partner en termijn\n\n"
      "| Actie | Partner | Termijn |\n| :-- | :-- | --: |\n"
      "| Vindplaatsen in kaart brengen en bezoeken | {{party:%u.short}} | 2027 |\n"
      "| Een loket in elke gemeente openen | lokale besturen | 2028 |\n"
      "| Werkgevers **elk jaar** bezoeken[^cel%u] | VDAB | doorlopend |\n"
      "| Vervoer naar het werk organiseren | {{parties.count}} partners | 2030 |\n"
      "| Evaluatie | stuurgroep | {{agreement.end}} |\n\n"
      "{{note}} De termijnen gelden vanaf de ondertekening.\n\n"
      "[^cel%u]: Samen met de sectoren, volgens hun jaarplan.\n\n",
      CAPTION + i, i + 1, PARTY + i % N_PARTIES, i, i);
}

static char *
make_body (GRand *rand, guint i, guint n_sections)
{
  g_autofree char *prose = material_body (rand, 240);
  GString *body = g_string_new (prose);
  guint other = SECTION + (i * 7 + 11) % n_sections;

  g_string_append_printf (
      body,
      "Hierover maken de partijen afspraken met {{party:%u.short}}, tot "
      "{{agreement.end}}.[^bron%u] Zie ook {{ref:%u}} op p. {{ref:%u.page}}, en "
      "het verslag van de stuurgroep.[^verslag%u]\n\n",
      PARTY + i % N_PARTIES, i, other, other, i);
  if (i % 2 == 0)
    append_table (body, i);
  g_string_append_printf (body,
                          "- {{commitment:%u}} De partijen komen minstens {{body:7211.frequency}} "
                          "samen.\n"
                          "- {{commitment:%u}} Elke partij wijst een *aanspreekpunt* aan.\n\n",
                          COMMITMENT + 2 * i, COMMITMENT + 2 * i + 1);
  g_string_append_printf (body,
                          "[^bron%u]: Decreet over het lokaal sociaal beleid, artikel %u; de "
                          "toelichting staat in het actieplan dat de partijen elk jaar samen "
                          "opmaken en dat de stuurgroep goedkeurt.\n\n"
                          "[^verslag%u]: Verslag van de stuurgroep, punt %u.\n",
                          i, i + 1, i, i + 1);
  return g_string_free_and_steal (body);
}

/* The last of the sections at the top level. */
static char *
last_position (AkkStore *store)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", AGREEMENT);
  char *last = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++) {
    g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

    if (section->parent_id == 0 && g_strcmp0 (section->position, last) > 0)
      g_set_str (&last, section->position);
  }
  return last;
}

static void
add_sections (AkkStore *store, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *position = last_position (store);

  for (guint i = 0; i < n; i++) {
    g_autoptr (AkkSection) section = akk_record_new (&akk_section_record);
    g_autofree char *body = make_body (rand, i, n);
    g_autofree char *heading = g_strdup_printf ("Afspraak %u over de samenwerking", i + 1);
    char *next = akk_order_between (position, "");
    gboolean is_part = i % 10 == 0;

    g_free (position);
    position = next;
    section->record.id = SECTION + i;
    g_object_set (section, "agreement-id", (gint64) AGREEMENT, "parent-id",
                  is_part ? (gint64) 0 : (gint64) (SECTION + i - i % 10), "position", position,
                  "heading", heading, "scheme",
                  (gint64) (is_part ? AKK_SCHEME_PART : AKK_SCHEME_RUNNING), "body", body, NULL);
    akk_store_add (store, section);
  }
}

/* The text once more: what it refers to, promises and captions is its own. */
static void
add_again (AkkStore *store, const AkkSection *section, guint round)
{
  g_autoptr (GRegex) ids =
      g_regex_new ("\\{\\{(ref|commitment|caption):", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *more = g_strdup_printf ("{{\\1:%u", round);
  g_autofree char *body = g_regex_replace (ids, section->body, -1, 0, more, 0, NULL);
  g_autoptr (AkkSection) copy = akk_record_new (&akk_section_record);
  gint64 shift = (gint64) round * 10000;

  copy->record.id = section->record.id + shift;
  g_object_set (copy, "agreement-id", section->agreement_id, "parent-id",
                section->parent_id != 0 ? section->parent_id + shift : 0, "position",
                section->position, "heading", section->heading, "scheme", (gint64) section->scheme,
                "body", body, NULL);
  akk_store_add (store, copy);
}

static void
repeat_text (AkkStore *store, gint64 agreement, guint times)
{
  g_autoptr (GListModel) sections =
      akk_store_list (store, &akk_section_record, "agreement_id", agreement);
  guint n = g_list_model_get_n_items (sections);

  for (guint round = 1; round < times; round++) {
    for (guint i = 0; i < n; i++) {
      g_autoptr (AkkSection) section = g_list_model_get_item (sections, i);

      add_again (store, section, round);
    }
  }
}

static const char *
example_of (const char *material)
{
  return g_str_has_prefix (material, "pact") ? "pact" : "scheldeland";
}

static gint64
agreement_of (AkkStore *store, const char *material)
{
  g_autoptr (AkkAgreement) current = akk_agreement_current (store);

  return g_str_has_prefix (material, "pact") ? current->record.id : AGREEMENT;
}

static gboolean
add_material (AkkStore *store, const char *material, GError **error)
{
  akk_store_begin (store, "Make");
  if (g_str_equal (material, "pact10"))
    repeat_text (store, agreement_of (store, material), 10);
  else if (!g_str_has_prefix (material, "pact"))
    add_sections (store, (guint) atoi (material));
  return akk_store_commit (store, error);
}

void
bench_agreement_init (BenchAgreement *self, const char *material)
{
  g_autofree char *name = g_strdup_printf ("examples/%s.json", example_of (material));
  g_autofree char *example = akk_datadir_path (name);
  g_autofree char *json = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "working.db", NULL);
  self->store = akk_store_open (path, 0, &error);
  g_assert_no_error (error);
  g_file_get_contents (example, &json, NULL, &error);
  g_assert_no_error (error);
  akk_import_json (self->store, json, &error);
  g_assert_no_error (error);
  add_material (self->store, material, &error);
  g_assert_no_error (error);
  self->agreement =
      akk_store_get (self->store, &akk_agreement_record, agreement_of (self->store, material));
}

void
bench_agreement_clear (BenchAgreement *self)
{
  g_autofree char *clean = g_strconcat ("rm -rf '", self->folder, "'", NULL);

  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->folder, g_free);
}

/* For add_to_example (), which gets no data. */
static const char *saved_material;

static gboolean
add_to_example (AkkStore *store, const char *name, GError **error)
{
  return add_material (store, saved_material, error);
}

char *
bench_agreement_save (const char *material, const char *folder, gint64 *agreement)
{
  char *path = g_build_filename (folder, "bench.akkoord", NULL);
  g_autoptr (AkkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  saved_material = material;
  akk_example_create (example_of (material), path, add_to_example, &error);
  g_assert_no_error (error);
  store = akk_dossier_read (path, &error);
  g_assert_no_error (error);
  *agreement = agreement_of (store, material);
  return path;
}
