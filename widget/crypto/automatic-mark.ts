/** Marks, within the ciphertext, what is not the caller's own words: their intake, and what their page says by itself. */
export const automaticMark = 'be.1712.automatic';
