// What the short form holds to: counts, which are the same on every machine, and ratios within one run, with a wide margin.
import { round } from './figures.mjs';

/** What does not hold, in words; nothing if all is well. */
export function beyondLimits({ inProcess, edits }) {
  const failures = [];
  const hold = (isWell, words) => {
    if (!isWell) failures.push(words);
  };
  for (const row of inProcess) {
    const name = `${row.type} ${row.size}`;
    hold(row.slicesRead <= 2, `${name}: a keystroke has ${row.slicesRead} slices parsed, not at most 2`);
    hold(row.charactersParsed <= 8192, `${name}: a keystroke has ${row.charactersParsed} characters parsed, not 8192`);
    hold(row.regionsMade <= 2, `${name}: a keystroke makes ${row.regionsMade} regions anew, not at most 2`);
    hold(row.regionsSearched <= 64, `${name}: a keystroke has ${row.regionsSearched} regions searched, not at most 64`);
    hold(row.overSliceAlone <= 3, `${name}: a keystroke takes ${round(row.overSliceAlone)} times its slice, not 3`);
    hold(
      (row.noteOverSliceAlone ?? 0) <= 6,
      `${name}: a note takes ${round(row.noteOverSliceAlone)} times its slice alone, not at most 6`,
    );
    if (row.wholeParse !== null && parseInt(row.size) >= 100) {
      const faster = row.wholeParse / row.edit;
      hold(faster >= 10, `${name}: a keystroke is only ${round(faster)} times as fast as a whole parse, not 10`);
    }
  }
  growth(inProcess.filter(({ type }) => type === 'running').map((row) => row.overSliceAlone)).forEach(hold3('parsing'));
  const [small, large] = edits.map(({ processor }) => processor);
  // Only Linux tells how long a process was on a processor.
  if (small > 0 && large > 0) {
    const times = large / small;
    hold(
      times <= 3,
      `the server works ${round(times)} times as long for a keystroke in 1 MB as in 100 KB, not at most 3`,
    );
  }
  return failures;

  function hold3(what) {
    return (times) => hold(times <= 3, `${what} over its slice alone grows ${round(times)} times with the document`);
  }
}

function growth(ratios) {
  return ratios.length > 1 ? [Math.max(...ratios) / Math.min(...ratios)] : [];
}
