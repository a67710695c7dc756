/** Hand-over Pack: what a new manager needs, without private text, unsaved. */
import { opensPage } from './page.ts';

export const openHandOver = opensPage('oneOnOne.handOver', 'hand-over');
