import { demonstrationAuthorities, type DemonstrationAuthority } from './authorities.ts';
import { buildAuthority } from './build-authority.ts';
import { createRandom } from './random.ts';
import { emptyWorld, type World } from './world-rows.ts';

/** What to build. */
export interface WorldOptions {
  /** The same seed gives the same world. */
  readonly seed?: number;
  /** The newest collection year to make returns for. */
  readonly lastYear?: number;
  /** How many collection years. */
  readonly years?: number;
  /** The authorities; the demonstration's eight when left out. */
  readonly authorities?: readonly DemonstrationAuthority[];
}

/**
 * A synthetic world with the proportions that England's published statistics show.
 *
 * It is invented from beginning to end: lives are drawn by chance from published distributions, so no figure says
 * anything about the authorities whose names it carries.
 */
export function buildWorld(options: WorldOptions = {}): World {
  const { seed = 903, lastYear = 2026, years = 5, authorities = demonstrationAuthorities } = options;
  const random = createRandom(seed);
  const world = emptyWorld();
  authorities.forEach((authority, index) => {
    const part = buildAuthority({ authority, index, random: random.fork(authority.code), lastYear, years });
    world.contracts.practices.push(...part.contracts.practices);
    world.contracts.contracts.push(...part.contracts.contracts);
    world.contracts.allocations.push(...part.contracts.allocations);
    world.workforce.workers.push(...part.workforce.workers);
    world.workforce.registrations.push(...part.workforce.registrations);
    world.workforce.employments.push(...part.workforce.employments);
    world.workforce.posts.push(...part.workforce.posts);
    world.workforce.designations.push(...part.workforce.designations);
    world.workforce.transfers.push(...part.workforce.transfers);
    world.children.postcodes.push(...part.children.postcodes);
    world.children.providers.push(...part.children.providers);
    world.children.returns.push(...part.children.returns);
  });
  return world;
}
