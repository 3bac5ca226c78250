import { plainDate } from '@mainstay/primitives';
import { describe, expect, it } from 'vitest';
import { identityClaims } from './claims.ts';
import { demonstrationAccounts, demonstrationClaims } from './demonstration-accounts.ts';

const home = { la: 'E08000025', practice: 'harbour-practice' };
const today = plainDate('2026-11-22');

describe('demonstration accounts', () => {
  it('are the seven that are promised', () => {
    expect(demonstrationAccounts.map(({ account }) => account)).toEqual([
      'la-analyst',
      'la-commissioner',
      'la-manager',
      'swp-worker',
      'swp-manager',
      'ofsted-inspector',
      'integrator',
    ]);
  });

  it('all say what the gateway asks of a provider', () => {
    for (const { account } of demonstrationAccounts) {
      expect(identityClaims.safeParse(demonstrationClaims(account, home, today)).success).toBe(true);
    }
  });

  it('open the inspector’s window for four weeks around today', () => {
    expect(demonstrationClaims('ofsted-inspector', home, today)).toMatchObject({
      inspection: { la: 'E08000025', from: '2026-11-15', to: '2026-12-13' },
    });
  });

  it('are no others', () => {
    expect(demonstrationClaims('administrator', home, today)).toBeUndefined();
  });
});
