/** What became of a promise, where a sign before or behind its words says so. */
import type { TargetState } from '../model.ts';

/** Ticks and crosses that people write instead of a checkbox, and the signs of task lists for other dates and priority. */
export function withoutSigns(text: string): { readonly text: string; readonly state: TargetState } {
  const plain = text
    .replace(otherSigns, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:\u2192|\u27A1\uFE0F?|[-=]>) ?/u, '');
  const found = /^(?:(?<tick>[\u2705\u2714\u2611]\uFE0F?|DONE\b:?)|(?<cross>\u274C|DROPPED\b:?))\s*/u.exec(plain);
  if (found !== null)
    return { text: plain.slice(found[0].length), state: found.groups!.tick === undefined ? 'dropped' : 'done' };
  const end = /\s*(?:[\u2705\u2714]\uFE0F?|\((?:done|erledigt|fait|hecho|fatto|feito)\))$/iu.exec(plain);
  return end === null ? { text: plain, state: 'open' } : { text: plain.slice(0, end.index), state: 'done' };
}

const otherSigns =
  /[\u2795\u{1F6EB}\u23F3\u2705\u274C]\uFE0F?\s*\d{4}-\d{2}-\d{2}|[\u23EB\u23EC\u{1F53A}\u{1F53C}\u{1F53D}]\uFE0F?/gu;
