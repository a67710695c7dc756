// `one-on-one roles` over a catalogue: every role description of a folder, read cold.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from '../figures.mjs';
import { root } from '../servers.mjs';

const program = path.join(root, 'server/dist/cli.cjs');
const watch = path.join(root, 'bench/measures/tell-usage.mjs');

export function measureRoles(count, times) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-on-one-bench-'));
  try {
    mkdirSync(path.join(folder, '.git'));
    mkdirSync(path.join(folder, 'roles'));
    let bytes = 0;
    for (let number = 0; number < count; number++) {
      const text = forms[number % forms.length](number);
      bytes += Buffer.byteLength(text);
      writeFileSync(path.join(folder, `roles/role-${number}.md`), text);
    }
    const runs = Array.from({ length: times }, () => listed(folder, count));
    return {
      files: count,
      megabytes: bytes / 1024 / 1024,
      roles: median(runs.map(({ wall }) => wall)),
      processor: median(runs.map(({ processor }) => processor)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function listed(folder, count) {
  const args = ['--import', watch, program, 'roles', '--format', 'json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`roles failed: ${stderr.slice(0, 400)}`);
  const own = JSON.parse(stdout).roles.filter(({ source }) => source.startsWith('roles/'));
  if (own.length !== count || own.some(({ levels }) => levels.length < 4)) throw new Error('Not every role was read.');
  return JSON.parse(stderr.trim().split('\n').at(-1));
}

// ---------------------------------------------------------------------------------------------------------------

const trades = ['Baker', 'Printer', 'Clockmaker', 'Potter', 'Gardener', 'Bookbinder'];
const ladder = ['Intermediate', 'Senior', 'Staff', 'Principal'];
const areas = ['Technical', 'Execution', 'Collaboration and Communication', 'Influence and Maturity'];
const verbs = ['Plan', 'Measure', 'Explain', 'Repair', 'Teach', 'Review', 'Write down', 'Look after', 'Improve'];
const things = ['the *weekly* order', '[the stock list](#stock)', 'how a `batch` is made', 'tools that others need'];
const ends = ['so that the next shift can go on', 'before anybody asks', 'with two colleagues', 'within a quarter'];

const tradeOf = (number) => `${trades[number % trades.length]} ${number}`;
const titleOf = (level, number) => (level === 'Intermediate' ? tradeOf(number) : `${level} ${tradeOf(number)}`);

function items(seed, count) {
  return Array.from({ length: count }, (_, index) => {
    const pick = (list, step) => list[(seed * 7 + index * step) % list.length];
    const label = index % 3 === 0 ? `**${pick(verbs, 5)} ${index}**: ` : '';
    return `${label}${pick(verbs, 3)} ${pick(things, 1)} number ${seed}-${index} ${pick(ends, 1)}.`;
  });
}

const listOf = (texts) => texts.map((text) => `- ${text}`).join('\n');
const front = (number) => `---\ntitle: ${tradeOf(number)}\nlayout: job\n---\n\n`;

/** Headings for levels, their sections prefixed, each level building on the one before. */
function byHeadings(number) {
  const levels = ladder.map((level, rank) => {
    const title = titleOf(level, number);
    const extending = rank === 0 ? '' : `- Extends the ${titleOf(ladder[rank - 1], number)} responsibilities\n`;
    return `### ${title}\n\nThe ${title} reports to the manager.\n\n#### ${title} Job Grade\n\nThe ${title} is a [grade ${rank + 6}](#grades).\n\n#### ${title} Responsibilities\n\n${extending}${listOf(items(number + rank, 14))}\n\n#### ${title} Requirements\n\n${listOf(items(number + rank + 50, 9))}\n`;
  });
  return `${front(number)}## Responsibilities\n\n${listOf(items(number, 12))}\n\n## Levels\n\n${levels.join('\n')}\n## Career Ladder\n\nThe next step for a ${titleOf('Senior', number)} is ${titleOf('Staff', number)}.\n`;
}

/** Areas below each level. */
function byAreas(number) {
  const levels = ladder.map(
    (level, rank) =>
      `## ${titleOf(level, number)}\n\n${areas.map((area, at) => `### ${area}\n\n${listOf(items(number + rank * 4 + at, 8))}\n`).join('\n')}`,
  );
  return `# ${tradeOf(number)}\n\n${levels.join('\n')}`;
}

/** One table: levels are columns, areas are rows. */
function byTable(number) {
  const rows = [...areas, ...areas.map((area) => `${area} beyond the team`)].map((area, at) => {
    const cells = ladder.map((_, rank) => items(number + rank * 4 + at, 3).join('<br><br>'));
    return `| ${area} | ${cells.join(' | ')} |`;
  });
  return `# ${tradeOf(number)}\n\n| | ${ladder.join(' | ')} |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const forms = [byHeadings, byAreas, byHeadings, byTable];
