import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const manifest = json('package.json');
const words = new Map(Object.entries<string>(json('package.nls.json')));
const { contributes } = manifest;
const categories: { title: string; order: number; properties: Record<string, Setting> }[] = contributes.configuration;
const settings = categories.flatMap(({ properties }) => Object.entries(properties));

/** The text of a `%key%`; fails for text that stands in the manifest itself. */
function checkWords(reference: string): string {
  const key = /^%([\w.]+)%$/.exec(reference)?.[1] ?? '';
  assert.ok(key, `"${reference}" belongs in package.nls.json`);
  const text = words.get(key) ?? '';
  assert.ok(text.trim(), `package.nls.json lacks ${key}`);
  return text;
}

describe('manifest', () => {
  it('starts for markdown only, and everywhere', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown']);
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    assert.ok(manifest.main && manifest.browser);
    assert.equal(manifest.extensionKind, undefined);
  });

  it('is named as the contract says', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, 'one-on-one.one-on-one-notes');
    assert.equal(manifest.displayName, '1:1 Notes');
    assert.equal(manifest.license, 'MIT');
    assert.deepEqual(manifest.categories, ['Linters', 'Snippets', 'Other']);
    assert.ok(manifest.keywords.length <= 30);
  });

  it('takes its types from the oldest editor that it supports', () => {
    const [, floor] = /^\^1\.(\d+)\.0$/.exec(manifest.engines.vscode)!;
    assert.equal(manifest.devDependencies['@types/vscode'].split('.')[1], floor);
  });

  it('pulls in nothing and offers nothing to anybody else', () => {
    for (const key of ['extensionDependencies', 'extensionPack', 'enabledApiProposals', 'aiKey', 'telemetry']) {
      assert.equal(manifest[key], undefined, key);
    }
    const known = ['commands', 'configuration', 'grammars', 'snippets', 'yamlValidation'];
    assert.deepEqual(
      Object.keys(contributes).filter(
        (point) =>
          !known.includes(point) &&
          !/^(?:menus|submenus|views|viewsContainers|viewsWelcome|walkthroughs|icons|markdown\.\w+)$/.test(point),
      ),
      [],
    );
    const everything = JSON.stringify([contributes, ...words]);
    assert.doesNotMatch(everything, /https?:|telemetry/i);
    const own = contributes.commands.map(({ command }: { command: string }) => command);
    for (const [, linked] of everything.matchAll(/\(command:([\w.]+)/g))
      assert.ok([...own, 'vscode.openFolder', 'workbench.action.openSettings'].includes(linked!), linked);
  });

  it('runs nothing when it is installed, and names exact versions', () => {
    for (const path of ['package.json', 'client/package.json', 'server/package.json']) {
      const { scripts = {}, dependencies = {}, devDependencies = {} } = json(path);
      for (const name of Object.keys(scripts)) assert.doesNotMatch(name, /^(?:pre|post)?(?:install|prepare)/);
      for (const version of Object.values({ ...dependencies, ...devDependencies })) {
        assert.match(String(version), /^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
      }
    }
  });

  it('ships every file that it names', () => {
    const named: { path?: string; url?: string }[] = [
      ...contributes.grammars,
      ...contributes.snippets,
      ...contributes.yamlValidation,
      ...contributes['markdown.previewStyles'].map((path: string) => ({ path })),
    ];
    const shipped = (manifest.files as string[]).map(
      (pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`),
    );
    for (const path of [...named.map((one) => (one.path ?? one.url)!), './package.nls.json']) {
      assert.match(path, /^\.\/[\w./-]+$/);
      assert.ok(existsSync(new URL(path, root)), `${path} is missing`);
      assert.ok(
        shipped.some((pattern) => pattern.test(path.slice(2))),
        `${path} is not in "files"`,
      );
    }
    for (const path of [manifest.main, manifest.browser]) {
      assert.ok(
        shipped.some((pattern) => pattern.test(path.slice(2))),
        `${path} is not in "files"`,
      );
    }
  });
});

describe('settings', () => {
  it('are the personal ones of the contract', () => {
    assert.deepEqual(settings.map(([key]) => key).sort(), [
      'oneOnOne.codeLens.enabled',
      'oneOnOne.inlayHints.enabled',
      'oneOnOne.me',
      'oneOnOne.outline.enabled',
      'oneOnOne.trace.server',
      'oneOnOne.workspaceDiagnostics',
    ]);
  });

  it('stand in titled, ordered groups', () => {
    for (const { title, order } of categories) {
      assert.equal(typeof order, 'number');
      checkWords(title);
    }
  });

  for (const [key, setting] of settings) {
    describe(key, () => {
      it('has a scope, an order, a type and a default that fits', () => {
        assert.match(setting.scope, /^(?:window|resource|machine-overridable)$/);
        assert.equal(typeof setting.order, 'number');
        assert.equal(typeof setting.default, setting.type);
        if (setting.enum) assert.ok(setting.enum.includes(setting.default as string));
      });

      it('is explained, and each of its values too', () => {
        assert.match(checkWords(setting.markdownDescription), /^[A-Z].*\.$/);
        assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length);
        for (const one of setting.markdownEnumDescriptions ?? []) assert.match(checkWords(one), /^[A-Z].*\.$/);
      });

      it('names no program, module or address', () => {
        assert.doesNotMatch(key, /path|executable|module|url|port|host|args|env/i);
      });
    });
  }

  it('are ordered without ties', () => {
    const orders = settings.map(([, { order }]) => order);
    assert.equal(new Set(orders).size, orders.length);
  });

  it('off by default is what the editor does already', () => {
    const defaults = new Map(settings.map(([key, setting]) => [key, setting.default]));
    assert.equal(defaults.get('oneOnOne.outline.enabled'), false);
    assert.equal(defaults.get('oneOnOne.trace.server'), 'off');
  });
});

describe('commands', () => {
  for (const { command, category, title } of contributes.commands) {
    it(command, () => {
      assert.match(command, /^oneOnOne\.[a-z][A-Za-z]*$/);
      assert.equal(category, '1:1');
      assert.match(checkWords(title), /^(?:[A-Z0-9][\w:-]*(?: |$))+$/);
    });
  }

  it('are hidden from the palette where they can do nothing', () => {
    const hidden = new Map(
      contributes.menus.commandPalette.map(({ command, when }: { command: string; when: string }) => [command, when]),
    );
    for (const { command, enablement } of contributes.commands) {
      assert.ok(!hidden.has(command) || enablement === undefined, `${command}: one condition is enough`);
      const condition = enablement ?? hidden.get(command) ?? null;
      const always = ['oneOnOne.openRole', 'oneOnOne.openSample', 'oneOnOne.showDue'];
      assert.equal(condition === null, always.includes(command), command);
    }
  });

  it('have no keys of their own', () => assert.equal(contributes.keybindings, undefined));
});

describe('the pages of the package', () => {
  it('hold no link or picture that leads nowhere', async () => {
    const { galleryReadme, withoutLinks } = await import(new URL('scripts/gallery.mjs', root).href);
    const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
    const readme = galleryReadme(text('README.md'));
    for (const page of [readme, withoutLinks(text('CHANGELOG.md'))]) {
      assert.ok(page.length > 1000);
      assert.doesNotMatch(page, /\]\((?!\w+:)|!\[|\(\s*\)|\n\n\n/);
    }
    const titles = [...readme.replace(/```.*?```/gs, '').matchAll(/^## (.*)/gm)].map(([, title]) => title);
    assert.deepEqual(titles, ['What it does', 'A first document', 'Privacy']);
    assert.doesNotMatch(readme, /\bnpm |\bnpx |clone/);
  });

  it('name no address, since there is none', () => {
    for (const key of ['repository', 'homepage', 'bugs', 'badges', 'sponsor'])
      assert.equal(manifest[key], undefined, key);
    assert.equal(manifest.qna, false);
  });
});

describe('package.nls.json', () => {
  it('holds what the manifest uses and nothing else', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map((match) => match[1]!);
    assert.deepEqual([...words.keys()].sort(), [...new Set(used)].sort());
  });
});

describe('validation of the configuration file', () => {
  it('is by a schema of our own, for both of its names', () => {
    assert.deepEqual(contributes.yamlValidation, [
      { fileMatch: ['.one-on-one.yaml', '.one-on-one.yml'], url: './schemas/one-on-one.schema.json' },
    ]);
  });
});
