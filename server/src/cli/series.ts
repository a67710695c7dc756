/** The series of a territory, one at a time, so that not all documents have to be in memory together. */
import type { Context } from '../core/context.ts';
import type { Document, Series } from '../core/model.ts';
import { seriesAtFirstLook } from '../core/first-look.ts';
import { fold } from '../core/names.ts';
import { parseNote } from '../core/parse.ts';
import { readingOf } from '../core/reading.ts';
import { mayBeDocument, recognise } from '../core/recognise.ts';
import { seriesOf } from '../core/series.ts';
import { textOf } from '../core/text.ts';
import type { Territory, Workspace } from './workspace.ts';

/** Front matter and title, where a document says whose it is, are in its first characters. */
const beginning = 4096;

/** The paths of the documents that may belong to one report; each group can be read without the others. */
export function groupsOf(workspace: Workspace, territory: Territory): string[][] {
  const groups = new Map<string, string[]>();
  for (const path of territory.paths) {
    const source = workspace.read(path)?.text;
    if (source === undefined || !mayBeDocument(source, path, territory.context.configuration)) continue;
    const key = groupKey(source, path, territory.context);
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups.values()];
}

/** A document of the workspace, recognised or not; null where it cannot be read. */
export function readDocument(workspace: Workspace, territory: Territory, path: string): Document | null {
  const source = workspace.read(path)?.text;
  return source === undefined ? null : documentOf(workspace, territory, path, source);
}

export function documentOf(workspace: Workspace, { context }: Territory, path: string, source: string): Document {
  const note = parseNote(textOf(source), readingOf(context.configuration, path));
  return { uri: workspace.uriOf(path), path, note, recognition: recognise(note, path, context.configuration) };
}

/** The series of one group of paths. */
export function seriesIn(workspace: Workspace, territory: Territory, paths: readonly string[]): Series[] {
  const documents = paths.flatMap((path) => readDocument(workspace, territory, path) ?? []);
  return seriesOf(
    documents.filter(({ recognition }) => recognition.recognised),
    territory.context,
  );
}

/** The series that the document belongs to; of its own where it is not recognised. */
export function seriesAround(workspace: Workspace, territory: Territory, document: Document): Series {
  const { context } = territory;
  if (document.recognition.recognised) {
    const group = groupsOf(workspace, territory).find((paths) => paths.includes(document.path)) ?? [];
    const others = group.filter((path) => path !== document.path);
    const documents = others.flatMap((path) => readDocument(workspace, territory, path) ?? []);
    const all = [document, ...documents.filter(({ recognition }) => recognition.recognised)];
    const found = seriesOf(all, context).find((series) => series.documents.includes(document));
    if (found) return found;
  }
  return seriesOf([document], context)[0]!;
}

/**
 * Read from as little of the document as says it: nearly always the front matter, else its first lines, and only where
 * they name nobody all of it.
 */
function groupKey(source: string, path: string, { configuration }: Context): string {
  const known = seriesAtFirstLook(source, path, configuration);
  if (known !== null) return known.replace(/^internship /, 'report ');
  const reading = readingOf(configuration, path);
  for (const end of [endOfFrontMatter(source), Math.min(beginning, source.length), source.length]) {
    const report = end === 0 ? null : parseNote(textOf(source.slice(0, end)), reading).report;
    if (report !== null) return `report ${fold(report.text)}`;
    if (end === source.length) break;
  }
  return `file ${path}`;
}

/** 0 where there is none. */
function endOfFrontMatter(source: string): number {
  const fence = source.startsWith('---') ? source.indexOf('\n---', 3) : -1;
  return fence < 0 ? 0 : fence + '\n---'.length;
}
