/** A level that is named in the text of a checkpoint: "a target of the Senior level". */
import type { Document, Level, Place, Role } from './model.ts';
import { spanOf } from './parse.ts';
import { findLevel } from './roles/catalogue.ts';

export interface LevelWord {
  readonly level: Level;
  readonly place: Place;
}

/** The level whose title or level words stand at an offset inside a checkpoint; the longest name counts. */
export function levelWordAt({ note }: Document, offset: number, role: Role): LevelWord | null {
  const around = note.regions
    .flatMap(({ checkpoints }) => checkpoints.map(({ place }) => ({ place, span: spanOf(note, place) })))
    .find(({ span }) => span !== null && span.start <= offset && offset <= span.end);
  if (around === undefined) return null;
  const start = Math.max(0, offset - reach);
  const text = note.text.slice(start, Math.min(note.text.length, offset + reach));
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  const at = words.findIndex((word) => word.start <= offset && offset <= word.end);
  if (at < 0) return null;
  for (let count = longest; count > 0; count--) {
    for (let first = Math.max(0, at - count + 1); first <= at; first++) {
      const span = { start: words[first]!.start, end: words[first + count - 1]?.end ?? -1 };
      const written = span.end < 0 ? '' : note.text.slice(span.start, span.end);
      const level = /^\p{L}[^\r\n]+$/u.test(written) ? findLevel(role, written) : null;
      if (level === null || level === 'ambiguous') continue;
      const shift = around.place.start - around.span!.start;
      return { level, place: { ...around.place, start: span.start + shift, end: span.end + shift } };
    }
  }
  return null;
}

const reach = 120;
/** Words in the title of a level. */
const longest = 5;
