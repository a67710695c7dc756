import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../lsp/built.ts';
import { commands } from '../../server/src/cli/commands/index.ts';
import { commonFlags } from '../../server/src/cli/command.ts';
import { describeRule } from '../../server/src/rules/describe.ts';
import { rules } from '../../server/src/rules/index.ts';
import { build, newFolder, oneOnOne } from './command-line.ts';
import type { Answer, Folder } from './command-line.ts';

const examples = join(root, 'examples');
const today = ['--today', '2026-11-24'];

describe('one-on-one', function () {
  this.timeout(60_000);
  before(build);

  const run = (...list: string[]) => oneOnOne(list, { folder: examples });
  const json = async (...list: string[]) => JSON.parse((await run(...list, '--format', 'json')).stdout);

  describe('what it is asked', () => {
    const checkUsage = ({ code, stdout, stderr }: Answer, message: RegExp) => {
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /^Usage: one-on-one/m);
    };

    it('answers --help and --version, for itself and for every command', async () => {
      const help = await run('--help');
      assert.equal(help.code, 0);
      for (const { name } of commands) {
        assert.match(help.stdout, new RegExp(`^ {2}${name} `, 'm'));
        const { code, stdout } = await run(name, '--help');
        assert.equal(code, 0);
        assert.match(stdout, new RegExp(`^Usage: one-on-one ${name}`, 'm'));
      }
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      assert.equal((await run('--version')).stdout, `${version}\n`);
      assert.equal((await run('roles', '--version')).stdout, `${version}\n`);
    });

    it('suggests the nearest name for what it does not know', async () => {
      checkUsage(await run('chek'), /no command "chek"\. Did you mean check\?/);
      checkUsage(await run('check', '--formt', 'json'), /no flag "--formt" for check\. Did you mean --format\?/);
      checkUsage(await run('check', '--format', 'jsno'), /Did you mean json\?/);
      checkUsage(await run('check', '--rule', 'missing-sumary=off'), /Did you mean missing-summary\?/);
      checkUsage(await run('rules', 'missing-sumary'), /Did you mean missing-summary\?/);
      checkUsage(await run('role', 'site-reliability-enginer'), /Did you mean site-reliability-engineer/);
    });

    it('refuses what is missing, too much or of no use', async () => {
      checkUsage(await run(), /which command/);
      checkUsage(await run('outline'), /outline needs FILE/);
      checkUsage(await run('roles', 'more'), /does not know what to do with "more"/);
      checkUsage(await run('check', '--format'), /--format needs a value/);
      checkUsage(await run('check', '--format', '--fix'), /--format needs a value/);
      checkUsage(await run('check', '--fix=yes'), /--fix takes no value/);
      checkUsage(await run('check', '--today', '2026-02-30'), /--today needs a day/);
      checkUsage(await run('check', '--config', 'nowhere.yaml'), /no configuration file/);
      checkUsage(await run('check', '--rule', 'missing-summary'), /needs ID=LEVEL/);
      checkUsage(await run('check', '--rule', 'missing-summary=loud'), /not "loud"/);
      checkUsage(await run('outline', '.'), /is a folder/);
      checkUsage(await run('constructor'), /no command "constructor"/);
      checkUsage(await run('check', '--__proto__'), /no flag "--__proto__"/);
      checkUsage(await run('language-server'), /needs --stdio/);
    });

    it('takes flags before the command, with = or without, and paths after --', async () => {
      const { code } = await run('--today=2026-11-24', 'check', '--format=json', '--', 'one-on-ones/dana-reyes.md');
      assert.equal(code, 0);
    });

    it('is quiet when nobody reads on', async () => {
      const { stderr } = await oneOnOne(['role', 'backend-engineer', '--format', 'json'], { readAtMost: 10 });
      assert.equal(stderr, '');
    });
  });

  describe('roles and role', () => {
    it('lists the built-in roles and those of the workspace', async () => {
      const { version, roles } = await json('roles');
      assert.equal(version, 1);
      const own = roles.find(({ id }: { id: string }) => id === 'payments-engineer');
      assert.deepEqual(Object.keys(own), ['id', 'title', 'source', 'levels', 'specialties']);
      assert.equal(own.source, 'roles/payments-engineer.md');
      assert.equal(roles.find(({ id }: { id: string }) => id === 'backend-engineer').source, 'built-in');
      assert.match(
        (await run('roles')).stdout,
        /^payments-engineer +Payments Engineer +roles\/payments-engineer\.md$/m,
      );
    });

    it('gives a role in the shape of the contract, by id, title, alias and file', async () => {
      const role = await json('role', 'payments-engineer');
      assert.deepEqual(Object.keys(role), ['version', 'id', 'title', 'source', 'levels', 'shared', 'specialties']);
      const [level] = role.levels;
      assert.deepEqual(Object.keys(level), ['id', 'title', 'grade', 'track', 'next', 'extends', 'areas']);
      assert.deepEqual(level.next, ['senior']);
      assert.deepEqual(Object.keys(level.areas[0]), ['name', 'kind', 'items']);
      assert.deepEqual(Object.keys(level.areas[0].items[0]), ['id', 'text', 'label']);
      const kinds = new Set(
        role.levels.flatMap((one: typeof level) => one.areas.map(({ kind }: { kind: string }) => kind)),
      );
      assert.deepEqual([...kinds].sort(), ['niceToHave', 'requirement', 'responsibility']);
      const senior = role.levels[1];
      assert.deepEqual(Object.keys(senior.extends[0]), ['text', 'resolved']);
      assert.equal(senior.extends[0].resolved, 'intermediate');
      for (const name of ['Payments Engineer', 'Payments', 'roles/payments-engineer.md']) {
        assert.deepEqual(await json('role', name), role, name);
      }
    });

    it('gives the specialties of a built-in role', async () => {
      const { specialties, source } = await json('role', 'Backend');
      assert.deepEqual(
        specialties.map(({ id }: { id: string }) => id),
        ['delivery', 'infrastructure'],
      );
      assert.deepEqual(Object.keys(specialties[0]), ['id', 'title', 'areas']);
      assert.equal(source, 'built-in');
    });

    it('says of a file that it is no role description, or one level of a role', async () => {
      const { path: folder, remove } = newFolder({
        'README.md': '# Read me\n\nHello.\n',
        'roles/smith.md': '# Smith\n\n[Next](senior-smith.md)\n\n## Iron\n\n- Forge\n',
        'roles/senior-smith.md': '# Senior Smith\n\n## Iron\n\n- Cast\n',
      });
      const page = await oneOnOne(['role', 'README.md'], { folder });
      assert.equal(page.code, 0);
      assert.match(page.stdout, /^README\.md is not read as a role description/);
      const level = await oneOnOne(['role', 'roles/senior-smith.md', '--format', 'json'], { folder });
      assert.deepEqual(
        JSON.parse(level.stdout).levels.map(({ id }: { id: string }) => id),
        ['senior'],
      );
      assert.match(level.stderr, /one level of Smith: `one-on-one role smith`/);
      const whole = JSON.parse((await oneOnOne(['role', 'smith', '--format', 'json'], { folder })).stdout);
      assert.deepEqual(
        whole.levels.map(({ id, next }: { id: string; next: string[] }) => [id, next]),
        [
          ['intermediate', ['senior']],
          ['senior', []],
        ],
      );
      remove();
    });

    it('shows it to people', async () => {
      const { stdout } = await run('role', 'payments-engineer');
      assert.match(
        stdout,
        /^Senior Payments Engineer {2}senior, grade 7, ic track\n {2}builds on Payments Engineer\n {2}next Staff/m,
      );
    });
  });

  describe('rules', () => {
    it('lists every rule with level and summary', async () => {
      const listed = await json('rules');
      assert.deepEqual(Object.keys(listed.rules[0]), ['id', 'level', 'summary', 'url']);
      assert.deepEqual(
        listed.rules.map(({ id }: { id: string }) => id),
        rules.map(({ id }) => id),
      );
      const { stdout } = await run('rules');
      for (const { id, level, summary } of rules) {
        assert.ok(stdout.includes(summary));
        assert.match(stdout, new RegExp(`^${id} +${level} `, 'm'));
      }
    });

    it('prints the page of each', async () => {
      for (const rule of rules.slice(0, 3)) assert.equal((await run('rules', rule.id)).stdout, describeRule(rule));
    });
  });

  describe('config', () => {
    it('says which file is in force and where each value comes from', async () => {
      const config = await json('config', 'one-on-ones/dana-reyes.md');
      assert.deepEqual(Object.keys(config), [
        'version',
        'path',
        'recognised',
        'recognisedWhy',
        'file',
        'why',
        'problems',
        'values',
      ]);
      assert.equal(config.recognised, true);
      assert.match(config.recognisedWhy, /front matter has a report and a manager/);
      assert.equal(config.file, '.one-on-one.yaml');
      const valueOf = (key: string) => config.values.find((value: { key: string }) => value.key === key);
      assert.deepEqual(valueOf('quarters.startMonth'), {
        key: 'quarters.startMonth',
        value: 2,
        source: 'file',
        line: 1,
      });
      assert.deepEqual(valueOf('followThrough.meetings'), {
        key: 'followThrough.meetings',
        value: 3,
        source: 'default',
        line: null,
      });
    });

    it('says why a file is no 1:1 document, and that front matter goes before the configuration', async () => {
      const page = async (path: string) => (await run('config', path)).stdout;
      assert.match(await page('README.md'), /^README\.md: not a 1:1 document\. Neither front matter, path/);
      assert.match(await page('roles/payments-engineer.md'), /not a 1:1 document\. It is a role description/);
      assert.match(await page('.one-on-one.yaml'), /not a 1:1 document\. It is no markdown file\./);
      const own = await page('one-on-ones/dana-reyes.md');
      assert.match(own, /^one-on-ones\/dana-reyes\.md: a 1:1 document\./);
      assert.match(own, /^ {2}cadence +front matter, line 6 +weekly$/m);
      assert.match(own, /^ {2}feedback +default +none$/m);
      assert.match((await run('config')).stdout, /^\.one-on-one\.yaml: it is in the current folder\./);
    });

    it('takes the default for a value that is not valid, and the nearest file alone', async () => {
      const folder = newFolder({
        '.one-on-one.yaml': 'focusAreas: { min: 1, max: many }\ncadence: monthly\n',
        'team/.one-on-one.yml': 'feedback: { opens: 2027-02-01, closes: 2027-02-28 }\n',
      });
      try {
        const values = async (path: string) => {
          const { stdout } = await oneOnOne(['config', path, '--format=json'], { folder: folder.path });
          const list = JSON.parse(stdout).values as { key: string; value: unknown; source: string }[];
          return new Map(list.map(({ key, value, source }) => [key, `${source} ${JSON.stringify(value)}`]));
        };
        const top = await values('.');
        assert.equal(top.get('focusAreas.min'), 'file 1');
        assert.equal(top.get('focusAreas.max'), 'default 3');
        assert.equal(top.get('cadence'), 'file "monthly"');
        const team = await values('team');
        assert.equal(team.get('cadence'), 'default "weekly"');
        assert.equal(team.get('feedback'), 'file {"opens":"2027-02-01","closes":"2027-02-28","covers":4}');
      } finally {
        folder.remove();
      }
    });

    it('says that the defaults apply', async () => {
      const folder = newFolder();
      const { stdout } = await oneOnOne(['config'], { folder: folder.path });
      folder.remove();
      assert.match(stdout, /^No configuration file: there is no \.one-on-one\.yaml/);
    });
  });

  describe('outline', () => {
    let folder: Folder;
    beforeEach(() => (folder = newFolder()));
    afterEach(() => folder.remove());

    const outline = async (path: string, input?: string) => {
      const list = ['outline', input === undefined ? path : '-', '--format', 'json', ...today];
      const name = input === undefined ? [] : ['--stdin-path', path];
      return JSON.parse((await oneOnOne([...list, ...name], { folder: folder.path, input })).stdout);
    };

    const note = `---
report: Dana Reyes
manager: Sam Osei
role: SRE
level: Senior Site Reliability Engineer
---

# 1:1

## Standing agenda

- How are you?
- Focus area: Toil

## EFW

| Responsibility | 2026-Q3 | 2026-Q4 |
| --- | --- | --- |
| Technical | growing | - |

## 2026-11-09

### Notes

- Toil: half as many pages

### Actions

- [ ] Sam: send the draft by 2026-11-13

### Private

- [ ] A raise

## 2026-10-05 Quarter start

### Checkpoint 2026-Q4

#### Focus area: Toil

**Goals**

- Half as many pages

**Targets**

- [x] Ten pages a week by 2026-12-15
- [ ] A dashboard

**Ideas**

- Ask the platform team
`;

    it('has exactly the members of the contract', async () => {
      const read = await outline('dana.md', note);
      assert.deepEqual(Object.keys(read), [
        'version',
        'recognised',
        'why',
        'report',
        'manager',
        'role',
        'level',
        'specialty',
        'team',
        'order',
        'meetings',
        'standingAgenda',
        'quarters',
        'promises',
        'efw',
      ]);
      const { why: _why, meetings, standingAgenda, quarters, efw, ...facts } = read;
      assert.deepEqual(facts, {
        version: 1,
        recognised: true,
        report: 'Dana Reyes',
        manager: 'Sam Osei',
        role: 'site-reliability-engineer',
        level: 'senior',
        specialty: null,
        team: null,
        order: 'newest-first',
        promises: [
          {
            text: 'send the draft',
            owners: ['Sam Osei'],
            due: '2026-11-13',
            state: 'open',
            firstSeen: '2026-11-09',
            lastSeen: '2026-11-09',
            carried: 0,
            at: [{ path: 'dana.md', line: 28 }],
          },
        ],
      });
      assert.deepEqual(meetings[0], {
        date: '2026-11-09',
        heading: '2026-11-09',
        line: 20,
        level: 2,
        quarter: '2026-Q4',
        sections: [
          { title: 'Notes', meaning: null, line: 22, level: 3 },
          { title: 'Actions', meaning: 'promises', line: 26, level: 3 },
        ],
      });
      assert.deepEqual(standingAgenda, {
        line: 9,
        items: [
          { text: 'How are you?', line: 11, focusArea: null },
          { text: 'Focus area: Toil', line: 12, focusArea: 'Toil' },
        ],
      });
      assert.deepEqual(quarters, [
        {
          label: '2026-Q4',
          start: '2026-10-01',
          end: '2026-12-31',
          first: '2026-10-05',
          last: '2026-11-09',
          checkpoint: {
            line: 36,
            focusAreas: [
              {
                title: 'Toil',
                line: 38,
                responsibility: null,
                goals: [{ text: 'Half as many pages', line: 42 }],
                targets: [
                  { text: 'Ten pages a week by 2026-12-15', state: 'done', due: '2026-12-15' },
                  { text: 'A dashboard', state: 'open', due: null },
                ],
                ideas: [{ text: 'Ask the platform team', line: 51 }],
                mentions: [{ date: '2026-11-09', line: 24 }],
              },
            ],
          },
          summary: null,
        },
      ]);
      assert.deepEqual(efw, {
        line: 14,
        columns: ['2026-Q3', '2026-Q4'],
        rows: [{ title: 'Technical', responsibility: 'Technical', ratings: { '2026-Q3': 'growing', '2026-Q4': null } }],
      });
    });

    it('quotes nothing private', async () => {
      assert.doesNotMatch(JSON.stringify(await outline('dana.md', note)), /raise|Private/);
    });

    it('gives the path of what stands in another file of the series', async () => {
      const [front] = note.split('# 1:1');
      folder.write('dana.md', note.slice(0, note.indexOf('## 2026-11-09')));
      folder.write('dana/2026.md', front + note.slice(note.indexOf('## 2026-11-09')));
      const page = await outline('dana.md');
      assert.deepEqual(page.meetings, []);
      assert.equal(page.standingAgenda.path, undefined);
      assert.equal(page.quarters[0].checkpoint.path, 'dana/2026.md');
      assert.equal(page.quarters[0].checkpoint.focusAreas[0].mentions[0].path, 'dana/2026.md');
    });

    it('names the responsibility in the role', async () => {
      folder.write(
        'roles/gardener.md',
        '# Gardener\n\n### Gardener\n\n#### Responsibilities\n\n- **Watering**: Water the plants every day\n',
      );
      const gardener = note.replace('role: SRE', 'role: gardener').replace(/^level: .*$/m, 'level: intermediate');
      const { quarters } = await outline(
        'dana.md',
        gardener.replace('Focus area: Toil\n\n**', 'Focus area: Watering\n\n**'),
      );
      assert.deepEqual(quarters[0].checkpoint.focusAreas[0].responsibility, {
        role: 'gardener',
        level: 'intermediate',
        area: 'Responsibilities',
        text: '**Watering**: Water the plants every day',
      });
    });

    it('has every member for any text whatever', async () => {
      for (const input of ['', '\ufeff', '# A page', note.slice(0, 300), note.replaceAll('\n', '\r')]) {
        const read = await outline('page.md', input);
        assert.equal(Object.keys(read).length, 15);
        if (input.length < 20) assert.equal(read.recognised, false);
      }
    });

    it('shows it to people', async () => {
      const { stdout } = await run('outline', 'one-on-ones/tomas-lindqvist.md', ...today);
      assert.match(stdout, /^FY27-Q4 {2}2026-11-01 to 2027-01-31/m);
      assert.match(stdout, /^ {2}Mentoring {2}line \d+\n {4}senior: /m);
    });
  });

  it('runs the language server', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const input = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const { stdout } = await oneOnOne(['language-server', '--stdio'], { input, openUntil: /"capabilities"/ });
    assert.match(stdout, /"capabilities"/);
  });
});

describe('docs/command-line.md', () => {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');

  it('has every command and every flag that the help has', () => {
    for (const { name, flags } of commands) {
      const section = page.split(/^## /m).find((part) => part.startsWith(`\`one-on-one ${name}`));
      assert.ok(section, `There is no section about ${name}.`);
      for (const flag of Object.keys(flags)) assert.ok(section.includes(`--${flag}`), `${name} --${flag}`);
    }
    for (const flag of Object.keys(commonFlags)) assert.ok(page.includes(`--${flag}`), flag);
  });

  it('names no command or flag that does not exist', () => {
    const names = new Set(commands.map(({ name }) => name));
    for (const [, name] of page.matchAll(/^\$? ?(?:npx )?one-on-one ([a-z-]+)/gm)) assert.ok(names.has(name!), name);
    const flags = new Set([...Object.keys(commonFlags), ...commands.flatMap((command) => Object.keys(command.flags))]);
    for (const [, flag] of page.matchAll(/(?<![\w-])--([a-z][\w-]*)/gi)) assert.ok(flags.has(flag!), flag);
  });

  it('is plain text', () => assert.equal(stripVTControlCharacters(page), page));
});
