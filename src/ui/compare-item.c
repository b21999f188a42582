/* A row of what two versions differ in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compare-item.h"

#include <glib/gi18n.h>

struct _AkkCompareItem {
  GObject parent_instance;

  const AkkCompareEntry *entry;
  const AkkCompareChange *change;
};

G_DEFINE_FINAL_TYPE (AkkCompareItem, akk_compare_item, G_TYPE_OBJECT)

/* --- What a part is called --- */

static char *
part_title (const AkkComparePart *part)
{
  if (part->area == AKK_COMPARE_AGREEMENT)
    return g_strdup (_ ("Properties"));
  if (*part->heading == '\0' && *part->number == '\0')
    return g_strdup (_ ("Without heading"));
  return g_strdup_printf ("%s%s%s", part->number, *part->number != '\0' ? " " : "", part->heading);
}

static const char *
area_words (AkkCompareArea area)
{
  static const char *const words[] = { "", N_ ("Party"), N_ ("Priority"), N_ ("Body"), "" };

  return *words[area] != '\0' ? _ (words[area]) : "";
}

static char *
part_mark (const AkkCompareEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (*area_words (entry->area) != '\0')
    g_strv_builder_add (builder, area_words (entry->area));
  if (entry->marks & AKK_COMPARE_ADDED)
    g_strv_builder_add (builder, _ ("Added"));
  if (entry->marks & AKK_COMPARE_REMOVED)
    g_strv_builder_add (builder, _ ("Removed"));
  if (entry->marks & AKK_COMPARE_MOVED)
    g_strv_builder_add (builder, _ ("Moved"));
  if (entry->marks & AKK_COMPARE_RENUMBERED)
    g_strv_builder_take (builder, *entry->old->number != '\0'
                                      /* Translators: the number that a heading had. */
                                      ? g_strdup_printf (_ ("Was %s"), entry->old->number)
                                      : g_strdup (_ ("Now numbered")));
  if (entry->marks == AKK_COMPARE_CHANGED)
    g_strv_builder_add (builder, _ ("Changed"));
  words = g_strv_builder_end (builder);
  return g_strjoinv (" · ", words);
}

/* --- Pieces --- */

static void
add_markup (GString *text, GPtrArray *pieces)
{
  static const char *const opens[] = { "", "<s>", "<u><b>" };
  static const char *const closes[] = { "", "</s>", "</b></u>" };

  for (guint i = 0; i < pieces->len; i++) {
    const AkkDiffPiece *piece = pieces->pdata[i];
    g_autofree char *escaped = g_markup_escape_text (piece->text, -1);

    /* What replaces something does not run into it. */
    if (i > 0 && piece->kind == AKK_DIFF_ADDED)
      g_string_append (text, "\342\200\211");
    g_string_append_printf (text, "%s%s%s", opens[piece->kind], escaped, closes[piece->kind]);
  }
}

static void
add_words (GString *text, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    const AkkDiffPiece *piece = pieces->pdata[i];

    if (piece->kind == AKK_DIFF_SAME) {
      g_string_append (text, piece->text);
      continue;
    }
    if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append (text, ", ");
    /* Translators: words that are gone, or new, for those who hear the text. */
    g_string_append_printf (
        text, piece->kind == AKK_DIFF_REMOVED ? _ ("removed: %s") : _ ("added: %s"), piece->text);
    if (i + 1 < pieces->len)
      g_string_append (text, "; ");
  }
}

/* A whole line says what it is in its mark: its words are not marked one by one. */
static char *
change_text (const AkkCompareChange *change, gboolean markup)
{
  const AkkCompareLine *line = change->now != NULL ? change->now : change->old;
  GString *text = g_string_new (NULL);

  if (line->field != NULL) {
    g_autofree char *label = g_strdup_printf ("%s: ", _ (line->field->label));
    g_autofree char *escaped = g_markup_escape_text (label, -1);

    g_string_append (text, markup ? escaped : label);
  }
  if (akk_compare_line_is_file (line))
    g_string_append (text, change->kind == AKK_DIFF_SAME ? _ ("another file") : _ ("a file"));
  for (guint i = 0; !akk_compare_line_is_file (line) && i < change->cells->len; i++) {
    if (i > 0)
      g_string_append (text, markup ? "  |  " : "; ");
    if (markup)
      add_markup (text, change->cells->pdata[i]);
    else if (change->kind == AKK_DIFF_SAME)
      add_words (text, change->cells->pdata[i]);
    else
      g_string_append (text, line->cells[i]);
  }
  return g_string_free_and_steal (text);
}

/* --- All of it --- */

static void
add_count (GStrvBuilder *items, const char *format, guint n)
{
  g_autoptr (GString) words = g_string_new (format);
  g_autofree char *count = g_strdup_printf ("%u", n);

  if (n == 0)
    return;
  g_string_replace (words, "%u", count, 1);
  g_strv_builder_add (items, words->str);
}

char *
akk_compare_summary_words (const AkkComparison *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  g_autofree char *list = NULL, *sections = NULL, *lines = NULL;

  if (self->entries->len == 0)
    return g_strdup (_ ("No word of the text, no party and no property changed."));
  /* Translators: all these are counts of sections, in a list: "2 added, 1 removed". */
  add_count (builder, _ ("%u added"), self->n_added);
  add_count (builder, _ ("%u removed"), self->n_removed);
  add_count (builder, _ ("%u changed"), self->n_changed);
  add_count (builder, _ ("%u with another heading"), self->n_renamed);
  add_count (builder, _ ("%u moved"), self->n_moved);
  add_count (builder, _ ("%u with another number"), self->n_renumbered);
  items = g_strv_builder_end (builder);
  list = g_strjoinv (", ", items);
  sections = *list != '\0' ? g_strdup_printf (_ ("Sections: %s."), list) : g_strdup ("");
  lines = self->n_lines > 0
              ? g_strdup_printf (g_dngettext (NULL, "%u changed line in all.",
                                              "%u changed lines in all.", self->n_lines),
                                 self->n_lines)
              : g_strdup ("");
  return g_strconcat (sections, *sections != '\0' && *lines != '\0' ? " " : "", lines, NULL);
}

/* --- Type --- */

static void
akk_compare_item_class_init (AkkCompareItemClass *klass)
{
}

static void
akk_compare_item_init (AkkCompareItem *self)
{
}

AkkCompareItem *
akk_compare_item_new (const AkkCompareEntry *entry, const AkkCompareChange *change)
{
  AkkCompareItem *self = g_object_new (AKK_TYPE_COMPARE_ITEM, NULL);

  self->entry = entry;
  self->change = change;
  return self;
}

const AkkCompareEntry *
akk_compare_item_get_entry (AkkCompareItem *self)
{
  g_return_val_if_fail (AKK_IS_COMPARE_ITEM (self), NULL);

  return self->entry;
}

gboolean
akk_compare_item_is_part (AkkCompareItem *self)
{
  g_return_val_if_fail (AKK_IS_COMPARE_ITEM (self), FALSE);

  return self->change == NULL;
}

gboolean
akk_compare_item_is_plain (AkkCompareItem *self)
{
  const AkkCompareEntry *entry;

  g_return_val_if_fail (AKK_IS_COMPARE_ITEM (self), FALSE);

  entry = self->entry;
  if (self->change == NULL)
    return (entry->area == AKK_COMPARE_SECTION || entry->area == AKK_COMPARE_AGREEMENT) &&
           (entry->marks & ~(AKK_COMPARE_CHANGED | AKK_COMPARE_RENAMED)) == 0;
  return self->change->kind == AKK_DIFF_SAME && self->change->now->row <= 1;
}

char *
akk_compare_item_mark (AkkCompareItem *self)
{
  static const char *const kinds[] = { N_ ("Changed"), N_ ("Removed"), N_ ("Added") };
  const AkkCompareLine *line;

  g_return_val_if_fail (AKK_IS_COMPARE_ITEM (self), NULL);

  if (self->change == NULL)
    return part_mark (self->entry);
  line = self->change->now != NULL ? self->change->now : self->change->old;
  if (line->row > 1)
    return g_strdup_printf (_ ("%s · row %u of a table"), _ (kinds[self->change->kind]),
                            line->row - 1);
  return g_strdup (_ (kinds[self->change->kind]));
}

char *
akk_compare_item_markup (AkkCompareItem *self)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *title = NULL, *escaped = NULL;

  g_return_val_if_fail (AKK_IS_COMPARE_ITEM (self), NULL);

  if (self->change != NULL)
    return change_text (self->change, TRUE);
  text = g_string_new (NULL);
  if ((self->entry->marks & AKK_COMPARE_RENAMED) == 0) {
    title = part_title (self->entry->now != NULL ? self->entry->now : self->entry->old);
    return g_markup_escape_text (title, -1);
  }
  escaped = g_markup_escape_text (self->entry->now->number, -1);
  g_string_append_printf (text, "%s%s", escaped, *escaped != '\0' ? " " : "");
  add_markup (text, self->entry->heading);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
akk_compare_item_words (AkkCompareItem *self)
{
  g_autofree char *mark = akk_compare_item_mark (self);
  g_autofree char *text = NULL;
  g_autoptr (GString) heading = NULL;

  if (self->change != NULL)
    text = change_text (self->change, FALSE);
  else
    text = part_title (self->entry->now != NULL ? self->entry->now : self->entry->old);
  if (self->change == NULL && (self->entry->marks & AKK_COMPARE_RENAMED) != 0) {
    heading = g_string_new (NULL);
    add_words (heading, self->entry->heading);
    return g_strdup_printf ("%s. %s: %s", text, mark, heading->str);
  }
  return self->change != NULL ? g_strdup_printf ("%s: %s", mark, text)
                              : g_strdup_printf ("%s. %s", text, mark);
}
