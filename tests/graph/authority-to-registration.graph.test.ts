import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

const ACROSS = `query Across($la: ID!, $first: Int!) {
  localAuthority(id: $la) {
    name
    practices {
      id
      contracts {
        id
        status
        children(first: $first) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges {
            node {
              id
              localId
              currentPlacement { startedOn endedOn type { code meaning } }
              leadProfessional { id name registration { status expiresOn } currentEmployment { role employer { __typename ... on Practice { id } } } }
            }
          }
        }
      }
    }
  }
}`;

interface Across {
  readonly localAuthority: {
    readonly name: string;
    readonly practices: {
      readonly id: string;
      readonly contracts: {
        readonly id: string;
        readonly status: string;
        readonly children: {
          readonly totalCount: number;
          readonly edges: { readonly node: ChildNode }[];
        };
      }[];
    }[];
  };
}

interface ChildNode {
  readonly id: string;
  readonly localId: string;
  readonly currentPlacement: { endedOn: string | null; type: { code: string; meaning: string } } | null;
  readonly leadProfessional: {
    readonly id: string;
    readonly name: string | null;
    readonly registration: { status: string } | null;
    readonly currentEmployment: { employer: { __typename: string; id?: string } } | null;
  } | null;
}

let platform: TestPlatform;
const statements: string[] = [];
/**
 * What the platform asks by itself every few seconds, whether or not anybody asks it anything; and what it asks about the
 * viewer, in one statement that holds for a second.
 */
const inTheBackground = /\b(feed_cursor|outbox|import_903|break_glass)\b/;

beforeAll(async () => {
  platform = await startTestPlatform({
    onStatement: (_subgraph, sql) => {
      if (!inTheBackground.test(sql)) statements.push(sql);
    },
  });
});
afterAll(() => platform?.stop());

async function across(first: number) {
  const answer = await platform.ask<Across>(await platform.token('la-analyst'), ACROSS, { la: places.home, first });
  expect(answer.errors).toEqual([]);
  const [contract] = answer.data?.localAuthority.practices[0]?.contracts ?? [];
  if (!contract) throw new Error('The authority has no contract.');
  return {
    name: answer.data?.localAuthority.name,
    contract,
    children: contract.children.edges.map(({ node }) => node),
  };
}

interface ContractPage {
  readonly contract: {
    readonly children: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly edges: { readonly node: { readonly id: string } }[];
    };
  };
}

const PAGE = `query Page($id: ID!, $after: String) {
  contract(id: $id) { children(first: 7, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }
}`;

/** One page of the contract's children, and the cursor of the next; null after the last. */
async function page(after: string | null): Promise<{ nodes: string[]; next: string | null }> {
  const variables = { id: 'canal-street-practice-2023', after };
  const { data } = await platform.ask<ContractPage>(await platform.token('la-analyst'), PAGE, variables);
  if (!data) throw new Error('There is no page.');
  const { pageInfo, edges } = data.contract.children;
  return { nodes: edges.map(({ node }) => node.id), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

describe('one operation across the three subgraphs', () => {
  test('goes from an authority to the registration of each child’s lead professional', async () => {
    const { name, contract, children } = await across(100);
    expect(name).toBe('Birmingham');
    expect(contract).toMatchObject({ id: 'canal-street-practice-2023', status: 'LIVE' });
    expect(children.length).toBe(contract.children.totalCount);
    expect(children.length).toBeGreaterThan(10);
    const inCare = children.filter(({ currentPlacement }) => currentPlacement !== null);
    expect(inCare.length).toBeGreaterThan(5);
    for (const { currentPlacement, leadProfessional } of inCare) {
      expect(currentPlacement?.endedOn).toBeNull();
      expect(currentPlacement?.type.meaning).not.toBe(currentPlacement?.type.code);
      expect(leadProfessional?.id).toMatch(/^SW\d{6}$/);
      expect(leadProfessional?.registration?.status).toBe('REGISTERED');
    }
    const employers = inCare.map(({ leadProfessional }) => leadProfessional?.currentEmployment?.employer.id);
    expect(employers).toContain(places.homePractice);
  });

  test('takes the same number of SQL statements for all children as for five', async () => {
    await across(5);
    statements.length = 0;
    await across(5);
    const forFive = statements.length;
    statements.length = 0;
    const { children } = await across(100);
    expect(children.length).toBeGreaterThan(10);
    expect(statements.length).toBe(forFive);
  });

  test('pages through a contract’s children without losing or repeating one', async () => {
    const { children } = await across(100);
    const seen: string[] = [];
    for (let after: string | null = null, isLast = false; !isLast;) {
      const { nodes, next } = await page(after);
      seen.push(...nodes);
      after = next;
      isLast = next === null;
    }
    expect(seen).toEqual(children.map(({ id }) => id));
  });
});
