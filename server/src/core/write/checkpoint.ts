/** A checkpoint as this pair writes it: like their last one, else in the canonical form. */
import type { Checkpoint, FocusArea, Note, Part, Quarter, SectionForm } from '../model.ts';
import { findQuarterLabel, writeQuarterLabel } from '../quarter-labels.ts';
import { sourceOf } from './habits.ts';

export type PartName = 'responsibility' | 'goals' | 'targets' | 'ideas';

/** The order in which parts are written. */
export const partNames: readonly PartName[] = ['responsibility', 'goals', 'targets', 'ideas'];

/** How a pair titles a checkpoint, its focus areas and their parts. */
export interface CheckpointForm {
  readonly title: (quarter: Quarter) => string;
  /** What stands before a focus area's name, such as `Focus area: `. */
  readonly areaPrefix: (number: number) => string;
  readonly partForm: Extract<SectionForm, 'heading' | 'bold' | 'label'>;
  readonly partTitle: (part: PartName) => string;
}

const canonicalTitles: Readonly<Record<PartName, string>> = {
  responsibility: 'Responsibility',
  goals: 'Goals',
  targets: 'Targets',
  ideas: 'Ideas',
};

export const canonicalForm: CheckpointForm = {
  title: (quarter) => `Checkpoint ${quarter.label}`,
  areaPrefix: () => 'Focus area: ',
  partForm: 'bold',
  partTitle: (part) => canonicalTitles[part],
};

/** The form of an earlier checkpoint whose focus areas are headings; the canonical one for any other. */
export function formOf(note: Note, checkpoint: Checkpoint): CheckpointForm {
  const area = checkpoint.focusAreas.find((candidate) => candidate.form === 'heading');
  if (checkpoint.form !== 'heading' || area === undefined) return canonicalForm;
  const label = findQuarterLabel(checkpoint.title.text);
  const prefix = prefixOf(note, area);
  const written = (part: PartName): Part | null => area[part];
  const partForm = [area.goals, area.targets, area.ideas].find((part) => part !== null)?.form;
  return {
    title: (quarter) =>
      label === null
        ? checkpoint.title.text
        : checkpoint.title.text.replace(label.text, () => writeQuarterLabel(quarter, label.form)),
    areaPrefix: (number) => prefix.replace(/\d+/, String(number)),
    partForm: partForm === 'heading' || partForm === 'label' ? partForm : 'bold',
    partTitle: (part) => (written(part)?.title.text ?? canonicalTitles[part]).replace(/:$/, ''),
  };
}

/** What stands between `####` and the name in a focus area's heading. */
function prefixOf(note: Note, area: FocusArea): string {
  const heading = sourceOf(note, { ...area.place, end: area.title.place.start });
  return heading.replace(/^#{1,6}[ \t]*/, '');
}

export interface AreaDraft {
  readonly title: string;
  readonly responsibility: string;
  /** Written under `Goals`, `Targets` and `Ideas`, as one list item each. */
  readonly entry: string;
}

export interface CheckpointDraft {
  readonly quarter: Quarter;
  readonly form: CheckpointForm;
  /** The heading level of the checkpoint; focus areas are one deeper, or bold lines where there is no deeper level. */
  readonly depth: number;
  readonly listMark: string;
  readonly areas: readonly AreaDraft[];
}

export function checkpointLines({ quarter, form, depth, listMark, areas }: CheckpointDraft): string[] {
  const lines = [titleLine(form.title(quarter), depth)];
  areas.forEach((area, index) => {
    lines.push('', titleLine(form.areaPrefix(index + 1) + area.title, depth + 1));
    for (const part of partNames) lines.push('', ...partLines(part, form, depth + 2, listMark, area));
  });
  return lines;
}

/** One part of a focus area: its title, and one entry. */
export function partLines(
  part: PartName,
  form: CheckpointForm,
  depth: number,
  listMark: string,
  area: Pick<AreaDraft, 'responsibility' | 'entry'>,
): string[] {
  const title = form.partTitle(part);
  const entry = part === 'responsibility' ? area.responsibility : area.entry;
  const isHeading = form.partForm === 'heading' && depth <= 6;
  if (part === 'responsibility' && !isHeading)
    return [form.partForm === 'label' ? `${title}: ${entry}` : `**${title}:** ${entry}`];
  const item = part === 'responsibility' ? entry : `${listMark} ${part === 'targets' ? '[ ] ' : ''}${entry}`;
  if (isHeading) return [titleLine(title, depth), '', item];
  return [form.partForm === 'label' ? `${title}:` : `**${title}**`, '', item];
}

/** A heading, or a bold line where markdown has no heading that deep. */
export function titleLine(title: string, depth: number): string {
  return depth <= 6 ? `${'#'.repeat(Math.max(1, depth))} ${title}` : `**${title.trim()}**`;
}
