/**
 * Dates as people write them. What others need of `dates/`: `find.ts` finds them, `leading.ts` and `file-name.ts` say
 * which one dates a meeting, `infer.ts` decides what a whole file decides, `write.ts` writes a day the way another one
 * is written.
 */
export type { FoundDate, FoundWeekday, DateNumbers, NumericOrder } from './dates/found.ts';
export { findDates, type DateOptions } from './dates/find.ts';
export { leadingDate, dateLine } from './dates/leading.ts';
export { fileNameDate, fileNameYear } from './dates/file-name.ts';
export { middleOf, periodIn, type Period } from './dates/period.ts';
export { assumeYears, inferNumericOrder, resolveDate } from './dates/infer.ts';
export { commonForm, isWrittenIn, writeDate, writeWeekday, type WriteOptions } from './dates/write.ts';
