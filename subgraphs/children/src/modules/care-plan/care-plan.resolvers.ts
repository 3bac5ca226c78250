import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { agreeCarePlan, type AgreeCarePlanInput } from './care-plan.agreement.ts';
import { allSections, changedSections, differencesOf, missingSections } from './care-plan.comparison.ts';
import type { CarePlanEntity, CarePlanPerson } from './care-plan.entity.ts';
import type { CarePlanKind } from './care-plan.sections.ts';
import {
  startCarePlan,
  writeCarePlan,
  type DraftThere,
  type StartCarePlanInput,
  type WriteCarePlanInput,
  type WrittenMeanwhile,
} from './care-plan.service.ts';
import { suggestionsOf } from './care-plan.suggestions.ts';

interface EditionsWanted {
  readonly kind?: CarePlanKind | null;
  readonly knownAt?: Date | null;
}

interface VersionWanted {
  readonly id: string;
  readonly version: number;
}

/** Plans, between the graph and the domain. */
export const carePlanResolvers = {
  Child: {
    carePlans: async (child: ChildRow, { kind, knownAt = null }: EditionsWanted, { loaders }: Context) => {
      const editions = await loaders.carePlans.editions.load({ child, knownAt });
      return kind ? editions.filter((plan) => plan.kind === kind) : editions;
    },
    currentCarePlan: async (child: ChildRow, { kind }: { kind: CarePlanKind }, { loaders }: Context) => {
      const editions = await loaders.carePlans.editions.load({ child, knownAt: null });
      return editions.find((plan) => plan.kind === kind && plan.status === 'AGREED') ?? null;
    },
    carePlanSuggestions: (child: ChildRow, { kind }: { kind: CarePlanKind }, context: Context) =>
      suggestionsOf(child, kind, context),
    carePlanComparison: (child: ChildRow, wanted: { from: VersionWanted; to: VersionWanted }, context: Context) =>
      comparisonOf(child, wanted, context),
  },
  CarePlan: {
    placementToLastUntil18: ({ isToLastUntil18, toLastUntil18NotKnown }: CarePlanEntity) =>
      isToLastUntil18 === null && toLastUntil18NotKnown === null
        ? null
        : { value: isToLastUntil18, notKnown: toLastUntil18NotKnown },
    sections: allSections,
    missing: missingSections,
    agreement: (plan: CarePlanEntity) => (plan.status === 'AGREED' ? plan : null),
    versions: async ({ id }: CarePlanEntity, _args: unknown, { loaders }: Context) =>
      (await loaders.carePlans.versions.load(id))
        .map((plan, index, all) => ({ plan, before: all[index - 1] ?? plan }))
        .toReversed(),
    recorded: (plan: CarePlanEntity) => plan,
  },
  CarePlanAgreement: {
    by: ({ agreedBy }: CarePlanEntity) => ({ id: agreedBy }),
    people: ({ people }: CarePlanEntity) => people ?? [],
    childAgrees: ({ isChildAgreed, childAgreedNotKnown }: CarePlanEntity) => ({
      value: isChildAgreed,
      notKnown: childAgreedNotKnown,
    }),
  },
  CarePlanPerson: {
    wasConsulted: ({ wasConsulted, consultedNotKnown }: CarePlanPerson) => ({
      value: wasConsulted,
      notKnown: consultedNotKnown,
    }),
  },
  CarePlanVersion: {
    status: ({ plan }: PlanVersion) => plan.status,
    changed: ({ plan, before }: PlanVersion) => changedSections(before, plan),
    recorded: ({ plan }: PlanVersion) => plan,
  },
  CarePlanSuccess: {
    child: ({ carePlan }: { carePlan: CarePlanEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(carePlan.childId),
  },
  Mutation: {
    startCarePlan: (_root: unknown, { input }: { input: StartCarePlanInput }, context: Context) =>
      orFailure(async () => started(await startCarePlan(input, context))),
    writeCarePlan: (_root: unknown, { input }: { input: WriteCarePlanInput }, context: Context) =>
      orFailure(async () => written(await writeCarePlan(input, context))),
    agreeCarePlan: (_root: unknown, { input }: { input: AgreeCarePlanInput }, context: Context) =>
      orFailure(async () => success(await agreeCarePlan(input, context))),
  },
};

interface PlanVersion {
  readonly plan: CarePlanEntity;
  readonly before: CarePlanEntity;
}

async function comparisonOf(
  child: ChildRow,
  { from, to }: { readonly from: VersionWanted; readonly to: VersionWanted },
  { loaders }: Context,
): Promise<object | null> {
  const editions = await loaders.carePlans.editions.load({ child, knownAt: null });
  const find = async ({ id, version }: VersionWanted) =>
    editions.some((plan) => plan.id === id)
      ? (await loaders.carePlans.versions.load(id)).find((plan) => plan.version === version)
      : undefined;
  const [first, second] = await Promise.all([find(from), find(to)]);
  if (!first || !second) return null;
  const earlier = editions.filter(({ kind, edition }) => kind === second.kind && edition <= second.edition);
  const histories = await Promise.all(earlier.toReversed().map(({ id }) => loaders.carePlans.versions.load(id)));
  return { sections: differencesOf(first, second, histories.flat()) };
}

function success(carePlan: CarePlanEntity): object {
  return { __typename: 'CarePlanSuccess', carePlan };
}

function started(outcome: CarePlanEntity | DraftThere): object {
  if (!('draft' in outcome)) return success(outcome);
  const message = 'There is a draft of this plan already. Write in that one.';
  return { __typename: 'CarePlanDraftError', message, carePlan: outcome.draft };
}

function written(outcome: CarePlanEntity | WrittenMeanwhile): object {
  if (!('present' in outcome)) return success(outcome);
  const message = 'Somebody wrote in the plan after you opened it. Both texts are here: choose, then send yours again.';
  return { __typename: 'CarePlanConflictError', message, carePlan: outcome.present, sections: outcome.sections };
}
