import { inspectAudit } from '../../appservice/adapters/postgres/audit-keeping.ts';
import { StartError, starting } from '../../appservice/adapters/system/start-error.ts';
import { ConfigError } from '../../config/config-error.ts';
import { loadConfig } from '../../config/load.ts';
import { notKept } from '../audit/audit-words.ts';
import type { Finding } from './finding.ts';

/** In whose hands the audit log of the configuration that `HELPLINE_CONFIG` names is, and whether its chain holds (S32). */
export async function auditLog(): Promise<Finding> {
  if ((process.env['HELPLINE_CONFIG'] ?? '') === '') {
    return { isWell: true, sentence: '"npm start" gives its own to a role that is not the service\'s.' };
  }
  try {
    const { config, secrets } = loadConfig();
    const access = { ...config.database, password: secrets.databasePassword };
    const { hands, brokenAt } = await starting('database', inspectAudit(access, null));
    if (brokenAt !== null) return { isWell: false, sentence: `broken at line ${String(brokenAt)}.` };
    if (hands === 'service') return { isWell: false, sentence: notKept };
    return { isWell: true, sentence: 'its chain holds, and the service can only add to it.' };
  } catch (failure) {
    if (failure instanceof ConfigError)
      return { isWell: true, sentence: 'not looked at: see configuration.' };
    if (failure instanceof StartError) return { isWell: false, sentence: `not seen. ${failure.message}` };
    throw failure;
  }
}
