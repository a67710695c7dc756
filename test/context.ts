/** What holds where nobody has configured anything: the day of most tests, and no role. */
import { parseDay } from '../server/src/core/calendar.ts';
import { defaultConfiguration } from '../server/src/core/configuration.ts';
import type { Context } from '../server/src/core/context.ts';

export const bareContext: Context = {
  today: parseDay('2026-11-24')!,
  configuration: defaultConfiguration,
  roles: [],
  configurationText: null,
  repositories: [],
};
