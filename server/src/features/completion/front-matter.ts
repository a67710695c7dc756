/** Keys of the front matter, and the values that are a choice. */
import { CompletionItemKind, type CompletionItem, type Range } from 'vscode-languageserver-types';
import { cadenceWords } from '../../core/cadence.ts';
import { entryFor } from '../../core/front-matter.ts';
import { meetingDays } from '../../core/meeting-days.ts';
import type { Level, Role } from '../../core/model.ts';
import { spanOf } from '../../core/parse.ts';
import { standingOf } from '../../core/query.ts';
import { formatDay } from '../../core/calendar.ts';
import { isInternshipNote } from '../../core/recognise.ts';
import type { Request } from '../request.ts';
import { choice, order, ruleChoices, type Line, type Offer } from './line.ts';

/** Anywhere between the fences. */
export const frontMatterOffer: Offer = (line) => {
  const { note } = line.request.document;
  const fence = note.frontMatter === null ? null : spanOf(note, note.frontMatter.place);
  const isInside = fence === null ? isBeingOpened(line) : fence.start < line.offset && line.offset < fence.end;
  if (!isInside) return null;
  const start = /^(?<key>[\w-]+)[ \t]*:[ \t]*/.exec(line.before);
  if (start !== null && start.groups!.key!.toLowerCase() === 'ignore') return ignored(line);
  if (start !== null) return values(line.request, start.groups!.key!.toLowerCase(), line.toEnd(start[0].length));
  return /^[\w-]*$/.test(line.before) ? keys(line) : [];
};

/** Below a fence at the very start that nobody has closed yet, with nothing but keys in between. */
function isBeingOpened({ request, offset, before }: Line): boolean {
  const [fence, ...lines] = request.document.note.text.slice(0, Math.min(offset, longestStart)).split(/\r\n|\n|\r/);
  if (lines.length === 0 || !/^\uFEFF?---[ \t]*$/.test(fence!)) return false;
  return lines.at(-1) === before && lines.slice(0, -1).every((each) => /^[\w-]+[ \t]*:/.test(each));
}

/** Front matter that is being written is no longer. */
const longestStart = 2000;

const keyDetails: readonly (readonly [string, string])[] = [
  ['report', 'the person the document is about'],
  ['manager', 'their manager'],
  ['role', 'id, title or path of a role description'],
  ['level', 'id or title of a level of that role'],
  ['specialty', 'a specialty of the role'],
  ['team', 'the team, for its gearing'],
  ['compa', 'the compa group'],
  ['cadence', 'how often you meet'],
  ['started', 'the day they started'],
  ['kind', 'one-on-one or internship'],
  ['date', 'the day, in a file that holds one meeting'],
  ['ignore', 'rules that say nothing in this file'],
];

const internshipKeys: typeof keyDetails = [
  ['share', 'the share of working time: 10% or 20%'],
  ['ends', 'the last day'],
];

/** Those that are not there yet. */
function keys({ request, before, toEnd }: Line): CompletionItem[] {
  const { frontMatter } = request.document.note;
  const known = isInternshipNote(request.document.note) ? [...keyDetails, ...internshipKeys] : keyDetails;
  return known
    .filter(([key]) => entryFor(frontMatter, key) === null || before === key)
    .map(([key, detail], index) => ({
      label: key,
      detail,
      kind: CompletionItemKind.Property,
      sortText: order(index),
      textEdit: { range: toEnd(0), newText: `${key}: ` },
    }));
}

/** `ignore: [rule, rule]`. */
function ignored(line: Line): CompletionItem[] {
  return ruleChoices(line.before.slice(line.before.indexOf(':') + 1), line);
}

function values(request: Request, key: string, range: Range): CompletionItem[] {
  const { series, context } = request;
  const list = (texts: Iterable<readonly [string, string]>): CompletionItem[] =>
    [...texts].map(([text, detail], index) => choice(text, detail, index, range));
  const role = standingOf(series)?.role;
  switch (key) {
    case 'role':
      return list(context.roles.map((each) => [each.id, roleDetail(each)] as const));
    case 'level':
      return list(
        [...(role?.levels ?? [])]
          .sort((a, b) => a.order - b.order)
          .map((level) => [level.id, levelDetail(level)] as const),
      );
    case 'specialty':
      return list((role?.specialties ?? []).map(({ id, title }) => [id, title] as const));
    case 'team':
      return list([...context.configuration.teams.keys()].map((name) => [name, 'team'] as const));
    case 'compa':
      return list(context.configuration.ratings.scale.map((group) => [group, 'compa group'] as const));
    case 'date':
      return list(meetingDays(series, context).map(({ day, detail }) => [formatDay(day), detail] as const));
    case 'cadence':
      return list(cadenceWords.map((word) => [word, 'cadence'] as const));
    case 'kind':
      return list((['one-on-one', 'internship'] as const).map((word) => [word, 'kind of document'] as const));
    default:
      return [];
  }
}

function roleDetail({ title, isBuiltIn }: Role): string {
  return isBuiltIn ? `${title} (built in)` : title;
}

function levelDetail({ title, grade }: Level): string {
  return grade === null ? title : `${title}, grade ${grade}`;
}
