import { z } from 'zod';

const environment = z.object({
  WORKFORCE_DATABASE_URL: z.string().min(1),
  CHILDREN_URL: z.url(),
  MAINSTAY_SECRET: z.string().min(32),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
});

/** What this subgraph reads from the environment when it runs alone. */
export interface Environment {
  readonly databaseUrl: string;
  /** Where the children subgraph answers: it says how many children each worker leads. */
  readonly childrenUrl: string;
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the environment.
 *
 * @throws Error that names each variable that is missing or wrong, without its value.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const read = environment.safeParse(variables);
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const { WORKFORCE_DATABASE_URL, CHILDREN_URL, MAINSTAY_SECRET, HOST, PORT } = read.data;
  return {
    databaseUrl: WORKFORCE_DATABASE_URL,
    childrenUrl: CHILDREN_URL,
    secret: MAINSTAY_SECRET,
    host: HOST,
    port: PORT,
  };
}
