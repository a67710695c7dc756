/** What the rules look at as one: a configuration, a role description, a series of documents. */
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Series } from '../core/model.ts';
import { readConfiguration } from '../core/read-configuration.ts';
import { isInForce } from '../core/roles/join-levels.ts';
import { readRole } from '../core/roles/read.ts';
import { seriesOf } from '../core/series.ts';
import { seatOf, type Seat } from '../core/staffing.ts';
import { applyEdits } from '../core/text.ts';
import type { TextEdit } from '../core/text.ts';
import { ruleIds } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { checkConfiguration, checkedSeries, checkRole, checkStaffing } from '../rules/run.ts';
import type { Checked } from '../rules/run.ts';
import { documentOf, seriesIn } from './series.ts';
import type { RoleFile, Territory, Workspace } from './workspace.ts';

export interface Subject {
  /** The files that it is made of. */
  readonly sources: readonly Source[];
  check(list: readonly Rule[]): Checked;
  /** What it says about the gearing of a team. */
  seats(): readonly Seat[];
  /** The same with edits, by address of the file. */
  edited(edits: Edits): Subject;
}

export interface Source {
  readonly uri: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly text: string;
}

export type Edits = ReadonlyMap<string, readonly TextEdit[]>;

/** The configuration and the role descriptions of a territory, as far as they were asked for. */
export function* ownSubjects(
  { file, context, roleFiles }: Territory,
  isAsked: (path: string) => boolean,
): Generator<Subject> {
  if (file && isAsked(file.path)) yield configurationSubject(file, context);
  for (const roleFile of roleFiles) {
    // A role that another file replaces, and a page in which no role was found, are not in use.
    if (isAsked(roleFile.path) && isInForce(roleFile.role, context.roles)) yield roleSubject(roleFile, context);
  }
}

/** The series of one group of paths. */
export function seriesSubjects(workspace: Workspace, territory: Territory, paths: readonly string[]): Subject[] {
  return seriesIn(workspace, territory, paths).map((series) => seriesSubject(workspace, territory, series));
}

function configurationSubject(file: ConfigurationFile, context: Context): Subject {
  return {
    sources: [{ uri: file.uri, path: file.path, text: file.source }],
    check: (list) => ({ shown: checkConfiguration(file, context, list), hidden: [] }),
    seats: () => [],
    edited: (edits) =>
      configurationSubject(readConfiguration(edited(file.source, file.uri, edits), file, ruleIds), context),
  };
}

function roleSubject(file: RoleFile, context: Context): Subject {
  const { path, role, text } = file;
  return {
    sources: [{ uri: role.source.uri, path, text }],
    check: (list) => ({ shown: checkRole(role, context, list), hidden: [] }),
    seats: () => [],
    edited(edits) {
      const changed = edited(text, role.source.uri, edits);
      return roleSubject({ path, text: changed, role: readRole(changed, { uri: role.source.uri, path }) }, context);
    },
  };
}

function seriesSubject(workspace: Workspace, territory: Territory, series: Series): Subject {
  return {
    sources: series.documents.map(({ uri, path, note }) => ({ uri, path, text: note.text.toString() })),
    check: (list) => checkedSeries(series, territory.context, list),
    seats: () => [seatOf(series, territory.context)].filter((seat) => seat !== null),
    edited(edits) {
      const documents = series.documents.map((document) => {
        if (!edits.has(document.uri)) return document;
        return documentOf(
          workspace,
          territory,
          document.path,
          edited(document.note.text.toString(), document.uri, edits),
        );
      });
      return seriesSubject(workspace, territory, seriesOf(documents, territory.context)[0]!);
    },
  };
}

/** A configuration, and the documents with the seats of its teams. Nothing to fix. */
export function staffingSubject(
  workspace: Workspace,
  { context }: Territory,
  file: ConfigurationFile,
  seats: readonly Seat[],
): Subject {
  const documents = seats.flatMap(({ at: { uri, path } }) => {
    const text = workspace.read(path)?.text;
    return text === undefined ? [] : [{ uri, path, text }];
  });
  const subject: Subject = {
    sources: [{ uri: file.uri, path: file.path, text: file.source }, ...documents],
    check: (list) => ({ shown: checkStaffing(file, seats, context, list), hidden: [] }),
    seats: () => [],
    edited: () => subject,
  };
  return subject;
}

function edited(text: string, uri: string, edits: Edits): string {
  return applyEdits(text, edits.get(uri) ?? []);
}
