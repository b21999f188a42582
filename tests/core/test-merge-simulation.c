/* Merging: eight copies of a dossier, random edits and exchange, against a model that shares no
 * code with it. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/store-private.h"
#include "merge-model.h"
#include "store-fixture.h"

#define N_EVENTS 70
#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 8
#else
#define N_SEEDS 16
#endif

static guint n_changes, n_merges; /* so far */

/* --- The stores --- */

typedef struct {
  GRand *rand;
  char *folder;
  char *paths[N_REPLICAS];
  AkkStore *stores[N_REPLICAS];
  gpointer held[N_REPLICAS]; /* a record that somebody looks at all the time */
  gint64 skew[N_REPLICAS];
  guint n_files;
  gint64 clock;
  Model *model;
} World;

/* The model knows fields by their address. */
static const char deleted[] = "deleted";
static const char *const agreement_fields[] = { "title", "motto", "starts_on", deleted, NULL };
static const char *const section_fields[] = {
  "heading", "body", "position", "scheme", deleted, NULL
};

static const char *const *
fields_of (const AkkRecordType *type)
{
  return type == &akk_section_record ? section_fields : agreement_fields;
}

static const AkkField *
find_field (const AkkRecordType *type, const char *name)
{
  return g_str_equal (name, "deleted") ? &akk_field_deleted : akk_record_type_field (type, name);
}

static char *
value_of (gpointer record, const char *name)
{
  const AkkField *field = find_field (AKK_RECORD (record)->type, name);

  if (field->kind == AKK_FIELD_TEXT)
    return g_strdup (akk_record_get_text (record, field));
  return g_strdup_printf ("%" G_GINT64_FORMAT, akk_record_get_int (record, field));
}

static void
open_store (World *world, guint replica)
{
  g_autoptr (GError) error = NULL;

  world->stores[replica] = akk_store_open (world->paths[replica], 0, &error);
  g_assert_no_error (error);
}

static void
close_store (World *world, guint replica)
{
  g_clear_object (&world->held[replica]);
  g_assert_finalize_object (g_steal_pointer (&world->stores[replica]));
}

static char *
copy_store (World *world, guint replica)
{
  g_autofree char *name = g_strdup_printf ("%u.db", world->n_files++);
  char *path = g_build_filename (world->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  akk_store_copy_to (world->stores[replica], path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* Every clock is wrong, each in its own way. */
static gint64
set_clock (World *world, guint replica)
{
  gint64 time = (world->clock += 1000) + world->skew[replica];
  guint64 seed = (guint64) g_rand_int (world->rand) << 32 | g_rand_int (world->rand);

  akk_store_set_deterministic (world->stores[replica], seed, time);
  return time;
}

static void
commit (World *world, guint replica)
{
  g_autoptr (GError) error = NULL;

  akk_store_commit (world->stores[replica], &error);
  g_assert_no_error (error);
}

static guint
pick_record (World *world, guint replica)
{
  guint index;

  do
    index = g_rand_int_range (world->rand, 0, world->model->n_records);
  while (!world->model->knows_record[replica][index]);
  return index;
}

/* --- Events --- */

static char *
random_text (World *world, const char *old, gboolean required)
{
  static const char *const words[] = { "", "é", "dorp", "𝄞", "naar school", "ê", "zorg" };
  const char *word = words[g_rand_int_range (world->rand, required ? 1 : 0, G_N_ELEMENTS (words))];
  glong length = g_utf8_strlen (old, -1);
  glong at = length > 0 ? g_rand_int_range (world->rand, 0, length + 1) : 0;

  if (length > 40 || g_rand_int_range (world->rand, 0, 3) == 0)
    return g_strdup (word);
  return g_strdup_printf ("%.*s%s%s", (int) (g_utf8_offset_to_pointer (old, at) - old), old, word,
                          g_utf8_offset_to_pointer (old, at));
}

static char **
look (World *world, guint replica)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; i < world->model->n_records; i++) {
    ModelRecord *which = &world->model->records[i];
    g_autoptr (AkkRecord) record = akk_store_get (world->stores[replica], which->type, which->id);
    const char *const *fields = fields_of (which->type);
    g_assert_true ((record != NULL) == world->model->knows_record[replica][i]);
    for (guint f = 0; fields[f] != NULL; f++)
      g_strv_builder_take (values, record != NULL ? value_of (record, fields[f]) : g_strdup (""));
  }
  return g_strv_builder_end (values);
}

static void
change_cell (World *world, guint replica)
{
  ModelRecord *which = &world->model->records[pick_record (world, replica)];
  g_autoptr (AkkRecord) record = akk_store_get (world->stores[replica], which->type, which->id);
  const char *const *fields = fields_of (which->type);
  const char *name = fields[g_rand_int_range (world->rand, 0, g_strv_length ((char **) fields))];
  const AkkField *field = find_field (which->type, name);

  if (g_str_equal (name, "deleted")) {
    if (g_rand_int_range (world->rand, 0, 4) == 0)
      akk_store_delete (world->stores[replica], record);
  } else if (field->kind == AKK_FIELD_TEXT) {
    g_autofree char *before = value_of (record, name);
    g_autofree char *text = random_text (world, before, field->required);
    akk_store_set_text (world->stores[replica], record, name, text);
  } else {
    akk_store_set_int (world->stores[replica], record, name, g_rand_int_range (world->rand, 0, 9));
  }
}

/* Tells the model which cells an action changed: also `deleted`, the last one, of each record that
 * it changed and left there. */
static void
note_differences (World *world, guint replica, char **before, gint64 time, gboolean undoing)
{
  Model *model = world->model;
  g_auto (GStrv) after = look (world, replica);
  guint n = 0;

  for (guint i = 0; i < model->n_records; i++) {
    const char *const *fields = fields_of (model->records[i].type);
    gboolean touched = FALSE;
    for (guint f = 0; fields[f] != NULL; f++, n++) {
      g_autoptr (GPtrArray) values = NULL;
      if (fields[f] == deleted && touched && g_str_equal (after[n], "0") &&
          g_str_equal (before[n], "0"))
        model_write (model, replica, model->records[i].id, fields[f], g_strdup ("0"), time);
      if (g_str_equal (before[n], after[n]))
        continue;
      touched = TRUE;
      values = model_values (model, replica, model->records[i].id, fields[f]);
      g_assert_true (!undoing || values->len <= 1);
      model_write (model, replica, model->records[i].id, fields[f], g_strdup (after[n]), time);
    }
  }
}

static void
change_cells (World *world, guint replica, guint n_cells, gint64 time)
{
  g_auto (GStrv) before = look (world, replica);

  akk_store_begin (world->stores[replica], "Change");
  for (guint i = 0; i < n_cells; i++)
    change_cell (world, replica);
  commit (world, replica);
  note_differences (world, replica, before, time, FALSE);
}

static void
add_record (World *world, guint replica, const AkkRecordType *type, gint64 agreement)
{
  Model *model = world->model;
  g_autoptr (AkkRecord) record = akk_record_new (type);

  if (type == &akk_section_record)
    akk_record_set_int (record, akk_record_type_field (type, "agreement_id"), agreement);
  else
    akk_record_set_text (record, akk_record_type_field (type, "title"), "Titel");
  akk_store_begin (world->stores[replica], "Add");
  akk_store_add (world->stores[replica], record);
  commit (world, replica);
  g_assert_cmpuint (model->n_records, <, MAX_RECORDS);
  model->records[model->n_records] = (ModelRecord) { type, record->id };
  model->knows_record[replica][model->n_records++] = TRUE;
}

/* Undo and redo are changes as others; and they never touch a cell whose values disagree. */
static void
undo_or_redo (World *world, guint replica, gint64 time)
{
  AkkStore *store = world->stores[replica];
  gboolean undo = g_rand_boolean (world->rand);
  g_auto (GStrv) before = look (world, replica);
  g_autoptr (GError) error = NULL;

  if (undo ? akk_store_get_undo_step (store) == NULL : akk_store_get_redo_step (store) == NULL)
    return;
  (undo ? akk_store_undo : akk_store_redo) (store, &error);
  g_assert_no_error (error);
  note_differences (world, replica, before, time, TRUE);
}

static void
exchange (World *world, guint replica, guint from)
{
  g_autofree char *path = copy_store (world, from);
  g_autoptr (GError) error = NULL;

  akk_store_merge (world->stores[replica], path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  model_learn (world->model, replica, from);
  n_merges++;
}

/* Somebody goes on with a copy of the file of another. */
static void
clone_store (World *world, guint replica, guint from)
{
  Model *model = world->model;

  if (replica == from)
    return;
  close_store (world, replica);
  g_unlink (world->paths[replica]);
  g_free (world->paths[replica]);
  world->paths[replica] = copy_store (world, from);
  open_store (world, replica);
  memcpy (model->knows_op[replica], model->knows_op[from], sizeof model->knows_op[from]);
  memcpy (model->knows_record[replica], model->knows_record[from],
          sizeof model->knows_record[from]);
}

static void
settle (World *world, guint replica, gint64 time)
{
  g_autoptr (GPtrArray) conflicts = akk_store_conflicts (world->stores[replica]);
  g_autoptr (GError) error = NULL;
  g_autoptr (AkkRecord) record = NULL;
  AkkConflict *conflict;
  g_autofree char *value = NULL;
  guint chosen;

  if (conflicts->len == 0)
    return;
  conflict = conflicts->pdata[g_rand_int_range (world->rand, 0, conflicts->len)];
  chosen = g_rand_int_range (world->rand, 0, conflict->n_values);
  value = conflict->field->kind == AKK_FIELD_TEXT
              ? g_strdup (conflict->values[chosen].text)
              : g_strdup_printf ("%" G_GINT64_FORMAT, conflict->values[chosen].number);
  akk_store_resolve (world->stores[replica], conflict, chosen, &error);
  g_assert_no_error (error);
  record = akk_store_get (world->stores[replica], conflict->type, conflict->id);
  if (conflict->field != &akk_field_deleted && record->deleted == 0)
    model_write (world->model, replica, conflict->id, deleted, g_strdup ("0"), time);
  for (const char *const *name = fields_of (conflict->type); *name != NULL; name++)
    if (find_field (conflict->type, *name) == conflict->field)
      model_write (world->model, replica, conflict->id, *name, g_steal_pointer (&value), time);
}

/* --- Judgement --- */

static void
check_conflict (GPtrArray *conflicts, gint64 id, const AkkField *field, GPtrArray *standing)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected_text = NULL;
  g_autofree char *found_text = NULL;
  gboolean disagree = FALSE;

  for (guint i = 0; i < standing->len; i++) {
    ModelOp *op = standing->pdata[i];
    g_ptr_array_add (expected, op->value);
    disagree = disagree || !g_str_equal (op->value, ((ModelOp *) standing->pdata[0])->value);
  }
  for (guint c = 0; c < conflicts->len; c++) {
    AkkConflict *conflict = conflicts->pdata[c];
    if (conflict->id != id || conflict->field != field)
      continue;
    for (guint i = 0; i < conflict->n_values; i++)
      g_ptr_array_add (found,
                       field->kind == AKK_FIELD_TEXT
                           ? g_strdup (conflict->values[i].text)
                           : g_strdup_printf ("%" G_GINT64_FORMAT, conflict->values[i].number));
  }
  if (!disagree) {
    g_assert_cmpuint (found->len, ==, 0);
    return;
  }
  expected_text = model_join_texts (expected);
  found_text = model_join_texts (found);
  g_assert_cmpstr (found_text, ==, expected_text);
}

static void
check_replica (World *world, guint replica)
{
  Model *model = world->model;
  g_autoptr (GPtrArray) conflicts = akk_store_conflicts (world->stores[replica]);
  g_auto (GStrv) shown = look (world, replica);
  guint n = 0;

  for (guint i = 0; i < model->n_records; i++) {
    ModelRecord *which = &model->records[i];
    const char *const *fields = fields_of (which->type);
    for (guint f = 0; fields[f] != NULL; f++, n++) {
      g_autoptr (GPtrArray) standing = model_values (model, replica, which->id, fields[f]);
      ModelOp *newest = standing->len > 0 ? standing->pdata[0] : NULL;
      if (newest == NULL)
        continue;
      /* Somebody changed the record without knowing that it was deleted. */
      if (fields[f] == deleted && model_has_value (standing, "0"))
        g_assert_cmpstr (shown[n], ==, "0");
      else if (standing->len == 1 || newest->time > ((ModelOp *) standing->pdata[1])->time)
        g_assert_cmpstr (shown[n], ==, newest->value);
      check_conflict (conflicts, which->id, find_field (which->type, fields[f]), standing);
    }
  }
}

/* --- The simulation --- */

static void
hold_one (World *world, guint replica)
{
  ModelRecord *which = &world->model->records[pick_record (world, replica)];

  g_clear_object (&world->held[replica]);
  world->held[replica] = akk_store_get (world->stores[replica], which->type, which->id);
}

static World *
world_new (guint32 seed)
{
  World *world = g_new0 (World, 1);

  world->rand = g_rand_new_with_seed (seed);
  world->folder = fixture_memory_folder ();
  world->model = g_new0 (Model, 1);
  world->clock = 1700000000000000;
  world->paths[0] = g_build_filename (world->folder, "first.db", NULL);
  open_store (world, 0);
  for (guint i = 0; i < N_REPLICAS; i++)
    world->skew[i] = g_rand_int_range (world->rand, -200000, 200000);
  set_clock (world, 0);
  add_record (world, 0, &akk_agreement_record, 0);
  add_record (world, 0, &akk_section_record, world->model->records[0].id);
  add_record (world, 0, &akk_section_record, world->model->records[0].id);
  for (guint i = 1; i < N_REPLICAS; i++) {
    world->paths[i] = copy_store (world, 0);
    open_store (world, i);
    model_learn (world->model, i, 0);
  }
  return world;
}

static void
world_free (World *world)
{
  for (guint i = 0; i < N_REPLICAS; i++) {
    close_store (world, i);
    g_unlink (world->paths[i]);
    g_free (world->paths[i]);
  }
  g_assert_cmpint (g_rmdir (world->folder), ==, 0);
  g_free (world->folder);
  g_rand_free (world->rand);
  model_free (world->model);
  g_free (world);
}

static void
one_event (World *world)
{
  guint replica = g_rand_int_range (world->rand, 0, N_REPLICAS);
  guint other = g_rand_int_range (world->rand, 0, N_REPLICAS);
  guint dice = g_rand_int_range (world->rand, 0, 100);
  gint64 time = set_clock (world, replica);

  if (dice < 52) {
    change_cells (world, replica, 1 + dice % 3, time);
  } else if (dice < 56) {
    if (world->model->n_records < MAX_RECORDS)
      add_record (world, replica, &akk_section_record, world->model->records[0].id);
  } else if (dice < 68) {
    undo_or_redo (world, replica, time);
  } else if (dice < 72) {
    settle (world, replica, time);
  } else if (dice < 76) {
    close_store (world, replica);
    open_store (world, replica);
  } else if (dice < 79) {
    clone_store (world, replica, other);
  } else if (replica != other) {
    exchange (world, replica, other);
  }
  check_replica (world, replica);
  hold_one (world, replica);
}

static void
simulate (guint32 seed)
{
  World *world = world_new (seed);
  g_auto (GStrv) first = NULL;

  for (guint i = 0; i < N_EVENTS; i++)
    one_event (world);

  /* Twice around, then everybody knows everything, and has nothing left to take over. */
  for (guint i = 0; i < 2 * N_REPLICAS; i++)
    exchange (world, (i + 1) % N_REPLICAS, i % N_REPLICAS);
  first = look (world, 0);
  for (guint i = 0; i < N_REPLICAS; i++) {
    g_auto (GStrv) shown = look (world, i);
    gint64 last = world->stores[i]->last_step;
    check_replica (world, i);
    g_assert_true (g_strv_equal ((const char *const *) shown, (const char *const *) first));
    exchange (world, i, (i + 3) % N_REPLICAS);
    g_assert_cmpint (world->stores[i]->last_step, ==, last);
  }
  n_changes += world->model->n_ops;
  world_free (world);
}

static void
test_copies_converge_and_lose_nothing (void)
{
  const char *more = g_getenv ("AKKOORD_MERGE_SEEDS");
  guint n_seeds = more != NULL ? (guint) atoi (more) : N_SEEDS;

  akk_undo_horizon = 4; /* so that the log is shortened all the time */
  for (guint32 seed = 1; seed <= n_seeds; seed++)
    simulate (seed);
  g_test_message ("%u seeds, each %u copies and %u events: %u changes and %u merges, as the model",
                  n_seeds, N_REPLICAS, N_EVENTS, n_changes, n_merges);
  akk_undo_horizon = 200;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/copies-converge-and-lose-nothing",
                   test_copies_converge_and_lose_nothing);
  return g_test_run ();
}
