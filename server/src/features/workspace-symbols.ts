/** Workspace symbols: focus areas, open promises, meetings. Nothing private. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Document, Place } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { documentAt } from '../core/query.ts';
import { isOpen } from '../core/state.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';

/** Those whose name holds the letters of the query in their order: at most `limit`, of what `seriesSymbols` gave. */
export function workspaceSymbols(
  ofEach: readonly (readonly WorkspaceSymbol[])[],
  query: string,
  limit = 500,
): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const symbol of ofEach.flat()) {
    if (!fits(symbol.name, query)) continue;
    found.push(symbol);
    if (found.length >= limit) break;
  }
  return found;
}

/** All of one series, newest first. They hold on to nothing of it. */
export function seriesSymbols(request: Request): readonly WorkspaceSymbol[] {
  return [...symbolsOf(request)];
}

function* symbolsOf({ series }: Request): Generator<WorkspaceSymbol> {
  const containerName = series.report ?? '';
  const symbol = (name: string, kind: SymbolKind, { uri, note }: Document, place: Place): WorkspaceSymbol[] => {
    const span = spanOf(note, place);
    if (span === null || name.trim() === '') return [];
    return [{ name, kind, containerName, location: { uri, range: rangeOf(note.text, span) } }];
  };
  for (const record of [...series.quarters].reverse()) {
    for (const { area, document } of openFocusAreasOf(record)) {
      const name = `${area.title.text} (${record.quarter.label})`;
      yield* symbol(name, SymbolKind.Property, document, area.title.place);
    }
  }
  for (const { text, state, isPrivate, newest } of series.promises) {
    if (isOpen(state) && !isPrivate) {
      yield* symbol(text, SymbolKind.Boolean, documentAt(series, newest.uri), newest.written.words);
    }
  }
  for (const { meeting, document } of [...series.meetings].reverse()) {
    if (meeting.heading !== null && !meeting.section.isPrivate)
      yield* symbol(meeting.heading.text, SymbolKind.Event, document, meeting.heading.place);
  }
}

function fits(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
