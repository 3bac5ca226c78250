import { addDays, type Clock, type PlainDate } from '@mainstay/primitives';
import type { Database, Db } from '@mainstay/subgraph-kit';
import { questionnaireOf, type SurveyGroup } from '@mainstay/survey-bank';
import { createHash } from 'node:crypto';
import type { SurveyRow, SurveyWaveRow } from '../modules/survey/survey.entity.ts';
import { insertSurvey, insertWaves } from '../modules/survey/survey.repository.ts';
import { insertInvitations } from '../modules/survey-invitation/survey-invitation.repository.ts';
import type { Recipient } from '../modules/survey-invitation/survey-invitation.recipient.ts';
import { newSigningKeys } from '../survey-answering/blind-signature.ts';
import { createLedgers, type NewLedger } from '../survey-answering/ledger.ts';
import { sealBy, type Seal } from '../survey-answering/seal.ts';
import { syntheticAnswers } from './synthetic-answers.ts';

/** What it is loaded with. */
export interface DemonstrationSurveysOptions {
  readonly database: Pick<Database, 'owner'>;
  readonly clock: Clock;
  readonly secret: string;
}

/** How many of a group are asked, and answer. */
interface Asked {
  readonly group: SurveyGroup;
  readonly invited: number;
  readonly answered: number;
}

interface WavePlan {
  /** First and last day, from today. */
  readonly days: readonly [number, number];
  readonly asked: readonly Asked[];
}

interface SurveyPlan {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly scaleIds: readonly string[];
  readonly groups: readonly SurveyGroup[];
  readonly waves: readonly [WavePlan, WavePlan];
}

const asked = (group: SurveyGroup, invited: number, answered: number): Asked => ({ group, invited, answered });

const finished: SurveyPlan = {
  name: 'finished',
  title: 'Working with children in care',
  about: 'How work has been since the practice began. Synthetic answers.',
  scaleIds: [
    'emotional-exhaustion',
    'depersonalisation',
    'personal-accomplishment',
    'psychological-demands',
    'decision-latitude',
    'direct-time',
    'desk-time',
    'workload',
    'expectations',
    'relationships',
    'autonomy',
    'participation',
    'support',
  ],
  groups: ['PRACTICE', 'HOST_LA', 'COMPARISON'],
  waves: [
    {
      days: [-420, -392],
      asked: [asked('PRACTICE', 30, 24), asked('HOST_LA', 310, 158), asked('COMPARISON', 322, 149)],
    },
    { days: [-60, -32], asked: [asked('PRACTICE', 32, 27), asked('HOST_LA', 305, 136), asked('COMPARISON', 318, 128)] },
  ],
};

const open: SurveyPlan = {
  name: 'open',
  title: 'Supervision, support and workload',
  about: 'A short survey, a few minutes long. Synthetic.',
  scaleIds: ['workload', 'workload-change', 'support', 'satisfaction'],
  groups: ['PRACTICE', 'HOST_LA'],
  waves: [
    { days: [-7, 21], asked: [asked('PRACTICE', 32, 6), asked('HOST_LA', 305, 41)] },
    { days: [200, 228], asked: [] },
  ],
};

/**
 * Loads two synthetic surveys of an authority that has none: one with two waves behind it, one that is open. The same
 * every time but for its days, which move with the day of loading.
 */
export async function loadDemonstrationSurveys(o: DemonstrationSurveysOptions, laCode: string): Promise<void> {
  const seal = sealBy(o.secret);
  await o.database.owner(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration surveys', 0))`);
    const [held] = await db.query('SELECT 1 FROM survey WHERE la_code = $1 LIMIT 1', [laCode]);
    if (held) return;
    for (const plan of [finished, open]) await loadSurvey(db, { plan, laCode, seal, clock: o.clock });
  });
}

async function loadSurvey(
  db: Db,
  { plan, laCode, seal, clock }: { plan: SurveyPlan; laCode: string; seal: Seal; clock: Clock },
): Promise<void> {
  const id = `${laCode}.demonstration-${plan.name}`;
  const { title, about } = plan;
  const [scaleIds, groupCodes] = [[...plan.scaleIds], [...plan.groups]];
  const made = { createdAt: clock.now(), createdBy: 'platform', leastRespondents: 10, licensedItems: [] };
  const survey: SurveyRow = { laCode, id, key: id, title, about, scaleIds, groupCodes, ...made };
  const waves = plan.waves.map((wave, index) => waveOf(survey, wave, { number: index + 1, today: clock.today() }));
  await insertSurvey(db, survey);
  await insertWaves(db, waves);
  // Waves that have closed never sign again: one key pair is enough for them.
  const spentKeys = await newSigningKeys();
  const ledgers = waves.flatMap(({ id: waveId, number, closesOn }) =>
    plan.groups.map((group): NewLedger => {
      const count = plan.waves[number - 1]?.asked.find((one) => one.group === group)?.answered ?? 0;
      const answers = syntheticAnswers(questionnaireOf(plan.scaleIds), { group, wave: number, count });
      const isClosed = closesOn < clock.today();
      return { laCode, waveId, group, answers, ...(isClosed ? { signingKeys: spentKeys } : {}) };
    }),
  );
  await createLedgers(db, seal, ledgers);
  const isOver = (wave: SurveyWaveRow) => wave.closesOn < clock.today();
  const invitations = waves.flatMap((wave, index) =>
    (plan.waves[index]?.asked ?? []).flatMap((one) => invitationsOf(wave, one, isOver(wave) ? null : seal)),
  );
  await insertInvitations(db, invitations);
  await db.query('UPDATE survey_invitation SET recipient = NULL WHERE recipient = $1', [Buffer.alloc(0)]);
}

function waveOf(
  { laCode, id }: SurveyRow,
  { days }: WavePlan,
  { number, today }: { number: number; today: PlainDate },
): SurveyWaveRow {
  const [opensOn, closesOn] = [addDays(today, days[0]), addDays(today, days[1])];
  return { laCode, id: `${id}.${number}`, surveyId: id, number, opensOn, closesOn, closedAt: null };
}

/** Invitations to made-up addresses; without a seal, of a wave that is over, whose recipients are forgotten. */
function invitationsOf({ laCode, id: waveId }: SurveyWaveRow, { group, invited }: Asked, seal: Seal | null) {
  return Array.from({ length: invited }, (_, index) => {
    const address = `${group.toLowerCase().replace('_', '-')}.${index + 1}@example.org`;
    const id = `${waveId}.${group}.${index + 1}`;
    const recipient: Recipient = { kind: 'address', address };
    return {
      id,
      laCode,
      waveId,
      group,
      practiceId: null,
      recipientCode: createHash('sha256').update(`${waveId}/${address}`).digest('hex'),
      recipient: seal ? seal.close(recipient, `recipient/${id}`).toString('base64') : '',
    };
  });
}
