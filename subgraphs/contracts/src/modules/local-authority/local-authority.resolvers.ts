import { offsetOf, pageOf, pageSize, type Connection } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { PracticeRow } from '../practice/practice.entity.ts';
import type { LocalAuthorityRow } from './local-authority.entity.ts';
import { findLocalAuthoritiesByName } from './local-authority.repository.ts';

/** Resolvers of local authorities. */
export const localAuthorityResolvers = {
  Query: {
    localAuthority: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.localAuthority.load(id),
    localAuthorities,
  },
  LocalAuthority: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.localAuthority.load(id),
    id: (authority: LocalAuthorityRow) => authority.laCode,
    region: (authority: LocalAuthorityRow) => ({ code: authority.regionCode, name: authority.regionName }),
    statisticalNeighbours: async (authority: LocalAuthorityRow, _: unknown, { loaders }: Context) => {
      const found = await loaders.localAuthority.loadMany([...authority.statisticalNeighbours]);
      return found.filter((neighbour) => neighbour !== null);
    },
    practices,
    contracts: (authority: LocalAuthorityRow, _: unknown, { loaders }: Context) =>
      loaders.contractsOfAuthority.load(authority.laCode),
  },
};

async function practices(
  authority: LocalAuthorityRow,
  _: unknown,
  { loaders, touched }: Context,
): Promise<PracticeRow[]> {
  const contracts = await loaders.contractsOfAuthority.load(authority.laCode);
  const found = await Promise.all(
    [...new Set(contracts.map((c) => c.practiceId))].map((id) => loaders.practice.load(id)),
  );
  const practices = found.filter((practice) => practice !== null);
  touched.list('practices', [], practices.length);
  return practices.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

async function localAuthorities(
  _: unknown,
  args: { search?: string | null; first: number; after?: string | null },
  { db }: Context,
): Promise<Connection<LocalAuthorityRow>> {
  const first = pageSize(args.first);
  const offset = offsetOf(args.after);
  const page = await findLocalAuthoritiesByName(db, { search: args.search ?? '', limit: first + 1, offset });
  return pageOf({ rows: page.rows, first, offset, totalCount: page.total });
}
