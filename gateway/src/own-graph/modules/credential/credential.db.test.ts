import { plainDate } from '@mainstay/primitives';
import { aViewer, startTestDatabase, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities, migrations } from '../../index.ts';
import { findCredentialsOfAuthority, insertCredential, insertCredentialSecret } from './credential.repository.ts';

const laCode = 'E08000025';
const manager = aViewer({ role: 'la-manager' });
let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase('gateway', { entities, migrations });
  await database.write(manager, async (db) => {
    await insertCredential(db, {
      laCode,
      id: 'c1',
      name: 'Records system',
      purpose: 'Reads for tests',
      scopes: ['children'],
      expiresOn: plainDate('2026-12-31'),
      createdAt: new Date('2026-11-22T12:00:00Z'),
      createdBy: manager.subject,
    });
    await insertCredentialSecret(db, { laCode, credentialId: 'c1', secretHash: 'abc' });
  });
});
afterAll(async () => database.close());

describe('the rows of credentials', () => {
  it.each([
    ['a manager of the authority', manager, 1],
    ['its analyst', aViewer(), 0],
    ['its reviewing officer', aViewer({ role: 'la-iro' }), 0],
    ['another authority’s manager', aViewer({ role: 'la-manager', laCodes: ['E08000026'] }), 0],
  ])('%s sees %#', async (_who, viewer, count) => {
    const seen = await database
      .read(viewer, (db) => findCredentialsOfAuthority(db, laCode))
      .catch((error: unknown) => (String(error).includes('permission denied') ? [] : Promise.reject(error as Error)));
    expect(seen).toHaveLength(count);
  });

  it('give nobody a secret’s hash, not even who registered it', async () => {
    await expect(database.read(manager, (db) => db.query('SELECT * FROM credential_secret'))).rejects.toThrow(
      'permission denied',
    );
    const stranger = aViewer({ role: 'la-manager', laCodes: ['E08000026'] });
    const planting = database.write(stranger, (db) =>
      insertCredentialSecret(db, { laCode, credentialId: 'c1', secretHash: 'mine' }),
    );
    await expect(planting).rejects.toThrow('row-level security');
  });
});
