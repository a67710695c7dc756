/** Completion, only where a choice exists. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Request } from './request.ts';

export declare function completion(request: Request, offset: number, client: { readonly snippets: boolean }): CompletionItem[];
