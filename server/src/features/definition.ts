/** Go to definition: from a role, level or focus area to its line in the role description. */
import type { Request, Target } from './request.ts';

export declare function definition(request: Request, offset: number): Target | null;
