/** The grades that a line names: "is a [grade 7](…)", "grade #12", "job grade [level 5]", `9.5`, "grade 11 or 12". */
import type { Level } from '../model.ts';
import { withoutMarks } from './normalise.ts';

/** Of a level: the one grade it has, or the lowest and the highest. */
export interface Grade {
  readonly from: number;
  readonly to: number;
}

/**
 * The first grade named in a text, with the one that it may also be; null where the text names none. In a grade section,
 * where `isGradeSection` is `yes`, "is a 9" and a bare number are one too.
 */
export function gradeIn(text: string, isGradeSection: 'yes' | 'no'): Grade | null {
  const plain = withoutMarks(text).slice(0, 2000);
  const forms = isGradeSection === 'yes' ? [named, ...unnamed] : [named];
  for (const form of forms) {
    const found = form.exec(plain);
    if (found) return gradeOf(found[1]!, plain.slice(found.index + found[0].length));
  }
  return null;
}

/** A table cell that holds a grade: "Level 12", "Grade 7", "9.5", "7 or 8". */
export function gradeInCell(text: string): Grade | null {
  const match = cell.exec(withoutMarks(text));
  if (match === null) return null;
  const rest = match[2]!;
  return rest === '' || other.exec(rest)?.[0] === rest ? gradeOf(match[1]!, rest) : null;
}

/** "7", or "11–12" where the text names several; null where it names none. */
export function gradeText({ grade, highestGrade }: Pick<Level, 'grade' | 'highestGrade'>): string | null {
  if (grade === null) return null;
  return highestGrade === undefined ? String(grade) : `${grade}\u2013${highestGrade}`;
}

const named = /\bgrades?(?: level)?(?: is| of)?[ :#[\]=-]{0,4}(?:level )?(\d{1,2}(?:[.,]5)?)(?![\d%])/i;
const unnamed = [
  /\b(?:is|at|as)(?: an?)?(?: job)? (?:level )?#?(\d{1,2}(?:[.,]5)?)\b/i,
  /^(?:level )?#?(\d{1,2}(?:[.,]5)?)\b/i,
  /\blevel[ :#]{1,2}(\d{1,2}(?:[.,]5)?)\b/i,
];
const cell = /^(?:(?:job )?(?:grade|level)\s*(?::\s*)?)?#?(\d{1,2}(?:[.,]5)?)(?!\d)(.{0,30})$/i;
/** What may stand between two grades, and the second one: " or a grade 12". */
const other =
  /^\]? ?(?:or|to|[-\u2013\u2014/])(?: an?)? ?(?:job )?(?:grade |level )?#?(\d{1,2}(?:[.,]5)?)(?![\d%+]|[.,]\d| ?(?:years?|months?|weeks?|days?|people|reports?)\b)/i;

function gradeOf(digits: string, behind: string): Grade | null {
  const from = numberOf(digits);
  const to = numberOf(other.exec(behind)?.[1] ?? digits);
  return isGrade(from) ? { from, to: isGrade(to) && to > from ? to : from } : null;
}

function isGrade(grade: number): boolean {
  return grade >= 1 && grade <= 30;
}

function numberOf(digits: string): number {
  return Number(digits.replace(',', '.'));
}
