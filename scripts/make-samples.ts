import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleConfig } from './lib/sample-config.ts';

/** Writes what is generated from the code: `config/helpline.sample.yaml`. A test fails when it is stale. */
writeFileSync(join(import.meta.dirname, '../config/helpline.sample.yaml'), sampleConfig());
