/* A large agreement with everything in it, for benchmarks; the same every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreement.h"

#include "core/datadir.h"
#include "core/export.h"
#include "core/order.h"
#include "core/section.h"
#include "material.h"

#define EXAMPLE "examples/scheldeland.json"
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

void
bench_agreement_init (BenchAgreement *self, guint n_sections)
{
  g_autofree char *example = akk_datadir_path (EXAMPLE);
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
  akk_store_begin (self->store, "Make");
  add_sections (self->store, n_sections);
  akk_store_commit (self->store, &error);
  g_assert_no_error (error);
  self->agreement = akk_store_get (self->store, &akk_agreement_record, AGREEMENT);
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
