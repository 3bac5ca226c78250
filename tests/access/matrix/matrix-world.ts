import { buildWorld, type World } from '@mainstay/demonstration';
import { places, smallAuthorities } from '../../testkit/small-world.ts';
import { startTestPlatform, type Answer, type TestPlatform } from '../../testkit/test-platform.ts';
import type { Relationship } from './oracle.ts';
import type { ViewerCase } from './viewer-cases.ts';

/** A child of the world, found by its number as people find it. */
export interface Subject {
  readonly id: string;
  readonly localId: string;
  readonly laCode: string;
}

/** A platform with a child of every relationship, and the tokens of all viewers. */
export interface MatrixWorld {
  readonly platform: TestPlatform;
  readonly subjects: Readonly<Record<Relationship, Subject>>;
  /** The inspection of the home authority that is open. */
  readonly inspectionId: string;
  readonly contractId: string;
  tokenOf(viewer: ViewerCase): Promise<string>;
  stop(): Promise<void>;
}

/** Large enough that children are left whom the demonstration has made nothing of. */
const world = (): World =>
  buildWorld({ authorities: smallAuthorities.map((authority) => ({ ...authority, children: 200 })), years: 3 });

/** Makes the world by what people do: every relationship is made by the mutation that makes it for them. */
export async function startMatrixWorld(options: Parameters<typeof startTestPlatform>[0] = {}): Promise<MatrixWorld> {
  const platform = await startTestPlatform({ ...options, world });
  const manager = await platform.token('la-manager');
  const contractId = await onlyContractOf(platform, manager);
  const { allocated, others } = await homeChildren(platform, manager);
  const [withPractice, ended] = allocated;
  const [withAuthority, reviewed, sampled, restricted] = others;
  const foreign = await foreignChild(platform);
  if (!withPractice || !ended || !withAuthority || !reviewed || !sampled || !restricted) {
    throw new Error(`The world has too few children: ${allocated.length} allocated, ${others.length} others.`);
  }
  const change = async (mutation: string, input: object) => answered(await platform.ask(manager, mutation, { input }));
  await change(
    'mutation ($input: AppointIndependentReviewingOfficerInput!) { appointIndependentReviewingOfficer(input: $input) { __typename } }',
    { childIds: [reviewed.id], officerId: 'demo:la-iro', from: today() },
  );
  await change('mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { __typename } }', {
    childId: restricted.id,
    reason: 'The child of somebody who works here.',
    namedPersonIds: [],
  });
  const inspectionId = await openInspectionOf(platform, manager);
  await change('mutation ($input: SampleChildrenInput!) { sampleChildren(input: $input) { id } }', {
    inspectionId,
    childIds: [sampled.id],
  });
  await nameAll(change, [withPractice, ended, withAuthority, reviewed, sampled, restricted]);
  await endAllocationOf(platform, manager, ended);
  return {
    platform,
    contractId,
    inspectionId,
    subjects: {
      'with the authority': withAuthority,
      'with the practice': withPractice,
      'with the practice until a moment ago': ended,
      'reviewed by the IRO': reviewed,
      'in the inspection’s sample': sampled,
      'restricted to the manager': restricted,
      'of another authority': foreign,
    },
    tokenOf: tokens(platform, manager),
    stop: () => platform.stop(),
  };
}

/** @throws Error when the graph answered with errors: the world could not be made. */
export function answered<Data>({ data, errors }: Answer<Data>): Data {
  if (!data || errors.length > 0) throw new Error(`The graph did not answer: ${JSON.stringify(errors[0])}`);
  return data;
}

interface Page {
  readonly children: { readonly edges: readonly { readonly node: Omit<Subject, 'laCode'> & Facts }[] };
}
interface Facts {
  readonly currentPlacement: object | null;
  readonly leadProfessional: { readonly name: string | null } | null;
  readonly reviews: readonly object[];
  readonly restriction: object | null;
  readonly independentReviewingOfficer: object | null;
}

const PAGE = `query Page($la: ID, $practice: ID) {
  children(la: $la, practice: $practice, first: 100) { edges { node {
    id localId currentPlacement { id } leadProfessional { name } reviews { id } restriction { id }
    independentReviewingOfficer { id }
  } } }
}`;

/** Children with something in every part of their record, so that what is withheld can be told from what is not there. */
async function childrenOf(
  platform: TestPlatform,
  token: string,
  place: { la: string; practice?: string },
): Promise<Subject[]> {
  const { children } = answered(await platform.ask<Page>(token, PAGE, place));
  return children.edges
    .map(({ node }) => node)
    .filter((node) => node.currentPlacement && node.leadProfessional?.name && node.reviews.length > 0)
    .filter((node) => !node.restriction && !node.independentReviewingOfficer)
    .map(({ id, localId }) => ({ id, localId, laCode: place.la }));
}

async function homeChildren(platform: TestPlatform, manager: string) {
  const allocated = await childrenOf(platform, manager, { la: places.home, practice: places.homePractice });
  const ids = new Set(allocated.map(({ id }) => id));
  const sampled = new Set(await sampledAlready(platform, manager));
  const all = await childrenOf(platform, manager, { la: places.home });
  const isPlain = ({ id }: Subject): boolean => !sampled.has(id);
  return { allocated: allocated.filter(isPlain), others: all.filter(({ id }) => !ids.has(id)).filter(isPlain) };
}

interface InspectionOfHome {
  readonly id: string;
  readonly status: string;
  readonly sample: readonly { readonly id: string }[];
}

async function inspectionsOfHome(platform: TestPlatform, manager: string): Promise<readonly InspectionOfHome[]> {
  const { localAuthority } = answered(
    await platform.ask<{ localAuthority: { inspections: InspectionOfHome[] } }>(
      manager,
      'query ($la: ID!) { localAuthority(id: $la) { inspections { id status sample { id } } } }',
      { la: places.home },
    ),
  );
  return localAuthority.inspections;
}

/** The demonstration's own inspection has a sample too. */
async function sampledAlready(platform: TestPlatform, manager: string): Promise<string[]> {
  return (await inspectionsOfHome(platform, manager)).flatMap(({ sample }) => sample.map(({ id }) => id));
}

async function foreignChild(platform: TestPlatform): Promise<Subject> {
  const manager = await platform.token('la-manager', { la: places.away });
  const [child] = await childrenOf(platform, manager, { la: places.away, practice: places.awayPractice });
  if (!child) throw new Error('The other authority has no allocated child.');
  return child;
}

async function onlyContractOf(platform: TestPlatform, manager: string): Promise<string> {
  const { practice } = answered(
    await platform.ask<{ practice: { contracts: { id: string; status: string }[] } }>(
      manager,
      'query ($id: ID!) { practice(id: $id) { contracts { id status } } }',
      { id: places.homePractice },
    ),
  );
  const live = practice.contracts.find(({ status }) => status === 'LIVE');
  if (!live) throw new Error('The home practice has no live contract.');
  return live.id;
}

/** The demonstration's inspection: the one that the demonstration's inspector is let in for. */
async function openInspectionOf(platform: TestPlatform, manager: string): Promise<string> {
  const open = (await inspectionsOfHome(platform, manager)).find(({ status }) => status === 'OPEN');
  if (!open) throw new Error('The home authority has no open inspection.');
  return open.id;
}

async function nameAll(change: (mutation: string, input: object) => Promise<unknown>, subjects: readonly Subject[]) {
  for (const { id } of subjects) {
    await change('mutation ($input: RecordChildNameInput!) { recordChildName(input: $input) { id } }', {
      childId: id,
      givenNames: 'Given',
      familyName: 'Family',
    });
  }
}

async function endAllocationOf(platform: TestPlatform, manager: string, subject: Subject): Promise<void> {
  const { child } = answered(
    await platform.ask<{ child: { allocations: { id: string }[] } }>(
      manager,
      'query ($id: ID!) { child(id: $id) { allocations { id } } }',
      { id: subject.id },
    ),
  );
  answered(
    await platform.ask(
      manager,
      'mutation ($input: EndAllocationsInput!) { endAllocations(input: $input) { __typename } }',
      {
        input: {
          allocationIds: [child.allocations[0]?.id],
          lastDay: today(),
          reason: 'TAKEN_BACK',
          explanation: 'Returned to the authority.',
        },
      },
    ),
  );
  await platform.subgraphs?.subgraphs.children.catchUp();
}

function tokens(platform: TestPlatform, manager: string) {
  const machines = new Map<string, Promise<string>>();
  return async (viewer: ViewerCase): Promise<string> => {
    if (viewer.account !== 'machine') return platform.token(viewer.account, viewer.place);
    const known = machines.get(viewer.name) ?? machineToken(platform, manager, viewer.scopes ?? []);
    machines.set(viewer.name, known);
    return known;
  };
}

/** Registers a machine with these scopes and signs it in, as its makers would. */
async function machineToken(platform: TestPlatform, manager: string, scopes: readonly string[]): Promise<string> {
  const input = { name: 'Matrix', purpose: 'To be tested', scopes, expiresOn: inThreeMonths() };
  const { registerCredential } = answered(
    await platform.ask<{ registerCredential: { credential: { id: string }; secret: string } }>(
      manager,
      `mutation ($input: RegisterCredentialInput!) { registerCredential(input: $input) {
        ... on RegisterCredentialSuccess { credential { id } secret } } }`,
      { input },
    ),
  );
  const { credential, secret } = registerCredential;
  const response = await fetch(`${platform.url}/oauth/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${credential.id}:${secret}`).toString('base64')}`,
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`The machine got no token: ${response.status}.`);
  return token;
}

function today(): string {
  return Temporal.Now.plainDateISO('Europe/London').toString();
}

function inThreeMonths(): string {
  return Temporal.Now.plainDateISO('Europe/London').add({ months: 3 }).toString();
}
