/** Today moves on while the editor is open: what was found yesterday is not what is found today. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { folderWith, startEditor, stopServers } from './client.ts';

/** In the server's process: New Year's Eve until a file is there, and minutes that last a moment. */
const clock = `
const { existsSync } = require('node:fs');
const RealDate = Date;
const eve = new RealDate(2026, 11, 31, 23, 59, 30).getTime();
const day = 24 * 60 * 60 * 1000;
const now = () => eve + (existsSync(__dirname + '/midnight') ? day : 0);
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now() {
    return now();
  }
};
const real = setInterval;
globalThis.setInterval = (run, time, ...rest) => real(run, time === 60000 ? 20 : time, ...rest);
`;

const area = (name: string): string =>
  `#### Focus area: ${name}\n\n**Goals**\n\n- g\n\n**Targets**\n\n- [ ] t\n\n**Ideas**\n\n- i\n\n`;
const note = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
cadence: 10
---

## Standing agenda

- Runbooks
- Incident management

## 2026-12-15

### Checkpoint 2026-Q4

${area('Runbooks')}${area('Incident management')}### Actions

- [ ] @dana calls the vendor by 2026-12-31
`;

describe('midnight', function () {
  this.timeout(60_000);
  afterEach(stopServers);

  it('brings a new day to an open editor, without a keystroke', async () => {
    const folder = folderWith({ 'one-on-ones/dana.md': note, 'clock.cjs': clock });
    const uri = `${folder}/one-on-ones/dana.md`;
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = `--require=${fileURLToPath(`${folder}/clock.cjs`)}`;
    const editor = await startEditor({ folder, options: { today: null } }).finally(() => {
      if (before === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = before;
    });
    editor.open(uri, note);
    const found = async (): Promise<unknown[]> => (await editor.pull(uri)).map(({ code }) => code);
    assert.deepEqual(await found(), []);
    const refreshes = (): number =>
      editor.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
    const earlier = refreshes();
    writeFileSync(fileURLToPath(`${folder}/midnight`), '');
    for (let waited = 0; (await found()).length === 0; waited += 50) {
      assert.ok(waited < 20_000, 'the day did not come');
      await sleep(50);
    }
    assert.deepEqual(await found(), ['missing-summary', 'overdue-promise']);
    for (let waited = 0; refreshes() === earlier; waited += 50) {
      assert.ok(waited < 20_000, 'the editor was not told');
      await sleep(50);
    }
  });
});
