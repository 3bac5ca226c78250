import { ageOn } from '@mainstay/primitives';
import { meaningOf } from '@mainstay/ssda903';
import { dutyKinds } from '../../duties/duty-kind.ts';
import { dutyRules } from '../../duties/rules/index.ts';
import { openStates } from '../duty/duty.state.ts';
import { latestOf, type SummaryFacts } from './summary.facts.ts';
import { from, fromReturns, inWords, missing, on, shortened, told, type SummaryItem } from './summary.item.ts';

/** Where the child lives, and since when. */
export function placementItems({ placement }: SummaryFacts): SummaryItem[] {
  if (!placement) return [missing('Lives', 'No placement is on record for today.', 'PLACEMENTS')];
  const { distanceFromHomeMiles: miles, isInsideAuthority } = placement;
  const source = fromReturns(placement.id, placement.startedOn, 'PLACEMENTS');
  const where = [
    miles === null ? null : `${miles} miles from home`,
    isInsideAuthority === null ? null : isInsideAuthority ? 'in the authority’s area' : 'outside the authority’s area',
  ].filter((one) => one !== null);
  return [
    told('Lives', `${meaningOf('PLACE', placement.type)}, since ${on(placement.startedOn)}`, source),
    where.length > 0
      ? told('Distance', where.join(', '), source)
      : missing(
          'Distance',
          'It is not known how far from home this is: a postcode is not in the directory.',
          'PLACEMENTS',
        ),
  ];
}

/** The legal status today, and since when. */
export function legalStatusItems({ legalStatuses, today }: SummaryFacts): SummaryItem[] {
  const held = legalStatuses.findLast(
    ({ startedOn, endedOn }) => startedOn <= today && (endedOn === null || endedOn > today),
  );
  return held
    ? [
        told('Legal status', `${meaningOf('LS', held.legalStatus)}, since ${on(held.startedOn)}`, {
          ...fromReturns(null, held.startedOn, 'LEGAL_STATUSES'),
        }),
      ]
    : [missing('Legal status', 'No legal status is on record for today.', 'LEGAL_STATUSES')];
}

/** What the plan aims for. */
export function planItems({ carePlans, child, today }: SummaryFacts): SummaryItem[] {
  const agreed = (kind: 'CARE' | 'PATHWAY') =>
    latestOf(
      carePlans.filter((plan) => plan.kind === kind && plan.agreedOn !== null),
      ({ agreedOn, recordedAt }) => agreedOn ?? (recordedAt.toISOString().slice(0, 10) as typeof today),
    );
  const care = agreed('CARE');
  const pathway = agreed('PATHWAY');
  const items = [
    care && care.agreedOn !== null
      ? told('Care plan', `Aim: ${care.permanenceAim === null ? 'not said' : inWords(care.permanenceAim)}`, {
          ...from(care, { what: `Care plan, edition ${care.edition},`, day: care.agreedOn, part: 'PLANS' }),
        })
      : missing('Care plan', 'No care plan is agreed on record.', 'PLANS'),
  ];
  if (pathway && pathway.agreedOn !== null) {
    items.push(
      told('Pathway plan', `Agreed on ${on(pathway.agreedOn)}`, {
        ...from(pathway, { what: 'Pathway plan', day: pathway.agreedOn, part: 'PLANS' }),
      }),
    );
  } else if (ageOn(child.dateOfBirth, today) >= 16) {
    items.push(missing('Pathway plan', 'No pathway plan is agreed on record.', 'PLANS'));
  }
  return items;
}

const DUTIES_SHOWN = 4;

/** What must be done next, what hurts the child first. */
export function nextDueItems({ duties, today }: SummaryFacts): SummaryItem[] {
  const next = duties.filter(({ state }) => openStates.includes(state)).slice(0, DUTIES_SHOWN);
  if (next.length === 0) return [missing('Next due', 'Nothing is due that you may see.', null)];
  return next.map((duty) =>
    told(stateWords(duty.state), `${dutyRules.get(duty.rule)?.title ?? duty.rule}: by ${on(duty.dueOn)}`, {
      source: { title: dutyRules.get(duty.rule)?.source ?? duty.rule, id: duty.id },
      asAt: today,
      part: dutyKinds[duty.kind].part,
    }),
  );
}

function stateWords(state: SummaryFacts['duties'][number]['state']): string {
  switch (state) {
    case 'LATE':
      return 'Late';
    case 'NOT_RECORDED':
      return 'None on record';
    case 'DUE_SOON':
      return 'Due soon';
    default:
      return 'Due';
  }
}

const VISITS_SHOWN = 3;

/** The last visits, those at which the child was not seen among them. */
export function lastVisitItems({ visits }: SummaryFacts): SummaryItem[] {
  const last = visits.slice(0, VISITS_SHOWN);
  if (last.length === 0) return [missing('Visits', 'No visit is on record.', 'VISITS')];
  return last.map((visit) => {
    const how = visit.isSeen ? (visit.isSeenAlone === true ? 'seen alone' : 'seen, not alone') : 'not seen';
    return told(`${on(visit.visitedOn)}: ${how}`, shortened(visit.isSeen ? visit.note : (visit.notSeenReason ?? '')), {
      ...from(visit, { what: 'Visit', day: visit.visitedOn, part: 'VISITS' }),
      ...(visit.workerId === null ? {} : { workerId: visit.workerId }),
    });
  });
}
