/* The signals of an agreement: where each is, and how it travelled.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/dossier.h"
#include "core/signal-step.h"
#include "ui/day.h"
#include "ui/record-page.h"
#include "ui/record-words.h"
#include "ui/register-page.h"

static const AkkFieldGroup new_group = {
  N_ ("New Signal"),
  N_ ("A problem that the parties cannot solve alone, and who may."),
  N_ ("Add signal"),
  { "title", "*text", "target_group", "party_id", "body_id", "raised_on", "level", "holder" },
};

static const AkkFieldGroup groups[] = {
  { N_ ("What Is the Matter"),
    NULL,
    N_ ("Change signal"),
    { "-title", "*text", "target_group", "thread_id" } },
  { N_ ("Where It Is"), NULL, N_ ("Change signal"), { "level", "holder", "state" } },
  { N_ ("Who Raised It"),
    NULL,
    N_ ("Change signal"),
    { "party_id", "body_id", "raised_on", "item_id" } },
  { N_ ("Answer"),
    NULL,
    N_ ("Change signal"),
    { "*answer", "answered_on", "=solved", "=unsolved", "returned_id" } },
  { NULL, NULL, NULL, { NULL } },
};

static const AkkFieldGroup step_group = {
  N_ ("Move"),
  NULL,
  N_ ("Move signal"),
  { "date", "level", "holder", "=note" },
};

/* --- The register --- */

static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const AkkSignal *one = *(AkkSignal *const *) a, *two = *(AkkSignal *const *) b;

  return (one->raised_on < two->raised_on) - (one->raised_on > two->raised_on);
}

static gboolean
is_open (const AkkSignal *signal)
{
  return signal->state == AKK_SIGNAL_OPEN || signal->state == AKK_SIGNAL_ANSWERED;
}

static GPtrArray *
collect (AkkStore *store, AkkAgreement *agreement, gboolean all)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_signal_record, "agreement_id", agreement->record.id);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AkkSignal) signal = g_list_model_get_item (list, i);

    if (all || is_open (signal))
      g_ptr_array_add (found, g_steal_pointer (&signal));
  }
  g_ptr_array_sort (found, compare_signals);
  return found;
}

static AkkGlyph
glyph_of (const AkkSignal *signal)
{
  static const AkkGlyph glyphs[] = { [AKK_SIGNAL_OPEN] = AKK_GLYPH_OPEN,
                                     [AKK_SIGNAL_ANSWERED] = AKK_GLYPH_BUSY,
                                     [AKK_SIGNAL_SOLVED] = AKK_GLYPH_DONE,
                                     [AKK_SIGNAL_CLOSED] = AKK_GLYPH_STOPPED };

  return glyphs[CLAMP (signal->state, 0, (gint64) G_N_ELEMENTS (glyphs) - 1)];
}

static void
describe (
    AkkStore *store, gpointer record, gint64 today, AkkGlyph *glyph, char **title, char **subtitle)
{
  const AkkSignal *signal = record;
  GString *words = g_string_new (akk_choice_label (akk_signal_levels, signal->level));

  if (*signal->holder != '\0')
    g_string_append_printf (words, " · %s", signal->holder);
  if (signal->raised_on != AKK_NO_DATE && is_open (signal)) {
    int days = (int) (today - signal->raised_on);

    g_string_append (words, " · ");
    if (days > 0)
      g_string_append_printf (words, ngettext ("%d day old", "%d days old", (gulong) days), days);
    else
      g_string_append (words, _ ("raised today"));
  }
  g_string_append_printf (words, " · %s", akk_choice_label (akk_signal_states, signal->state));
  *glyph = glyph_of (signal);
  *title = g_strdup (signal->title);
  *subtitle = g_string_free_and_steal (words);
}

static gint64
target (gpointer record)
{
  return AKK_RECORD (record)->id;
}

static gint64
thread (AkkStore *store, gpointer record)
{
  return ((const AkkSignal *) record)->thread_id;
}

static AkkRecordDialog *
create (AkkStore *store, AkkAgreement *agreement)
{
  g_autoptr (AkkSignal) signal = akk_record_new (&akk_signal_record);

  g_object_set (signal, "agreement-id", agreement->record.id, "raised-on", akk_store_today (store),
                NULL);
  return akk_field_group_dialog_new (store, signal, agreement->record.id, &new_group, NULL, NULL);
}

const AkkRegister akk_signals_register = {
  .title = N_ ("Signals"),
  .empty = N_ ("No Signals Yet"),
  .empty_hint = N_ ("Problems that need another level to be solved come here."),
  .add = N_ ("New Signal"),
  .collect = collect,
  .describe = describe,
  .show = "consultation.show-signal",
  .target = target,
  .thread = thread,
  .create = create,
};

/* --- The page of one signal --- */

static char *
signal_title (AkkStore *store, gpointer record)
{
  return g_strdup (((const AkkSignal *) record)->title);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const AkkSignalStep *one = *(AkkSignalStep *const *) a, *two = *(AkkSignalStep *const *) b;

  return (one->date > two->date) - (one->date < two->date);
}

static GPtrArray *
steps (AkkStore *store, gpointer record)
{
  g_autoptr (GListModel) list =
      akk_store_list (store, &akk_signal_step_record, "signal_id", AKK_RECORD (record)->id);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (found, g_list_model_get_item (list, i));
  g_ptr_array_sort (found, compare_steps);
  return found;
}

static void
describe_step (AkkStore *store, gpointer related, char **title, char **subtitle)
{
  const AkkSignalStep *step = related;
  const char *level = akk_choice_label (akk_signal_levels, step->level);
  g_autofree char *day = akk_day_long (step->date);

  *title =
      *step->holder != '\0' ? g_strdup_printf ("%s · %s", level, step->holder) : g_strdup (level);
  *subtitle =
      *step->note != '\0' ? g_strdup_printf ("%s · %s", day, step->note) : g_steal_pointer (&day);
}

/* The levels above stay as they are; the highest one can only be moved to again. */
static gint64
next_level (const AkkSignal *signal)
{
  return MIN (signal->level + 1, AKK_SIGNAL_FEDERAL);
}

static char *
move_words (AkkStore *store, gpointer record)
{
  /* Translators: %s is a level, as in "To region…". */
  return g_strdup_printf (_ ("To: %s…"), akk_choice_label (akk_signal_levels, next_level (record)));
}

/* The signal is where its newest step brought it. */
static void
moved_cb (AkkSignal *signal, AkkSignalStep *step, AkkRecordDialog *dialog)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");

  akk_store_set_int (store, signal, "level", step->level);
  akk_store_set_text (store, signal, "holder", step->holder);
}

static AkkRecordDialog *
move (AkkStore *store, gpointer record)
{
  AkkSignal *signal = record;
  g_autoptr (AkkSignalStep) step = akk_record_new (&akk_signal_step_record);
  AkkRecordDialog *dialog;

  g_object_set (step, "signal-id", signal->record.id, "date", akk_store_today (store), "level",
                next_level (signal), NULL);
  dialog = akk_field_group_dialog_new (store, step, signal->agreement_id, &step_group,
                                       _ ("Move Signal"), "holder");
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (dialog, "writing", G_CALLBACK (moved_cb), signal, G_CONNECT_SWAPPED);
  return dialog;
}

static AkkRecordDialog *
edit_step (AkkStore *store, gpointer record, gpointer related)
{
  return akk_field_group_dialog_new (store, related, ((AkkSignal *) record)->agreement_id,
                                     &step_group, NULL, NULL);
}

/* Who fills in an answer need not say elsewhere that there is one. */
static void
answer_cb (AkkRecordDialog *dialog, AkkSignal *signal, AkkSignal *before)
{
  AkkStore *store = g_object_get_data (G_OBJECT (dialog), "akk-store");
  gboolean answered = *before->answer == '\0' && *signal->answer != '\0';

  if (!answered && (before->answered_on != AKK_NO_DATE || signal->answered_on == AKK_NO_DATE))
    return;
  if (signal->state == AKK_SIGNAL_OPEN && before->state == AKK_SIGNAL_OPEN)
    akk_store_set_int (store, signal, "state", AKK_SIGNAL_ANSWERED);
  if (signal->answered_on == AKK_NO_DATE)
    akk_store_set_int (store, signal, "answered_on", akk_store_today (store));
}

static void
watch_answer (AkkRecordDialog *dialog, AkkStore *store)
{
  g_object_set_data_full (G_OBJECT (dialog), "akk-store", g_object_ref (store), g_object_unref);
  g_signal_connect_data (dialog, "writing", G_CALLBACK (answer_cb),
                         akk_record_duplicate (akk_record_dialog_get_record (dialog)),
                         (GClosureNotify) (void *) g_object_unref, 0);
}

const AkkRecordLook akk_signal_look = {
  .kind = N_ ("Signal"),
  .groups = groups,
  .title = signal_title,
  .editing = watch_answer,
  .remove = N_ ("Delete signal"),
  .list_title = N_ ("How It Travelled"),
  .list_empty = N_ ("It has not moved yet"),
  .related = steps,
  .describe = describe_step,
  .edit = edit_step,
  .add_words = move_words,
  .add = move,
  .remove_related = N_ ("Delete move"),
};
