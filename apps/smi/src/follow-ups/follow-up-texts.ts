/** The place the ciphertext of a record's free texts is bound to. */
export const textsPlace = (followUpId: string) => ({ table: 'follow_up', column: 'texts', rowId: followUpId });
