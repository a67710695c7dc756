// Numbers out of samples, and tables out of numbers.

/**
 * The value that the given part of the samples is at most; null without samples.
 *
 * @param {readonly number[]} samples
 * @param {number} part
 * @returns {number | null}
 */
export function quantile(samples, part) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? null;
}

/** @param {readonly number[]} samples */
export function median(samples) {
  return quantile(samples, 0.5);
}

/** @param {readonly number[]} samples */
export function p95(samples) {
  return quantile(samples, 0.95);
}

/** Three digits are all that a measurement is worth. */
export function round(value) {
  return typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}

/** A markdown table; the keys of the first row are its head. */
export function printTable(title, rows) {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const cell = (value) => (value === null || value === undefined ? '' : round(value));
  const body = rows.map((row) => line(columns.map((column) => cell(row[column]))));
  console.log([`\n## ${title}\n`, line(columns), line(columns.map(() => '---')), ...body].join('\n'));
}
