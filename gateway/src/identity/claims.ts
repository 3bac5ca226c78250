import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { Audience, Role } from '@mainstay/subgraph-kit';
import { z } from 'zod';

const localAuthority = z
  .string()
  .regex(/^E(?:06|07|08|09|10)\d{6}$/, 'must be the ONS code of a local authority of England');
const practice = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const plainDate = z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate>;

const person = { sub: z.string().min(1).max(200), name: z.string().max(200).optional() };

const laClaims = z.object({
  ...person,
  role: z.enum(['la-analyst', 'la-commissioner', 'la-manager', 'la-iro', 'integrator']),
  la: localAuthority,
});

const practiceClaims = z.object({
  ...person,
  role: z.enum(['swp-worker', 'swp-manager']),
  practice,
  la: localAuthority.optional(),
});

const inspectorClaims = z.object({
  ...person,
  role: z.literal('ofsted-inspector'),
  inspection: z.object({ id: z.string().min(1).max(100), la: localAuthority, from: plainDate, to: plainDate }),
});

/** What an identity provider must say of a person or a machine: docs/api.md lists the claims. */
export const identityClaims = z.discriminatedUnion('role', [laClaims, practiceClaims, inspectorClaims]);

export type IdentityClaims = z.infer<typeof identityClaims>;

/** The kind of reader that a role is. */
export function audienceOf(role: Role): Audience {
  if (role === 'ofsted-inspector') return 'inspector';
  return role === 'swp-worker' || role === 'swp-manager' ? 'practice' : 'la';
}
