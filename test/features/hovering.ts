/** Hovering over marked text: what is shown, and the text that it is about. */
import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { seatOf } from '../../server/src/core/staffing.ts';
import { hover } from '../../server/src/features/hover.ts';
import { readFixture } from '../fixture.ts';
import { openWorkspace } from '../workspace.ts';

export interface Hovered {
  readonly text: string;
  /** The text that the hover is about. */
  readonly about: string;
}

export function hoverAt(source: string, today?: string): Hovered | null {
  const { files, cursor } = readFixture(source);
  const { documents, series, context } = openWorkspace(files, today);
  const document = documents.find(({ path }) => path === cursor!.path)!;
  const own = series.find((each) => each.documents.includes(document))!;
  const seats = () => series.flatMap((each) => seatOf(each, context) ?? []);
  const found = hover({ document, series: own, context, seats }, cursor!.offset);
  if (found === null) return null;
  const { start, end } = found.range!;
  const { text } = document.note;
  return {
    text: (found.contents as MarkupContent).value,
    about: text.slice(text.offsetAt(start), text.offsetAt(end)),
  };
}

/** The hover is about these words, and says all of this. */
export function checkHover(source: string, about: string, ...says: readonly RegExp[]): string {
  const found = hoverAt(source);
  assert.equal(found?.about, about);
  for (const each of says) assert.match(found.text, each);
  return found.text;
}
