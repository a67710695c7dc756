/** Who counts for the gearing of a team, and where what is found is told. */
import assert from 'node:assert/strict';
import { seatOf } from '../../server/src/core/staffing.ts';
import { rules } from '../../server/src/rules/index.ts';
import { findingsOf } from '../check.ts';
import { openWorkspace, uriOf, type File } from '../workspace.ts';

const rule = rules.find(({ id }) => id === 'gearing-exceeded')!;

const role = `# Baker

## Levels

### Senior Baker

#### Responsibilities

- **Apprentices**: Teach one apprentice at a time

### Staff Baker

#### Responsibilities

- **New ovens**: Choose the oven that the next ten years are baked in

### Principal Baker

#### Responsibilities

- **New shops**: Say where the next shop opens

### Bakery Manager

The Bakery Manager is a grade 8.

#### Responsibilities

- **People**: Hold 1:1s
`;

const configuration: File = { path: '.one-on-one.yaml', text: 'teams:\n  Night Shift: { staffPlus: 1 }\n' };
const roles: File = { path: 'roles/baker.md', text: role };

function person(name: string, level: string, { team = 'night shift', more = '' } = {}): File {
  const text = `---\nreport: ${name}\nmanager: Sam Osei\nrole: baker\nlevel: ${level}\nteam: ${team}\n${more}---\n\n## 2026-11-02\n\n- Rota\n`;
  return { path: `one-on-ones/${name.toLowerCase()}.md`, text };
}

function checkSeats(people: readonly File[], expected: readonly string[]): void {
  const { series, context } = openWorkspace([configuration, roles, ...people]);
  const seats = series.flatMap((each) => seatOf(each, context) ?? []);
  assert.deepEqual(
    seats.filter(({ isStaffPlus }) => isStaffPlus).map(({ person: name }) => name),
    expected,
  );
}

const checkpoint = (title: string): string =>
  `\n## 2026-10-05\n\n### Checkpoint 2026-Q4\n\n- Focus area: ${title}\n  - Goals: One\n  - Targets: 1 of 1\n  - Ideas: Ask\n`;

describe('seats of Staff and above', () => {
  it('are taken by engineers from Staff on, by the name of their level', () => {
    checkSeats([person('Ada', 'senior'), person('Ben', 'staff'), person('Cleo', 'principal')], ['Ben', 'Cleo']);
  });

  it('are not taken by managers, interns and people of other teams', () => {
    checkSeats(
      [
        person('Ada', 'Bakery Manager'),
        person('Ben', 'staff', { team: 'day shift' }),
        person('Cleo', 'staff', { more: 'kind: internship\n' }),
        person('Dov', 'wizard'),
      ],
      [],
    );
  });

  it('are taken by grade 8 of a built-in role', () => {
    const ada = person('Ada', 'staff');
    checkSeats([{ ...ada, text: ada.text.replace('baker', 'backend-engineer') }], ['Ada']);
  });
});

describe('gearing', () => {
  const all = [configuration, roles];
  const found = (...people: File[]) =>
    findingsOf([...all, ...people], { rule }).map(({ uri, message }) => `${uri.split('/').at(-1)}: ${message}`);
  const reaching = (name: string, title = 'New ovens'): File => {
    const { path, text } = person(name, 'senior');
    return { path, text: text + checkpoint(title) };
  };

  it('is told at the team in the configuration', () => {
    assert.deepEqual(found(person('Ben', 'staff')), []);
    const [message, ...others] = found(person('Ben', 'staff'), person('Cleo', 'principal'));
    assert.match(message!, /^\.one-on-one\.yaml: Team Night Shift has 2 .*\(Ben, Cleo\) where its ratio is 1\./);
    assert.deepEqual(others, []);
  });

  it('asks a Senior only while a focus area of this quarter is of the Staff level, and no seat is free', () => {
    assert.deepEqual(found(person('Ada', 'senior'), person('Ben', 'staff')), []);
    assert.deepEqual(found(reaching('Ada', 'Apprentices'), person('Ben', 'staff')), []);
    assert.deepEqual(found(reaching('Ada')), []);
    const [message, ...others] = found(reaching('Ada'), person('Ben', 'staff'));
    assert.match(message!, /^ada\.md: Ada works towards Staff Baker, .* team Night Shift \(1 of 1 is taken\)/);
    assert.deepEqual(others, []);
    const earlier = reaching('Ada');
    const past = earlier.text.replaceAll('2026-10-05', '2026-08-03').replaceAll('2026-Q4', '2026-Q3');
    assert.deepEqual(found({ ...earlier, text: past }, person('Ben', 'staff')), []);
  });

  it('may be suppressed where the level is written, without being called unused', () => {
    const ada = reaching('Ada');
    const text = ada.text.replace('team:', 'ignore: [gearing-exceeded]\nteam:');
    const files = [...all, { ...ada, text }, person('Ben', 'staff')];
    assert.deepEqual(findingsOf(files, { rule }), []);
    const ids = findingsOf(files).map(({ rule: id }) => id);
    assert.ok(!ids.includes('unused-suppression') && !ids.includes('unknown-suppression'));
  });

  it('takes its level from the configuration', () => {
    const off = { ...configuration, text: `${configuration.text}rules: { gearing-exceeded: off }\n` };
    assert.deepEqual(findingsOf([off, roles, person('Ben', 'staff'), person('Cleo', 'staff')], { rule }), []);
    const grave = { ...configuration, text: `${configuration.text}rules: { gearing-exceeded: error }\n` };
    const [finding] = findingsOf([grave, roles, person('Ben', 'staff'), person('Cleo', 'staff')], { rule });
    assert.equal(finding?.severity, 'error');
    assert.equal(finding.uri, uriOf('.one-on-one.yaml'));
  });
});
