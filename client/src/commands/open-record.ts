/** Open 360 Record: what the notes hold for the review, unsaved. */
import { opensPage } from './page.ts';

export const openRecord = opensPage('oneOnOne.record', 'record');
