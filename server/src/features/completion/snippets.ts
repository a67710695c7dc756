/** Snippets with today's date and the current quarter. */
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type Range,
} from 'vscode-languageserver-types';
import { formatDay, quarterOf } from '../../core/calendar.ts';
import { canonicalForm, checkpointLines } from '../../core/write/checkpoint.ts';
import { listMarkOf } from '../../core/write/habits.ts';
import { openingLines } from '../../core/write/opening.ts';
import { cleanText, snippetOf, stop } from '../../rules/tab-stops.ts';
import type { Request } from '../request.ts';
import type { Offer } from './line.ts';

/** At the start of a line, or behind a `1` there. */
export const snippetOffer: Offer = ({ request, before, snippets, toEnd }) => {
  const typed = /^[ \t]*(?<typed>1[\w-]*)?$/.exec(before)?.groups?.typed;
  return typed === undefined ? null : datedSnippets(request, toEnd(before.length - typed.length), { snippets });
};

function datedSnippets(request: Request, range: Range, client: { readonly snippets: boolean }): CompletionItem[] {
  const { document, context } = request;
  const { note } = document;
  const quarter = quarterOf(context.today, context.configuration.quarters);
  const mark = listMarkOf(note);
  const depth = note.meetings.find((meeting) => meeting.depth > 0)?.depth ?? 2;
  const blank = { title: stop, responsibility: stop, entry: stop };
  const today = formatDay(context.today);
  const models = request.series.meetings
    .filter(({ meeting, document: holder }) => holder === document && meeting.depth > 0)
    .map(({ meeting }) => meeting)
    .reverse();
  const snippets: readonly { prefix: string; detail: string; lines: readonly string[] }[] = [
    {
      prefix: '1on1-meeting-today',
      detail: `A meeting on ${today}`,
      lines: [...openingLines(note, models, context.today), '', `${mark} ${stop}`],
    },
    {
      prefix: '1on1-checkpoint-now',
      detail: `The checkpoint of ${quarter.label}`,
      lines: checkpointLines({ quarter, form: canonicalForm, depth: depth + 1, listMark: mark, areas: [blank, blank] }),
    },
    {
      prefix: '1on1-summary-now',
      detail: `The summary of ${quarter.label}`,
      lines: [`${'#'.repeat(Math.min(6, depth + 1))} Summary ${quarter.label}`, '', `${mark} ${stop}`],
    },
  ];
  return snippets.map(({ prefix, detail, lines }) => {
    const written = lines.join(note.text.eol);
    const snippet = client.snippets ? snippetOf(written) : null;
    return {
      label: prefix,
      detail,
      kind: CompletionItemKind.Snippet,
      insertTextFormat: snippet === null ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      documentation: { kind: MarkupKind.PlainText, value: cleanText(written) },
      textEdit: { range, newText: snippet ?? cleanText(written) },
    };
  });
}
