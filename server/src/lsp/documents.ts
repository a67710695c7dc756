/** The documents that the editor has open. */
import { editText, textOf } from '../core/text.ts';
import type { Text } from '../core/text.ts';
import { listIn, objectIn, spanIn, textIn, wholeNumberIn } from './params.ts';
import { normal } from './uris.ts';

export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: Text;
}

export interface Documents {
  get(uri: string): OpenDocument | null;
  all(): readonly OpenDocument[];
  /** These take a notification's parameters and give the address. They throw `invalidParams`, and then change nothing. */
  open(params: unknown): string;
  change(params: unknown): string;
  close(params: unknown): string;
}

export function openDocuments(): Documents {
  const documents = new Map<string, OpenDocument>();
  return {
    get: (uri) => documents.get(normal(uri)) ?? null,
    all: () => [...documents.values()],
    open(params) {
      const document = objectIn(objectIn(params)['textDocument']);
      const uri = textIn(document['uri']);
      const version = wholeNumberIn(document['version']);
      documents.set(normal(uri), { uri, version, text: textOf(textIn(document['text'])) });
      return uri;
    },
    change(params) {
      const { textDocument, contentChanges } = objectIn(params);
      const uri = textIn(objectIn(textDocument)['uri']);
      const version = wholeNumberIn(objectIn(textDocument)['version']);
      const before = documents.get(normal(uri));
      const text = listIn(contentChanges).reduce<Text>(changed, before?.text ?? textOf(''));
      if (before !== undefined) documents.set(normal(uri), { uri: before.uri, version, text });
      return uri;
    },
    close(params) {
      const uri = textIn(objectIn(objectIn(params)['textDocument'])['uri']);
      documents.delete(normal(uri));
      return uri;
    },
  };
}

/** Each change counts from the text that the one before it left. */
function changed(text: Text, change: unknown): Text {
  const { range, text: newText } = objectIn(change);
  if (range === undefined) return textOf(textIn(newText));
  return editText(text, [{ span: spanIn(range, text), newText: textIn(newText) }]);
}
