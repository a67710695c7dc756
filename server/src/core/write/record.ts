/**
 * The 360 record: what the notes of a period hold for a review, gathered, each line with a link back. The pair's own
 * words; no sentence is invented, and nothing private is in it.
 */
import { formatDay, quarterAt, quarterOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import { evidenceOf, markdownOf, withoutOwnName } from '../evidence.ts';
import { isNotGiven } from '../feedback.ts';
import { names } from '../mentions.ts';
import type { Day, Document, Entry, FocusArea, QuarterRecord, Section, Series, Words } from '../model.ts';
import { liesIn, openFocusAreasOf, openWorksheetsOf, privatePlaces } from '../private.ts';
import { standingOf } from '../query.ts';
import { withoutMarks } from '../roles/normalise.ts';
import { quarterOfColumn } from '../worksheets.ts';
import { sourceOf } from './habits.ts';
import { headingLink, meetingLink, relinked } from './links.ts';
import { itemsOf } from './summary.ts';

export interface Period {
  /** Both days belong to it. */
  readonly from: Day;
  readonly to: Day;
}

/** The quarters that the feedback window looks back on and what follows, else the year up to today. */
export function usualPeriod({ today, configuration: { feedback, quarters } }: Context): Period {
  if (feedback === null) return { from: today - 364, to: today };
  const opening = quarterOf(feedback.opens, quarters);
  return {
    from: Math.min(quarterAt(opening.year, opening.number - feedback.covers, quarters).start, today),
    to: today,
  };
}

/** Markdown with `\n`, for a file at `path`, relative to the workspace as the documents are. */
export function recordText(series: Series, { from, to }: Period, path: string, context: Context): string {
  const within = { ...series, meetings: series.meetings.filter(({ day }) => from <= day && day <= to) };
  const blocks = [
    `# 360 record: ${series.report ?? fileName(series.documents[0]!)}`,
    aboutLines(series, { from, to }).join('\n'),
    ...series.quarters
      .filter(({ quarter }) => quarter.start <= to && quarter.end >= from)
      .flatMap((record) => quarterBlocks(record, within, path)),
    ...section('Promises kept', keptLines(within, path)),
    ...section('Feedback', [...feedbackLines(within, path), ...undatedFeedback(series, path)]),
    ...section('Ratings', ratingLines(series, { from, to }, path, context)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

// ---------------------------------------------------------------------------------------------------------------

function aboutLines(series: Series, { from, to }: Period): string[] {
  const standing = standingOf(series);
  const level = standing?.level?.title ?? series.level?.text;
  const title = standing?.role.title ?? series.role?.text;
  // `Senior Backend Engineer` says both.
  const isSaid = title !== undefined && level?.includes(title) === true;
  const role = [isSaid ? undefined : title, level].filter((text) => text !== undefined);
  return [
    `- Period: ${formatDay(from)} to ${formatDay(to)}`,
    ...(series.manager === null ? [] : [`- Manager: ${series.manager}`]),
    ...(role.length === 0 ? [] : [`- Role: ${role.join(', ')}`]),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function quarterBlocks(record: QuarterRecord, series: Series, path: string): string[] {
  const areas = openFocusAreasOf(record);
  if (areas.length === 0) return [];
  const meetings = record.meetings.filter((dated) => series.meetings.includes(dated));
  return [
    `## ${record.quarter.label}`,
    ...areas.flatMap(({ area, document }) => {
      const evidence = evidenceOf(area, document, { meetings }, series);
      const items = [...itemsOf(evidence, { path }, '').filter((item) => item !== ''), ...summed(area, record, path)];
      const title = `### ${headingLink(area.title.text, document.path, headingOf(area, document), path)}`;
      return [
        title,
        ...responsibilityOf(area, document, path),
        ...(items.length === 0 ? [] : [listOf(unrepeated(items))]),
      ];
    }),
  ];
}

/** The whole heading, which is what its anchor is made of; null for an area that is none. */
function headingOf({ form, title, place }: FocusArea, { note }: Document): Words | null {
  if (form !== 'heading') return null;
  return { ...title, text: withoutMarks(sourceOf(note, { ...place, end: title.place.end })).replace(/^#+\s*/, '') };
}

function responsibilityOf({ responsibility }: FocusArea, document: Document, path: string): string[] {
  const texts = (responsibility?.entries ?? []).map((entry) => quoted(entry, document, path)).filter(Boolean);
  return texts.length === 0 ? [] : [`Responsibility: ${texts.join('; ')}`];
}

/** What the summaries say of an area in words that are not the record's own. */
function summed(area: FocusArea, { summaries }: QuarterRecord, path: string): string[] {
  return summaries.flatMap(({ summary, document }) => {
    if (summary.isPrivate) return [];
    const link = headingLink('Summary', document.path, summary.title, path);
    const own = sectionAt(summary.title, document);
    const hidden = privatePlaces(document);
    const entries = own === null ? [] : entriesOn(area, own).filter(({ place }) => !liesIn(place, hidden));
    return entries
      .map((entry) => withoutOwnName(quoted(entry, document, path), area))
      .filter((text) => text !== '' && !isDrafted(text))
      .map((text) => `${link}: ${text}`);
  });
}

/** Lines as a draft writes them: the record has them from the notes themselves. */
function isDrafted(text: string): boolean {
  return /^(?:Goal|Target (?:met|open|dropped)|Promise (?:done|open|dropped)): |^\[[^\]]+\]\([^)]*\)(?::|$)/.test(text);
}

/** Of a section that names the area, or of an item that does; what names no area at all is left where it is. */
function entriesOn(area: FocusArea, section: Section): Entry[] {
  const child = section.sections.filter(({ title }) => names(area, title.text, []));
  const named = section.entries.filter(({ text, links }) => names(area, text, links));
  return [...child.flatMap(entriesIn), ...named.flatMap(given)];
}

function entriesIn(section: Section): Entry[] {
  if (section.isPrivate) return [];
  return [...section.entries.flatMap(given), ...section.sections.flatMap(entriesIn)];
}

/** An item and what is nested in it; nothing of one that the other has not heard yet. */
function given(entry: Entry): Entry[] {
  return isNotGiven(entry.text) ? [] : [entry, ...entry.entries.filter(({ text }) => !isNotGiven(text))];
}

function sectionAt(title: Section['title'], { note }: Document): Section | null {
  const find = (section: Section): Section | null =>
    section.title === title ? section : (section.sections.map(find).find((found) => found !== null) ?? null);
  return note.regions.map(({ section }) => section && find(section)).find((found) => found !== null) ?? null;
}

/** What the report promised and did, whatever it was about. */
function keptLines({ promises, meetings, report }: Series, path: string): string[] {
  return promises.flatMap(({ state, isPrivate, owners, text, newest }) => {
    const dated = meetings.find(({ meeting }) => meeting === newest.meeting);
    const isOwn = report !== null && owners.includes(report);
    if (state !== 'done' || isPrivate || !isOwn || dated === undefined) return [];
    return [`- ${text} (${meetingLink(dated, path)})`];
  });
}

/** Feedback that was given, as it stands under headings for it. */
function feedbackLines({ meetings }: Series, path: string): string[] {
  const below = (part: Section): Entry[] => {
    if (part.isPrivate) return [];
    return part.meaning === 'feedback' ? entriesIn(part) : part.sections.flatMap(below);
  };
  return meetings.flatMap((dated) =>
    below(dated.meeting.section)
      .filter(({ text }) => text !== '')
      .map((entry) => `- ${meetingLink(dated, path)}: ${quoted(entry, dated.document, path)}`),
  );
}

/** What stands in a rolling list, whose items have no day: each says so, and who reads it knows whether it belongs. */
function undatedFeedback({ rollingLists }: Series, path: string): string[] {
  return rollingLists.flatMap(({ list, document }) => {
    if (list.isPrivate) return [];
    const hidden = privatePlaces(document);
    const { title } = list;
    const link =
      title.text === ''
        ? headingLink(fileName(document), document.path, null, path)
        : headingLink(title.text, document.path, title, path);
    return list.items
      .filter(({ tag }) => tag?.text === 'FEEDBACK' || tag?.text === 'THANKS')
      .flatMap(({ entry }) => given(entry))
      .filter(({ text, place }) => text !== '' && !liesIn(place, hidden))
      .map((entry) => `- ${link}, undated: ${quoted(entry, document, path)}`);
  });
}

function ratingLines(series: Series, { from, to }: Period, path: string, context: Context): string[] {
  return openWorksheetsOf(series).flatMap(({ worksheet, document }) => {
    const columns = worksheet.columns.filter((column) => {
      const { start, end } = quarterOfColumn(column, context);
      return start <= to && end >= from;
    });
    if (columns.length === 0) return [];
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const source = headingLink(worksheet.title.text, document.path, worksheet.title, path);
    return [
      row([source, ...columns.map(({ label }) => label.text)]),
      row(['---', ...columns.map(() => '---')]),
      ...worksheet.rows.map(({ cells }) => {
        const text = (index: number): string => {
          const cell = cells[index];
          return cell === undefined ? '' : relinked(sourceOf(document.note, cell.place).trim(), document.path, path);
        };
        return row([text(0), ...columns.map(({ index }) => text(index))]);
      }),
    ];
  });
}

/** As the pair typed it, its links counted from the record. */
function quoted(entry: Entry, { note, path: home }: Document, path: string): string {
  return relinked(markdownOf(entry, note), home, path);
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function unrepeated(items: readonly string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = withoutMarks(item);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

function fileName({ path }: Document): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
