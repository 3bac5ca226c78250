/** Lines of a CSV file, for a test. */
export type Lines = readonly string[];

/** A file for an import, from its lines. */
export function aFile(name: string, lines: Lines): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';

/** The table Header with a boy of twelve for each number. */
export function headerFile(...children: readonly string[]): { name: string; bytes: Uint8Array } {
  return aFile('header.csv', [HEADER, ...children.map((child) => `${child},1,05/06/2011,WBRI,A123456789012,,`)]);
}

/** The table Episodes: a foster placement for each `[child, first day, last day]`, days as `DD/MM/YYYY`. */
export function episodesFile(
  ...episodes: readonly (readonly [child: string, started: string, ended?: string, reason?: string])[]
): { name: string; bytes: Uint8Array } {
  const row = ([child, started, ended = '', reason = 'S']: (typeof episodes)[number]) =>
    `${child},${started},${reason},C2,N1,U6,PR1,${ended},${ended ? 'X1' : ''},,ZZ1 1AA,ZZ2 2BB,1234567`;
  return aFile('episodes.csv', [EPISODES, ...episodes.map(row)]);
}
