import assert from 'node:assert/strict';
import { generate } from '../../bench/documents.mjs';
import { goodNote, noteWithoutCheckpoint, noteWithUnknownLevel } from '../lsp/notes.ts';
import { build, newFolder, oneOnOne } from './command-line.ts';
import type { Folder } from './command-line.ts';

const staffNote = goodNote
  .replace('level: intermediate', 'level: staff\nteam: keepers')
  .replace('Ines Albrecht', 'Kim Aas');

/** Series over several files and folders, two configurations, a team with too few seats, and what cannot be checked. */
const files: Record<string, string> = {
  '.one-on-one.yaml': 'cadense: weekly\nquarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }\n',
  'README.md': '# A handbook\n\n## 2026-11-02\n',
  'one-on-ones/ines.md': noteWithoutCheckpoint,
  'elsewhere/ines-older.md': goodNote.replaceAll('2026-10-05', '2026-07-06'),
  'one-on-ones/noor.md': noteWithUnknownLevel.replaceAll('Ines Albrecht', 'Noor Haddad').replaceAll('\n', '\r\n'),
  'one-on-ones/generated.md': generate({ bytes: 20_000, seed: 7 }),
  'roles/empty.md': 'Nothing about a role here.\n',
  'bakery/.one-on-one.yaml': 'teams: { keepers: { staffPlus: 1 } }\nrules: { unknown-level: hint }\n',
  'bakery/1-1s/kim.md': staffNote,
  'bakery/1-1s/rune.md': staffNote.replace('Kim Aas', 'Rune Lie'),
};

describe('one-on-one check on several cores', function () {
  this.timeout(60_000);
  let folder: Folder;

  before(build);
  beforeEach(() => (folder = newFolder(files)));
  afterEach(() => folder.remove());

  const check = (...list: string[]) => oneOnOne(['check', '--today', '2026-11-24', ...list], { folder: folder.path });

  for (const flags of [['--format', 'json'], ['one-on-ones/ines.md', 'bakery', 'README.md'], ['--fail-on=hint']]) {
    it(`says the same as on one, word for word: ${flags.join(' ')}`, async () => {
      const alone = await check('--jobs=1', ...flags);
      assert.match(alone.stdout, /gearing-exceeded/);
      assert.match(alone.stdout, /missing-checkpoint/);
      for (const jobs of [2, 5]) assert.deepEqual(await check(`--jobs=${jobs}`, ...flags), alone);
    });
  }

  it('fixes the same', async () => {
    const alone = await check('--jobs=1', '--fix');
    const fixed = Object.keys(files).map((path) => folder.text(path));
    for (const [path, text] of Object.entries(files)) folder.write(path, text);
    assert.deepEqual(await check('--jobs=3', '--fix'), alone);
    assert.deepEqual(
      Object.keys(files).map((path) => folder.text(path)),
      fixed,
    );
  });

  it('wants a number of cores', async () => {
    for (const jobs of ['0', '-1', 'many', '100']) {
      const { code, stderr } = await check(`--jobs=${jobs}`);
      assert.equal(code, 2);
      assert.match(stderr, /--jobs needs a number from 1 to 99/);
    }
  });
});
