// How long hover, completion and code actions take while findings are being made: right behind a keystroke and the
// question for its findings, in a long document.
import { generate, parseSize } from '../documents.mjs';
import { idle } from '../client/process.mjs';
import { typist } from '../client/typing.mjs';
import { median, p95 } from '../figures.mjs';
import { inNewFolder } from '../folder.mjs';
import { ours } from '../servers.mjs';

export function measureQuestions(size, count) {
  const text = generate({ bytes: parseSize(size) });
  return inNewFolder(ours, { 'doc.md': text }, async ({ editor, uriOf }) => {
    const uri = uriOf('doc.md');
    await editor.findingsAfter(uri, editor.open(uri, text));
    await idle(editor.pid);
    const typing = typist(editor, uri, text);
    const { line, character } = typing.place;
    const textDocument = { uri };
    const position = { line, character: character - 3 };
    const range = { start: { line, character: 0 }, end: { line, character } };
    const questions = {
      hover: { textDocument, position },
      completion: { textDocument, position, context: { triggerKind: 1 } },
      codeAction: { textDocument, range, context: { diagnostics: [] } },
    };
    const rows = [];
    for (const [name, params] of Object.entries(questions)) {
      const times = [];
      for (let asked = 0; asked < count; asked++) {
        const findings = editor.findingsAfter(uri, typing.next());
        const start = performance.now();
        await editor.request(`textDocument/${name}`, params);
        times.push(performance.now() - start);
        await findings;
      }
      rows.push({ size, question: name, median: median(times), p95: p95(times), asked: count });
    }
    return rows;
  });
}
