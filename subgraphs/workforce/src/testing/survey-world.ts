import { fixedClock, type Clock } from '@mainstay/primitives';
import { internalSubject, signCaller, type Database, type Subgraph, type Viewer } from '@mainstay/subgraph-kit';
import { startTestDatabase, TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import type { Answers, OpenedSurvey, SurveyGroup, SurveyRefusal } from '@mainstay/survey-bank';
import { beginCredential, finishCredential } from '@mainstay/survey-bank/credential';
import type { ExecutionResult } from 'graphql';
import { constants, createPrivateKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { entities } from '../database.ts';
import { loadDemonstration } from '../demonstration.ts';
import { createWorkforceSubgraph } from '../index.ts';
import { migrations } from '../migrations/index.ts';
import { sealBy, type Seal } from '../survey-answering/seal.ts';
import { BIRMINGHAM, birmingham, world } from './workforce-world.ts';

/** What a route of answering said. */
export type Said<Answer> = { readonly answer?: Answer; readonly refusal?: SurveyRefusal };

/** A workforce in which surveys are made and answered. */
export interface SurveyWorld {
  readonly database: Database;
  readonly seal: Seal;
  /** How many statements have been sent. */
  statements(): number;
  /** Moves the clock to noon of a day. */
  goTo(day: string): void;
  ask(viewer: Viewer, query: string, variables?: object): Promise<ExecutionResult>;
  /** Asks a route of answering, as the gateway does. */
  call<Answer>(route: string, body: object): Promise<Said<Answer>>;
  /** Designs a survey of Birmingham's: two waves, January and September 2027. */
  design(input?: object): Promise<{ id: string; waves: [string, string] }>;
  /** Invites addresses; answers the secrets of their links. */
  invite(waveId: string, group: SurveyGroup, count: number, viewer?: Viewer): Promise<string[]>;
  /** Answers by a link as a browser does. */
  answer(secret: string, answers: Answers): Promise<Said<{ isReceived: true }>>;
  /** A credential made with the private key in place of a browser's blinding: as good as one, and fast. */
  mint(waveId: string, group: SurveyGroup): Promise<{ message: string; signature: string }>;
  close(): Promise<void>;
}

/** The days of the waves that `design` makes. */
export const waveDays = [
  { opensOn: '2027-01-11', closesOn: '2027-01-31' },
  { opensOn: '2027-09-06', closesOn: '2027-09-30' },
] as const;

const CREATE = `mutation ($input: CreateSurveyInput!) { createSurvey(input: $input) { __typename
  ... on CreateSurveySuccess { survey { id waves { id } } } ... on RecordInputError { field message } } }`;
const INVITE = `mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { __typename
  ... on InviteStaffSuccess { invited mailed links { recipient path } }
  ... on RecordInputError { field message } ... on SurveyStateError { message } } }`;

/** Starts one, over a database of its own, on 22 November 2026. */
export async function startSurveyWorld(): Promise<SurveyWorld> {
  let now: Clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
  const clock: Clock = { now: () => now.now(), today: () => now.today() };
  let statements = 0;
  const onStatement = () => void (statements += 1);
  const database = await startTestDatabase('workforce', { entities, migrations, clock, onStatement });
  await loadDemonstration(database, world);
  const secret = TEST_SECRET;
  const subgraph = createWorkforceSubgraph({
    database,
    clock,
    secret,
    findCaseCounts: async () => [],
    fetchUpload: async () => null,
  });
  const seal = sealBy(secret);
  const { ask, call } = doorsOf(subgraph, clock);
  const keys = new Map<string, KeyObject>();
  return {
    database,
    seal,
    statements: () => statements,
    ask,
    call,
    goTo: (day) => {
      now = fixedClock(new Date(`${day}T12:00:00Z`));
    },
    async design(input = {}) {
      const groups = ['PRACTICE', 'HOST_LA', 'COMPARISON'];
      const usual = { la: BIRMINGHAM, key: randomBytes(8).toString('hex'), title: 'How is work?', groups };
      const all = { ...usual, scaleIds: ['autonomy', 'emotional-exhaustion'], waves: waveDays, ...input };
      const made = (await ask(birmingham, CREATE, { input: all })).data as never as {
        createSurvey: { survey: { id: string; waves: [{ id: string }, { id: string }] } };
      };
      const { id, waves } = made.createSurvey.survey;
      return { id, waves: [waves[0].id, waves[1].id] };
    },
    async invite(waveId, group, count, viewer = birmingham) {
      const addresses = Array.from({ length: count }, (_, index) => `${group}.${index}@example.org`.toLowerCase());
      const { data, errors } = await ask(viewer, INVITE, { input: { waveId, group, addresses } });
      const answer = data?.['inviteStaff'] as { links?: { path: string }[] } | undefined;
      if (!answer?.links) throw new Error(JSON.stringify(errors ?? answer));
      return answer.links.map(({ path }) => path.slice('/survey/#'.length));
    },
    answer: (own, answers) => answered(call, own, answers),
    async mint(waveId, group) {
      const place = `key/${BIRMINGHAM}/${waveId}/${group}`;
      const known = keys.get(place) ?? keyOf(seal.open<string>(await privateKeyOf(database, waveId, group), place));
      keys.set(place, known);
      return minted(known);
    },
    close: async () => {
      await subgraph.close();
      await database.close();
    },
  };
}

/** Answers by a link as a browser does. */
async function answered(
  call: SurveyWorld['call'],
  secret: string,
  answers: Answers,
): Promise<Said<{ isReceived: true }>> {
  const { answer: opened, refusal } = await call<OpenedSurvey>('survey-open', { secret });
  if (!opened) return refusal ? { refusal } : {};
  const begun = await beginCredential(opened.publicKey);
  const { blinded } = begun;
  const issued = await call<{ blindSignature: string }>('survey-credential', { secret, blinded });
  if (!issued.answer) return issued.refusal ? { refusal: issued.refusal } : {};
  const credential = await finishCredential(opened.publicKey, begun, issued.answer.blindSignature);
  const { waveId, group } = opened;
  return call('survey-answers', { waveId, group, ...credential, answers });
}

function doorsOf(subgraph: Subgraph, clock: Clock) {
  const binding = (body: string) => ({ subgraph: 'workforce', secret: TEST_SECRET, body, now: clock.now() });
  const ask: SurveyWorld['ask'] = (viewer, query, variables = {}) => {
    const request = { query, variables };
    return subgraph.execute(request, signCaller({ kind: 'viewer', viewer }, binding(JSON.stringify(request))));
  };
  const call: SurveyWorld['call'] = async (route, body) => {
    const caller = { kind: 'service', name: 'gateway', requestId: 'survey' } as const;
    const token = signCaller(caller, binding(internalSubject(route, {})));
    return (await subgraph.callInternal(route, { token, body: once(JSON.stringify(body)) })) as never;
  };
  return { ask, call };
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function privateKeyOf(database: Database, waveId: string, group: SurveyGroup): Promise<Buffer> {
  const sql = 'SELECT private_key AS key FROM survey_ledger WHERE wave_id = $1 AND group_code = $2';
  const [row] = await database.owner((db) => db.query<{ key: Buffer }>(sql, [waveId, group]));
  if (!row) throw new Error('There is no ledger.');
  return row.key;
}

function keyOf(privateKey: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), type: 'pkcs8', format: 'der' });
}

function minted(key: KeyObject): { message: string; signature: string } {
  const message = randomBytes(64);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const signature = sign('sha384', message, { key, ...padding });
  return { message: message.toString('base64url'), signature: signature.toString('base64url') };
}
