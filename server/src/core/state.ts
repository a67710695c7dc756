/** Where a target or promise stands, as its checkbox says. */
import type { Entry, TargetState } from './model.ts';

/** `[x]` or a tick done, `[-]`, `[~]` or struck out dropped, `[>]` moved, `[/]` in progress; anything else is open. */
export function stateOf(entry: Pick<Entry, 'checkbox' | 'struck'>): TargetState {
  const sign = entry.checkbox?.sign.toLowerCase();
  if (sign === 'x' || sign === '\u2713' || sign === '\u2714') return 'done';
  if (entry.struck || sign === '-' || sign === '~') return 'dropped';
  if (sign === '>') return 'moved';
  if (sign === '/') return 'in-progress';
  return 'open';
}

export function isClosed(state: TargetState): boolean {
  return state === 'done' || state === 'dropped';
}

/** Somebody still has to do it here: what was moved is looked after elsewhere. */
export function isOpen(state: TargetState): boolean {
  return state === 'open' || state === 'in-progress';
}
