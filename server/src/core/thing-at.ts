/** What stands at an offset, in the words of the model. */
import { knownKeys } from './front-matter.ts';
import type { Checkpoint, Document, FocusArea, FrontMatterEntry, Place } from './model.ts';
import { fold } from './names.ts';
import { spanOf } from './parse.ts';

export type Thing =
  | { readonly is: 'key'; readonly key: string; readonly entry: FrontMatterEntry; readonly place: Place }
  | { readonly is: 'focus-area'; readonly area: FocusArea; readonly checkpoint: Checkpoint; readonly place: Place };

/** The front-matter value or focus area at an offset; null where there is nothing to say. */
export function thingAt({ note }: Document, offset: number): Thing | null {
  const isAt = (place: Place): boolean => {
    const span = spanOf(note, place);
    return span !== null && span.start <= offset && offset <= span.end;
  };
  const { frontMatter } = note;
  if (frontMatter !== null && isAt(frontMatter.place)) {
    for (const entry of frontMatter.entries) {
      const end = entry.value?.place.end ?? entry.key.place.end;
      const place = { ...entry.key.place, end };
      if (isAt(place)) return { is: 'key', key: canonicalKey(entry), entry, place };
    }
    return null;
  }
  for (const region of note.regions) {
    for (const checkpoint of region.checkpoints) {
      if (!isAt(checkpoint.place)) continue;
      for (const area of checkpoint.focusAreas) {
        const responsibility = area.responsibility?.entries.find((entry) => isAt(entry.place));
        if (responsibility !== undefined) return { is: 'focus-area', area, checkpoint, place: responsibility.words };
        if (isAt(area.title.place)) return { is: 'focus-area', area, checkpoint, place: area.title.place };
      }
    }
  }
  return null;
}

function canonicalKey(entry: FrontMatterEntry): string {
  const folded = fold(entry.key.text);
  for (const [key, spellings] of knownKeys) if (spellings.includes(folded)) return key;
  return folded;
}
