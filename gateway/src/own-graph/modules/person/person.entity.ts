import { EntitySchema } from 'typeorm';

/** One row of `person`. */
export interface PersonRow {
  /** The authority the person was here for; somebody who works for several has a row with each. */
  readonly laCode: string;
  /** The subject of their sign-in. */
  readonly id: string;
  readonly role: string;
  readonly name: string | null;
  /** The practice they work for; null for everybody else. */
  readonly practiceId: string | null;
  /** Their number at the social workers' regulator; null when their sign-in does not say. */
  readonly workerId: string | null;
  /** When they were here first; null for somebody who never was. */
  readonly firstSeenAt: Date | null;
  /** When they were here last, to the minute; null for somebody who never was. */
  readonly lastSeenAt: Date | null;
}

/** Everybody who was here, or of whom it is known that they may come, for each authority they have to do with. */
export const PersonEntity = new EntitySchema<PersonRow>({
  name: 'Person',
  tableName: 'person',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_person' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_person' },
    role: { name: 'role', type: 'text' },
    name: { name: 'name', type: 'text', nullable: true },
    practiceId: { name: 'practice_id', type: 'text', nullable: true },
    workerId: { name: 'worker_id', type: 'text', nullable: true },
    firstSeenAt: { name: 'first_seen_at', type: 'timestamptz', nullable: true },
    lastSeenAt: { name: 'last_seen_at', type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'ix_person_id', columns: ['id'] }],
});

/** One row of `person_match`. */
export interface PersonMatchRow {
  readonly personId: string;
  /** The family name as a code (`matchCode`); null when it is not known. */
  readonly familyNameCode: string | null;
  /** The postcode of the person's home as a code; null when it is not known. */
  readonly postcodeCode: string | null;
}

/** What people are compared with children by, to find those who look at their own family; the platform alone reads it. */
export const PersonMatchEntity = new EntitySchema<PersonMatchRow>({
  name: 'PersonMatch',
  tableName: 'person_match',
  columns: {
    personId: { name: 'person_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_person_match' },
    familyNameCode: { name: 'family_name_code', type: 'text', nullable: true },
    postcodeCode: { name: 'postcode_code', type: 'text', nullable: true },
  },
});
