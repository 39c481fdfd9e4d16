import { z } from 'zod';
import { walkChain, type ChainMark, type ChainReport } from './audit-chain.ts';
import type { PostgresAccess, Queries } from './connections.ts';
import { parseRows } from './parse-rows.ts';
import { readAlone } from './read-alone.ts';

/**
 * Who could change the audit log: `keeper`, a role that is not the service's; or the service itself, as a superuser, as a member of
 * the role that owns the log or the database, as one who may make itself a member, or by rights it was granted.
 */
export type AuditHands = 'keeper' | 'service';

/** Under PostgreSQL 15 and older whoever may make roles may join every one but a superuser's. */
const rightsOfService = `
  SELECT (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user)
    OR (SELECT bool_or(pg_has_role(owner, 'MEMBER')) FROM (
      SELECT datdba AS owner FROM pg_database WHERE datname = current_database()
      UNION SELECT nspowner FROM pg_namespace WHERE nspname = 'audit'
      UNION SELECT relowner FROM pg_class WHERE relnamespace = to_regnamespace('audit')
      UNION SELECT proowner FROM pg_proc WHERE pronamespace = to_regnamespace('audit')) AS owners)
    OR has_any_column_privilege('audit.lines', 'UPDATE')
    OR has_table_privilege('audit.lines', 'DELETE, TRUNCATE, TRIGGER')
    OR has_any_column_privilege('audit.chain', 'INSERT, UPDATE')
    OR has_table_privilege('audit.chain', 'DELETE, TRUNCATE, TRIGGER')
    OR has_function_privilege('audit.append()', 'EXECUTE') AS may_change`;

/** In whose hands the audit log is (S32). */
export async function auditHands({ query }: Queries): Promise<AuditHands> {
  const rows = parseRows(z.object({ may_change: z.boolean() }), await query(rightsOfService));
  return rows[0]?.may_change === false ? 'keeper' : 'service';
}

/** Looks at the whole audit log over a connection of its own: in whose hands it is, and whether its chain holds. Throws `PostgresError`. */
export function inspectAudit(
  access: PostgresAccess,
  noted: ChainMark | null,
): Promise<ChainReport & { readonly hands: AuditHands }> {
  return readAlone(access, async (queries) => {
    const hands = await auditHands(queries);
    return { ...(await walkChain(queries, noted)), hands };
  });
}
