import type { DatabaseAudience, Roles } from './database.ts';

/** The audiences that have a database role. */
export const AUDIENCES: readonly DatabaseAudience[] = ['la', 'practice', 'inspector', 'figures', 'service'];

/** The names of the roles that belong to `prefix`: the subgraph's name in a cluster of its own. */
export function roles(prefix: string): Roles {
  return {
    la: `${prefix}_la`,
    practice: `${prefix}_practice`,
    inspector: `${prefix}_inspector`,
    figures: `${prefix}_figures`,
    service: `${prefix}_service`,
  };
}

/** The login the platform itself uses: it owns nothing and can do nothing but become one of the roles. */
export function appRole(prefix: string): string {
  return `${prefix}_app`;
}
