/** Everything that the rules say about the files asked for, with what is safe to fix fixed where that was asked. */
import type { Seat } from '../core/staffing.ts';
import { crewFor } from './crew.ts';
import { examineGroup, examineSubject } from './examined.ts';
import type { Examined, FixMode } from './examined.ts';
import { byPath } from './files.ts';
import type { FileReport, LocatedDiagnostic } from './reporters/reporter.ts';
import { groupsOf } from './series.ts';
import { ownSubjects, staffingSubject } from './subjects.ts';
import type { Territory, Workspace } from './workspace.ts';

export interface ExaminationRequest {
  /** By path in the workspace. */
  readonly isAsked: (path: string) => boolean;
  readonly fixes: FixMode;
  /** How many threads may work at once; null for as many as the machine has cores, where they pay. */
  readonly jobs: number | null;
  /** Told which file something went wrong with, and what. The rest goes on. */
  readonly onTrouble: (path: string, why: string) => void;
}

export interface Examination {
  /** By path: every document, role file in use and configuration that was asked for. */
  readonly files: readonly FileReport[];
  readonly fixes: number;
  readonly fixedFiles: number;
}

/** Never throws for what stands in a file: a rule that does is a trouble. Finds the same with any number of threads. */
export async function examine(workspace: Workspace, request: ExaminationRequest): Promise<Examination> {
  const { isAsked, fixes } = request;
  const plans = workspace.territories.map((territory) => planFor(workspace, territory, isAsked));
  const groups = plans.flatMap((plan) => plan.groups);
  const crew = crewFor(workspace, groups, request);
  const all: Examined[] = [];
  try {
    for (const { territory, groups, isStaffed } of plans) {
      const { file } = territory;
      for (const subject of ownSubjects(territory, isAsked)) {
        all.push(examineSubject(workspace, subject, isAsked, fixes));
      }
      const seats: Seat[] = [];
      for (const paths of groups) {
        const examined = crew
          ? await crew.examined(paths)
          : examineGroup(workspace, { paths, asked: paths.filter(isAsked) }, fixes);
        all.push(examined);
        seats.push(...examined.seats);
      }
      // Last, because the documents may have been fixed meanwhile.
      if (file && isStaffed) {
        all.push(examineSubject(workspace, staffingSubject(workspace, territory, file, seats), isAsked, fixes));
      }
    }
  } finally {
    await crew?.goHome();
  }
  return together(all, request.onTrouble);
}

interface Plan {
  readonly territory: Territory;
  /** The groups of paths to read: those with a path that was asked for, or all where a team is counted. */
  readonly groups: readonly (readonly string[])[];
  readonly isStaffed: boolean;
}

function planFor(workspace: Workspace, territory: Territory, isAsked: (path: string) => boolean): Plan {
  const { file, context, paths } = territory;
  const isStaffed = file !== null && context.configuration.teams.size > 0 && [file.path, ...paths].some(isAsked);
  const groups = groupsOf(workspace, territory).filter((group) => isStaffed || group.some(isAsked));
  return { territory, groups, isStaffed };
}

function together(all: readonly Examined[], onTrouble: ExaminationRequest['onTrouble']): Examination {
  const files = new Map<string, FileReport>();
  let fixes = 0;
  let fixedFiles = 0;
  for (const examined of all) {
    for (const { path, diagnostics, suppressed } of examined.files) {
      const before = files.get(path) ?? { diagnostics: [], suppressed: [] };
      files.set(path, {
        path,
        diagnostics: [...before.diagnostics, ...diagnostics],
        suppressed: [...before.suppressed, ...suppressed],
      });
    }
    for (const { path, why } of examined.troubles) onTrouble(path, why);
    fixes += examined.fixes;
    fixedFiles += examined.fixedFiles;
  }
  const sorted = [...files.values()].sort((a, b) => byPath(a.path, b.path));
  return { files: sorted.map(inOrder), fixes, fixedFiles };
}

/** A file may be in several subjects. */
function inOrder({ path, diagnostics, suppressed }: FileReport): FileReport {
  return { path, diagnostics: diagnostics.toSorted(byPosition), suppressed: suppressed.toSorted(byPosition) };
}

function byPosition(a: LocatedDiagnostic, b: LocatedDiagnostic): number {
  return compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end) || byPath(a.rule, b.rule);
}

function compare(a: LocatedDiagnostic['range']['start'], b: LocatedDiagnostic['range']['start']): number {
  return a.line - b.line || a.character - b.character;
}
