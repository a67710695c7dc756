import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { rules } from '../../server/src/rules/index.ts';
import { build, newFolder, oneOnOne } from './command-line.ts';
import type { Folder } from './command-line.ts';

const today = ['--today', '2026-11-24'];

/** Only what these tests are about is switched on, so that a new rule is no concern of theirs. */
const wanted = new Set(['focus-area-not-on-agenda', 'focus-area-without-targets', 'invalid-configuration']);
const quiet = rules.filter(({ id }) => !wanted.has(id)).map(({ id }) => `--rule=${id}=off`);

/** The second focus area is missing on the agenda, which is safe to fix, and has no targets. */
const dana = `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- Focus area: Incident response

## 2026-11-23

- 🎉 Shadowed the on-call

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Responsibility:** On-call

**Goals**

- Run an incident end to end

**Targets**

- [ ] Lead two incident reviews by 2026-12-15

**Ideas**

- Shadow the on-call

#### Focus area: Automation

**Goals**

- Halve the manual steps of a release

**Ideas**

- Ask the platform team
`;

describe('one-on-one check', function () {
  this.timeout(60_000);
  let folder: Folder;

  before(build);
  beforeEach(() => (folder = newFolder({ 'people/dana.md': dana, 'README.md': '# A handbook\n\n## 2026-11-02\n' })));
  afterEach(() => folder.remove());

  const check = (...list: string[]) => oneOnOne(['check', ...today, ...quiet, ...list], { folder: folder.path });
  const json = async (...list: string[]) => JSON.parse((await check('--format', 'json', ...list)).stdout);
  const rulesOf = (report: { files: { diagnostics: { rule: string }[] }[] }) =>
    report.files.flatMap((file) => file.diagnostics.map(({ rule }) => rule)).sort();

  it('lists documents, role files in use and configuration, each with its findings', async () => {
    folder.write('.one-on-one.yaml', 'cadence: weekly\n');
    folder.write('roles/gardener.md', '# Gardener\n\n## Responsibilities\n\n- Water the plants\n');
    folder.write('roles/empty.md', 'Nothing about a role here.\n');
    folder.write('node_modules/x/1-1s/y.md', dana);
    const report = await json();
    assert.deepEqual(
      report.files.map(({ path }: { path: string }) => path),
      ['.one-on-one.yaml', 'people/dana.md', 'roles/gardener.md'],
    );
    assert.equal(report.summary.files, 3);
    assert.deepEqual(rulesOf(await json('people')), ['focus-area-not-on-agenda', 'focus-area-without-targets']);
  });

  it('gives places in UTF-16 units from 0, without the byte order mark, whatever the line breaks', async () => {
    const range = async () => (await json()).files[0].diagnostics[0].range;
    const plain = await range();
    assert.equal(dana.split('\n')[plain.start.line]!.slice(plain.start.character, plain.end.character), 'Automation');
    folder.write('people/dana.md', `\ufeff${dana.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(await range(), plain);
  });

  it('answers with 0 unless something is grave enough', async () => {
    assert.equal((await check()).code, 0);
    assert.equal((await check('--fail-on', 'warning')).code, 1);
    assert.equal((await check('--rule', 'focus-area-without-targets=error')).code, 1);
    const off = ['--rule', 'focus-area-without-targets=off', '--rule=focus-area-not-on-agenda=off'];
    assert.deepEqual(rulesOf(await json(...off)), []);
  });

  it('lets --rule go before the configuration, and --config before the file', async () => {
    folder.write('.one-on-one.yaml', 'rules: { focus-area-without-targets: off }\n');
    assert.deepEqual(rulesOf(await json('people')), ['focus-area-not-on-agenda']);
    assert.equal((await json('--rule', 'focus-area-without-targets=hint')).summary.hints, 1);
    folder.write('other.yaml', 'rules: { focus-area-not-on-agenda: hint }\n');
    assert.deepEqual((await json('people', '--config', 'other.yaml')).summary, {
      files: 1,
      errors: 0,
      warnings: 1,
      infos: 0,
      hints: 1,
    });
  });

  it('reads the whole series and reports only what was asked for', async () => {
    const [head, meetings] = [dana.slice(0, dana.indexOf('## 2026-11-23')), dana.slice(dana.indexOf('## 2026-11-23'))];
    const front = head.slice(0, head.indexOf('# 1:1'));
    folder.write('people/dana.md', head);
    folder.write('people/dana/2026.md', front + meetings);
    const report = await json('people/dana');
    assert.deepEqual(rulesOf(report), ['focus-area-not-on-agenda', 'focus-area-without-targets']);
    assert.deepEqual(
      report.files.map(({ path }: { path: string }) => path),
      ['people/dana/2026.md'],
    );
  });

  it('finds the workspace above the current folder, and shows paths from there', async () => {
    const inside = join(folder.path, 'people');
    const { stdout } = await oneOnOne(['check', '--format=json', ...quiet, ...today], { folder: inside });
    assert.equal(JSON.parse(stdout).files[0].path, 'dana.md');
    mkdirSync(join(folder.path, 'elsewhere'));
    const outside = { folder: join(folder.path, 'elsewhere') };
    const { stdout: other } = await oneOnOne(['check', '--format=json', '../people', ...today], outside);
    assert.equal(JSON.parse(other).files[0].path, '../people/dana.md');
  });

  it('says of a given path that is not there, and of a file that is no document', async () => {
    const missing = await check('nobody.md');
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /There is no file or folder "nobody.md"/);
    const page = await check('README.md');
    assert.equal(page.code, 0);
    assert.match(page.stderr, /README.md is not a 1:1 document/);
    assert.deepEqual((await json('README.md')).files, []);
  });

  it('tells of a broken configuration once, in its file, and goes on', async () => {
    folder.write('.one-on-one.yaml', 'focusAreas: { max: many }\n');
    const report = await json();
    assert.deepEqual(rulesOf(report), [
      'focus-area-not-on-agenda',
      'focus-area-without-targets',
      'invalid-configuration',
    ]);
    const { stderr } = await check('people');
    assert.match(stderr, /^\.one-on-one\.yaml: 1 problem/);
  });

  describe('with -', () => {
    const piped = (list: string[], input: string | Buffer) =>
      oneOnOne(['check', '--format=json', ...quiet, ...today, ...list], { folder: folder.path, input });

    it('checks standard input in place of the file', async () => {
      const text = dana.replace(
        '- Focus area: Incident response',
        '- Focus area: Incident response\n- Focus area: Automation',
      );
      const { stdout } = await piped(['-', '--stdin-path', 'people/dana.md'], `\ufeff${text}`);
      const report = JSON.parse(stdout);
      assert.deepEqual(rulesOf(report), ['focus-area-without-targets']);
      assert.equal(report.files[0].path, 'people/dana.md');
    });

    it('needs no file of that name, nor a name', async () => {
      assert.equal(JSON.parse((await piped(['-', '--stdin-path', 'new/tomas.md'], dana)).stdout).summary.files, 1);
      assert.equal(JSON.parse((await piped(['-'], dana.replaceAll('Dana', 'Ana'))).stdout).summary.files, 1);
    });

    it('does not go with --fix', async () => {
      assert.equal((await piped(['-', '--fix'], dana)).code, 2);
      assert.equal((await piped(['--stdin-path', 'x.md'], dana)).code, 2);
    });
  });

  describe('--fix', () => {
    it('applies safe fixes, reports what is left, and finds nothing to do a second time', async () => {
      const { code, stdout } = await check('--fix');
      assert.equal(code, 0);
      assert.match(stdout, /^Fixed 1 finding in 1 file\.$/m);
      assert.match(stdout, /1 finding left in 1 of 1 file: 1 warning\./);
      const fixed = folder.text('people/dana.md');
      assert.equal(
        fixed,
        dana.replace('- Focus area: Incident response', '- Focus area: Incident response\n- Focus area: Automation'),
      );
      assert.match((await check('--fix')).stdout, /nothing to fix/);
      assert.equal(folder.text('people/dana.md'), fixed);
    });

    it('keeps byte order mark, line breaks and permissions', async () => {
      folder.write('people/dana.md', `\ufeff${dana.replaceAll('\n', '\r\n')}`, 0o640);
      await check('--fix');
      const fixed = folder.text('people/dana.md');
      assert.match(fixed, /^\ufeff---\r\n/);
      assert.match(fixed, /- Focus area: Incident response\r\n- Focus area: Automation\r\n/);
      assert.doesNotMatch(fixed, /[^\r]\n/);
      assert.equal(statSync(join(folder.path, 'people/dana.md')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(join(folder.path, 'people')), ['dana.md']);
    });

    it('leaves alone what was not asked for', async () => {
      folder.write('people/tomas.md', dana.replaceAll('Dana Reyes', 'Tomas Lindqvist'));
      await check('--fix', 'people/tomas.md');
      assert.equal(folder.text('people/dana.md'), dana);
      assert.notEqual(folder.text('people/tomas.md'), dana);
    });

    it('does not write a file that is not UTF-8', async () => {
      const latin = Buffer.from(dana.replace('Sam Osei', 'Zo\u00eb Osei'), 'latin1');
      folder.write('people/dana.md', latin);
      const { code, stderr } = await check('--fix');
      assert.equal(code, 2);
      assert.match(stderr, /people\/dana\.md: it was not fixed: it is not written in UTF-8/);
      assert.deepEqual(folder.bytes('people/dana.md'), latin);
    });
  });

  it('neither follows links nor reads beyond the workspace', async function () {
    if (process.platform === 'win32') this.skip();
    const outside = newFolder({ '1-1s/secret.md': dana.replaceAll('Dana Reyes', 'Somebody Else') });
    try {
      symlinkSync(join(outside.path, '1-1s'), join(folder.path, '1-1s'));
      symlinkSync(join(outside.path, '1-1s/secret.md'), join(folder.path, 'people/linked.md'));
      symlinkSync(join(folder.path, 'people'), join(folder.path, 'again'));
      assert.deepEqual(
        (await json()).files.map(({ path }: { path: string }) => path),
        ['people/dana.md'],
      );
    } finally {
      outside.remove();
    }
  });

  it('shows nothing of a note that a terminal would obey', async () => {
    folder.write('people/dana.md', dana.replace('Focus area: Automation', 'Focus area: Auto\u001b[2Jmation \u202egnp'));
    for (const format of ['pretty', 'github', 'junit', 'json']) {
      const { stdout } = await check('--format', format);
      assert.match(stdout, /Auto/);
      assert.doesNotMatch(stdout, /[^\P{Cc}\n]|[\u202a-\u202e]/u, format);
    }
  });

  it('uses colour as the environment says', async () => {
    const isColoured = (text: string) => stripVTControlCharacters(text) !== text;
    const stdout = async (environment: Record<string, string>) =>
      (await oneOnOne(['check', ...today, ...quiet], { folder: folder.path, environment })).stdout;
    assert.ok(!isColoured(await stdout({})));
    assert.ok(isColoured(await stdout({ FORCE_COLOR: '1' })));
    assert.ok(!isColoured(await stdout({ NO_COLOR: '1' })));
  });

  it('prints every format', async () => {
    for (const format of ['pretty', 'json', 'sarif', 'gitlab', 'github', 'junit']) {
      const { code, stdout } = await check('--format', format);
      assert.equal(code, 0);
      assert.match(stdout, /focus-area-without-targets/, format);
    }
  });

  it('says that there is nothing to check', async () => {
    assert.match((await oneOnOne(['check', 'README.md'], { folder: folder.path })).stdout, /^No 1:1 documents/);
    assert.ok(existsSync(join(folder.path, 'README.md')));
  });
});
