/* What the files of the agenda share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"

/* The records whose field `ref` is `id`, owned, in their order. */
GPtrArray *akk_agenda_records (AkkStore *store,
                               const AkkRecordType *type,
                               const char *ref,
                               gint64 id) G_GNUC_WARN_UNUSED_RESULT;
