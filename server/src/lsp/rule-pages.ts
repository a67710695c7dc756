/** Documents that lie nowhere: the pages of the rules, which a finding's code leads to. */
import type { TextDocumentContentResult } from 'vscode-languageserver';
import { describeRule } from '../rules/describe.ts';
import { rules } from '../rules/index.ts';
import { ruleUrl } from '../rules/run.ts';
import { invalidParams, objectIn, textIn } from './params.ts';
import { normal } from './uris.ts';

export const contentScheme = 'one-on-one';

export function contentOf(params: unknown): TextDocumentContentResult {
  const uri = normal(textIn(objectIn(params)['uri']));
  const rule = rules.find(({ id }) => normal(ruleUrl(id)) === uri);
  if (rule === undefined) throw invalidParams();
  return { text: describeRule(rule) };
}
