/* A row of the outline: what the list shows of one section.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/outline-item.h"

#include <glib/gi18n.h>

#define INDENT 18

struct _AkkOutlineItem {
  GObject parent_instance;

  AkkOutlineKind kind;
  gint64 section;
  char *number;
  char *heading;
  char *findings; /* "" for none */
  gint64 review;
  gboolean empty;
  guint depth;
};

enum {
  PROP_0,
  PROP_NUMBER,
  PROP_HEADING,
  PROP_INDENT,
  PROP_IS_SECTION,
  PROP_HAS_FINDINGS,
  PROP_FINDINGS,
  PROP_HAS_MARK,
  PROP_MARK_ICON,
  PROP_MARK,
  PROP_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AkkOutlineItem, akk_outline_item, G_TYPE_OBJECT)

/* "Deel IV." is "IV" in the narrow outline: the last word, without its dot. */
static char *
short_number (const char *number)
{
  const char *space = strrchr (number, ' ');
  char *text = g_strdup (space != NULL ? space + 1 : number);

  if (g_str_has_suffix (text, "."))
    text[strlen (text) - 1] = '\0';
  return text;
}

/* What is empty is mostly a finding already, which is enough. */
static const char *
mark_icon (AkkOutlineItem *self)
{
  static const char *const icons[] = {
    [AKK_REVIEW_OPEN] = "akk-review-symbolic",
    [AKK_REVIEW_VALID] = "object-select-symbolic",
    [AKK_REVIEW_CHANGED] = "document-edit-symbolic",
  };

  if (self->review != AKK_REVIEW_NONE)
    return icons[self->review];
  return self->empty && *self->findings == '\0' ? "radio-symbolic" : NULL;
}

static const char *
mark_words (AkkOutlineItem *self)
{
  if (self->review != AKK_REVIEW_NONE)
    return _ (akk_reviews[self->review].label);
  return self->empty ? _ ("Rubric still empty") : NULL;
}

/* What the eye sees beside the heading is said after it. */
static char *
describe (AkkOutlineItem *self)
{
  const char *mark = mark_words (self);
  g_autofree char *name = g_strconcat (self->number, *self->number != '\0' ? " " : "",
                                       *self->heading != '\0' ? self->heading : _ ("(no heading)"),
                                       mark != NULL ? ". " : NULL, mark, NULL);

  if (*self->findings == '\0')
    return g_steal_pointer (&name);
  /* Translators: a section and what has to be done about it, read aloud. */
  return g_strdup_printf (_ ("%s. Asks for attention: %s"), name, self->findings);
}

static void
akk_outline_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AkkOutlineItem *self = AKK_OUTLINE_ITEM (object);

  switch (id) {
  case PROP_NUMBER:
    g_value_take_string (value, short_number (self->number));
    break;
  case PROP_HEADING:
    g_value_set_string (value, *self->heading != '\0' ? self->heading : _ ("(no heading)"));
    break;
  case PROP_INDENT:
    g_value_set_int (value, (int) (self->depth - 1) * INDENT);
    break;
  case PROP_IS_SECTION:
    g_value_set_boolean (value, self->kind == AKK_OUTLINE_SECTION);
    break;
  case PROP_HAS_FINDINGS:
    g_value_set_boolean (value, *self->findings != '\0');
    break;
  case PROP_FINDINGS:
    g_value_set_string (value, self->findings);
    break;
  case PROP_HAS_MARK:
    g_value_set_boolean (value, mark_icon (self) != NULL);
    break;
  case PROP_MARK_ICON:
    g_value_set_string (value, mark_icon (self));
    break;
  case PROP_MARK:
    g_value_set_string (value, mark_words (self));
    break;
  case PROP_DESCRIPTION:
    g_value_take_string (value, describe (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
akk_outline_item_finalize (GObject *object)
{
  AkkOutlineItem *self = AKK_OUTLINE_ITEM (object);

  g_free (self->number);
  g_free (self->heading);
  g_free (self->findings);
  G_OBJECT_CLASS (akk_outline_item_parent_class)->finalize (object);
}

static void
akk_outline_item_class_init (AkkOutlineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = akk_outline_item_get_property;
  object_class->finalize = akk_outline_item_finalize;

  props[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  props[PROP_INDENT] = g_param_spec_int ("indent", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_IS_SECTION] = g_param_spec_boolean ("is-section", NULL, NULL, FALSE, flags);
  props[PROP_HAS_FINDINGS] = g_param_spec_boolean ("has-findings", NULL, NULL, FALSE, flags);
  props[PROP_FINDINGS] = g_param_spec_string ("findings", NULL, NULL, NULL, flags);
  props[PROP_HAS_MARK] = g_param_spec_boolean ("has-mark", NULL, NULL, FALSE, flags);
  props[PROP_MARK_ICON] = g_param_spec_string ("mark-icon", NULL, NULL, NULL, flags);
  props[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL, flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
akk_outline_item_init (AkkOutlineItem *self)
{
  self->findings = g_strdup ("");
}

AkkOutlineItem *
akk_outline_item_new (const AkkOutlineEntry *entry)
{
  AkkOutlineItem *self = g_object_new (AKK_TYPE_OUTLINE_ITEM, NULL);

  self->kind = AKK_OUTLINE_SECTION;
  self->section = entry->section->record.id;
  self->number = g_strdup (entry->number);
  self->heading = g_strdup (entry->section->heading);
  self->depth = entry->depth;
  self->review = entry->section->review;
  return self;
}

AkkOutlineItem *
akk_outline_item_new_fixed (AkkOutlineKind kind)
{
  AkkOutlineItem *self = g_object_new (AKK_TYPE_OUTLINE_ITEM, NULL);

  self->kind = kind;
  self->number = g_strdup ("");
  self->heading = g_strdup (kind == AKK_OUTLINE_FRONT ? _ ("Between … and …") : _ ("Signatures"));
  self->depth = 1;
  return self;
}

AkkOutlineKind
akk_outline_item_get_kind (AkkOutlineItem *self)
{
  g_return_val_if_fail (AKK_IS_OUTLINE_ITEM (self), AKK_OUTLINE_SECTION);

  return self->kind;
}

void
akk_outline_item_set_findings (AkkOutlineItem *self, const char *findings)
{
  g_return_if_fail (AKK_IS_OUTLINE_ITEM (self));

  g_set_str (&self->findings, findings != NULL ? findings : "");
}

void
akk_outline_item_set_empty (AkkOutlineItem *self, gboolean empty)
{
  g_return_if_fail (AKK_IS_OUTLINE_ITEM (self));

  self->empty = empty;
}

gint64
akk_outline_item_get_section (AkkOutlineItem *self)
{
  g_return_val_if_fail (AKK_IS_OUTLINE_ITEM (self), 0);

  return self->section;
}

const char *
akk_outline_item_get_heading (AkkOutlineItem *self)
{
  g_return_val_if_fail (AKK_IS_OUTLINE_ITEM (self), NULL);

  return self->heading;
}

gboolean
akk_outline_item_is_same (AkkOutlineItem *a, AkkOutlineItem *b)
{
  return a->kind == b->kind && a->section == b->section;
}

void
akk_outline_item_update (AkkOutlineItem *self, AkkOutlineItem *now)
{
  GObject *object = G_OBJECT (self);
  gboolean found;

  g_return_if_fail (akk_outline_item_is_same (self, now));

  g_object_freeze_notify (object);
  if (self->depth != now->depth) {
    self->depth = now->depth;
    g_object_notify_by_pspec (object, props[PROP_INDENT]);
  }
  if (g_set_str (&self->number, now->number)) {
    g_object_notify_by_pspec (object, props[PROP_NUMBER]);
    g_object_notify_by_pspec (object, props[PROP_DESCRIPTION]);
  }
  if (g_set_str (&self->heading, now->heading)) {
    g_object_notify_by_pspec (object, props[PROP_HEADING]);
    g_object_notify_by_pspec (object, props[PROP_DESCRIPTION]);
  }
  found = g_set_str (&self->findings, now->findings);
  if (found) {
    g_object_notify_by_pspec (object, props[PROP_HAS_FINDINGS]);
    g_object_notify_by_pspec (object, props[PROP_FINDINGS]);
    g_object_notify_by_pspec (object, props[PROP_DESCRIPTION]);
  }
  if (self->review != now->review || self->empty != now->empty || found) {
    self->review = now->review;
    self->empty = now->empty;
    g_object_notify_by_pspec (object, props[PROP_HAS_MARK]);
    g_object_notify_by_pspec (object, props[PROP_MARK_ICON]);
    g_object_notify_by_pspec (object, props[PROP_MARK]);
    g_object_notify_by_pspec (object, props[PROP_DESCRIPTION]);
  }
  g_object_thaw_notify (object);
}
