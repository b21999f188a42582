/* Agreements, bodies and meetings in a store, written down in a line each, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda-item.h"
#include "core/meeting.h"
#include "core/obligations.h"
#include "parties-fixture.h"

/* "name=value …" into a new record. */
static inline gint64
duty_add (AkkStore *store, const AkkRecordType *type, const char *line)
{
  g_autoptr (AkkRecord) record = akk_record_new (type);
  g_auto (GStrv) pairs = g_strsplit (line, " ", -1);

  akk_store_add (store, record);
  for (guint i = 0; pairs[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

    if (pair[0] != NULL && pair[1] != NULL)
      model_set (store, record, pair[0], pair[1]);
  }
  return record->id;
}

/* One item of a letter: E evaluation, P plan, M minutes of the meeting before; small: not dealt
 * with yet, after a "-": unfinished, after a "!": dropped. */
static inline void
duty_add_item (AkkStore *store, gint64 meeting, gint64 before, const char *letter)
{
  gint64 state = *letter == '-' ? AKK_ITEM_UNFINISHED : *letter == '!' ? AKK_ITEM_DROPPED : -1;
  char kind = state >= 0 ? letter[1] : letter[0];
  char lower = g_ascii_tolower (kind);

  if (state < 0)
    state = kind == lower ? AKK_ITEM_OPEN : AKK_ITEM_DONE;
  model_add (store, &akk_agenda_item_record, "meeting_id", ID (meeting), "title", "Punt", "state",
             ID (state), "subject",
             ID (lower == 'e'   ? AKK_SUBJECT_EVALUATION
                 : lower == 'p' ? AKK_SUBJECT_PLAN
                                : AKK_SUBJECT_MINUTES),
             "approves_id", ID (lower == 'm' ? before : 0), NULL);
}

static inline gint64
duty_state (char letter)
{
  static const char letters[] = "pihacx";

  return strchr (letters, letter) - letters;
}

/* "2025-02-18:h:EP 2025-06-12:p …": the day, the state (planned, invited, held, approved,
 * cancelled, x postponed), the items. */
static inline void
duty_add_meetings (AkkStore *store, gint64 body, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  gint64 before = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (words[i], ":", 3);
    gint64 id;

    if (*words[i] == '\0')
      continue;
    id = model_add (store, &akk_meeting_record, "body_id", ID (body), "date", parts[0], "state",
                    ID (duty_state (*parts[1])), NULL);
    for (const char *item = parts[2]; item != NULL && *item != '\0'; item++) {
      duty_add_item (store, id, before, item);
      item += *item == '-' || *item == '!';
    }
    before = id;
  }
}

/* The rows of a kind: "from/to required held+planned due status", with a ";" between; "-" for what
 * does not apply. */
static inline char *
duty_rows (const GPtrArray *obligations, AkkObligationKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < obligations->len; i++) {
    const AkkObligation *row = obligations->pdata[i];
    const gint64 days[] = { row->from, row->to, row->due };
    char *iso[3];

    if (row->kind != kind)
      continue;
    for (guint n = 0; n < 3; n++)
      iso[n] = days[n] != AKK_NO_DATE ? akk_date_format (days[n]) : g_strdup ("-");
    g_string_append_printf (text, "%s%s/%s ", text->len > 0 ? "; " : "", iso[0], iso[1]);
    if (row->required >= 0)
      g_string_append_printf (text, "%d %d+%d ", (int) row->required, (int) row->held,
                              (int) row->planned);
    else if (row->held >= 0)
      g_string_append_printf (text, "- %d+%d ", (int) row->held, (int) row->planned);
    g_string_append_printf (text, "%s%s", row->due != row->to ? iso[2] : "",
                            row->due != row->to ? " " : "");
    g_string_append (text, akk_obligation_statuses[row->status]);
    for (guint n = 0; n < 3; n++)
      g_free (iso[n]);
  }
  return g_string_free_and_steal (text);
}

/* One case: what is in the dossier, and what is owed of a kind on a day. */
typedef struct {
  const char *what;
  const char *agreement; /* "starts_on=… " */
  const char *body; /* "times=3 …"; NULL: none */
  const char *meetings;
  const char *day;
  AkkObligationKind kind;
  const char *rows;
} DutyCase;

static inline void
duty_fixture_open (Fixture *fixture)
{
  fixture->folder = fixture_memory_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture_open (fixture);
}

static inline gint64
duty_add_case (Fixture *fixture, const DutyCase *each)
{
  g_autofree char *body = NULL;
  gint64 agreement;

  akk_store_begin (fixture->store, "Make");
  agreement = duty_add (fixture->store, &akk_agreement_record, each->agreement);
  if (each->body != NULL) {
    body =
        g_strdup_printf ("name=Groep agreement_id=%" G_GINT64_FORMAT " %s", agreement, each->body);
    duty_add_meetings (fixture->store, duty_add (fixture->store, &akk_body_record, body),
                       each->meetings);
  }
  fixture_commit (fixture);
  return agreement;
}

static inline void
duty_check (const DutyCase *each)
{
  Fixture fixture;
  g_autoptr (AkkAgreement) agreement = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *all_rows = NULL;
  gint64 day = akk_date_parse (each->day);

  g_test_message ("%s", each->what);
  duty_fixture_open (&fixture);
  agreement = akk_store_get (fixture.store, &akk_agreement_record, duty_add_case (&fixture, each));
  one = akk_obligations_new (fixture.store, agreement, day);
  rows = duty_rows (one, each->kind);
  g_assert_cmpstr (rows, ==, each->rows);
  /* However many agreements are asked for at once. */
  all = akk_obligations_new (fixture.store, NULL, day);
  all_rows = duty_rows (all, each->kind);
  g_assert_cmpstr (all_rows, ==, rows);
  g_clear_object (&agreement);
  fixture_tear_down (&fixture, NULL);
}
