/** Folding by quarter, meeting and standing part, and by checkpoint within them. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Region, Span } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import type { Request } from './request.ts';

export function foldingRanges({ document: { note } }: Pick<Request, 'document'>): FoldingRange[] {
  const { regions, text } = note;
  const fold = ({ start, end }: Span): FoldingRange[] => {
    const source = text.slice(start, end);
    const startLine = text.positionAt(start).line;
    const endLine = text.positionAt(start + source.trimEnd().length).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  };
  return regions.flatMap((region, index) => {
    const start = note.offsetOf(region.anchor);
    const depth = depthOf(region);
    if (start === null) return [];
    if (region.kind === 'front-matter') return fold({ start, end: start + region.length });
    if (depth === 0) return [];
    let end = start + region.length;
    for (let next = index + 1; next < regions.length && depthOf(regions[next]!) > depth; next++)
      end += regions[next]!.length;
    const own = region.checkpoints.flatMap(({ place }) => {
      const span = spanOf(note, place);
      return span === null ? [] : fold(span);
    });
    return [...fold({ start, end }), ...own];
  });
}

function depthOf({ section, meeting }: Region): number {
  return meeting?.depth ?? section?.depth ?? 0;
}
