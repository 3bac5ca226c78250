import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds to a contract the functions it delegates (existing ones delegate all), and to contracts and allocations their end
 * with immediate effect. What a practice may see then begins and ends at an instant: midnight in England, or the instant
 * of such an end.
 *
 * Every allocation is told again in the outbox, for what is told of one has grown.
 */
export class AddDelegatedFunctionsAndEnds1795305600100 implements MigrationInterface {
  readonly name = 'AddDelegatedFunctionsAndEnds1795305600100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(COLUMNS);
    await queryRunner.query(TRIGGERS);
    await queryRunner.query(FILL);
  }

  async down(): Promise<void> {
    throw new Error('The instants at which allocations ended cannot be put back into days.');
  }
}

const COLUMNS = `
  ALTER TABLE contract
    ADD COLUMN delegated_functions text[] NOT NULL DEFAULT ARRAY['CARE_PLANNING', 'PLACEMENT', 'VISITS_AND_SUPERVISION',
      'REVIEW_PREPARATION', 'HEALTH', 'EDUCATION', 'CONTACT', 'LEAVING_CARE'],
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN ended_by text,
    ADD COLUMN end_reason text,
    ADD CONSTRAINT ck_contract_delegated_functions CHECK (delegated_functions <@ ARRAY['CARE_PLANNING', 'PLACEMENT',
      'VISITS_AND_SUPERVISION', 'REVIEW_PREPARATION', 'HEALTH', 'EDUCATION', 'CONTACT', 'LEAVING_CARE']);
  ALTER TABLE contract ALTER COLUMN delegated_functions DROP DEFAULT;

  DROP POLICY practice ON allocation;
  ALTER TABLE allocation DROP CONSTRAINT ck_allocation_dates, DROP CONSTRAINT ex_allocation_one_per_child;
  ALTER TABLE allocation RENAME COLUMN access_until TO last_day;
  ALTER TABLE allocation
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN ended_by text,
    ADD COLUMN end_reason text,
    ADD COLUMN access_from timestamptz,
    ADD COLUMN access_until timestamptz,
    ADD CONSTRAINT ck_allocation_dates CHECK (last_day >= started_on - 1 AND (ended_on IS NULL OR ended_on >= started_on)),
    ADD CONSTRAINT ck_allocation_access CHECK (access_until >= access_from),
    ADD CONSTRAINT ex_allocation_one_per_child
      EXCLUDE USING gist (la_code WITH =, child_id WITH =, daterange(started_on, last_day + 1, '[)') WITH &&);
`;

const TRIGGERS = `
  -- The instant at which a day begins in England.
  CREATE FUNCTION london_midnight(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT day::timestamp AT TIME ZONE 'Europe/London' $$;

  -- As the owner, because an authority reads its contracts but locks none: an allocation made while the contract's end is
  -- being changed waits, and takes the end as changed. A contract that ends before an allocation under it begins takes
  -- all its days; one that has begun keeps at least its first.
  CREATE OR REPLACE FUNCTION take_from_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    terms contract;
  BEGIN
    SELECT * INTO terms FROM contract WHERE la_code = NEW.la_code AND id = NEW.contract_id FOR SHARE;
    NEW.practice_id := terms.practice_id;
    NEW.last_day := least(NEW.ended_on, terms.ends_on, 'infinity');
    IF NEW.last_day < NEW.started_on AND TG_OP = 'UPDATE' THEN
      NEW.last_day := CASE WHEN NEW.started_on <= sec.today() THEN NEW.started_on ELSE NEW.started_on - 1 END;
    END IF;
    NEW.access_from := london_midnight(NEW.started_on);
    NEW.access_until := greatest(NEW.access_from, least(
      coalesce(NEW.ended_at, london_midnight(NEW.ended_on + 1)),
      coalesce(terms.ended_at, london_midnight(terms.ends_on + 1)),
      'infinity'));
    RETURN NEW;
  END $$;

  -- As the owner, because a contract takes along allocations that whoever changes it may not see.
  CREATE OR REPLACE FUNCTION move_allocations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    -- The trigger of allocation does the rest.
    UPDATE allocation SET ended_on = ended_on WHERE la_code = NEW.la_code AND contract_id = NEW.id;
    RETURN NULL;
  END $$;
  DROP TRIGGER move_allocations ON contract;
  CREATE TRIGGER move_allocations AFTER UPDATE OF ends_on, ended_at, delegated_functions ON contract
    FOR EACH ROW WHEN ((NEW.ends_on, NEW.ended_at, NEW.delegated_functions)
      IS DISTINCT FROM (OLD.ends_on, OLD.ended_at, OLD.delegated_functions))
    EXECUTE FUNCTION move_allocations();

  CREATE OR REPLACE FUNCTION tell_allocations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO outbox (topic, payload)
    SELECT 'allocation', jsonb_build_object(
             'id', changed.id, 'laCode', changed.la_code, 'childId', child_id, 'practiceId', changed.practice_id,
             'contractId', contract_id, 'startedOn', started_on,
             'endedOn', nullif(greatest(last_day, started_on), 'infinity'),
             'endsAt', to_char(nullif(access_until, 'infinity') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'functions', to_jsonb(delegated_functions))
      FROM changed JOIN contract ON contract.la_code = changed.la_code AND contract.id = contract_id
     ORDER BY changed.la_code, child_id, started_on;
    RETURN NULL;
  END $$;
`;

const FILL = `
  UPDATE allocation SET ended_on = ended_on;
  ALTER TABLE allocation ALTER COLUMN access_from SET NOT NULL, ALTER COLUMN access_until SET NOT NULL;
`;
