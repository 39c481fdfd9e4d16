import { z } from 'zod';
import { secretFile } from './secret-file.ts';

/** The keys that stay outside the database and its backups (design 10). */
export const secretsSection = z
  .strictObject({
    masterKeyFile: secretFile
      .meta({ sample: 'secrets/master-key' })
      .describe(
        'File with 32 random bytes in base64 (openssl rand -base64 32): wraps the data key of each conversation.',
      ),
    deskStoreKeyFile: secretFile
      .meta({ sample: 'secrets/desk-store-key' })
      .describe('File with 32 random bytes in base64: seals the stored keys of the device @1712_desk.'),
    resumeKeyFolder: secretFile
      .default('secrets/resume-keys')
      .describe(
        'Folder for the keys of reloaded pages (R27). The service makes them and destroys each within ten minutes: leave it out of every backup.',
      ),
    recognitionKeyFolder: secretFile
      .default('secrets/recognition-keys')
      .describe(
        'Folder for the keys by which a line or a nickname is recognised (R23, R28, R35). Make it once, empty (mkdir -m 700); the service makes a key in it each month and destroys each after six months: leave it out of every backup.',
      ),
  })
  .describe(
    'Keys. Each file belongs to the account of the service and is readable by nobody else (chmod 600).',
  );
