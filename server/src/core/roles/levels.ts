/** Which headings are levels, and which only group them. */
import { gradeIn, type Grade } from './grade.ts';
import { ancestorsOf, everyHeading, paragraphsOf, type Heading } from './headings.ts';
import { baseTitle, saysLevel } from './level-title.ts';
import type { Titles } from './level-titles.ts';
import { labelledLines } from './areas.ts';
import { foldName, normalise, wordsOf } from './normalise.ts';
import { isAreaKind, isUsualArea } from './section-kinds.ts';

export interface LevelHeadings {
  /** In document order. */
  readonly levels: ReadonlySet<Heading>;
  /** Headings over levels: their own sections are shared by those levels only. */
  readonly groups: ReadonlySet<Heading>;
}

export function findLevels(root: Heading, titles: Titles): LevelHeadings {
  const headings = everyHeading(root).slice(1);
  const pages = pageTitles(root, titles);
  const found = new Set<Heading>();
  headings.forEach((heading, index) => {
    if (pages.has(heading)) return;
    if (isLevel(heading, headings.slice(index + 1, index + 8), found, titles)) found.add(heading);
  });
  addSiblings(headings, found, pages, titles);
  const groups = new Set([...found].filter((heading) => !hasOwnGrade(heading) && hasLevelBelow(heading, found)));
  const levels = headings.filter((heading) => found.has(heading) && !groups.has(heading));
  for (const heading of headings) {
    if (!found.has(heading) && heading.kind === null && !pages.has(heading) && hasLevelBelow(heading, found))
      groups.add(heading);
  }
  return { levels: new Set(levels), groups };
}

/** A grade in the heading's own paragraphs or in a grade section right below it. */
export function ownGrade(heading: Heading): Grade | null {
  for (const { text } of paragraphsOf(heading)) {
    const grade = isGradeSentence(text) ? gradeIn(text, 'no') : null;
    if (grade !== null) return grade;
  }
  for (const child of heading.children) {
    if (child.kind !== 'grade') continue;
    const grade = gradeOfSection(child);
    if (grade !== null) return grade;
  }
  return heading.grade;
}

/** The grade that a "Job Grade" section names, in whatever form. */
export function gradeOfSection(section: Heading): Grade | null {
  for (const block of section.content) {
    const lines =
      block.kind === 'paragraph' ? block.lines : block.kind === 'list' ? block.items.flatMap((item) => item.lines) : [];
    const grade = gradeIn(lines.map(({ text }) => text).join(' '), 'yes');
    if (grade !== null) return grade;
  }
  return section.grade ?? gradeIn(section.title, 'no');
}

/** A sentence about the grade of the level, not about people of some grade. */
function isGradeSentence(text: string): boolean {
  const plain = text.slice(0, 400);
  return /^[\W_]*(?:job )?grade\b/i.test(plain) || /\b(?:is|are|at|be|as) [^.]{0,40}\bgrade\b/i.test(plain);
}

function hasOwnGrade(heading: Heading): boolean {
  return ownGrade(heading) !== null || heading.children.some(({ kind }) => kind === 'grade');
}

function hasLevelBelow(heading: Heading, found: ReadonlySet<Heading>): boolean {
  return heading.children.some((child) => found.has(child) || hasLevelBelow(child, found));
}

/** First-level headings are titles of the page, unless two or more of them are levels with sections. */
function pageTitles(root: Heading, titles: Titles): Set<Heading> {
  const tops = root.children.filter(({ form, depth, kind }) => form === 'heading' && depth === 1 && kind === null);
  const levels = tops.filter((heading) => isExplicit(heading, titles) && (hasEvidence(heading) || hasLists(heading)));
  return new Set(levels.length >= 2 ? tops.filter((heading) => !levels.includes(heading)) : tops);
}

function isLevel(
  heading: Heading,
  following: readonly Heading[],
  found: ReadonlySet<Heading>,
  titles: Titles,
): boolean {
  if (heading.kind !== null || isUsualArea(heading.title) || heading.depth >= 5) return false;
  const isTitled = isExplicit(heading, titles);
  if ((heading.form === 'label' || heading.form === 'item') && !isBareLevel(heading, titles)) return false;
  switch (zoneOf(heading)) {
    case 'specialties':
      return hasOwnGrade(heading);
    case 'ignored':
      return isTitled && hasEvidence(heading);
    case 'shared':
    case 'area':
      return isTitled && hasOwnGrade(heading);
    case 'ladder':
      return hasEvidence(heading);
    case 'levels':
      return !isBelowLevel(heading, found) || (isTitled && hasEvidence(heading));
    default:
      if (isBelowLevel(heading, found)) return isTitled && hasEvidence(heading);
      if (hasEvidence(heading)) return true;
      return (
        isTitled &&
        (isFollowedBySections(heading, following) ||
          (hasExpectations(heading) && (belongsToRole(heading, titles) || isTrack(heading.parent))))
      );
  }
}

/** A title like a level's beside a level, without anything to do below it, is a level that is still to be written. */
function addSiblings(
  headings: readonly Heading[],
  found: Set<Heading>,
  pages: ReadonlySet<Heading>,
  titles: Titles,
): void {
  const bases = new Set([...found].map(({ title }) => titles.read(title).base));
  for (const heading of headings) {
    if (found.has(heading) || pages.has(heading) || heading.kind !== null || heading.form !== 'heading') continue;
    if (zoneOf(heading) !== null || !isExplicit(heading, titles)) continue;
    const { base } = titles.read(heading.title);
    if (!belongsToRole(heading, titles) && !bases.has(base)) continue;
    if (heading.parent?.children.some((other) => found.has(other) && other.depth === heading.depth)) found.add(heading);
  }
}

/** What encloses a heading, as far as that decides whether it can be a level. */
function zoneOf(heading: Heading): 'specialties' | 'ignored' | 'shared' | 'area' | 'ladder' | 'levels' | null {
  for (const { kind } of ancestorsOf(heading)) {
    if (isAreaKind(kind)) return 'area';
    if (kind === 'specialties' || kind === 'ignored' || kind === 'shared' || kind === 'ladder' || kind === 'levels')
      return kind;
  }
  return null;
}

function isBelowLevel(heading: Heading, found: ReadonlySet<Heading>): boolean {
  for (const ancestor of ancestorsOf(heading)) if (found.has(ancestor)) return true;
  return false;
}

/** A grade, responsibilities or requirements below. */
function hasEvidence(heading: Heading): boolean {
  if (hasOwnGrade(heading)) return true;
  return heading.children.some((child) => isAreaKind(child.kind) || (child.kind === 'wrapper' && hasEvidence(child)));
}

/** Sections that stand beside their level: the next headings are a grade or sections. */
function isFollowedBySections(heading: Heading, following: readonly Heading[]): boolean {
  for (const next of following) {
    if (next.depth > heading.depth) continue;
    if (next.kind === 'grade' || isAreaKind(next.kind)) return true;
    if (next.kind !== 'wrapper') return false;
  }
  return false;
}

/** "Individual Contributor Track", "Management ladder": what stands below is levels, whatever they are called. */
function isTrack(heading: Heading | null): boolean {
  return heading !== null && /\b(?:track|ladder|path)s?$/.test(normalise(heading.title));
}

/** Lists, or at least two paragraphs that start with a label. */
function hasExpectations(heading: Heading): boolean {
  return hasLists(heading) || labelledLines(heading).length >= 2;
}

function hasLists(heading: Heading): boolean {
  if (heading.content.some(({ kind }) => kind === 'list' || kind === 'table')) return true;
  return heading.children.some((child) => child.kind === null && hasLists(child));
}

/** The title says a level, or is the role's, which is the intermediate level. */
function isExplicit(heading: Heading, titles: Titles): boolean {
  if (wordsOf(heading.title).length > 12) return false;
  return titles.isLevel(heading.title);
}

/** Nothing but level words. */
function isBareLevel(heading: Heading, titles: Titles): boolean {
  const title = titles.read(heading.title);
  return saysLevel(title) && title.base === '';
}

/** Level words alone, or with the name of this role: not "Senior leadership" in the role of an engineer. */
function belongsToRole(heading: Heading, titles: Titles): boolean {
  const { base, code } = titles.read(heading.title);
  if (base === '' || code !== null) return true;
  const role = new Set(wordsOf(baseTitle(titles.role.written)).map(foldName));
  const words = wordsOf(base).map(foldName);
  const last = words.at(-1) ?? '';
  return words.every((word) => role.has(word)) || roleNouns.has(last);
}

const roleNouns = new Set(
  'engineer developer programmer designer analyst scientist architect administrator researcher writer consultant specialist recruiter accountant lawyer counsel partner tester technician associate representative executive coordinator entwickler entwicklerin ingenieur ingénieur ingeniero sre dbre'.split(
    ' ',
  ),
);
