/** Completion, only where a choice exists: front-matter values, focus areas, responsibilities, and dated snippets. */
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type Range,
} from 'vscode-languageserver-types';
import { formatDay, quarterOf } from '../core/calendar.ts';
import type { Level, Role } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { itemsInFocus, standingOf } from '../core/query.ts';
import { nextLevels } from '../core/roles/catalogue.ts';
import { addedByNext, effectiveItems, type EffectiveItem } from '../core/roles/effective.ts';
import { areaDraftOf, isChoosable } from '../core/write/areas.ts';
import { canonicalForm, checkpointLines } from '../core/write/checkpoint.ts';
import { listMarkOf } from '../core/write/habits.ts';
import { cleanText, snippetOf, stop } from '../rules/tab-stops.ts';
import type { Request } from './request.ts';

export function completion(request: Request, offset: number, client: { readonly snippets: boolean }): CompletionItem[] {
  const { text } = request.document.note;
  const position = text.positionAt(offset);
  const line = text.slice(text.lineSpan(position.line).start, text.lineSpan(position.line).end);
  const before = line.slice(0, position.character);
  const at = (start: number): Range => ({
    start: { line: position.line, character: start },
    end: {
      line: position.line,
      character: line.trimEnd().length < position.character ? position.character : line.length,
    },
  });
  const { frontMatter } = request.document.note;
  const fence = frontMatter === null ? null : spanOf(request.document.note, frontMatter.place);
  if (fence !== null && offset > fence.start && offset < fence.end) return frontMatterValues(request, before, at);
  const value =
    /^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,2}[.)][ \t]+)?(?:\*\*)?(?<label>Focus area(?: ?#?\d{1,2})?|Responsibility|Responsibilities)(?:\*\*:|:\*\*|:)(?:\*\*)?[ \t]*/i.exec(
      before,
    );
  if (value !== null) {
    const wants = /^focus/i.test(value.groups!.label!) ? 'title' : 'responsibility';
    return responsibilities(request, wants, at(value[0].length));
  }
  const prefix = /^[ \t]*(?<typed>1[\w-]*)?$/.exec(before);
  return prefix?.groups?.typed === undefined
    ? []
    : datedSnippets(request, at(before.length - prefix.groups.typed.length), client);
}

// ---------------------------------------------------------------------------------------------------------------
// Front matter

function frontMatterValues(
  { series, context }: Request,
  before: string,
  at: (start: number) => Range,
): CompletionItem[] {
  const start = /^(?<key>role|level|specialty)[ \t]*:[ \t]*/i.exec(before);
  if (start === null) return [];
  const range = at(start[0].length);
  const item = (newText: string, detail: string, index: number): CompletionItem => ({
    label: newText,
    detail,
    kind: CompletionItemKind.Value,
    sortText: order(index),
    textEdit: { range, newText },
  });
  const key = start.groups!.key!.toLowerCase();
  if (key === 'role') return context.roles.map((role, index) => item(role.id, roleDetail(role), index));
  const role = standingOf(series, context)?.role;
  if (role === undefined) return [];
  if (key === 'specialty') return role.specialties.map(({ id, title }, index) => item(id, title, index));
  return [...role.levels]
    .sort((a, b) => a.order - b.order)
    .map((level, index) => item(level.id, levelDetail(level), index));
}

function roleDetail({ title, isBuiltIn }: Role): string {
  return isBuiltIn ? `${title} (built in)` : title;
}

function levelDetail({ title, grade }: Level): string {
  return grade === null ? title : `${title}, grade ${grade}`;
}

// ---------------------------------------------------------------------------------------------------------------
// Focus areas and responsibilities

interface Choice {
  readonly choice: EffectiveItem;
  /** `this level`, or the next level's title. */
  readonly where: string;
  readonly rank: number;
}

/** This level's first, then the next level's; what is in focus this quarter already comes last. */
function responsibilities(request: Request, wants: 'title' | 'responsibility', range: Range): CompletionItem[] {
  const standing = standingOf(request.series, request.context);
  if (standing?.level == null) return [];
  const { role, level, specialty } = standing;
  const chosen = chosenIds(request);
  const choices: Choice[] = effectiveItems(role, level, specialty).map((choice) => ({
    choice,
    where: 'this level',
    rank: 0,
  }));
  for (const next of nextLevels(role, level)) {
    for (const choice of addedByNext(role, level, next, specialty)) {
      choices.push({ choice, where: `next level: ${next.title}`, rank: 1 });
    }
  }
  return choices
    .filter(({ choice }) => isChoosable(choice))
    .map(({ choice, where, rank }, index): CompletionItem => {
      const { title, responsibility } = areaDraftOf(choice.item);
      const isChosen = chosen.has(choice.item.id);
      const newText = wants === 'title' ? title : responsibility;
      return {
        label: newText,
        labelDetails: { description: isChosen ? `${where}, in focus` : where },
        detail: `${choice.area.name} · ${where}`,
        documentation: { kind: MarkupKind.PlainText, value: responsibility },
        kind: CompletionItemKind.Value,
        sortText: order((isChosen ? 2 : rank) * 1000 + index),
        // Any word finds it, not only the first.
        filterText: `${newText} ${responsibility}`,
        textEdit: { range, newText },
      };
    });
}

/** In this quarter, or in one that was planned ahead. */
function chosenIds({ series, context }: Request): Set<string> {
  const standing = standingOf(series, context);
  const current = quarterOf(context.today, context.configuration.quarters);
  const records = series.quarters.filter(({ quarter }) => quarter.start >= current.start);
  return new Set(records.flatMap((record) => [...itemsInFocus(record, standing)]));
}

function order(index: number): string {
  return String(index).padStart(5, '0');
}

// ---------------------------------------------------------------------------------------------------------------
// Snippets with today's date and the current quarter

function datedSnippets(request: Request, range: Range, client: { readonly snippets: boolean }): CompletionItem[] {
  const { document, context } = request;
  const { note } = document;
  const quarter = quarterOf(context.today, context.configuration.quarters);
  const mark = listMarkOf(note);
  const depth = note.meetings.find((meeting) => meeting.depth > 0)?.depth ?? 2;
  const blank = { title: stop, responsibility: stop, entry: stop };
  const today = formatDay(context.today);
  const snippets: readonly { prefix: string; detail: string; lines: readonly string[] }[] = [
    {
      prefix: '1on1-meeting-today',
      detail: `A meeting on ${today}`,
      lines: [`${'#'.repeat(depth)} ${today}`, '', `${mark} ${stop}`],
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
