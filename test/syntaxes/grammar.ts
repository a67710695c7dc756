/** The grammar of markdown with ours injected, as an editor runs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar, StateStack } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const { INITIAL, Registry, parseRawGrammar } = textmate;

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

export interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

export const contributions: readonly Contribution[] = manifest.contributes.grammars;

export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

export function rawGrammar({ path }: Contribution): IRawGrammar {
  return parseRawGrammar(readFileSync(new URL(path, root), 'utf8'), path);
}

/** Those that the grammar of markdown is made of; the languages of fences are left out. */
const builtIn = new Map([
  ['text.html.markdown', 'markdown'],
  ['text.html.derivative', 'html-derivative'],
  ['text.html.basic', 'html'],
  ['source.yaml', 'yaml'],
]);

let scanners: Promise<void> | undefined;

/** `injected` is what an editor finds in the manifest; without any it is plain markdown. */
export async function markdownGrammar(injected: readonly Contribution[]): Promise<IGrammar> {
  scanners ??= oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
  await scanners;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const one = injected.find((contribution) => contribution.scopeName === scope);
      if (one) return rawGrammar(one);
      const name = builtIn.get(scope);
      if (!name) return null;
      const path = require.resolve(`tm-grammars/grammars/${name}.json`);
      return parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
    getInjections: (scope) => injected.filter(({ injectTo }) => injectTo.includes(scope)).map((one) => one.scopeName),
  });
  return (await registry.loadGrammar('text.html.markdown'))!;
}

export function tokensOf(grammar: IGrammar, text: string): Token[] {
  let state: StateStack = INITIAL;
  return text.split(/\r?\n/).flatMap((line, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: index,
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** How often a pattern is found in a line, as an editor looks for it. The scanners are loaded by `markdownGrammar`. */
export function countMatches(pattern: string, line: string): number {
  const scanner = new oniguruma.OnigScanner([pattern]);
  // As the editor does it: the line is handed over once, not for every match.
  const text = new oniguruma.OnigString(line);
  let count = 0;
  for (let at = 0; at < line.length;) {
    const match = scanner.findNextMatchSync(text, at);
    if (!match) break;
    count++;
    at = Math.max(at + 1, match.captureIndices[0]!.end);
  }
  text.dispose();
  scanner.dispose();
  return count;
}
