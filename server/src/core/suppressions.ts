/** Where a document says that a finding is meant: comments, and `ignore` in its front matter. */
import { entryFor } from './front-matter.ts';
import type { Comment, Document, Note, Place, Region, Section, Span } from './model.ts';
import { spanOf } from './parse.ts';

/** A cheap look at whether a text can hold one. */
export function mayHoldSuppression(source: string): boolean {
  return source.includes('one-on-one-ignore-');
}

export type SuppressionScope = 'next-line' | 'section' | 'file';

/** One rule id of one comment or of `ignore`. */
export interface Suppression {
  readonly scope: SuppressionScope;
  readonly id: string;
  readonly place: Place;
  /** The comment as a whole; null in front matter. */
  readonly comment: Place | null;
  /** How many ids the comment or the list names. */
  readonly among: number;
  /** What stands behind the colon. */
  readonly reason: string | null;
  /** A finding that starts here is hidden. Absolute, half-open. */
  readonly covers: Span;
}

/** In document order. A reason after `:` is welcome and never asked for. */
export function suppressionsOf({ note }: Document): Suppression[] {
  const whole: Span = { start: 0, end: note.text.length + 1 };
  const listed = entryFor(note.frontMatter, 'ignore');
  const inFrontMatter = listed === null ? [] : listed.value === null ? listed.items : [listed.value];
  return [
    ...inFrontMatter.map(({ text, place }): Suppression => ({
      scope: 'file',
      id: text,
      place,
      comment: null,
      among: inFrontMatter.length,
      reason: null,
      covers: whole,
    })),
    ...note.gathered(commentsIn).flatMap(({ comment, region }) => {
      const written = readComment(comment, note);
      if (written === null) return [];
      const covers = written.scope === 'file' ? whole : covered(written.scope, comment, region, note);
      return written.ids.map(({ id, place }): Suppression => ({
        scope: written.scope,
        id,
        place,
        comment: comment.place,
        among: written.ids.length,
        reason: written.reason,
        covers,
      }));
    }),
  ];
}

/** Those that may be ours. */
function commentsIn(region: Region): readonly { readonly comment: Comment; readonly region: Region }[] {
  return region.comments.flatMap((comment) => (command.test(comment.text) ? [{ comment, region }] : []));
}

const command = /^one-on-one-ignore-(?<scope>next-line|section|file)[ \t]+(?<ids>[^:]+)/;

function readComment(
  comment: Comment,
  note: Note,
): { scope: SuppressionScope; ids: { id: string; place: Place }[]; reason: string | null } | null {
  const match = command.exec(comment.text);
  if (match === null) return null;
  const span = spanOf(note, comment.place)!;
  const source = note.text.slice(span.start, span.end);
  let at = source.indexOf('one-on-one-ignore-');
  at = source.indexOf(match.groups!.ids!.trim(), at);
  const ids = match.groups!.ids!.split(',').flatMap((part) => {
    const id = part.trim();
    if (id === '') return [];
    const start = comment.place.start + Math.max(0, source.indexOf(id, at));
    at = start - comment.place.start + id.length;
    return [{ id, place: { ...comment.place, start, end: start + id.length } }];
  });
  const reason = comment.text.slice(match[0].length).replace(/^:/, '').replace(/\s+/g, ' ').trim();
  return { scope: match.groups!.scope as SuppressionScope, ids, reason: reason === '' ? null : reason };
}

function covered(scope: 'next-line' | 'section', comment: Comment, region: Region, note: Note): Span {
  const span = spanOf(note, comment.place)!;
  if (scope === 'next-line') {
    const { line } = note.text.positionAt(span.end);
    let next = line + 1;
    const isBlank = (candidate: number): boolean => {
      const { start, end } = note.text.lineSpan(candidate);
      return note.text.slice(start, end).trim() === '';
    };
    while (next < note.text.lineCount && isBlank(next)) next++;
    const { start, end } = note.text.lineSpan(next);
    return { start, end: end + 1 };
  }
  const offset = span.start - comment.place.start;
  const headings = region.section === null ? [] : headingsOf(region.section);
  const own = headings.findLast(({ place }) => place.start <= comment.place.start);
  const next = own && headings.find(({ place, depth }) => place.start > own.place.start && depth <= own.depth);
  return { start: offset + (own?.place.start ?? 0), end: offset + (next?.place.start ?? region.length) };
}

/** The sections of a region that headings start, in document order. */
function headingsOf(section: Section): Section[] {
  return [...(section.form === 'heading' ? [section] : []), ...section.sections.flatMap(headingsOf)];
}
