import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './stack/checkout.ts';
import { sampleConfig } from './samples/sample-config.ts';

/** Writes what is generated from the code: `config/helpline.sample.yaml`. A test fails when it is stale. */
writeFileSync(join(checkout, 'config/helpline.sample.yaml'), sampleConfig());
