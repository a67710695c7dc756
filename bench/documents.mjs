// Deterministic 1:1 documents of any length: the same size, kind and seed give the same text.

/** mulberry32: small, seeded, good enough for shaping text. */
export function rng(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.int = (lo, hi) => lo + Math.floor(next() * (hi - lo + 1));
  next.pick = (xs) => xs[Math.floor(next() * xs.length)];
  next.chance = (p) => next() < p;
  return next;
}

const FIRST = [
  'Ada',
  'Grace',
  'Linus',
  'Margaret',
  'Ken',
  'Barbara',
  'Dennis',
  'Radia',
  'Alan',
  'Frances',
  'Zoë',
  'José',
  'Noor',
  'Mei',
  'Ravi',
];
const LAST = [
  'Okafor',
  'Lindqvist',
  'Marsh',
  'Tanaka',
  'Novak',
  'Silva',
  'Haddad',
  'Kowalski',
  'Müller',
  'Iyer',
  'Brennan',
  'Castillo',
];
/** Responsibilities of the built-in role that the documents name, so that their focus areas are known ones. */
const AREAS = [
  'Service knowledge',
  'Infrastructure as code',
  'Observability',
  'Alerting',
  'Capacity checks',
  'Incident response',
  'Toil reduction',
  'Safe changes',
  'Runbooks',
  'Written updates',
  'Pairing',
  'Code review',
];
const SUBJ = [
  'the migration',
  'our on-call rotation',
  'the design review',
  'the hiring loop',
  'the quarterly plan',
  'the billing rewrite',
  'the pager load',
  'the new dashboard',
  'the interview panel',
  'the roadmap',
  'the retro',
  'the load test',
  'the API deprecation',
  'the cache layer',
  'the onboarding guide',
];
const VERB = [
  'needs an owner',
  'is blocked on legal',
  'went better than expected',
  'slipped a week',
  'should move to next sprint',
  'is ready for review',
  'has two open questions',
  'is done',
  'wants a clearer goal',
  'is a good stretch for you',
  'keeps coming up',
  'would profit from a write-up',
  'is at risk',
  'can start on Monday',
];
const TAIL = [
  'because the vendor has not answered',
  'and we agreed to pair on it',
  'so let us check again next week',
  'after the demo on Thursday',
  'with help from the data team',
  'unless the numbers move',
  'if the budget holds',
  'since the last release',
  'and I will write it up',
  'before the freeze',
];
const WINS = [
  'shipped the rollout without a page',
  'closed the oldest ticket in the queue',
  'gave a clear talk at the guild',
  'unblocked two new hires',
  'cut the build from 14 to 6 minutes',
  'turned a tense review around',
];
const CODE = ['ts', 'sh', 'json', 'sql', ''];
const cap = (s) => s[0].toUpperCase() + s.slice(1);

function sentence(r) {
  let s = cap(r.pick(SUBJ)) + ' ' + r.pick(VERB);
  if (r.chance(0.5)) s += ' ' + r.pick(TAIL);
  if (r.chance(0.08)) s += ' (see **note**)';
  if (r.chance(0.06)) s += ', per `' + r.pick(['SLO-99.9', 'p95', 'RFC 12', 'feature.flag']) + '`';
  if (r.chance(0.05)) s += ', [details](https://example.com/d/' + r.int(1, 9999) + ')';
  if (r.chance(0.03)) s += ' *really*';
  if (r.chance(0.03)) s += ' — ' + r.pick(['fine by me', 'we’ll see', 'c’est noté', '✅ agreed', '🎉 at last']);
  return s + '.';
}
function paragraph(r, n = r.int(1, 4)) {
  const xs = [];
  for (let i = 0; i < n; i++) xs.push(sentence(r));
  return xs.join(r.chance(0.3) ? '\n' : ' ');
}
const iso = (d) => d.toISOString().slice(0, 10);
const quarter = (d) => `${d.getUTCFullYear()}-Q${Math.floor(d.getUTCMonth() / 3) + 1}`;

function codeFence(r) {
  const lang = r.pick(CODE);
  const body = [];
  const n = r.int(2, 9);
  for (let i = 0; i < n; i++) {
    body.push(
      r.pick([
        'const p95 = await sample(window);',
        '# not a heading, a shell comment',
        'SELECT count(*) FROM incident WHERE open;',
        '  retry: 3',
        'kubectl get pods -n payments',
        '{"budget": 0.1, "spent": 0.04}',
      ]),
    );
  }
  return '```' + lang + '\n' + body.join('\n') + '\n```';
}
function table(r, head, rows) {
  const out = ['| ' + head.join(' | ') + ' |', '| ' + head.map((_, i) => (i ? ':--' : '---')).join(' | ') + ' |'];
  for (const row of rows) out.push('| ' + row.join(' | ') + ' |');
  return out.join('\n');
}

function meeting(r, date, who) {
  const out = [`### ${iso(date)}`, ''];
  if (r.chance(0.15)) out.push(`Moved from ${iso(new Date(+date - 864e5))}. ${sentence(r)}`, '');
  out.push('#### Agenda', '');
  const n = r.int(4, 10);
  for (let i = 0; i < n; i++) {
    out.push(`- ${sentence(r)}`);
    if (r.chance(0.3)) out.push(`  - ${sentence(r)}`);
    if (r.chance(0.08)) out.push(`    1. ${sentence(r)}`, `    2. ${sentence(r)}`);
  }
  out.push('', '#### Notes', '');
  const p = r.int(5, 15);
  for (let i = 0; i < p; i++) {
    if (r.chance(0.2)) out.push(`> ${who[i % 2]}: ${sentence(r)}`, '');
    else if (r.chance(0.2)) out.push(...Array.from({ length: r.int(2, 5) }, () => `- ${sentence(r)}`), '');
    else out.push(paragraph(r), '');
  }
  if (r.chance(0.18)) out.push(codeFence(r), '');
  if (r.chance(0.1))
    out.push(
      table(
        r,
        ['Metric', 'Last week', 'This week'],
        Array.from({ length: r.int(2, 5) }, () => [
          r.pick(['p95 latency', 'open incidents', 'pages', 'review time']),
          r.int(1, 400),
          r.int(1, 400),
        ]),
      ),
      '',
    );
  if (r.chance(0.06)) out.push(`<!-- ask again in ${r.int(2, 8)} weeks -->`, '');
  if (r.chance(0.05)) out.push(`As agreed in [the charter][charter], ${sentence(r)}`, '');
  out.push('#### Action items', '');
  const a = r.int(2, 8);
  for (let i = 0; i < a; i++) {
    const due = iso(new Date(+date + r.int(3, 30) * 864e5));
    out.push(
      `- [${r.chance(0.6) ? 'x' : ' '}] @${r.pick(who).split(' ')[0].toLowerCase()} ${sentence(r)}${r.chance(0.6) ? ` (due ${due})` : ''}`,
    );
  }
  if (r.chance(0.35)) out.push('', '#### Feedback', '', `- **Thanks:** ${r.pick(WINS)}`, `- **Try:** ${sentence(r)}`);
  out.push('');
  return out.join('\n');
}

function focusArea(r, name, q) {
  const out = [`#### Focus area: ${name}`, '', `**Responsibility:** ${name}`, '', '**Goals**', ''];
  for (let i = 0, n = r.int(1, 3); i < n; i++) out.push(`- [${r.chance(0.4) ? 'x' : ' '}] ${sentence(r)}`);
  out.push('', '**Targets**', '');
  out.push(
    table(
      r,
      ['Target', 'Start', 'Now', 'Goal'],
      Array.from({ length: r.int(1, 3) }, () => [
        r.pick(['p95', 'NPS', 'hires', 'build min', 'error budget']),
        r.int(1, 90),
        r.int(1, 90),
        r.int(1, 90),
      ]),
    ),
  );
  out.push('', '**Ideas**', '');
  for (let i = 0, n = r.int(1, 4); i < n; i++) out.push(`- ${sentence(r)}`);
  out.push(
    '',
    '**Links**',
    '',
    `- [Plan ${q}](./plans/${q.toLowerCase()}.md#${name.toLowerCase().replace(/ /g, '-')})`,
    `- <https://example.com/board/${r.int(100, 999)}>`,
    '',
    '',
  );
  return out.join('\n');
}
function quarterHead(r, q) {
  const out = [`## ${q}`, '', `### Checkpoint ${q}`, '', paragraph(r, 2), ''];
  out.push(
    table(
      r,
      ['Area', 'Status', 'Confidence'],
      Array.from({ length: 3 }, () => [
        r.pick(AREAS),
        r.pick(['on track', 'at risk', 'done', 'parked']),
        r.pick(['high', 'medium', 'low']),
      ]),
    ),
    '',
  );
  const n = r.int(2, 3);
  const k = r.int(0, AREAS.length - 1);
  for (let i = 0; i < n; i++) out.push(focusArea(r, AREAS[(k + i) % AREAS.length], q));
  return out.join('\n');
}

/** A running 1:1 document: newest meetings last, grows by quarters. The newest meeting is in the week before `lastDay`. */
function running(seed, bytes) {
  let weeks = bytes / 2700;
  for (let tries = 0; ; tries++) {
    const text = runningFrom(rng(seed), lastDay - Math.max(1, Math.round(weeks)) * WEEK);
    const size = Buffer.byteLength(text);
    if (tries === 3 || Math.abs(size - bytes) < 2000) return text;
    weeks *= bytes / size;
  }
}

const WEEK = 7 * 864e5;
const lastDay = Date.UTC(2026, 10, 23);

function runningFrom(r, first) {
  const who = [r.pick(FIRST) + ' ' + r.pick(LAST), r.pick(FIRST) + ' ' + r.pick(LAST)];
  const parts = [];
  const add = (s) => parts.push(s);
  add(
    [
      '---',
      'title: "1:1"',
      `report: ${who[0]}`,
      `manager: ${who[1]}`,
      'role: site-reliability-engineer',
      'level: intermediate',
      'cadence: weekly',
      'tags: [one-on-one, engineering]',
      '# kept by both of us',
      '---',
      '',
      '# 1:1',
      '',
      `Running notes of ${who[0]} and ${who[1]}. Newest quarter last.`,
      '',
      '## Standing agenda',
      '',
      '- Wins and thanks',
      '- What is in the way',
      '- Focus areas: one in depth',
      '- Growth and feedback',
      '- Action items',
      '',
      '[charter]: https://example.com/charter "Team charter"',
      '',
      '',
    ].join('\n'),
  );
  let q = '';
  for (let d = new Date(first); +d <= lastDay; d = new Date(+d + WEEK)) {
    if (quarter(d) !== q) {
      q = quarter(d);
      add(quarterHead(r, q));
    }
    if (!r.chance(0.06) || +d === lastDay) add(meeting(r, d, who));
  }
  return parts.join('');
}
/** No headings at all: paragraphs and lists only (worst case for heading-wise splitting). */
function flat(seed, bytes) {
  const r = rng(seed);
  const parts = [];
  let size = 0;
  while (size < bytes) {
    const s =
      (r.chance(0.3) ? Array.from({ length: r.int(2, 7) }, () => `- ${sentence(r)}`).join('\n') : paragraph(r)) +
      '\n\n';
    parts.push(s);
    size += s.length;
  }
  return parts.join('');
}
/** One single list of checkboxes (worst case for block-wise splitting). */
function onelist(seed, bytes) {
  const r = rng(seed);
  const parts = [];
  let size = 0;
  while (size < bytes) {
    const s = `- [${r.chance(0.5) ? 'x' : ' '}] ${sentence(r)}\n` + (r.chance(0.3) ? `  - ${sentence(r)}\n` : '');
    parts.push(s);
    size += s.length;
  }
  return parts.join('');
}
/** Running document with a link definition and a footnote per meeting (document-wide names). */
function refs(seed, bytes) {
  const r = rng(seed + 1);
  const base = running(seed, bytes * 0.85).split('\n### ');
  return base
    .map((s, i) =>
      i
        ? `${s}\nSee [decision ${i}][d${i}], [d${Math.max(1, i - 40)}] and the note[^n${i}].\n\n[d${i}]: https://example.com/decision/${i}\n\n[^n${i}]: ${sentence(r)}\n\n`
        : s,
    )
    .join('\n### ');
}

const TYPES = { running, flat, onelist, refs };
export const types = Object.keys(TYPES);

export function parseSize(s) {
  const m = /^([\d.]+)\s*(b|kb|k|mb|m)?$/i.exec(String(s));
  if (!m) throw new Error('bad size: ' + s);
  const u = (m[2] || 'b').toLowerCase();
  return Math.round(Number(m[1]) * (u[0] === 'k' ? 1024 : u[0] === 'm' ? 1024 * 1024 : 1));
}
export function generate({ type = 'running', bytes = 102400, seed = 1, eol = 'lf' } = {}) {
  if (!TYPES[type]) throw new Error('unknown type ' + type + ', one of ' + types.join(' '));
  let text = TYPES[type](seed, bytes);
  if (eol === 'crlf') text = text.replace(/\n/g, '\r\n');
  return text;
}
