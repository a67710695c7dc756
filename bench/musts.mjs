// What the project promises about speed, each with the figure of a run and whether it is met.

/**
 * One row for each promise. `isMet` is null where it was not measured. `results` holds what the measures gave, each
 * null where it was left out.
 */
export function promises(results) {
  const { inProcess, edits, opening, questions, workspace, check, roles, start, endurance } = results;
  const rows = [];
  const at = (size, server = 'ours') => edits?.find((row) => row.size === size && row.server === server) ?? null;
  const row = (what, must, figure, isMet) =>
    rows.push({ what, must, figure, isMet: figure === null ? null : isMet(figure) });
  const most = (bound) => (figure) => figure <= bound;
  const least = (bound) => (figure) => figure >= bound;
  const over = (a, b) => (a == null || b == null ? null : a / b);

  const running = inProcess?.filter(({ type }) => type === 'running') ?? null;
  const ratios = (key) => running?.map((one) => one[key]).filter((one) => one !== null) ?? [];
  const largest = (list) => (list.length ? Math.max(...list) : null);
  const spread = (list) => (list.length > 1 ? Math.max(...list) / Math.min(...list) : null);
  row(
    'edit in process over parsing its slice alone, worst size',
    '≤ 1.5 ×',
    largest(ratios('overSliceAlone')),
    most(1.5),
  );
  row(
    'the same, from the smallest to the largest document',
    'flat within 1.5 ×',
    spread(ratios('overSliceAlone')),
    most(1.5),
  );
  row('edit to a whole note over parsing its slice alone', '≤ 1.5 ×', largest(ratios('noteOverSliceAlone')), most(1.5));

  for (const [server, times] of [
    ['remark-language-server', 1000],
    ['vscode-markdown-languageserver', 100],
    ['rumdl', 25],
  ]) {
    const figure = over(at('1MB', server)?.edit, at('1MB')?.edit);
    row(`edit → findings at 1 MB, faster than ${server}`, `≥ ${times} ×`, figure, least(times));
  }
  for (const size of ['100KB', '1MB', '5MB']) {
    const peers = edits?.filter((one) => one.size === size && one.server !== 'ours' && one.edit) ?? [];
    const ahead = peers.length ? Math.min(...peers.map(({ edit }) => edit)) / (at(size)?.edit ?? NaN) : null;
    row(`edit → findings at ${size}, ahead of the fastest peer`, '> 1 ×', ahead, (figure) => figure > 1);
  }
  row('edit → findings, 5 MB over 100 KB', '≤ 2 ×', over(at('5MB')?.edit, at('100KB')?.edit), most(2));
  row('edit → findings p95 at 150 KB', '≤ 15 ms', at('150KB')?.p95 ?? null, most(15));
  row('edit → findings p95 at 1 MB', '≤ 30 ms', at('1MB')?.p95 ?? null, most(30));
  for (const server of ['remark-language-server', 'vscode-markdown-languageserver']) {
    const figure = over(at('1MB')?.memory, at('1MB', server)?.memory);
    row(`memory with 1 MB open over ${server}`, '< 1 ×', figure, (ratio) => ratio < 1);
  }
  for (const name of ['hover', 'completion', 'codeAction']) {
    const figure = questions?.find(({ question }) => question === name)?.p95 ?? null;
    row(`${name} p95 while findings are made, 1 MB`, '≤ 50 ms', figure, most(50));
  }
  row('hover p95 while a 1 MB document is opened', '≤ 50 ms', opening?.hover ?? null, most(50));
  row('hover p95 while 1,000 documents are indexed', '≤ 50 ms', workspace?.hover ?? null, most(50));
  row('1 MB: open → first findings over one remark parse', '≤ 0.1 ×', opening?.firstOverParse ?? null, most(0.1));
  row('1 MB: open → all done over one remark parse', '≤ 1.5 ×', opening?.completeOverParse ?? null, most(1.5));
  row('1,000 documents of 30 KB: cold index', '≤ 2000 ms', workspace?.index ?? null, most(2000));
  row('1,000 documents of 30 KB: memory', '≤ 200 MB', workspace?.memory ?? null, most(200));
  row(
    '1,000 documents of 30 KB: memory after all findings were asked for',
    '≤ 200 MB',
    workspace?.findingsMemory ?? null,
    most(200),
  );
  row('a catalogue of 300 role files, read cold', '≤ 2000 ms', roles?.roles ?? null, most(2000));
  row('process → initialize answered', '≤ 250 ms', start?.initialize ?? null, most(250));
  row('loading the extension and `activate()`', '≤ 50 ms', start?.activate ?? null, most(50));
  row('package', '≤ 1024 KB', start?.packageKB ?? null, most(1024));
  row('files in the package', '≤ 40', start?.packageFiles ?? null, most(40));
  row('10,000 file events settle', '≤ 5000 ms', endurance?.settled ?? null, most(5000));
  row('heap after 1,000 times open, edit, close', '≤ 5 MB more', endurance?.heapGrowth ?? null, most(5));
  row(
    'check of 1,000 documents over having remark parse them, all cores',
    '≤ 1.5 ×',
    check?.overParse ?? null,
    most(1.5),
  );
  row(
    'check on all cores says the same as on one',
    'the same',
    check ? Number(check.isSame) : null,
    (same) => same === 1,
  );
  return rows;
}
