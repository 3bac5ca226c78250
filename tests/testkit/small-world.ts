import { buildWorld, demonstrationAuthorities, type DemonstrationAuthority, type World } from '@mainstay/demonstration';

/** Two hosts with a practice each and one authority without: the shape of the demonstration, a tenth of its size. */
export const smallAuthorities: readonly DemonstrationAuthority[] = demonstrationAuthorities
  .filter(({ name }) => ['Birmingham', 'Hillingdon', 'Sandwell'].includes(name))
  .map((authority) => ({
    ...authority,
    children: 60,
    practice: authority.practice && { ...authority.practice, agreedChildren: 20 },
  }));

/** The small world, of three collection years. */
export const smallWorld = (): World => buildWorld({ authorities: smallAuthorities, years: 3 });

/** The authorities and practices of the small world, by what they are to each other. */
export const places = {
  home: 'E08000025',
  homePractice: 'canal-street-practice',
  away: 'E09000017',
  awayPractice: 'colne-practice',
  withoutPractice: 'E08000028',
} as const;
