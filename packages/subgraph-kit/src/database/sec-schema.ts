import type { Roles } from './database.ts';
import { quoted } from './roles.ts';

/**
 * The schema `sec`: who the present transaction is for.
 *
 * `sec.enter` takes a context signed by the platform (`signed-context.ts`) and binds it to this connection and this
 * transaction with a second HMAC. `sec.la()` and its kin verify that HMAC each time they are asked: somebody who gets
 * an SQL statement of their own past the application can set the variable, but cannot make a context that holds, nor
 * use that of another transaction. Without a context they answer NULL, so every policy shows nothing.
 */
export const SEC_SCHEMA_SQL = `
CREATE SCHEMA IF NOT EXISTS sec;
REVOKE ALL ON SCHEMA sec FROM PUBLIC;

CREATE TABLE IF NOT EXISTS sec.context_key (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  inner_block bytea NOT NULL,
  outer_block bytea NOT NULL
);
REVOKE ALL ON sec.context_key FROM PUBLIC;

CREATE TABLE IF NOT EXISTS sec.role_name (audience text PRIMARY KEY, name text NOT NULL);
REVOKE ALL ON sec.role_name FROM PUBLIC;

-- What the roles and functions here were made from, and the database they were made for first.
CREATE TABLE IF NOT EXISTS sec.preparation (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  fingerprint text NOT NULL,
  origin text NOT NULL
);
REVOKE ALL ON sec.preparation FROM PUBLIC;

-- Called by the functions below only, with their rights and their search path.
CREATE OR REPLACE FUNCTION sec.mac(message text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  key sec.context_key;
BEGIN
  SELECT * INTO STRICT key FROM sec.context_key;
  RETURN encode(sha256(key.outer_block || sha256(key.inner_block || convert_to(message, 'UTF8'))), 'hex');
END $$;
REVOKE ALL ON FUNCTION sec.mac(text) FROM PUBLIC;

-- A transaction is told from all others by its server process and the instant it began.
CREATE OR REPLACE FUNCTION sec.transaction_mark() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT pg_backend_pid() || '@' || extract(epoch FROM transaction_timestamp())
$$;
REVOKE ALL ON FUNCTION sec.transaction_mark() FROM PUBLIC;

CREATE OR REPLACE FUNCTION sec.enter(signed text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  context text := left(signed, -65);
  bound text;
BEGIN
  IF right(signed, 64) IS DISTINCT FROM sec.mac('enter|' || context) THEN
    RAISE EXCEPTION 'The context is not signed by the platform.' USING ERRCODE = '28000';
  END IF;
  IF split_part(context, '|', 11)::bigint <= extract(epoch FROM clock_timestamp()) * 1000 THEN
    RAISE EXCEPTION 'The context has expired.' USING ERRCODE = '28000';
  END IF;
  bound := context || '|' || sec.transaction_mark();
  PERFORM set_config('mainstay.context', bound || '|' || sec.mac('bound|' || bound), true);
END $$;
REVOKE ALL ON FUNCTION sec.enter(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION sec.context() RETURNS text[]
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  signed text := nullif(current_setting('mainstay.context', true), '');
  bound text;
BEGIN
  IF signed IS NULL THEN RETURN NULL; END IF;
  bound := left(signed, -65);
  IF right(signed, 64) IS DISTINCT FROM sec.mac('bound|' || bound)
     OR split_part(bound, '|', 12) IS DISTINCT FROM sec.transaction_mark() THEN
    RAISE EXCEPTION 'The context is not this transaction''s.' USING ERRCODE = '28000';
  END IF;
  RETURN string_to_array(bound, '|');
END $$;
REVOKE ALL ON FUNCTION sec.context() FROM PUBLIC;

-- What follows is PL/pgSQL, not SQL: a function in SQL is put into each statement that asks it and planned anew each time,
-- which cost more than half of what row-level security does on a small statement.

-- The authority all of whose records may be seen: of its staff; NULL for everybody else.
CREATE OR REPLACE FUNCTION sec.la() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN nullif((sec.context())[2], ''); END $$;

-- The authorities the viewer stands in relation to; for inspectors only while their window is open; empty when there are none.
CREATE OR REPLACE FUNCTION sec.las() RETURNS text[]
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN string_to_array((sec.context())[3], ','); END $$;

-- The practice the viewer works for.
CREATE OR REPLACE FUNCTION sec.practice() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN nullif((sec.context())[4], ''); END $$;

-- The platform's present day.
CREATE OR REPLACE FUNCTION sec.today() RETURNS date
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN (sec.context())[5]::date; END $$;

-- The platform's present instant.
CREATE OR REPLACE FUNCTION sec.now() RETURNS timestamptz
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN to_timestamp((sec.context())[6]::bigint / 1000.0); END $$;

-- The viewer's role, such as 'la-manager'; NULL for the platform itself.
CREATE OR REPLACE FUNCTION sec.viewer_role() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN nullif((sec.context())[7], ''); END $$;

-- Who the viewer is: the subject of sign-in; NULL for the platform itself.
CREATE OR REPLACE FUNCTION sec.subject() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN nullif(convert_from(decode((sec.context())[10], 'hex'), 'UTF8'), ''); END $$;

-- The children named to the viewer: an IRO's, an inspection's sample, the child of a broken glass.
CREATE OR REPLACE FUNCTION sec.named() RETURNS text[]
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN string_to_array((sec.context())[8], ','); END $$;

-- The children whose records are restricted to others.
CREATE OR REPLACE FUNCTION sec.hidden() RETURNS text[]
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN string_to_array((sec.context())[9], ','); END $$;

-- The audience the context was signed for; policies that look at no code ask this one, so that they too need a context.
CREATE OR REPLACE FUNCTION sec.audience() RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$ BEGIN RETURN (sec.context())[1]; END $$;
`;

/** Lets the audiences' roles ask who they are, and nothing else of `sec`. */
export function secGrantsSql(roles: Roles): string {
  const names = Object.values(roles).map(quoted).join(', ');
  return `
GRANT USAGE ON SCHEMA sec, public TO ${names};
GRANT EXECUTE ON FUNCTION sec.enter(text), sec.context(), sec.la(), sec.las(), sec.practice(), sec.today(), sec.now(), sec.viewer_role(),
  sec.subject(), sec.named(), sec.hidden(), sec.audience()
  TO ${names};
`;
}
