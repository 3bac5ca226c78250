import type { Viewer } from '@mainstay/subgraph-kit';
import { childId } from '@mainstay/subgraph-kit';
import { BIRMINGHAM } from './children-world.ts';
import type { SafeguardsWorld } from './safeguards.ts';
import { socialWorker } from './staff.ts';

/** What a mutation of a child's history answers, as far as tests ask for it. */
export interface RecordedCare {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
  readonly historyVersion?: string;
  readonly child?: { readonly id: string; readonly historyVersion: string };
  readonly change?: { readonly id: string; readonly collectionYears: number[] };
  readonly warnings?: readonly { readonly rule: { readonly code: string }; readonly collectionYear: number }[];
}

const ANSWER = `__typename
  ... on RecordCareSuccess {
    child { id historyVersion } change { id collectionYears } warnings { rule { code } collectionYear }
  }
  ... on RecordInputError { message field }
  ... on HistoryChangedError { message historyVersion }`;

let keys = 0;

/** A key that no other entry of a test has. */
export function aKey(): string {
  keys += 1;
  return `care-${keys}`;
}

/** The match of a placement, all good. */
export const aMatch = {
  ethnicity: { value: true },
  religion: { notKnown: 'NOT_ASKED' },
  language: { value: true },
  distance: { value: false },
};

/** A foster home in Birmingham. */
export const aFosterHome = {
  type: 'U6',
  provider: 'PR1',
  urn: 'SC012345',
  postcode: 'b1 1aa',
  homePostcode: 'B2 2BB',
  match: aMatch,
};

/** A girl of twelve, new to the authority. */
export function aNewChild(localId: string): object {
  return {
    localId,
    dateOfBirth: '2014-05-06',
    sex: 'F',
    ethnicity: 'WBRI',
    isUnaccompaniedAsylumSeeker: false,
    upn: 'UN2',
    isMother: false,
  };
}

/** Records of care made as people make them, through the graph. */
export class CareRecorder {
  readonly #world: SafeguardsWorld;

  constructor(world: SafeguardsWorld) {
    this.#world = world;
  }

  /** Sends a mutation; the key and, for a child who is there, the present version are put in where they are left out. */
  async send(viewer: Viewer, mutation: string, input: Readonly<Record<string, unknown>>): Promise<RecordedCare> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { childId: child } = input;
    const known = typeof child === 'string' && !('basedOn' in input) ? { basedOn: await this.version(child) } : {};
    const { data } = await this.#world.ask<Record<string, RecordedCare>>(
      viewer,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${ANSWER} } }`,
      { input: { key: aKey(), ...known, ...input } },
    );
    const answer = data[mutation];
    if (!answer) throw new Error(`${mutation} answered nothing.`);
    return answer;
  }

  /** Takes a new child into care; answers the id. */
  async takeIn(localId: string, startedOn: string, parts: object = {}): Promise<string> {
    const answer = await this.send(socialWorker, 'startCare', {
      newChild: aNewChild(localId),
      startedOn,
      legalStatus: 'V2',
      categoryOfNeed: 'N1',
      placement: aFosterHome,
      workerId: 'SW0000001',
      previousPermanence: { option: 'Z1' },
      ...parts,
    });
    if (answer.__typename !== 'RecordCareSuccess') throw new Error(`${answer.field}: ${answer.message}`);
    return childId(BIRMINGHAM, localId);
  }

  /** The version of a child's history. */
  async version(child: string): Promise<string> {
    const [row] = await this.#world.database.owner((db) =>
      db.query<{ version: string }>('SELECT history_version AS version FROM child WHERE id = $1', [child]),
    );
    return row?.version ?? '0';
  }

  /** What the graph answers of a child's history. */
  async history(child: string, viewer: Viewer = socialWorker): Promise<HistoryOfTest> {
    const { data } = await this.#world.ask<{ child: HistoryOfTest }>(viewer, HISTORY, { id: child });
    return data.child;
  }
}

/** A child's history, as far as tests ask for it. */
export interface HistoryOfTest {
  readonly episodes: readonly {
    startedOn: string;
    endedOn: string | null;
    reasonStarted: { code: string };
    reasonEnded: { code: string } | null;
    legalStatus: { code: string };
    placementType: { code: string };
    reasonPlacementChanged: { code: string } | null;
  }[];
  readonly periodsOfCare: readonly { startedOn: string; endedOn: string | null }[];
  readonly placements: readonly { startedOn: string; endedOn: string | null; match: object | null }[];
  readonly legalStatuses: readonly { startedOn: string; endedOn: string | null; legalStatus: { code: string } }[];
  readonly socialWorkerEpisodes: readonly { startedOn: string; endedOn: string | null; worker: { id: string } }[];
  readonly missingIncidents: readonly { startedOn: string; endedOn: string | null; kind: { code: string } }[];
  readonly handOvers: readonly { takenOverOn: string; from: { id: string } | null; to: { id: string } }[];
  readonly returnChanges: readonly { kind: string; by: { id: string } }[];
}

const HISTORY = `query ($id: ID!) { child(id: $id) {
  episodes { startedOn endedOn reasonStarted { code } reasonEnded { code } legalStatus { code } placementType { code }
    reasonPlacementChanged { code } }
  periodsOfCare { startedOn endedOn }
  placements { startedOn endedOn match { distance { value notKnown } religion { value notKnown } } }
  legalStatuses { startedOn endedOn legalStatus { code } }
  socialWorkerEpisodes { startedOn endedOn worker { id } }
  missingIncidents { startedOn endedOn kind { code } }
  handOvers { takenOverOn from { id } to { id } }
  returnChanges { kind by { id } }
} }`;
