import assert from 'node:assert/strict';
import { discreet } from '../../client/src/discreet.ts';
import { bareCapabilities, folderWith, fullCapabilities, startEditor, stopServers } from './client.ts';
import { goodNote, noteWithUnknownLevel } from './notes.ts';

/** Words that stand in the notes, their names and their settings, and nowhere else. */
const canary = 'Zyxwvut';
const files = {
  [`one-on-ones/${canary}.md`]: noteWithUnknownLevel
    .replaceAll('Ines Albrecht', `${canary} Name`)
    .replaceAll('wizard', canary),
  [`roles/${canary}.md`]: `# ${canary} Engineer\n\n## Senior ${canary} Engineer\n\n### Responsibilities\n\n- ${canary}\n`,
  '.one-on-one.yaml': `${canary}: { ${canary}: [\n`,
};
const methods = ['hover', 'definition', 'completion', 'codeAction', 'diagnostic'];

describe('what the server says about itself', () => {
  afterEach(stopServers);

  for (const [name, capabilities] of [
    ['a modern client', fullCapabilities],
    ['an older client', bareCapabilities],
  ] as const) {
    it(`holds nothing of a note, with ${name}`, async () => {
      const folder = folderWith(files);
      const editor = await startEditor({ folder, capabilities });
      const uri = `${folder}/one-on-ones/${canary}.md`;
      const text = files[`one-on-ones/${canary}.md`]!;
      editor.open(uri, text);
      const errors: unknown[] = [];
      for (const method of methods) {
        for (let line = 0; line < 30; line += 3) {
          const position = { line, character: 4 };
          const params = { textDocument: { uri }, position, range: { start: position, end: position }, context: {} };
          errors.push((await editor.ask(`textDocument/${method}`, params)).error);
        }
        errors.push((await editor.ask(`textDocument/${method}`, { textDocument: { uri: canary } })).error);
        errors.push((await editor.ask(`textDocument/${method}`, canary)).error);
      }
      editor.tell('textDocument/didChange', { textDocument: { uri, version: canary }, contentChanges: canary });
      editor.tell(`x/${canary}`, canary);
      errors.push((await editor.ask(`x/${canary}`, canary)).error);
      editor.change(uri, { text: goodNote.slice(0, 200) + canary });
      await editor.ask('textDocument/diagnostic', { textDocument: { uri } });
      await editor.ask('shutdown');
      const isLog = (method?: string): boolean => /^window\/|^telemetry\/|^\$\//.test(method ?? '');
      const said = [errors, editor.received.filter(({ method }) => isLog(method))];
      assert.ok(!JSON.stringify(said).includes(canary));
      assert.equal(editor.errors(), '');
    });
  }
});

describe('the output channel of the extension', () => {
  it('keeps methods, counts and times, and loses texts, addresses and paths', () => {
    const texts = [
      `Received notification 'textDocument/didOpen'.\nParams: { "text": "${canary}" }`,
      `{"type":"send-request","message":{"params":"${canary}"}}`,
      `Document pull failed for text document file:///home/x/${canary}.md`,
      `Cannot read /home/x/${canary}.md or C:\\notes\\${canary}.md`,
      `Failed at (vscode-vfs://github/x/${canary})`,
    ];
    for (const text of texts) assert.ok(!discreet(text).includes(canary), discreet(text));
    assert.equal(
      discreet("Received response 'textDocument/hover - (5)' in 3ms."),
      "Received response 'textDocument/hover - (5)' in 3ms.",
    );
  });
});
