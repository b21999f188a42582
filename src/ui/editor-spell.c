/* Words in the editor that the dictionary does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor-spell.h"

#include <enchant.h>
#include <glib/gi18n.h>

#include "ui/editor-private.h"

/* Of each turn of the main loop in which nothing else happens. */
#define SLICE_US 1500
/* Lines of texts that are gone are forgotten when there are so many. */
#define MAX_LINES 8000
#define MAX_SUGGESTIONS 6

typedef struct _AkkEditorSpell {
  EnchantBroker *broker;
  EnchantDict *dict; /* NULL: being read, or there is none */
  GCancellable *cancellable;
  GHashTable *verdicts; /* word → whether it is one */
  GHashTable *lines; /* AkkLine → GArray of AkkWord: those that are wrong; lines are immutable */
  GQueue *wanted; /* AkkLine: those with words that were not looked up yet */
  guint idle_id;
} AkkEditorSpell;

/* --- Looking up --- */

static char *
word_text (const AkkLine *line, const AkkWord *word)
{
  g_autoptr (GString) text = g_string_new_len (line->text + word->from, word->to - word->from);

  /* As dictionaries write it. */
  g_string_replace (text, "\342\200\231", "'", 0);
  g_string_replace (text, "\342\200\221", "-", 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* TRUE: it is known. Whether it is a word then stands in `right`. */
static gboolean
look_up (AkkEditorSpell *spell, const char *word, gboolean may_read, gboolean *right)
{
  gpointer verdict;

  *right = TRUE;
  if (g_hash_table_lookup_extended (spell->verdicts, word, NULL, &verdict)) {
    *right = GPOINTER_TO_INT (verdict);
    return TRUE;
  }
  if (!may_read)
    return FALSE;
  *right = enchant_dict_check (spell->dict, word, -1) <= 0;
  g_hash_table_insert (spell->verdicts, g_strdup (word), GINT_TO_POINTER (*right));
  return TRUE;
}

/* The wrong words of a line, as far as its words are known; `complete`: all are. */
static GArray *
wrong_words (AkkEditorSpell *spell, const AkkLine *line, gint64 until, gboolean *complete)
{
  g_autoptr (GArray) words = akk_line_words (line);
  GArray *wrong = g_array_new (FALSE, FALSE, sizeof (AkkWord));

  *complete = TRUE;
  for (guint i = 0; i < words->len; i++) {
    const AkkWord *word = &g_array_index (words, AkkWord, i);
    g_autofree char *text = word_text (line, word);
    gboolean right;

    if (!look_up (spell, text, until > 0 && g_get_monotonic_time () < until, &right))
      *complete = FALSE;
    else if (!right)
      g_array_append_vals (wrong, word, 1);
  }
  return wrong;
}

static void
forget_lines (AkkEditorSpell *spell)
{
  g_hash_table_remove_all (spell->lines);
  g_queue_clear_full (spell->wanted, (GDestroyNotify) akk_line_unref);
}

static void
keep_line (AkkEditorSpell *spell, AkkLine *line, GArray *wrong)
{
  if (g_hash_table_size (spell->lines) > MAX_LINES)
    forget_lines (spell);
  g_hash_table_insert (spell->lines, akk_line_ref (line), wrong);
}

static gboolean
look_up_cb (gpointer data)
{
  AkkEditor *self = data;
  AkkEditorSpell *spell = self->spell;
  gint64 until = g_get_monotonic_time () + SLICE_US;
  gboolean any = FALSE;

  while (!g_queue_is_empty (spell->wanted) && g_get_monotonic_time () < until) {
    g_autoptr (AkkLine) line = akk_line_ref (g_queue_peek_head (spell->wanted));
    gboolean complete;
    g_autoptr (GArray) wrong = wrong_words (spell, line, until, &complete);

    if (!complete)
      break;
    akk_line_unref (g_queue_pop_head (spell->wanted));
    any = any || wrong->len > 0;
    keep_line (spell, line, g_steal_pointer (&wrong));
  }
  if (any)
    akk_editor_queue_marks (self);
  if (!g_queue_is_empty (spell->wanted))
    return G_SOURCE_CONTINUE;
  spell->idle_id = 0;
  return G_SOURCE_REMOVE;
}

/* While a word is being typed it is not wrong yet. */
static gboolean
is_at_caret (AkkEditor *self, guint line, const AkkWord *word)
{
  GtkTextIter caret;
  gsize byte;

  if (akk_editor_get_line (self) != line || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret,
                                    gtk_text_buffer_get_insert (self->buffer));
  byte = akk_editor_iter_to_byte (self, &caret);
  return byte == word->to && self->burst != NULL;
}

const GArray *
akk_editor_misspellings (AkkEditor *self, AkkLine *line)
{
  AkkEditorSpell *spell = self->spell;
  GArray *wrong;
  gboolean complete;

  if (spell == NULL || spell->dict == NULL || line->kind == AKK_LINE_TABLE)
    return NULL;
  wrong = g_hash_table_lookup (spell->lines, line);
  if (wrong != NULL)
    return wrong;
  /* Most words of a line that was changed are known: their marks stay while it is typed in. */
  wrong = wrong_words (spell, line, 0, &complete);
  keep_line (spell, line, wrong);
  if (!complete) {
    g_queue_push_tail (spell->wanted, akk_line_ref (line));
    if (spell->idle_id == 0)
      spell->idle_id = g_idle_add_full (G_PRIORITY_LOW, look_up_cb, self, NULL);
  }
  return wrong;
}

gboolean
akk_editor_shows_misspelling (AkkEditor *self, guint line, const AkkWord *word)
{
  return !is_at_caret (self, line, word);
}

/* --- The dictionary --- */

/* A broker with the dictionary of a language, read on a thread. */
typedef struct {
  EnchantBroker *broker;
  EnchantDict *dict;
} Dictionary;

static void
dictionary_free (Dictionary *dictionary)
{
  if (dictionary->dict != NULL)
    enchant_broker_free_dict (dictionary->broker, dictionary->dict);
  enchant_broker_free (dictionary->broker);
  g_free (dictionary);
}

static void
read_dictionary (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *language = data;
  g_autofree char *tag = g_strdelimit (g_strdup (language), "-", '_');
  g_autofree char *plain = g_strndup (tag, strcspn (tag, "_"));
  const char *tags[] = { tag, plain, g_str_equal (plain, "nl") ? "nl_NL" : NULL };
  Dictionary *dictionary = g_new0 (Dictionary, 1);

  dictionary->broker = enchant_broker_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tags) && dictionary->dict == NULL; i++)
    if (tags[i] != NULL && enchant_broker_dict_exists (dictionary->broker, tags[i]))
      dictionary->dict = enchant_broker_request_dict (dictionary->broker, tags[i]);
  g_task_return_pointer (task, dictionary, (GDestroyNotify) dictionary_free);
}

static void
dictionary_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AkkEditor *self = AKK_EDITOR (source);
  g_autofree Dictionary *dictionary = g_task_propagate_pointer (G_TASK (result), NULL);

  if (dictionary == NULL)
    return;
  self->spell->broker = dictionary->broker;
  self->spell->dict = dictionary->dict;
  akk_editor_queue_marks (self);
}

static void
array_unref (gpointer data)
{
  g_array_unref (data);
}

void
akk_editor_spell_clear (AkkEditor *self)
{
  AkkEditorSpell *spell = g_steal_pointer (&self->spell);

  if (spell == NULL)
    return;
  g_cancellable_cancel (spell->cancellable);
  g_clear_handle_id (&spell->idle_id, g_source_remove);
  forget_lines (spell);
  if (spell->dict != NULL)
    enchant_broker_free_dict (spell->broker, spell->dict);
  if (spell->broker != NULL)
    enchant_broker_free (spell->broker);
  g_object_unref (spell->cancellable);
  g_hash_table_unref (spell->verdicts);
  g_hash_table_unref (spell->lines);
  g_queue_free (spell->wanted);
  g_free (spell);
}

/* --- The menu --- */

/* Cells share the dictionary of the text. */
static AkkEditorSpell *
spell_of (AkkEditor *self)
{
  AkkEditorSpell *spell = self->owner != NULL ? self->owner->spell : self->spell;

  return spell != NULL && spell->dict != NULL ? spell : NULL;
}

/* The wrong word at the caret; FALSE: there is none. */
static gboolean
wrong_word_here (AkkEditor *self, guint *line, AkkWord *word)
{
  const GArray *wrong;
  gsize byte;

  if (spell_of (self) == NULL || self->lines->len == 0)
    return FALSE;
  akk_editor_caret (self, line, &byte);
  wrong = akk_editor_misspellings (self->owner != NULL ? self->owner : self,
                                   akk_editor_get_text (self)->lines[*line]);
  for (guint i = 0; wrong != NULL && i < wrong->len; i++) {
    *word = g_array_index (wrong, AkkWord, i);
    if (word->from <= byte && byte <= word->to)
      return TRUE;
  }
  return FALSE;
}

static void
add_corrections (AkkEditor *self, GMenu *menu, const char *word)
{
  g_autoptr (GMenu) corrections = g_menu_new (), rest = g_menu_new ();
  gsize n_suggestions = 0;
  EnchantDict *dict = spell_of (self)->dict;
  char **suggestions = enchant_dict_suggest (dict, word, -1, &n_suggestions);

  for (gsize i = 0; i < MIN (n_suggestions, MAX_SUGGESTIONS); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

    g_menu_item_set_action_and_target (item, "spell.correct", "s", suggestions[i]);
    g_menu_append_item (corrections, item);
  }
  if (suggestions != NULL)
    enchant_dict_free_string_list (dict, suggestions);
  g_menu_append (rest, _ ("_Add to Dictionary"), "spell.add");
  g_menu_append (rest, _ ("_Ignore"), "spell.ignore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (corrections));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
}

/* The menu is about the place of the caret. */
static void
menu_wanted_cb (AkkEditor *self, GMenu *menu)
{
  g_autoptr (GMenu) toggle = g_menu_new ();
  AkkWord word;
  guint line;

  if (wrong_word_here (self, &line, &word)) {
    g_autofree char *text = word_text (akk_editor_get_text (self)->lines[line], &word);

    add_corrections (self, menu, text);
  }
  g_menu_append (toggle, _ ("_Mark Misspelled Words"), "spelling.check-spelling");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (toggle));
}

static void
correct (AkkEditor *self, guint line, const AkkWord *word, const char *correction)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AkkMatch));
  g_autoptr (AkkText) text = NULL;
  AkkMatch match = { .line = line, .cell = -1, .from = word->from, .to = word->to };

  g_array_append_val (matches, match);
  text = akk_text_replace (akk_editor_get_text (self), matches, correction);
  akk_editor_apply (self, text, N_ ("Correct word"));
  akk_editor_place_caret (self, line, word->from + strlen (correction));
}

static void
spell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AkkEditor *self = AKK_EDITOR (widget);
  AkkEditorSpell *spell = spell_of (self);
  g_autofree char *text = NULL;
  AkkWord word;
  guint line;

  if (!wrong_word_here (self, &line, &word))
    return;
  text = word_text (akk_editor_get_text (self)->lines[line], &word);
  if (g_str_equal (name, "spell.correct")) {
    correct (self, line, &word, g_variant_get_string (parameter, NULL));
    return;
  }
  if (g_str_equal (name, "spell.add"))
    enchant_dict_add (spell->dict, text, -1);
  else
    enchant_dict_add_to_session (spell->dict, text, -1);
  g_hash_table_insert (spell->verdicts, g_steal_pointer (&text), GINT_TO_POINTER (TRUE));
  forget_lines (spell);
  akk_editor_queue_marks (self->owner != NULL ? self->owner : self);
}

/* --- Public --- */

void
akk_editor_class_init_spelling (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "spell.correct", "s", spell_action);
  gtk_widget_class_install_action (klass, "spell.add", NULL, spell_action);
  gtk_widget_class_install_action (klass, "spell.ignore", NULL, spell_action);
}

void
akk_editor_spelling_init (AkkEditor *self)
{
  g_signal_connect (self, "menu-wanted", G_CALLBACK (menu_wanted_cb), NULL);
}

void
akk_editor_set_spelling (AkkEditor *self, const char *language)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AKK_IS_EDITOR (self));

  akk_editor_spell_clear (self);
  akk_editor_queue_marks (self);
  if (language == NULL)
    return;
  self->spell = g_new0 (AkkEditorSpell, 1);
  self->spell->cancellable = g_cancellable_new ();
  self->spell->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spell->lines =
      g_hash_table_new_full (NULL, NULL, (GDestroyNotify) akk_line_unref, array_unref);
  self->spell->wanted = g_queue_new ();
  task = g_task_new (self, self->spell->cancellable, dictionary_read_cb, NULL);
  g_task_set_task_data (task, g_strdup (language), g_free);
  g_task_run_in_thread (task, read_dictionary);
}

/* Selects the first wrong word of a line, or of a cell (-1: none), that starts not before `byte`;
 * backwards the last that ends before it. */
static gboolean
select_wrong (AkkEditor *self, guint line, int cell, int by, gsize byte)
{
  AkkLine *text = akk_editor_line (self, line);
  g_autoptr (GArray) wrong = NULL;
  gboolean complete;

  if (cell >= 0)
    text = text->table->cells[cell];
  wrong = wrong_words (self->spell, text, G_MAXINT64, &complete);
  for (guint i = 0; i < wrong->len; i++) {
    const AkkWord *word = &g_array_index (wrong, AkkWord, by > 0 ? i : wrong->len - 1 - i);
    AkkMatch place = { .line = line, .cell = cell, .from = word->from, .to = word->to };

    if (by > 0 ? word->from < byte : word->to >= byte)
      continue;
    akk_editor_select (self, &place);
    return TRUE;
  }
  return FALSE;
}

static int
n_cells (AkkEditor *self, guint line)
{
  const AkkTable *table = akk_editor_line (self, line)->table;

  return table != NULL ? (int) (table->n_rows * table->n_columns) : 0;
}

/* The next line, or cell, around the ends of the text. */
static void
step (AkkEditor *self, int by, guint *line, int *cell)
{
  const guint n = self->lines->len;

  if (*cell >= 0 && *cell + by >= 0 && *cell + by < n_cells (self, *line)) {
    *cell += by;
    return;
  }
  *line = by > 0 ? (*line + 1) % n : (*line + n - 1) % n;
  *cell = n_cells (self, *line) == 0 ? -1 : by > 0 ? 0 : n_cells (self, *line) - 1;
}

gboolean
akk_editor_next_misspelling (AkkEditor *self, int by)
{
  AkkMatch here;
  guint line;
  int cell;

  g_return_val_if_fail (AKK_IS_EDITOR (self), FALSE);

  if (self->spell == NULL || self->spell->dict == NULL || self->lines->len == 0)
    return FALSE;
  akk_editor_read (self);
  akk_editor_get_selection (self, &here);
  line = here.line;
  cell = here.cell;
  if (cell < 0 && n_cells (self, line) > 0) { /* beside a table */
    if ((here.from == 0) == (by > 0))
      cell = by > 0 ? 0 : n_cells (self, line) - 1;
    else
      step (self, by, &line, &cell);
    here.from = here.to = by > 0 ? 0 : G_MAXSIZE;
  }
  if (select_wrong (self, line, cell, by, by > 0 ? here.to : here.from))
    return TRUE;
  here.line = line;
  here.cell = cell;
  do {
    step (self, by, &line, &cell);
    if (select_wrong (self, line, cell, by, by > 0 ? 0 : G_MAXSIZE))
      return TRUE;
  } while (line != here.line || cell != here.cell);
  return FALSE;
}
