import type { SurveyGroup } from '@mainstay/survey-bank';
import { EntitySchema } from 'typeorm';

/**
 * One row of `survey_ledger`: everything of one wave and group that has to do with answering, in one row, so that neither
 * the order of rows nor the transactions they were written in say who answered when.
 */
export interface SurveyLedgerRow {
  readonly laCode: string;
  readonly waveId: string;
  readonly groupCode: SurveyGroup;
  /** SPKI in base64url. */
  readonly publicKey: string;
  /** PKCS #8, sealed. */
  readonly privateKey: Buffer;
  /** By invitation, what its credential was issued for: sealed. */
  readonly issued: Buffer;
  /** The answers and the credentials spent, each in an order of their own that is drawn anew each time: sealed. */
  readonly box: Buffer;
}

/** One row of `survey_invitation`. */
export interface SurveyInvitationRow {
  readonly laCode: string;
  readonly id: string;
  readonly waveId: string;
  readonly groupCode: SurveyGroup;
  /** The practice whose manager invites; null for the authority. */
  readonly practiceId: string | null;
  /** A code of the recipient, the same for the same recipient and wave. */
  readonly recipientCode: string;
  /** Who is invited, sealed; null once the wave has closed. */
  readonly recipient: Buffer | null;
}

/** One row of `survey_link`: a link to an invitation. */
export interface SurveyLinkRow {
  /** SHA-256 of the secret in hexadecimal. */
  readonly secretHash: string;
  readonly laCode: string;
  readonly waveId: string;
  readonly invitationId: string;
}

/** One row of `survey_message`: an e-mail to be sent. It is deleted when it has been. */
export interface SurveyMessageRow {
  readonly laCode: string;
  readonly id: string;
  readonly waveId: string;
  /** Address, link and kind, sealed. */
  readonly letter: Buffer;
  readonly attempts: number;
  readonly dueAt: Date;
}

const text = 'text' as const;
const toWave = (name: string) => ({
  name,
  target: 'SurveyWave',
  columnNames: ['laCode', 'waveId'],
  referencedColumnNames: ['laCode', 'id'],
});

/** What one group at one wave has answered. */
export const surveyLedgerEntity = new EntitySchema<SurveyLedgerRow>({
  name: 'SurveyLedger',
  tableName: 'survey_ledger',
  columns: {
    laCode: { name: 'la_code', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_ledger' },
    waveId: { name: 'wave_id', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_ledger' },
    groupCode: { name: 'group_code', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_ledger' },
    publicKey: { name: 'public_key', type: text },
    privateKey: { name: 'private_key', type: 'bytea' },
    issued: { type: 'bytea' },
    box: { type: 'bytea' },
  },
  foreignKeys: [toWave('fk_survey_ledger_wave')],
});

/** Somebody who is invited to a wave. */
export const surveyInvitationEntity = new EntitySchema<SurveyInvitationRow>({
  name: 'SurveyInvitation',
  tableName: 'survey_invitation',
  columns: {
    laCode: { name: 'la_code', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_invitation' },
    id: { type: text, primary: true, primaryKeyConstraintName: 'pk_survey_invitation' },
    waveId: { name: 'wave_id', type: text },
    groupCode: { name: 'group_code', type: text },
    practiceId: { name: 'practice_id', type: text, nullable: true },
    recipientCode: { name: 'recipient_code', type: text },
    recipient: { type: 'bytea', nullable: true },
  },
  uniques: [{ name: 'uq_survey_invitation_recipient', columns: ['laCode', 'waveId', 'recipientCode'] }],
  foreignKeys: [toWave('fk_survey_invitation_wave')],
});

/** A link to an invitation. */
export const surveyLinkEntity = new EntitySchema<SurveyLinkRow>({
  name: 'SurveyLink',
  tableName: 'survey_link',
  columns: {
    secretHash: { name: 'secret_hash', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_link' },
    laCode: { name: 'la_code', type: text },
    waveId: { name: 'wave_id', type: text },
    invitationId: { name: 'invitation_id', type: text },
  },
  indices: [{ name: 'ix_survey_link_la_code_wave_id', columns: ['laCode', 'waveId'] }],
  foreignKeys: [
    {
      name: 'fk_survey_link_invitation',
      target: 'SurveyInvitation',
      columnNames: ['laCode', 'invitationId'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});

/** An e-mail to be sent. */
export const surveyMessageEntity = new EntitySchema<SurveyMessageRow>({
  name: 'SurveyMessage',
  tableName: 'survey_message',
  columns: {
    laCode: { name: 'la_code', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_message' },
    id: { type: text, primary: true, primaryKeyConstraintName: 'pk_survey_message' },
    waveId: { name: 'wave_id', type: text },
    letter: { type: 'bytea' },
    attempts: { type: 'integer' },
    dueAt: { name: 'due_at', type: 'timestamptz' },
  },
  indices: [{ name: 'ix_survey_message_due_at', columns: ['dueAt'] }],
  foreignKeys: [toWave('fk_survey_message_wave')],
});
