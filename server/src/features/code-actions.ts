/** Quick fixes of the findings in a range, and `source.fixAll.oneOnOne`. */
import { CodeActionKind, type CodeAction, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver-types';
import type { Note, Span } from '../core/model.ts';
import type { Text } from '../core/text.ts';
import { suppression } from '../core/write/suppression.ts';
import type { Diagnostic, DiagnosticEdit, DiagnosticFix } from '../rules/run.ts';
import { changesOfNewFile } from './text/new-file.ts';
import { rangeOf, toLspDiagnostic } from './diagnostics.ts';

export const fixAllKind = 'source.fixAll.oneOnOne';

export interface ActionRequest {
  readonly uri: string;
  /** The document's version, for versioned edits; null where it is not open. */
  readonly version: number | null;
  readonly range: Span;
  /** All findings of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds asked for; empty means every kind. */
  readonly only: readonly string[];
  /** Texts of the files that edits may touch, by uri. */
  readonly textOf: (uri: string) => Text | null;
  /** The client takes snippet edits in workspace edits. */
  readonly snippets: boolean;
  /** The client takes edits that make files. */
  readonly createsFiles: boolean;
  /** The note itself, to place a suppression in; null for a configuration or role file, which takes none. */
  readonly note: Note | null;
}

export function codeActions(request: ActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (asksFor(request, CodeActionKind.QuickFix)) {
    const here = request.diagnostics.filter(({ span }) => touches(span, request.range));
    actions.push(...here.flatMap((diagnostic) => quickFixes(diagnostic, request)));
    actions.push(...here.flatMap((diagnostic) => ignoring(diagnostic, request)));
  }
  if (asksFor(request, fixAllKind)) actions.push(...fixAll(request));
  return actions;
}

/** The safe fixes that do not overlap, first come first: what `source.fixAll` applies in one go. */
export function safeEdits(diagnostics: readonly Diagnostic[]): DiagnosticEdit[] {
  const taken: DiagnosticEdit[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}

/** A kind is asked for by itself or by any kind above it: `source` asks for `source.fixAll.oneOnOne`. */
function asksFor({ only }: ActionRequest, kind: string): boolean {
  // Unasked, VS Code shows source actions in the same menu: fix-all belongs to saving and to the source menu.
  if (only.length === 0) return kind === CodeActionKind.QuickFix;
  return only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(diagnostic: Diagnostic, request: ActionRequest): CodeAction[] {
  const text = request.textOf(request.uri);
  if (text === null) return [];
  const shown = toLspDiagnostic(diagnostic, text, request.textOf);
  return diagnostic.fixes.flatMap((fix, index): CodeAction[] => {
    const edit = workspaceEdit(fix, request);
    if (edit === null) return [];
    // The first of a list of guesses is not more right than the others; a single fix is.
    const isPreferred = index === 0 && (fix.safe || diagnostic.fixes.length === 1);
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [shown],
        edit,
        ...(isPreferred ? { isPreferred } : {}),
      },
    ];
  });
}

/** The ways to say that a finding is meant, after all fixes: nearest first. */
function ignoring(diagnostic: Diagnostic, request: ActionRequest): CodeAction[] {
  const { note } = request;
  const text = request.textOf(request.uri);
  if (note === null || text === null) return [];
  const shown = toLspDiagnostic(diagnostic, text, request.textOf);
  return ignoreTitles.flatMap(([scope, where]): CodeAction[] => {
    const written = suppression(note, diagnostic.rule, diagnostic.span.start, scope);
    if (written === null) return [];
    const edits = [{ uri: request.uri, span: written, newText: written.newText, snippet: null }];
    const edit = workspaceEdit({ edits, creates: [] }, request);
    const title = `Ignore ${diagnostic.rule} ${where}`;
    return edit === null ? [] : [{ title, kind: CodeActionKind.QuickFix, diagnostics: [shown], edit }];
  });
}

const ignoreTitles = [
  ['next-line', 'here'],
  ['section', 'in this section'],
  ['file', 'in this file'],
] as const;

function fixAll(request: ActionRequest): CodeAction[] {
  const edits = safeEdits(request.diagnostics);
  if (edits.length === 0) return [];
  const plain = { ...request, snippets: false };
  const edit = workspaceEdit({ edits, creates: [] }, plain);
  return edit === null ? [] : [{ title: 'Apply all safe fixes of 1:1 Notes', kind: fixAllKind, edit }];
}

/** Null where a file is unknown, or cannot be made. Only the asking document's version is known. */
function workspaceEdit(
  { edits, creates }: Pick<DiagnosticFix, 'edits' | 'creates'>,
  request: ActionRequest,
): CodeAction['edit'] | null {
  if (creates.length > 0 && !request.createsFiles) return null;
  const byUri = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const text = request.textOf(edit.uri);
    if (text === null) return null;
    const list = byUri.get(edit.uri) ?? [];
    byUri.set(edit.uri, list);
    list.push(textEdit(edit, text, request.snippets));
  }
  const documentChanges = [...byUri].map(([uri, list]): TextDocumentEdit => ({
    textDocument: { uri, version: uri === request.uri ? request.version : null },
    edits: list,
  }));
  return { documentChanges: [...creates.flatMap(changesOfNewFile), ...documentChanges] };
}

function textEdit(edit: DiagnosticEdit, text: Text, snippets: boolean): TextEdit {
  const range = rangeOf(text, edit.span);
  if (!snippets || edit.snippet === null) return { range, newText: edit.newText };
  return { range, snippet: { kind: 'snippet', value: edit.snippet } } as unknown as TextEdit;
}

function touches(span: Span, range: Span): boolean {
  return span.start <= range.end && range.start <= span.end;
}

/** Two insertions at one place would come in an order that nobody chose. */
function overlap(a: DiagnosticEdit, b: DiagnosticEdit): boolean {
  if (a.uri !== b.uri) return false;
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
