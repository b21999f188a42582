/* Searching a dossier of 25,000 texts, key by key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/action.h"
#include "core/agenda-item.h"
#include "core/agreement.h"
#include "core/attachment.h"
#include "core/body.h"
#include "core/decision.h"
#include "core/dossier-search.h"
#include "core/log-entry.h"
#include "core/meeting.h"
#include "core/section.h"
#include "core/signal.h"
#include "material.h"

#define N_SECTIONS 400
#define N_MEETINGS 500
#define N_ITEMS 8000
#define N_DECISIONS 4000
#define N_ACTIONS 4000
#define N_LOG_ENTRIES 6000
#define N_SIGNALS 1600
#define N_PAGES 500
#define N_RARE 4000
#define MUST "must be at most 10"

/* Typed letter by letter. The words of the first two stand in nearly every text. */
static const char *const queries[] = {
  "werkgroep partners",
  "samenwerking van de arbeidsmarkt",
  "geïntegreerde dienstverlening",
  "Werkgroep 12",
  "lokaal bestuur zobaru",
  "niets daarvan",
};

typedef struct {
  AkkStore *store;
  GRand *rand;
  GPtrArray *rare; /* char *: words that stand in few texts */
  gint64 agreement, body;
  GArray *meetings, *actions; /* gint64 */
} Making;

/* --- Material --- */

static void
make_rare_words (Making *making)
{
  static const char *const syllables[] = { "zo", "ba",  "ru",  "ke", "lim", "dor", "ves", "ta",
                                           "nu", "gri", "pel", "om", "sta", "wij", "hek", "moe" };

  making->rare = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_RARE; i++)
    g_ptr_array_add (making->rare,
                     g_strconcat (syllables[i % 16], syllables[i / 16 % 16],
                                  syllables[i / 256 % 16], i % 3 == 0 ? "ing" : "", NULL));
}

static char *
text_of (Making *making, guint n_words)
{
  g_autofree char *common = material_body (making->rand, n_words);
  GString *text = g_string_new (common);

  for (guint i = 0; i < n_words / 4; i++)
    g_string_append_printf (
        text, " %s",
        (char *) making->rare->pdata[g_rand_int_range (making->rand, 0, (int) N_RARE)]);
  return g_string_free_and_steal (text);
}

static gint64
add (Making *making, gpointer record)
{
  gint64 id;

  akk_store_add (making->store, record);
  id = AKK_RECORD (record)->id;
  g_object_unref (record);
  return id;
}

static gint64
pick (Making *making, GArray *ids)
{
  return g_array_index (ids, gint64, g_rand_int_range (making->rand, 0, (int) ids->len));
}

static void
add_many (Making *making,
          const AkkRecordType *type,
          guint n,
          const char *parent,
          GArray *parents,
          const char *title,
          const char *text,
          GArray *ids)
{
  for (guint i = 0; i < n; i++) {
    AkkRecord *record = akk_record_new (type);
    g_autofree char *name = g_strdup_printf (
        "%s %u %s", type->label, i + 1,
        (char *) making->rare->pdata[g_rand_int_range (making->rand, 0, (int) N_RARE)]);
    g_autofree char *body = text_of (making, 24);
    gint64 id;

    g_object_set (record, parent, parents != NULL ? pick (making, parents) : making->agreement,
                  text, body, NULL);
    if (title != NULL)
      g_object_set (record, title, name, NULL);
    id = add (making, record);
    if (ids != NULL)
      g_array_append_val (ids, id);
  }
}

static void
commit (AkkStore *store)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
add_meetings (Making *making)
{
  for (guint i = 0; i < N_MEETINGS; i++) {
    AkkMeeting *meeting = akk_record_new (&akk_meeting_record);
    gint64 id;

    g_object_set (meeting, "body-id", making->body, "date", (gint64) 18000 + i, NULL);
    id = add (making, meeting);
    g_array_append_val (making->meetings, id);
  }
}

/* A file of many pages, read already. */
static void
add_pages (Making *making)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("bijlage", 7);
  g_autofree char *sha256 = akk_store_add_blob (making->store, data, NULL);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  AkkAttachment *attachment = akk_record_new (&akk_attachment_record);
  g_autoptr (GError) error = NULL;

  g_object_set (attachment, "action-id", pick (making, making->actions), "name", "Bijlage.pdf",
                "file", sha256, NULL);
  akk_store_begin (making->store, "Attach");
  add (making, attachment);
  commit (making->store);
  for (guint i = 0; i < N_PAGES; i++)
    g_ptr_array_add (pages, text_of (making, 200));
  akk_store_keep_reading (making->store, sha256, AKK_READING_DONE, pages, NULL, &error);
  g_assert_no_error (error);
}

static void
make (Making *making)
{
  AkkRecord *agreement = akk_record_new (&akk_agreement_record);
  AkkRecord *body = akk_record_new (&akk_body_record);

  making->meetings = g_array_new (FALSE, FALSE, sizeof (gint64));
  making->actions = g_array_new (FALSE, FALSE, sizeof (gint64));
  making->rand = g_rand_new_with_seed (1);
  make_rare_words (making);
  akk_store_begin_founding (making->store, "Make");
  g_object_set (agreement, "title", "Overeenkomst", NULL);
  making->agreement = add (making, agreement);
  g_object_set (body, "agreement-id", making->agreement, "name", "Werkgroep", NULL);
  making->body = add (making, body);
  add_meetings (making);
  add_many (making, &akk_section_record, N_SECTIONS, "agreement-id", NULL, "heading", "body", NULL);
  add_many (making, &akk_agenda_item_record, N_ITEMS, "meeting-id", making->meetings, "title",
            "outcome", NULL);
  add_many (making, &akk_decision_record, N_DECISIONS, "meeting-id", making->meetings, NULL, "text",
            NULL);
  add_many (making, &akk_action_record, N_ACTIONS, "agreement-id", NULL, "title", "description",
            making->actions);
  add_many (making, &akk_log_entry_record, N_LOG_ENTRIES, "action-id", making->actions, NULL,
            "text", NULL);
  add_many (making, &akk_signal_record, N_SIGNALS, "agreement-id", NULL, "title", "text", NULL);
  commit (making->store);
  add_pages (making);
}

static void
clear (Making *making)
{
  g_ptr_array_unref (making->rare);
  g_array_unref (making->meetings);
  g_array_unref (making->actions);
  g_rand_free (making->rand);
  g_clear_object (&making->store);
}

/* --- Measuring --- */

/* What each letter of a query costs. */
static void
type (AkkDossierSearch *search, const char *query, GArray *times)
{
  for (const char *c = g_utf8_next_char (query);; c = g_utf8_next_char (c)) {
    g_autofree char *typed = g_strndup (query, (gsize) (c - query));
    Stopwatch start = stopwatch_start ();
    GPtrArray *found = akk_dossier_search_find (search, typed, 0, AKK_N_SEARCH_GROUPS);
    double ms = stopwatch_read (start).processor;

    g_array_append_val (times, ms);
    g_ptr_array_unref (found);
    if (*c == '\0')
      return;
  }
}

static void
bench_keys (AkkStore *store)
{
  g_autoptr (AkkDossierSearch) search = akk_dossier_search_new (store);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  type (search, "warm", all);
  g_array_set_size (all, 0);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
    g_autofree char *name = g_strdup_printf ("a key of “%s”, longest", queries[i]);

    type (search, queries[i], times);
    report (name, quantile ((double *) times->data, times->len, 1), "ms", MUST);
    g_array_append_vals (all, times->data, times->len);
  }
  report ("a key, median", quantile ((double *) all->data, all->len, 0.5), "ms", MUST);
  report ("a key, p95", quantile ((double *) all->data, all->len, 0.95), "ms", MUST);
}

/* After an import nothing is in the index yet: a search does not wait for it. */
static void
bench_behind (AkkStore *store)
{
  g_autoptr (AkkDossierSearch) search = akk_dossier_search_new (store);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Stopwatch start;

  type (search, "werkgroep", times);
  report ("a key while nothing is indexed, longest",
          quantile ((double *) times->data, times->len, 1), "ms", MUST);
  start = stopwatch_start ();
  akk_store_index (store, NULL);
  report_time ("until all is indexed, in the background", stopwatch_read (start), "");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("akkoord-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "working.db", NULL);
  g_autofree char *clean = g_strconcat ("rm -rf '", folder, "'", NULL);
  g_autoptr (GError) error = NULL;
  Making making = { akk_store_open (path, 0, &error) };

  g_assert_no_error (error);
  make (&making);
  bench_behind (making.store);
  bench_keys (making.store);
  report ("memory, peak", peak_memory_mb (), "MB", "");
  clear (&making);
  g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL);
  return 0;
}
