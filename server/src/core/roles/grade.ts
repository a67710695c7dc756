/** The grade that a line names: "is a [grade 7](…)", "grade #12", "job grade [level 5]", `9.5`. */
import { withoutMarks } from './normalise.ts';

/**
 * The first grade named in a text; null where it names none. In a grade section, where `isGradeSection` is `yes`,
 * "is a 9" and a bare number are one too.
 */
export function gradeIn(text: string, isGradeSection: 'yes' | 'no'): number | null {
  const plain = withoutMarks(text).slice(0, 2000);
  const named = /\bgrades?(?: level)?(?: is| of)?[ :#[\]=-]{0,4}(?:level )?(\d{1,2}(?:[.,]5)?)(?![\d%])/i.exec(plain);
  if (named) return gradeOf(named[1]!);
  if (isGradeSection === 'no') return null;
  const bare =
    /\b(?:is|at|as)(?: an?)?(?: job)? (?:level )?#?(\d{1,2}(?:[.,]5)?)\b/i.exec(plain) ??
    /^(?:level )?#?(\d{1,2}(?:[.,]5)?)\b/i.exec(plain);
  const level = /\blevel[ :#]{1,2}(\d{1,2}(?:[.,]5)?)\b/i.exec(plain);
  return bare || level ? gradeOf((bare ?? level)![1]!) : null;
}

/** A table cell that holds a grade: "Level 12", "Grade 7", "9.5". */
export function gradeInCell(text: string): number | null {
  const match = /^(?:(?:job )?(?:grade|level)\s*(?::\s*)?)?#?(\d{1,2}(?:[.,]5)?)$/i.exec(withoutMarks(text));
  return match === null ? null : gradeOf(match[1]!);
}

function gradeOf(digits: string): number | null {
  const grade = Number(digits.replace(',', '.'));
  return grade >= 1 && grade <= 30 ? grade : null;
}
