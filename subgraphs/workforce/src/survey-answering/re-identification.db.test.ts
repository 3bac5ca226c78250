import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyLedgerRow } from '../modules/survey/survey.sealed-entities.ts';
import { startSurveyWorld, type SurveyWorld } from '../testing/survey-world.ts';
import { findLedgers, openBox, shuffled } from './ledger.ts';

/** Each answers with a score of their own, which stands for everything that would tell them apart. */
const PEOPLE = 30;
/** Of 30 guesses one is right by chance; 10 or more are in fewer than one of a million runs. */
const CHANCE = 9;

let world: SurveyWorld;
let waveId: string;
/** The score of each person, by the order in which they came. */
let truth: number[];
/** The score of each, by the order of their invitations. */
let invitedTruth: number[];
beforeAll(async () => {
  world = await startSurveyWorld();
  const { waves } = await world.design({ groups: ['HOST_LA'], scaleIds: ['emotional-exhaustion'] });
  [waveId] = waves;
  const links = await world.invite(waveId, 'HOST_LA', PEOPLE);
  world.goTo('2027-01-12');
  const people = shuffled(links.map((link, index) => ({ link, index, score: index })));
  for (const { link, score } of people) {
    const said = await world.answer(link, { 'emotional-exhaustion.score': score });
    if (!said.answer) throw new Error(said.refusal?.code);
  }
  truth = people.map(({ score }) => score);
  invitedTruth = people.toSorted((a, b) => a.index - b.index).map(({ score }) => score);
}, 60_000);
afterAll(() => world?.close());

async function ledger(): Promise<SurveyLedgerRow> {
  const [row] = await world.database.owner((db) => findLedgers(db, [waveId]));
  if (!row) throw new Error('There is no ledger.');
  return row;
}

/** How many people an attacker finds who takes the two orders for the same. */
function found(guess: readonly number[], people: readonly number[]): number {
  return people.filter((score, index) => guess[index] === score).length;
}

test('who owns the database and the secret, and knows in which order people came, finds nobody', async () => {
  const scores = openBox(world.seal, await ledger()).map(([score]) => Number(score));
  expect(scores.toSorted((a, b) => a - b)).toEqual(truth.toSorted((a, b) => a - b));
  const issued = world.seal.open<Record<string, string>>((await ledger()).issued, issuedPlace());
  const byInvitation = Object.keys(issued);
  expect(byInvitation).toHaveLength(PEOPLE);
  for (const people of [truth, truth.toReversed(), invitedTruth, invitedTruth.toReversed()]) {
    expect(found(scores, people)).toBeLessThanOrEqual(CHANCE);
  }
  // The attack works where there is something to find.
  expect(found(truth, truth)).toBe(PEOPLE);
});

test('credentials that were spent have nothing in common with those that were issued', async () => {
  const row = await ledger();
  const issued = world.seal.open<Record<string, string>>(row.issued, issuedPlace());
  const box = world.seal.open<{ answers: unknown[]; spent: string[] }>(row.box, `box/${row.laCode}/${waveId}/HOST_LA`);
  const both = [...Object.values(issued), ...box.spent];
  expect(new Set(both).size).toBe(2 * PEOPLE);
  expect(Object.keys(issued)).toEqual(Object.keys(issued).toSorted());
  expect(box.spent).toEqual(box.spent.toSorted());
  expect(Object.keys(box).toSorted()).toEqual(['answers', 'spent']);
  // Sixty numbers, nothing of which says whose they are.
  expect(box.answers.flat().every((answer) => answer === null || Number.isInteger(answer))).toBe(true);
});

test('no table has a row for an answer, and every order the database keeps is the same for all of a group', async () => {
  const columns = await world.database.owner((db) =>
    db.query<{ table: string; columns: string[] }>(
      `SELECT table_name::text AS table, array_agg(column_name::text ORDER BY column_name) AS columns
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name LIKE 'survey%'
        GROUP BY 1 ORDER BY 1`,
    ),
  );
  expect(Object.fromEntries(columns.map(({ table, columns: names }) => [table, names]))).toEqual({
    survey: [
      'about',
      'created_at',
      'created_by',
      'group_codes',
      'id',
      'key',
      'la_code',
      'least_respondents',
      'licensed_items',
      'scale_ids',
      'title',
    ],
    survey_invitation: ['group_code', 'id', 'la_code', 'practice_id', 'recipient', 'recipient_code', 'wave_id'],
    survey_ledger: ['box', 'group_code', 'issued', 'la_code', 'private_key', 'public_key', 'wave_id'],
    survey_link: ['invitation_id', 'la_code', 'secret_hash', 'wave_id'],
    survey_message: ['attempts', 'due_at', 'id', 'la_code', 'letter', 'wave_id'],
    survey_wave: ['closed_at', 'closes_on', 'id', 'la_code', 'number', 'opens_on', 'survey_id'],
  });
  const rows = await world.database.owner((db) =>
    db.query<{ count: string }>('SELECT count(*) FROM survey_ledger WHERE wave_id = $1', [waveId]),
  );
  expect(rows).toEqual([{ count: '1' }]);
  // Neither invitations nor links are written to when somebody answers.
  const written = await world.database.owner((db) =>
    db.query<{ count: string }>(
      `SELECT count(DISTINCT xmin::text) FROM (SELECT xmin FROM survey_invitation UNION ALL
         SELECT xmin FROM survey_link) t`,
    ),
  );
  expect(written).toEqual([{ count: '1' }]);
});

test('without the platform’s secret a copy of the database tells nothing of answers', async () => {
  const row = await ledger();
  expect(row.box.includes('answers')).toBe(false);
  expect(() => openBox({ ...world.seal, open: () => JSON.parse(row.box.toString()) }, row)).toThrow('JSON');
  // A box is no other box: one wave's cannot be put in another's place.
  expect(() => openBox(world.seal, { ...row, waveId: row.waveId.replace(/1$/, '2') })).toThrow('authenticate');
});

test('no role reads the tables of answering, not even of its own authority', async () => {
  const { roles } = world.database;
  for (const role of [roles.la, roles.practice, roles.inspector, roles.named, roles.figures]) {
    const [may] = await world.database.owner((db) =>
      db.query<{ may: boolean }>(
        `SELECT bool_or(has_table_privilege($1, t, 'SELECT')) AS may
           FROM unnest(ARRAY['survey_ledger', 'survey_invitation', 'survey_link', 'survey_message']) t`,
        [role],
      ),
    );
    expect(may).toEqual({ may: false });
  }
});

test('every order is as likely as any other', () => {
  const places = Array.from({ length: 4 }, () => 0);
  for (let run = 0; run < 4_000; run += 1) {
    const at = shuffled([0, 1, 2, 3]).indexOf(randomInt(4));
    places[at] = (places[at] ?? 0) + 1;
  }
  // Each about 1,000; beyond six standard deviations fewer than once in a hundred million runs.
  for (const count of places) expect(Math.abs(count - 1_000)).toBeLessThan(165);
});

function issuedPlace(): string {
  return `issued/${waveId.split('.', 1)[0]}/${waveId}/HOST_LA`;
}
