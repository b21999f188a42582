/* Long entries of the migrations, each with its number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* migrations-meetings.c */
extern const char akk_migration_3[];
extern const char akk_migration_7[];
/* migrations-plans.c */
extern const char akk_migration_4[];
extern const char akk_migration_5[];
/* migrations-agreements.c */
extern const char akk_migration_13[];
