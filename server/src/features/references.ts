/** References and highlights of a focus area or a person. */
import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import { namedAt, occurrencesOf } from '../core/occurrences.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request, Target } from './request.ts';

/** Everywhere in the series. */
export function references({ document, series }: Request, offset: number, declaration: 'with' | 'without'): Target[] {
  const named = namedAt(document, series, offset);
  if (named === null) return [];
  return occurrencesOf(named, series)
    .filter(({ isDefinition }) => declaration === 'with' || !isDefinition)
    .map(({ document: { uri }, span }) => ({ uri, span }));
}

/** In this document; where it gets its name is a writing one. */
export function documentHighlights({ document, series }: Request, offset: number): DocumentHighlight[] {
  const named = namedAt(document, series, offset);
  if (named === null) return [];
  return occurrencesOf(named, series)
    .filter((each) => each.document === document)
    .map(({ span, isDefinition }) => ({
      range: rangeOf(document.note.text, span),
      kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
