/** A run of `*`, `_` or `~`: what stands beside it says whether it may start or end a span. */
import type { Stretch } from './page.ts';
import { addText, type Run } from './run.ts';

/** More than people write in one paragraph; pairing them takes the square of it. */
const MOST_MARKS = 200;

export function readMark(run: Run, { line, start, end }: Stretch, at: number): number | null {
  const { source } = run.page;
  const sign = source[at]!;
  let next = at + 1;
  while (next < end && source[next] === sign) next++;
  const place = { line, start: at, end: next };
  if (sign === '~' && next - at > 2) return addText(run, place);
  if (++run.marks > MOST_MARKS) return null;
  const previous = at > start ? source[at - 1]! : ' ';
  const following = next < end ? source[next]! : ' ';
  run.firstMark ??= sign;
  run.items.push({ is: 'mark', sign, ...place, ...sidesOf(sign, previous, following) });
  return next;
}

function sidesOf(sign: string, previous: string, following: string): { opens: boolean; closes: boolean } {
  const before = kindOf(previous);
  const after = kindOf(following);
  const opens = after === 'word' || (after === 'sign' && before !== 'word');
  const closes = before === 'word' || (before === 'sign' && after !== 'word');
  if (sign === '~') return { opens, closes };
  // Beside a strike, emphasis may stand anywhere.
  const mayOpen = opens || following === '~';
  const mayClose = closes || previous === '~';
  if (sign === '*') return { opens: mayOpen, closes: mayClose };
  return { opens: mayOpen && (before !== 'word' || !mayClose), closes: mayClose && (after !== 'word' || !mayOpen) };
}

/** Half of a surrogate pair counts as a letter. */
function kindOf(sign: string): 'space' | 'sign' | 'word' {
  if (/[a-z0-9]/i.test(sign)) return 'word';
  if (/\s/.test(sign)) return 'space';
  return /[\p{P}\p{S}]/u.test(sign) ? 'sign' : 'word';
}
