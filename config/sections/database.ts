import { z } from 'zod';
import { secretFile } from './secret-file.ts';

/** The database of the helpline (design 3): any PostgreSQL from 14 on. */
export const databaseSection = z
  .strictObject({
    url: z
      .string()
      .refine(
        (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
        'must be an address such as postgres://helpline@127.0.0.1:5432/helpline',
      )
      .refine(
        (text) => !URL.canParse(text) || new URL(text).password === '',
        'must not hold the password: put it into the file of passwordFile',
      )
      .meta({ sample: 'postgres://helpline@127.0.0.1:5432/helpline' })
      .describe('Address of the database of the helpline (Synapse has its own), without password.'),
    passwordFile: secretFile
      .nullable()
      .default(null)
      .meta({ sample: 'secrets/database-password' })
      .describe('File with the password; null when the database asks for none.'),
    maxConnections: z
      .int()
      .min(5)
      .max(200)
      .default(20)
      .describe('Connections that one process opens at most.'),
  })
  .describe('PostgreSQL 14 or newer.');
