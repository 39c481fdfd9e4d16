import { z } from 'zod';

/** Parses the path of a file that holds one secret; the file itself is read by `read-secret.ts`. */
export const secretFile = z.string().min(1).max(4_096);
