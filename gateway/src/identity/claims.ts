import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { Audience, Role } from '@mainstay/subgraph-kit';
import { z } from 'zod';

const localAuthority = z
  .string()
  .regex(/^E(?:06|07|08|09|10)\d{6}$/, 'must be the ONS code of a local authority of England');
const practice = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const plainDate = z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate>;

const person = {
  sub: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  family_name: z.string().max(200).optional(),
  worker: z.string().max(40).optional(),
  address: z.object({ postal_code: z.string().max(20).optional() }).optional(),
};

const laClaims = z.object({
  ...person,
  role: z.enum(['la-analyst', 'la-commissioner', 'la-manager', 'la-worker', 'la-iro']),
  la: localAuthority,
});

const machineClaims = z.object({
  ...person,
  role: z.literal('integrator'),
  la: localAuthority,
  /** What a token was asked for; never more than the register gives. */
  scope: z.string().max(200).optional(),
});

const practiceClaims = z.object({
  ...person,
  role: z.enum(['swp-worker', 'swp-manager']),
  practice,
  la: localAuthority.optional(),
});

/** The days of an inspection as a provider may tell them; contracts knows better, and is asked. */
const inspection = z.object({
  id: z.string().min(1).max(100).optional(),
  la: localAuthority,
  from: plainDate.optional(),
  to: plainDate.optional(),
});

const inspectorClaims = z
  .object({
    ...person,
    role: z.literal('ofsted-inspector'),
    la: localAuthority.optional(),
    inspection: inspection.optional(),
  })
  .refine(({ la, inspection: told }) => (la ?? told?.la) !== undefined, 'must name the authority to inspect')
  .refine(({ la, inspection: told }) => !la || !told || la === told.la, 'must not name two authorities');

const operatorClaims = z.object({ ...person, role: z.literal('platform-operator') });

/** What an identity provider must say of a person or a machine: docs/api.md lists the claims. */
export const identityClaims = z.discriminatedUnion('role', [
  laClaims,
  machineClaims,
  practiceClaims,
  inspectorClaims,
  operatorClaims,
]);

export type IdentityClaims = z.infer<typeof identityClaims>;

/** The roles that people and machines sign in with: those that see records, and the platform's operators, who see none. */
export type SignInRole = Role | 'platform-operator';

/** The kind of reader that a role is; null for the platform's operators, who read nothing. */
export function audienceOf(role: Role): Audience;
export function audienceOf(role: SignInRole): Audience | null;
export function audienceOf(role: SignInRole): Audience | null {
  switch (role) {
    case 'platform-operator':
      return null;
    case 'ofsted-inspector':
      return 'inspector';
    case 'swp-worker':
    case 'swp-manager':
      return 'practice';
    default:
      return 'la';
  }
}

/** The authority that the claims name: a person's or a machine's own, or the one to inspect; null when they name none. */
export function authorityOf(claims: IdentityClaims): string | null {
  if (claims.role === 'platform-operator') return null;
  if (claims.role === 'ofsted-inspector') return claims.la ?? claims.inspection?.la ?? null;
  return claims.la ?? null;
}

/** Whether people of this role may break the glass: those who work with children, and none who inspect or operate. */
export function mayBreakGlass(role: SignInRole): boolean {
  return role.startsWith('la-') || role.startsWith('swp-');
}
