import { z } from 'zod';

const environment = z.object({
  CHILDREN_DATABASE_URL: z.string().min(1),
  CONTRACTS_URL: z.url(),
  WORKFORCE_URL: z.url(),
  MAINSTAY_SECRET: z.string().min(32),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
});

/** What this subgraph reads from the environment when it runs alone. */
export interface Environment {
  readonly databaseUrl: string;
  /** Where the contracts subgraph answers: allocations are followed from there. */
  readonly contractsUrl: string;
  /** Where the workforce subgraph answers: it says who is in post. */
  readonly workforceUrl: string;
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
  const { CHILDREN_DATABASE_URL, CONTRACTS_URL, WORKFORCE_URL, MAINSTAY_SECRET, HOST, PORT } = read.data;
  return {
    databaseUrl: CHILDREN_DATABASE_URL,
    contractsUrl: CONTRACTS_URL,
    workforceUrl: WORKFORCE_URL,
    secret: MAINSTAY_SECRET,
    host: HOST,
    port: PORT,
  };
}
