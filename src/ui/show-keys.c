/* The keys of a presentation: the same in the room and with the regisseur.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/show-keys.h"

static gboolean
move_key (AkkShow *self, guint key)
{
  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
  case GDK_KEY_space:
    akk_show_forward (self);
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    akk_show_back (self);
    return TRUE;
  case GDK_KEY_Down:
    akk_show_next_item (self);
    return TRUE;
  case GDK_KEY_Up:
    akk_show_previous_item (self);
    return TRUE;
  case GDK_KEY_Home:
    akk_show_go (self, 0);
    return TRUE;
  case GDK_KEY_End:
    akk_show_go (self, akk_show_get_slides (self)->len - 1);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
letter_key (AkkShow *self, guint key)
{
  switch (gdk_keyval_to_lower (key)) {
  case GDK_KEY_b:
    akk_show_jot (self, AKK_JOT_DECISION);
    return TRUE;
  case GDK_KEY_a:
    akk_show_jot (self, AKK_JOT_ACTION);
    return TRUE;
  case GDK_KEY_s:
    akk_show_jot (self, AKK_JOT_SIGNAL);
    return TRUE;
  case GDK_KEY_p:
    akk_show_jot (self, AKK_JOT_PARKED);
    return TRUE;
  case GDK_KEY_n:
    akk_show_jot (self, AKK_JOT_NOTE);
    return TRUE;
  case GDK_KEY_w:
    akk_show_choose_last (self, AKK_SHOW_CHOOSING_WHO);
    return TRUE;
  case GDK_KEY_t:
    akk_show_choose_last (self, AKK_SHOW_CHOOSING_WHEN);
    return TRUE;
  case GDK_KEY_g:
    akk_show_approve_last (self);
    return TRUE;
  case GDK_KEY_z:
    akk_show_set_paused (self, !akk_show_get_paused (self));
    return TRUE;
  case GDK_KEY_period:
  case GDK_KEY_KP_Decimal:
    akk_show_set_blank (self, !akk_show_get_blank (self));
    return TRUE;
  default:
    return FALSE;
  }
}

/* The digits, and what the same keys of a Belgian keyboard give without Shift. */
static gboolean
seat_key (AkkShow *self, guint key)
{
  static const guint keys[][3] = {
    { GDK_KEY_1, GDK_KEY_KP_1, GDK_KEY_ampersand }, { GDK_KEY_2, GDK_KEY_KP_2, GDK_KEY_eacute },
    { GDK_KEY_3, GDK_KEY_KP_3, GDK_KEY_quotedbl },  { GDK_KEY_4, GDK_KEY_KP_4, GDK_KEY_apostrophe },
    { GDK_KEY_5, GDK_KEY_KP_5, GDK_KEY_parenleft }, { GDK_KEY_6, GDK_KEY_KP_6, GDK_KEY_section },
    { GDK_KEY_7, GDK_KEY_KP_7, GDK_KEY_egrave },    { GDK_KEY_8, GDK_KEY_KP_8, GDK_KEY_exclam },
    { GDK_KEY_9, GDK_KEY_KP_9, GDK_KEY_ccedilla },
  };

  if (akk_show_get_slide (self)->kind != AKK_SLIDE_ATTENDANCE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys[i]); j++)
      if (keys[i][j] == key)
        return akk_show_turn_attendance (self, i);
  return FALSE;
}

gboolean
akk_show_key (AkkShow *self, guint key, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (held == GDK_CONTROL_MASK && gdk_keyval_to_lower (key) == GDK_KEY_z) {
    if ((state & GDK_SHIFT_MASK) != 0)
      akk_show_redo (self);
    else
      akk_show_undo (self);
    return TRUE;
  }
  if (held != 0)
    return FALSE;
  return move_key (self, key) || letter_key (self, key) || seat_key (self, key);
}
