/** People, behind an `@`. */
import { fold } from '../../core/names.ts';
import { choice, type Offer } from './line.ts';

const promised = 'has promised something';

/** Report and manager first, then whoever else has promised something. */
export const ownerOffer: Offer = ({ request: { series }, before, toCursor }) => {
  const typed = /(?:^|[\s([>])@(?<typed>[\p{L}\p{N}._-]*)$/u.exec(before)?.groups?.typed;
  if (typed === undefined) return null;
  const people = new Map<string, string>();
  const add = (name: string | null, detail: string): void => {
    const handle = name === null ? '' : (name.trim().split(/\s+/)[0] ?? '');
    // What is being typed is not a person yet.
    if (handle !== '' && (detail !== promised || fold(handle) !== fold(typed)) && !people.has(fold(handle)))
      people.set(fold(handle), `${handle}\n${detail}`);
  };
  add(series.report, 'report');
  add(series.manager, 'manager');
  for (const { owners, isPrivate } of series.promises) if (!isPrivate) for (const owner of owners) add(owner, promised);
  return [...people.values()].map((entry, index) => {
    const [handle, detail] = entry.split('\n') as [string, string];
    const item = choice(`@${handle}`, detail, index, toCursor(before.length - typed.length - 1));
    return { ...item, filterText: `@${handle}` };
  });
};
