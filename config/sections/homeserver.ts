import { z } from 'zod';
import { secretFile } from './secret-file.ts';
import { webOrigin } from './web-address.ts';

/** Where our Synapse is, and how the service proves itself to it (design 3, 4). */
export const homeserverSection = z
  .strictObject({
    url: webOrigin
      .meta({ sample: 'http://127.0.0.1:8008' })
      .describe('Address of our own Synapse, as the appservice reaches it.'),
    serverName: z
      .string()
      .regex(/^[a-z0-9.\-[\]:]{1,230}$/, 'must be a Matrix server name such as example.org')
      .meta({ sample: '1712.example.org' })
      .describe('The part of our accounts after the colon; the same as server_name of Synapse.'),
    registrationId: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,60}$/, 'must be lower-case letters, digits and dashes')
      .default('helpline-1712')
      .describe('The id of the registration file that Synapse was given.'),
    asTokenFile: secretFile
      .meta({ sample: 'secrets/as-token' })
      .describe('File with the as_token of the registration: what we show to Synapse.'),
    hsTokenFile: secretFile
      .meta({ sample: 'secrets/hs-token' })
      .describe('File with the hs_token of the registration: what Synapse shows to us.'),
    operatorTokenFile: secretFile
      .meta({ sample: 'secrets/operator-token' })
      .describe(
        'File with the access token of the operator account: a server administrator whose name is not one of ours (README).',
      ),
  })
  .describe('Our own Synapse. Paths of files are relative to the folder of this file.');
