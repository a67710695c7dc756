/** Hover: what stands under the cursor, explained. */
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { FocusArea } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { focusAreasOf, matchesOf, standingOf } from '../core/query.ts';
import { findLevel, findRole, findSpecialty } from '../core/roles/catalogue.ts';
import type { Candidate, Match } from '../core/roles/match.ts';
import { normalise } from '../core/roles/normalise.ts';
import { plainText } from '../core/write/areas.ts';
import { rangeOf } from './diagnostics.ts';
import { bullets, escape, paragraphs } from './text/markdown.ts';
import type { Request } from './request.ts';
import { levelText, roleText, sourceLink } from './text/role.ts';
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
  if (thing.is === 'focus-area') return focusAreaText(thing.area, request);
  const written = thing.entry.value?.text;
  return written === undefined ? null : keyText(thing.key, written, request);
}

function keyText(key: string, written: string, { series, context }: Request): string | null {
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

/** The responsibility in full, whose level it is, and whether it was in focus before. */
function focusAreaText(area: FocusArea, { series, context }: Request): string | null {
  const standing = standingOf(series, context);
  const texts = matchesOf(area, standing).flatMap(({ match }) => matchText(match) ?? []);
  if (standing === null || texts.length === 0) return null;
  return paragraphs(
    `**${escape(area.title.text)}**`,
    ...texts,
    historyText(area, series.quarters),
    sourceLink(standing.role),
  );
}

function matchText(match: Match): string | null {
  switch (match.kind) {
    case 'unknown':
      return null;
    case 'communication':
      return 'Communication is part of every role: it may always be worked on.';
    case 'ambiguous':
      return `It could mean more than one responsibility:\n\n${bullets(match.candidates.map(candidateText))}`;
    case 'other-level': {
      const where = match.specialty?.title ?? match.level?.title ?? 'another level';
      return `${candidateText(match)}\n\n_Expected at ${escape(where)}: neither this level nor the next_`;
    }
    case 'found': {
      const level =
        match.level === null ? '' : match.at === 'next level' ? `: ${match.level.title}` : ` (${match.level.title})`;
      return `${candidateText(match)}\n\n_${escape(`${match.area.name} · ${match.at}${level}`)}_`;
    }
  }
}

function candidateText({ item, area }: Candidate): string {
  if (item !== null) return escape(plainText(item.text));
  return `The area ${escape(area.name)}:\n\n${bullets(area.items.map(({ text }) => escape(plainText(text))))}`;
}

function historyText(area: FocusArea, quarters: Request['series']['quarters']): string | null {
  const name = normalise(area.title.text);
  const labels = quarters
    .filter((record) =>
      focusAreasOf(record).some(({ area: other }) => other !== area && normalise(other.title.text) === name),
    )
    .map(({ quarter }) => quarter.label);
  return labels.length === 0 ? null : `Also in focus in ${labels.map(escape).join(', ')}.`;
}
