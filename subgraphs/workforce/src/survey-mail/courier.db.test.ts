import { fixedClock, plainDate } from '@mainstay/primitives';
import { createLogger } from '@mainstay/subgraph-kit';
import { startTestDatabase, TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../database.ts';
import { migrations } from '../migrations/index.ts';
import { insertMessages } from '../modules/survey-invitation/survey-invitation.repository.ts';
import { loadDemonstrationSurveys } from '../survey-demonstration/survey-demonstration.ts';
import { findLedgers, openBox } from '../survey-answering/ledger.ts';
import { sealBy, type Seal } from '../survey-answering/seal.ts';
import { Courier } from './courier.ts';
import { wordsOf, type Letter } from './letter.ts';
import { mailSettings } from './mail-settings.ts';

const LA = 'E08000025';
const seal = sealBy(TEST_SECRET);
const at = (instant: string) => fixedClock(new Date(instant));
const start = '2026-11-22T12:00:00Z';
const mail = { smtpUrl: 'smtp://127.0.0.1:1', from: 'surveys@example.org', publicUrl: 'https://mainstay.example' };
const letter: Letter = {
  kind: 'REMINDER',
  to: 'somebody@example.org',
  secret: 'the-secret',
  title: 'How is work?',
  about: '',
  closesOn: plainDate('2026-12-13'),
};

let database: TestDatabase;
const logged: string[] = [];
const logger = createLogger({ service: 'test', now: () => new Date(0), write: (line) => void logged.push(line) });
beforeAll(async () => {
  database = await startTestDatabase('workforce', { entities, migrations });
  await loadDemonstrationSurveys({ database, clock: at(start), secret: TEST_SECRET }, LA);
});
afterAll(() => database?.close());

async function put(id: string): Promise<void> {
  const sealed = seal.close(letter, `letter/${id}`).toString('base64');
  const row = { id, laCode: LA, waveId: `${LA}.demonstration-open.1`, letter: sealed, dueAt: new Date(start) };
  await database.service((db) => insertMessages(db, [row]));
}

async function waiting(): Promise<number> {
  const [row] = await database.owner((db) => db.query<{ count: string }>('SELECT count(*) FROM survey_message'));
  return Number(row?.count);
}

test('an e-mail goes out once; one that is not taken is tried again later, and then given up', async () => {
  await put(`${LA}.one`);
  const sent: { to: string; subject: string; text: string }[] = [];
  const send = async (one: (typeof sent)[number]) => sent.push(one);
  const round = (instant: string, how: () => Promise<unknown> = () => Promise.reject(new Error(letter.to))) =>
    new Courier({ database, clock: at(instant), seal, mail, logger, send: how }).round();
  expect(await round(start)).toBe(0);
  // It rests: a minute after the first attempt, two after the second.
  expect(await new Courier({ database, clock: at(start), seal, mail, logger, send }).round()).toBe(0);
  expect(await new Courier({ database, clock: at('2026-11-22T12:01:00Z'), seal, mail, logger, send }).round()).toBe(1);
  expect(sent).toEqual([{ to: letter.to, ...wordsOf(letter, mail.publicUrl) }]);
  expect(await waiting()).toBe(0);
  await put(`${LA}.two`);
  for (let day = 1; day <= 8; day += 1) await round(`2026-12-0${day}T12:00:00Z`);
  expect(await waiting()).toBe(0);
  expect(logged.join('')).toContain('could not be sent');
  expect(logged.join('')).not.toContain('example.org');
});

test('when the secret is changed, everything is sealed again, and the one before is not needed any more', async () => {
  const next = 'another secret of tests, of 32 characters or more';
  const changing = sealBy(next, [next, TEST_SECRET]);
  const ledgers = () => database.owner((db) => findLedgers(db, [`${LA}.demonstration-finished.1`]));
  const boxes = async (by: Seal) => (await ledgers()).map((ledger) => openBox(by, ledger).length);
  const before = await boxes(seal);
  expect(before).toEqual([149, 158, 24]);
  await new Courier({ database, clock: at(start), seal: changing, mail: null, logger }).round();
  expect(await boxes(sealBy(next, [next]))).toEqual(before);
  await expect(boxes(seal)).rejects.toThrow('authenticate');
  await new Courier({ database, clock: at(start), seal: sealBy(TEST_SECRET, [TEST_SECRET, next]), mail: null }).round();
});

test('a reminder says that it went to everybody, and holds the link', () => {
  const { subject, text } = wordsOf(letter, mail.publicUrl);
  expect(subject).toBe('Reminder: How is work?');
  expect(text).toContain('https://mainstay.example/survey/#the-secret');
  expect(text).toContain('everybody who was invited. If you have answered already, thank you');
});

test('who was invited is forgotten when the wave has closed, and unsent e-mails with it', async () => {
  await put(`${LA}.three`);
  const known = async () => {
    const sql = 'SELECT count(*) FROM survey_invitation WHERE recipient IS NOT NULL';
    const [row] = await database.owner((db) => db.query<{ count: string }>(sql));
    return Number(row?.count);
  };
  expect(await known()).toBe(337);
  await new Courier({ database, clock: at('2026-12-14T12:00:00Z'), seal, mail: null, logger }).round();
  expect([await known(), await waiting()]).toEqual([0, 0]);
});

test('e-mail needs a sender and an address to link to', () => {
  const { smtpUrl, from, publicUrl } = mail;
  expect(mailSettings({})).toBeNull();
  expect(mailSettings({ smtpUrl, from, publicUrl: `${publicUrl}/` })).toEqual(mail);
  expect(() => mailSettings({ smtpUrl, publicUrl })).toThrow('MAIL_FROM');
  expect(() => mailSettings({ smtpUrl, from })).toThrow('PUBLIC_URL');
  expect(() => mailSettings({ smtpUrl: 'https://x', from, publicUrl })).toThrow('SMTP_URL');
});
