/* One action of the log.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/store-private.h"

struct _AkkStep {
  GObject parent_instance;
  gint64 id;
  AkkStepKind kind;
  gint64 undone;
  char *label;
  char *author;
  gint64 time;
};

G_DEFINE_FINAL_TYPE (AkkStep, akk_step, G_TYPE_OBJECT)

static void
akk_step_finalize (GObject *object)
{
  AkkStep *self = AKK_STEP (object);

  g_free (self->label);
  g_free (self->author);
  G_OBJECT_CLASS (akk_step_parent_class)->finalize (object);
}

static void
akk_step_class_init (AkkStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = akk_step_finalize;
}

static void
akk_step_init (AkkStep *self)
{
}

AkkStep *
akk_step_new (
    gint64 id, gint kind, gint64 undone, const char *label, const char *author, gint64 time)
{
  AkkStep *self = g_object_new (AKK_TYPE_STEP, NULL);

  self->id = id;
  self->kind =
      kind == AKK_STEP_FOUNDING || kind == AKK_STEP_PERMANENT ? AKK_STEP_DO : (AkkStepKind) kind;
  self->undone = undone;
  self->label = g_strdup (label);
  self->author = g_strdup (author);
  self->time = time;
  return self;
}

gint64
akk_step_get_id (AkkStep *self)
{
  return self->id;
}

AkkStepKind
akk_step_get_kind (AkkStep *self)
{
  return self->kind;
}

gint64
akk_step_get_undone (AkkStep *self)
{
  return self->undone;
}

const char *
akk_step_get_label (AkkStep *self)
{
  return *self->label != '\0' ? _ (self->label) : "";
}

const char *
akk_step_get_author (AkkStep *self)
{
  return self->author;
}

gint64
akk_step_get_time (AkkStep *self)
{
  return self->time;
}

AkkStep *
akk_store_load_step (AkkStore *self, gint64 id)
{
  g_autoptr (sqlite3_stmt) row =
      akk_sql_query (self->db, NULL,
                     "SELECT kind, undone, (SELECT text FROM word WHERE n = label),"
                     " (SELECT text FROM word WHERE n = author), time FROM step WHERE id = ?",
                     "i", id);
  g_autofree char *label = NULL;
  g_autofree char *author = NULL;

  if (row == NULL || sqlite3_step (row) != SQLITE_ROW)
    return NULL;
  label = akk_sql_column_text (row, 2);
  author = akk_sql_column_text (row, 3);
  return akk_step_new (id, sqlite3_column_int (row, 0), sqlite3_column_int64 (row, 1), label,
                       author, sqlite3_column_int64 (row, 4));
}

void
akk_store_stepped (AkkStore *self, AkkStep *step)
{
  g_autoptr (AkkStep) owned = step;

  akk_store_refresh_undo (self);
  g_signal_emit_by_name (self, "stepped", owned);
}
