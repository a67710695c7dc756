import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, newFolder, oneOnOne } from './command-line.ts';

const dana = `---
report: Dana Reyes
manager: Sam Osei
---

# Dana & Sam

## 2026-07-06

### Checkpoint 2026-Q3

#### Focus area: Runbooks

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Toil reduction

**Targets**

- [x] Half the pages

## 2026-11-16

- Toil reduction: fewer pages

### Private

- The plum
`;

const ben = '---\nreport: Ben Reyes\nmanager: Sam Osei\n---\n\n## 2026-10-05\n\n- Holiday plans\n';

const files = { 'one-on-ones/dana.md': dana, 'one-on-ones/ben.md': ben };
const today = ['--today', '2026-11-24'];

describe('one-on-one quarter', function () {
  this.timeout(60_000);
  before(build);

  let folder: ReturnType<typeof newFolder>;
  beforeEach(() => (folder = newFolder(files)));
  afterEach(() => folder.remove());

  const run = (...words: string[]) => oneOnOne(['quarter', ...words, ...today], { folder: folder.path });

  it('prints the current quarter as markdown', async () => {
    const { code, stdout, stderr } = await run('Dana Reyes');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^# Dana Reyes: 2026-Q4\n\n2026-10-01 to 2026-12-31, now in week 8, 2 meetings held, /);
    assert.match(stdout, /\n\| Toil reduction {2}\| ○ .*\| ● .* 1 of 1 target met \|\n/);
    assert.doesNotMatch(stdout, /plum/);
  });

  it('finds another quarter by its label, however it is written', async () => {
    for (const label of ['2026-Q3', '2026 q3', '2026Q3']) {
      assert.match((await run('dana', '--quarter', label)).stdout, /^# Dana Reyes: 2026-Q3\n[\s\S]*## Runbooks/, label);
    }
    const { code, stderr } = await run('dana', '--quarter', '2019-Q1');
    assert.equal(code, 2);
    assert.match(stderr, /no quarter "2019-Q1"\. They have 2026-Q3, 2026-Q4\./);
  });

  it('prints a picture as SVG, or writes it to a file that is called so', async () => {
    const { stdout } = await run('Dana Reyes', '--format', 'svg');
    assert.match(stdout, /^<svg [\s\S]*>Dana Reyes: 2026-Q4<\/text>[\s\S]*<\/svg>\n$/);
    const written = await run('Dana Reyes', '--output', 'dana.svg');
    assert.deepEqual([written.code, written.stdout, written.stderr], [0, '', '']);
    assert.equal(readFileSync(join(folder.path, 'dana.svg'), 'utf8'), stdout);
  });

  it('writes over an earlier picture and no other file, and says what is wrong', async () => {
    for (const name of ['dana.svg', 'dana-now.md']) {
      for (let times = 0; times < 2; times++) assert.equal((await run('dana', '--output', name)).code, 0, name);
    }
    const over = await run('dana', '--output', 'one-on-ones/dana.md');
    assert.deepEqual([over.code, over.stdout], [2, '']);
    assert.match(over.stderr, /"one-on-ones\/dana\.md" is there already/);
    assert.equal(readFileSync(join(folder.path, 'one-on-ones/dana.md'), 'utf8'), dana);
    assert.match((await run('dana', '--output', 'no/where.md')).stderr, /There is no folder for "no\/where\.md"/);
    assert.ok(!existsSync(join(folder.path, 'no')));
    assert.match((await run('Reyes')).stderr, /could be more than one/);
    assert.match((await run('Zoe')).stderr, /No notes here are about "Zoe"/);
  });
});
