/** Hover: what stands under the cursor, explained. */
import type { Hover } from 'vscode-languageserver-types';
import type { Request } from './request.ts';

export declare function hover(request: Request, offset: number): Hover | null;
