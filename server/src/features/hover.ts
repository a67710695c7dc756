/** Hover: what stands under the cursor, explained. */
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { spanOf } from '../core/parse.ts';
import { standingOf } from '../core/query.ts';
import { findLevel, findRole, findSpecialty } from '../core/roles/catalogue.ts';
import { teamOf } from '../core/staffing.ts';
import { plainText } from '../core/write/areas.ts';
import { rangeOf } from './diagnostics.ts';
import { focusAreaText } from './text/focus-area.ts';
import { bullets, escape, paragraphs } from './text/markdown.ts';
import { quarterText } from './text/quarter.ts';
import { compaText, ratingColumnText, ratingText } from './text/rating.ts';
import type { Request } from './request.ts';
import { levelText, roleText, sourceLink } from './text/role.ts';
import { tagText } from './text/tag.ts';
import { teamText } from './text/team.ts';
import { thingAt, type Thing } from '../core/thing-at.ts';

export function hover(request: Request, offset: number): Hover | null {
  const { note } = request.document;
  const thing = thingAt(request.document, offset);
  const value = thing === null ? null : textOf(thing, request);
  const span = thing === null ? null : spanOf(note, thing.place);
  if (value === null || span === null) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(note.text, span) };
}

function textOf(thing: Thing, request: Request): string | null {
  const { series, context } = request;
  switch (thing.is) {
    case 'focus-area':
      return focusAreaText(thing.area, request);
    case 'rating':
      return ratingText(thing.text, thing.row, thing.worksheet, context);
    case 'rating-column':
      return ratingColumnText(thing.column, thing.worksheet, context);
    case 'tag':
      return tagText(thing.item, series, context);
    case 'quarter':
      return quarterText(thing.label, series, context);
    case 'key': {
      const written = thing.entry.value?.text;
      return written === undefined ? null : keyText(thing.key, written, request);
    }
  }
}

function keyText(key: string, written: string, { series, context, seats }: Request): string | null {
  if (key === 'compa') return compaText(written, series, context);
  if (key === 'team') {
    const team = teamOf(series, context);
    return team === null ? null : teamText(team, seats?.() ?? []);
  }
  const role = key === 'role' ? findRole(context.roles, written) : (standingOf(series, context)?.role ?? null);
  if (role === null) return null;
  if (key === 'role') return roleText(role);
  if (key === 'level') {
    const level = findLevel(role, written);
    const specialty = standingOf(series, context)?.specialty ?? null;
    return level === null || level === 'ambiguous' ? null : levelText(role, level, specialty);
  }
  if (key !== 'specialty') return null;
  const specialty = findSpecialty(role, written);
  if (specialty === null) return null;
  const items = specialty.block.areas.flatMap(({ items }) => items.map(({ text }) => escape(plainText(text))));
  return paragraphs(
    `**${escape(specialty.title)}**, a specialty of ${escape(role.title)}`,
    bullets(items),
    sourceLink(role),
  );
}
