import { DraftStore } from './draft-store.js';

/** The drafts of this device. */
export const drafts = new DraftStore();
