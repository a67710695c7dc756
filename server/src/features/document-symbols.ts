/**
 * The outline: quarters, meetings, checkpoints with their focus areas, summaries, the standing agenda, the worksheet.
 * Of what is private it says only that it is there.
 */
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { formatDay } from '../core/calendar.ts';
import type { FocusArea, Place, Region, Words } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { privacy } from '../core/private.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';

export function documentSymbols({ document }: Pick<Request, 'document'>): DocumentSymbol[] {
  const { note } = document;
  const isPrivate = privacy();
  const isShown = ({ title }: { title: Words }): boolean => !isPrivate(title.place, document);
  const symbol = (
    title: Words,
    place: Place,
    kind: SymbolKind,
    children: DocumentSymbol[],
    detail = '',
  ): DocumentSymbol[] => {
    const span = spanOf(note, place);
    const own = spanOf(note, title.place);
    if (span === null || own === null) return [];
    const range = rangeOf(note.text, { start: Math.min(span.start, own.start), end: Math.max(span.end, own.end) });
    const name = title.text.trim() === '' ? '(no title)' : title.text;
    return [{ name, detail, kind, range, selectionRange: rangeOf(note.text, own), children }];
  };
  const ofArea = (area: FocusArea): DocumentSymbol[] => {
    const met = area.targetList.filter(({ state }) => state === 'done').length;
    const detail = area.targetList.length === 0 ? '' : `${met}/${area.targetList.length}`;
    return symbol(area.title, area.place, SymbolKind.Property, [], detail);
  };
  const ofRegion = ({ checkpoints, summaries, agendas, worksheets }: Region): DocumentSymbol[] =>
    [
      ...agendas.filter(isShown).flatMap(({ title, place }) => symbol(title, place, SymbolKind.Array, [])),
      ...worksheets.filter(isShown).flatMap(({ title, place }) => symbol(title, place, SymbolKind.Struct, [])),
      ...checkpoints
        .filter(isShown)
        .flatMap(({ title, place, focusAreas }) =>
          symbol(title, place, SymbolKind.Class, focusAreas.filter(isShown).flatMap(ofArea)),
        ),
      ...summaries.filter(isShown).flatMap(({ title, place }) => symbol(title, place, SymbolKind.Object, [])),
    ].sort((a, b) => a.range.start.line - b.range.start.line);

  const top: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly symbol: DocumentSymbol }[] = [];
  for (const region of note.regions) {
    const { section, meeting } = region;
    const own = ofRegion(region);
    const start = note.offsetOf(region.anchor);
    const isTitled = section !== null && section.title.text !== '' && region.kind !== 'title' && start !== null;
    if (!isTitled) {
      (open.at(-1)?.symbol.children ?? top).push(...own);
      continue;
    }
    const isShownItself = region.kind === 'standing' && own.some(({ name }) => name === section.title.text);
    const depth = meeting?.depth ?? section.depth;
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const title = section.isPrivate ? { ...section.title, text: hiddenName(region) } : section.title;
    const made = isShownItself ? own : symbol(title, section.place, kindOf(region), own);
    (open.at(-1)?.symbol.children ?? top).push(...made);
    for (const parent of open)
      parent.symbol.range = { ...parent.symbol.range, end: made[0]?.range.end ?? parent.symbol.range.end };
    if (made[0] !== undefined) open.push({ depth, symbol: made[0] });
  }
  return top;
}

function hiddenName({ meeting }: Region): string {
  const day = meeting?.date.day ?? null;
  return day === null ? 'Private' : `${formatDay(day)} (private)`;
}

function kindOf({ kind }: Region): SymbolKind {
  if (kind === 'meeting') return SymbolKind.Event;
  return kind === 'quarter' ? SymbolKind.Namespace : SymbolKind.String;
}
