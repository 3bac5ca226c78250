import type { Db } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { LocalAuthorityRow } from './local-authority.entity.ts';
import { findLocalAuthoritiesByCode } from './local-authority.repository.ts';

/** Authorities by ONS code, today's or a former one; null when there is none. */
export function createLocalAuthorityLoader(db: Db): DataLoader<string, LocalAuthorityRow | null> {
  return new DataLoader(async (codes) => {
    const rows = await findLocalAuthoritiesByCode(db, codes);
    const byCode = new Map(rows.flatMap((row) => [row.laCode, ...row.formerCodes].map((code) => [code, row])));
    return codes.map((code) => byCode.get(code) ?? null);
  });
}
