/** What each person sets for themselves, as clients send it. */
import type { PersonalSettings } from './protocol.ts';

/** Whatever is of no known shape is left out: a wrong setting is as none. */
export function settingsIn(value: unknown): PersonalSettings {
  return {
    ...section(value, 'codeLens'),
    ...section(value, 'inlayHints'),
    ...section(value, 'outline'),
  };
}

function section(value: unknown, name: keyof PersonalSettings): PersonalSettings {
  const enabled = memberOf(memberOf(value, name), 'enabled');
  return typeof enabled === 'boolean' ? { [name]: { enabled } } : {};
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
