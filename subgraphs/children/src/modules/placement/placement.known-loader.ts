import DataLoader from 'dataloader';
import type { ChildAsKnown } from '../../record/record-loader.ts';
import { partKnownAt, type KnownHistoryLoader } from '../../history/known-history.loader.ts';
import { idOnDay } from '../../history/known-child.ts';
import { distanceMilesSql } from '../postcode/postcode.distance.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { DerivedPlacement } from './placement.derivation.ts';
import type { PlacementRow } from './placement.loader.ts';

/** A loader of placements as they were known at an instant. */
export type KnownPlacementLoader = DataLoader<
  ChildAsKnown & { readonly knownAt: Date },
  readonly PlacementRow[],
  string
>;

interface Found {
  readonly place: number;
  readonly miles: number | null;
  readonly isInside: boolean | null;
}

/** Where placements lie is looked up in today's directory of postcodes: one statement for all placements of all children. */
export function knownPlacementLoader({ db, viewer }: RequestForRows, loader: KnownHistoryLoader): KnownPlacementLoader {
  const load = async (asked: readonly (ChildAsKnown & { readonly knownAt: Date })[]) => {
    const known = await Promise.all(
      asked.map(({ child, knownAt }) =>
        partKnownAt({ viewer, loader }, { child, knownAt, part: 'PLACEMENTS' }, ({ placements }) => placements),
      ),
    );
    const all = known.flatMap((placements, index) =>
      placements.map((placement) => ({ placement, child: asked[index]?.child })),
    );
    const found =
      all.length === 0
        ? []
        : await db.query<Found>(WHERE_THEY_LIE, [
            all.map(({ placement }) => placement.homePostcode),
            all.map(({ placement }) => placement.placementPostcode),
            all.map(({ child }) => child?.laCode),
          ]);
    const byPlace = new Map(found.map((row) => [row.place, row]));
    const whereOf = new Map(all.map(({ placement }, index) => [placement, byPlace.get(index + 1)]));
    return known.map((placements, index) =>
      placements.map((placement) => rowOf(asked[index]?.child.id ?? '', placement, whereOf.get(placement))),
    );
  };
  return new DataLoader<ChildAsKnown & { readonly knownAt: Date }, readonly PlacementRow[], string>(load, {
    cacheKeyFn: ({ child, knownAt }) => `${child.id} ${knownAt.getTime()}`,
  });
}

const WHERE_THEY_LIE = `
  SELECT asked.place::int, ${distanceMilesSql('home', 'lies')} AS miles, lies.la_code = asked.la_code AS "isInside"
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS asked (home_postcode, placement_postcode, la_code, place)
  LEFT JOIN postcode home ON home.postcode = asked.home_postcode
  LEFT JOIN postcode lies ON lies.postcode = asked.placement_postcode`;

function rowOf(childId: string, placement: DerivedPlacement, where: Found | undefined): PlacementRow {
  const { startedOn, endedOn, type, provider, urn, isTemporary, isSameCarer, reasonEnded } = placement;
  return {
    childId,
    id: idOnDay(childId, startedOn),
    startedOn,
    endedOn,
    type,
    provider,
    urn,
    isTemporary,
    isSameCarer,
    reasonEnded,
    distanceFromHomeMiles: where?.miles ?? null,
    isInsideAuthority: where?.isInside ?? null,
  };
}
