import { describe, expect, it } from 'vitest';
import { identityClaims } from './claims.ts';
import { accountOfSubject, demonstrationAccounts, demonstrationClaims } from './demonstration-accounts.ts';

const home = { la: 'E08000025', practice: 'harbour-practice' };

describe('demonstration accounts', () => {
  it('are the ten that are promised', () => {
    expect(demonstrationAccounts.map(({ account }) => account)).toEqual([
      'la-analyst',
      'la-commissioner',
      'la-manager',
      'la-worker',
      'la-iro',
      'swp-worker',
      'swp-manager',
      'ofsted-inspector',
      'integrator',
      'platform-operator',
    ]);
  });

  it('all say what the gateway asks of a provider', () => {
    for (const { account } of demonstrationAccounts) {
      expect(identityClaims.safeParse(demonstrationClaims(account, home)).success).toBe(true);
    }
  });

  it('name the authority to inspect, and leave the days to the inspection', () => {
    expect(demonstrationClaims('ofsted-inspector', home)).toEqual({
      sub: 'demo:ofsted-inspector',
      name: 'Farah Brook',
      role: 'ofsted-inspector',
      la: 'E08000025',
    });
  });

  it('are found again by the subject of a sign-in', () => {
    for (const { account } of demonstrationAccounts) {
      expect(accountOfSubject(demonstrationClaims(account, home)?.sub ?? '')).toBe(account);
    }
  });

  it('are no others', () => {
    expect(demonstrationClaims('administrator', home)).toBeUndefined();
  });
});
