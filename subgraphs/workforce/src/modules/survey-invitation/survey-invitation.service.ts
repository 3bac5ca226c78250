import type { PlainDate } from '@mainstay/primitives';
import { ForbiddenError, type Db } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { SurveyGroup } from '@mainstay/survey-bank';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Letter } from '../../survey-mail/letter.ts';
import type { WorkerRole } from '../employment/employment.entity.ts';
import type { SurveyRow, SurveyWaveRow } from '../survey/survey.entity.ts';
import { canInvite, canOrganiseSurveys } from '../survey/survey.policy.ts';
import { surveyOfWave, SurveyStateFault } from '../survey/survey.service.ts';
import { waveStateOn } from '../survey/survey.state.ts';
import { nameOf, recipientCodeOf, recipientsOf, type Recipient } from './survey-invitation.recipient.ts';
import {
  findInvited,
  findStaff,
  insertInvitations,
  insertLinks,
  insertMessages,
  type StaffMember,
} from './survey-invitation.repository.ts';

/** `InvitedStaffInput` of the graph. */
export interface InvitedStaffInput {
  readonly practice?: string | null;
  readonly roles?: readonly WorkerRole[] | null;
  readonly on?: PlainDate | null;
}

/** `InviteStaffInput` of the graph. */
export interface InviteStaffInput {
  readonly waveId: string;
  readonly group: SurveyGroup;
  readonly addresses?: readonly string[] | null;
  readonly staff?: InvitedStaffInput | null;
}

/** A link to be sent by the organiser. */
export interface SurveyLink {
  readonly recipient: string;
  readonly path: string;
}

/** What was sent, and what is to be. */
export interface Sent {
  readonly survey: SurveyRow;
  readonly invited: number;
  readonly mailed: number;
  readonly links: readonly SurveyLink[];
}

/**
 * Invites staff to a wave; those who were invited to it before are left out.
 *
 * @throws ForbiddenError unless the viewer invites to the group; NotFoundError when the viewer reads no such wave;
 * SurveyStateFault when it has closed; RecordFault for recipients that cannot be meant.
 */
export async function inviteStaff(input: InviteStaffInput, context: Context): Promise<Sent> {
  const { viewer, db, touched, today, surveys } = context;
  const { survey, wave } = await waveToInviteTo(input, context);
  if (waveStateOn(wave, today) === 'CLOSED') throw new SurveyStateFault('The wave has closed. Nobody can answer it.');
  const staff = input.staff ? await staffOf(input.group, input.staff, survey.laCode, context) : null;
  const recipients = recipientsOf(input.addresses ?? [], staff).map((recipient) => ({
    id: `${survey.laCode}.${randomUUID()}`,
    recipient,
  }));
  const sent = await db.asPlatform(async (platform) => {
    const { laCode } = survey;
    const rows = recipients.map(({ id, recipient }) => ({
      id,
      laCode,
      waveId: wave.id,
      group: input.group,
      practiceId: viewer.practiceId,
      recipientCode: recipientCodeOf(surveys.secret, recipient),
      recipient: surveys.seal.close(recipient, `recipient/${id}`).toString('base64'),
    }));
    const added = new Set(await insertInvitations(platform, rows));
    const letters = recipients.filter(({ id }) => added.has(id));
    return {
      invited: added.size,
      ...(await giveLinks(platform, { survey, wave, letters, kind: 'INVITATION' }, context)),
    };
  });
  touched.change({ what: 'staff invited to a survey', laCode: survey.laCode, ids: [wave.id], childIds: [] });
  return { survey, ...sent };
}

/**
 * Reminds everybody of a group, whether they have answered or not.
 *
 * @throws like `inviteStaff`; SurveyStateFault unless the wave is open.
 */
export async function remindStaff(
  input: { readonly waveId: string; readonly group: SurveyGroup },
  context: Context,
): Promise<Sent> {
  const { viewer, db, touched, today, surveys } = context;
  const { survey, wave } = await waveToInviteTo(input, context);
  if (waveStateOn(wave, today) !== 'OPEN')
    throw new SurveyStateFault('The wave is not open: nobody can answer it now.');
  const sent = await db.asPlatform(async (platform) => {
    const { laCode } = survey;
    const all = { laCode, waveId: wave.id, group: input.group, practiceId: viewer.practiceId };
    const letters = (await findInvited(platform, all)).map(({ id, recipient }) => ({
      id,
      recipient: surveys.seal.open<Recipient>(recipient, `recipient/${id}`),
    }));
    return giveLinks(platform, { survey, wave, letters, kind: 'REMINDER' }, context);
  });
  touched.change({ what: 'staff reminded of a survey', laCode: survey.laCode, ids: [wave.id], childIds: [] });
  return { survey, invited: 0, ...sent };
}

interface LinksWanted {
  readonly survey: SurveyRow;
  readonly wave: SurveyWaveRow;
  readonly letters: readonly { readonly id: string; readonly recipient: Recipient }[];
  readonly kind: Letter['kind'];
}

/** Makes a link for each; those with an address are put down to be sent where e-mails are, all others are answered. */
async function giveLinks(
  db: Db,
  { survey, wave, letters, kind }: LinksWanted,
  { surveys, clock }: Context,
): Promise<Pick<Sent, 'mailed' | 'links'>> {
  const { laCode } = survey;
  const made = letters.map((letter) => ({ ...letter, secret: randomBytes(24).toString('base64url') }));
  const links = made.map(({ id: invitationId, secret }) => ({
    laCode,
    waveId: wave.id,
    invitationId,
    secretHash: secretHashOf(secret),
  }));
  await insertLinks(db, links);
  const mails = made.flatMap(({ recipient, secret }) => {
    if (recipient.kind !== 'address' || !surveys.sendsMail) return [];
    const id = `${laCode}.${randomUUID()}`;
    const { title, about } = survey;
    const letter: Letter = { kind, to: recipient.address, secret, title, about, closesOn: wave.closesOn };
    const sealed = surveys.seal.close(letter, `letter/${id}`).toString('base64');
    // Nobody is asked before there is something to answer.
    const opens = new Date(`${wave.opensOn}T08:00:00Z`);
    const dueAt = opens > clock.now() ? opens : clock.now();
    return [{ id, laCode, waveId: wave.id, letter: sealed, dueAt }];
  });
  await insertMessages(db, mails);
  const byHand = made
    .filter(({ recipient }) => recipient.kind !== 'address' || !surveys.sendsMail)
    .map(({ recipient, secret }) => ({ recipient: nameOf(recipient), path: `/survey/#${secret}` }))
    .toSorted((a, b) => a.recipient.localeCompare(b.recipient, 'en-GB'));
  return { mailed: mails.length, links: byHand };
}

/** What is stored of a link's secret. */
export function secretHashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

async function waveToInviteTo({ waveId, group }: { waveId: string; group: SurveyGroup }, context: Context) {
  const { viewer } = context;
  const isAnyInviter = viewer.laCodes.some((laCode) => canInvite(viewer, laCode, group));
  if (!isAnyInviter) {
    throw new ForbiddenError(
      'Managers and analysts of an authority invite to its surveys, managers of practices their own staff.',
    );
  }
  const found = await surveyOfWave(waveId, context);
  if (!found.survey.groupCodes.includes(group)) throw new RecordFault('group', 'The survey does not ask this group.');
  return found;
}

async function staffOf(
  group: SurveyGroup,
  input: InvitedStaffInput,
  laCode: string,
  { viewer, db, today }: Context,
): Promise<StaffMember[]> {
  if (group === 'COMPARISON') {
    throw new RecordFault('staff', 'Staff of another authority are on its records: invite them by their addresses.');
  }
  if (group === 'HOST_LA' && input.practice) {
    throw new RecordFault('staff', 'Staff of a practice belong to the group of practices.');
  }
  const isOrganiser = canOrganiseSurveys(viewer, laCode);
  if (!isOrganiser && input.practice && input.practice !== viewer.practiceId) {
    throw new RecordFault('staff', 'Invite staff of your own practice.');
  }
  const [on, roles] = [input.on ?? today, input.roles?.length ? input.roles : null];
  if (group === 'HOST_LA') {
    return findStaff(db, { laCode, employerKind: 'local-authority', employerId: laCode, roles, on });
  }
  const employerId = isOrganiser ? (input.practice ?? null) : viewer.practiceId;
  return findStaff(db, { laCode, employerKind: 'practice', employerId, roles, on });
}
