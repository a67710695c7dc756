/** `record` and `new` as a person calls them. */
import assert from 'node:assert/strict';
import { build, newFolder, oneOnOne, type Folder } from './command-line.ts';

const dana = `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Goals**

- Run one end to end

### Private

- worried about Incident response

## 2026-11-02

- Incident response: led her first
`;
const noor = '---\nreport: Noor Haddad\nmanager: Sam Osei\n---\n\n## 2026-11-02\n\n- Holidays\n';
const internship = '---\nreport: Dana Reyes\nmanager: Mei Lin\nkind: internship\n---\n\n## 2026-11-02\n\n- First day\n';

describe('the commands that write', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(build);
  beforeEach(() => {
    folder = newFolder({ 'people/dana.md': dana, 'people/noor.md': noor, 'people/intern.md': internship });
  });
  afterEach(() => folder.remove());
  const run = (...list: string[]) => oneOnOne([...list, '--today', '2026-11-24'], { folder: folder.path });

  async function refuses(list: string[], why: RegExp): Promise<void> {
    const { code, stdout, stderr } = await run(...list);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, why);
  }

  it('record prints what the notes hold, with links from the current folder', async () => {
    const { code, stdout, stderr } = await run('record', 'dana');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^# 360 record: Dana Reyes\n/);
    assert.ok(stdout.includes('- [2026-11-02](people/dana.md#2026-11-02): led her first\n'), stdout);
    assert.ok(!stdout.includes('worried'));
  });

  it('record writes a file, over an earlier record but over nothing else', async () => {
    const list = ['record', 'Dana Reyes', '--output', 'people/record.md'];
    assert.deepEqual(await run(...list), { code: 0, stdout: '', stderr: '' });
    const first = folder.text('people/record.md');
    assert.ok(first.includes('(dana.md#2026-11-02)'), first);
    folder.write('people/dana.md', dana.replace('led her first', 'led two'));
    await run(...list);
    assert.ok(folder.text('people/record.md').includes('led two'));
    await refuses(['record', 'Dana', '--output', 'people/noor.md'], /is there already and is something else/);
    assert.equal(folder.text('people/noor.md'), noor);
    await refuses(['record', 'Dana', '--output', 'nowhere/record.md'], /There is no folder/);
  });

  it('record says what it does not understand', async () => {
    await refuses(['record', 'Danna'], /No notes here are about "Danna"\./);
    await refuses(['record', 'Dana', '--from', 'May'], /--from is a day such as/);
    await refuses(['record', 'Dana', '--from', '2026-11-01', '--to', '2026-10-01'], /--from is a later day/);
    folder.write('people/dana-lopez.md', noor.replace('Noor Haddad', 'Dana Lopez'));
    await refuses(['record', 'Dana'], /could be more than one: Dana Lopez .*Dana Reyes/);
  });

  it('new writes a document beside the others, which has nothing to say but what is still to choose', async () => {
    const list = ['new', 'Ålander, Bo', '--manager', 'Sam Osei', '--role', 'backend-engineer', '--level', 'Senior'];
    const { code, stdout, stderr } = await run(...list);
    assert.deepEqual([code, stdout, stderr], [0, 'people/ålander-bo.md\n', '']);
    assert.equal(
      folder.text('people/ålander-bo.md'),
      `---\nreport: Ålander, Bo\nmanager: Sam Osei\nrole: backend-engineer\nlevel: senior\n---\n\n# 1:1 Ålander, Bo / Sam Osei\n\n## Standing agenda\n\n-\n\n## 2026-11-24\n\n-\n`,
    );
    const checked = await run('check', '--format', 'json', 'people/ålander-bo.md');
    const { files } = JSON.parse(checked.stdout) as { files: { diagnostics: { rule: string }[] }[] };
    assert.deepEqual(
      files[0]!.diagnostics.map(({ rule }) => rule),
      ['missing-checkpoint'],
    );
  });

  it('new writes over nothing and into no unknown role', async () => {
    await refuses(['new', 'dana reyes'], /has notes already: people\/dana\.md/);
    folder.write('people/bo-lund.md', 'mine\n');
    await refuses(['new', 'Bo Lund'], /people\/bo-lund\.md is there already/);
    assert.equal(folder.text('people/bo-lund.md'), 'mine\n');
    await refuses(
      ['new', 'Jo', '--role', 'backend-enginer'],
      /no role "backend-enginer"\. Did you mean backend-engineer/,
    );
    await refuses(
      ['new', 'Jo', '--role', 'backend-engineer', '--level', 'senor'],
      /no level "senor"\. Did you mean senior/,
    );
    await refuses(['new', 'Jo', '--level', 'senior'], /--level needs --role/);
  });

  it('new makes the folder where there is none', async () => {
    const empty = newFolder();
    try {
      const { stdout } = await oneOnOne(['new', 'Dana Reyes', '--today', '2026-11-24'], { folder: empty.path });
      assert.equal(stdout, 'one-on-ones/dana-reyes.md\n');
      assert.ok(empty.text('one-on-ones/dana-reyes.md').includes('## 2026-11-24'));
    } finally {
      empty.remove();
    }
  });
});
