/** Where nothing is offered, whatever the line looks like. */
import type { Request } from '../request.ts';
import { regionAt, type Offer } from './line.ts';

/** In a code fence, a comment or a quote nothing is read. */
export const unreadOffer: Offer = ({ request, offset }) => (isUnread(request, offset) ? [] : null);

// ---------------------------------------------------------------------------------------------------------------

function isUnread(request: Request, offset: number): boolean {
  const { note } = request.document;
  const region = regionAt(request, offset);
  const start = region === null ? 0 : (note.offsetOf(region.anchor) ?? 0);
  const source = note.text.slice(start, offset);
  const lines = source.split(/\r\n|\n|\r/);
  if (/^[ \t]*>/.test(lines.pop() ?? '')) return true;
  let fence: string | null = null;
  for (const line of lines) {
    const mark = /^[ \t]*(?:[-*+][ \t]+)?(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.mark;
    if (mark === undefined) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence)) fence = null;
  }
  return fence !== null || source.lastIndexOf('<!--') > source.lastIndexOf('-->');
}
