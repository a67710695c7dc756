/** Start Quarter: the checkpoint of the quarter, with two blank focus areas. */
import { writesIntoDocument } from './writing.ts';

export const startQuarter = writesIntoDocument('oneOnOne.startQuarter');
