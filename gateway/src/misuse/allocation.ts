import type { ChildFacts, Look, MisuseFacts, PersonFacts } from './facts.ts';
import { dayOf } from './looks-by.ts';

/** Taking a child over and handing one over begin before and end after the allocation itself. */
const HANDOVER_DAYS = 28;
/** Whoever stands in for a colleague opens the records of several of that colleague's children in a day. */
const CHILDREN_OF_A_STAND_IN = 2;

/** Whether a look at a child was part of the looker's work. */
export class OrdinaryWork {
  readonly #facts: MisuseFacts;
  readonly #standIns: ReadonlySet<string>;

  constructor(facts: MisuseFacts) {
    this.#facts = facts;
    this.#standIns = standInDays(facts);
  }

  /** True when the looker is, was lately or soon will be the child's worker, or stood in for the worker that day. */
  explains(look: Look): boolean {
    const person = this.#facts.people.get(look.subject);
    const day = dayOf(look.at);
    if (person && isAllocated(person, this.#facts.children.get(look.childId), day)) return true;
    return standInKeys(this.#facts, look).some((key) => this.#standIns.has(key));
  }
}

function isAllocated(person: PersonFacts, child: ChildFacts | undefined, day: string): boolean {
  if (!child || person.workerId === null) return false;
  return child.workers.some(({ workerId, from, until }) => {
    if (workerId !== person.workerId) return false;
    return shifted(from, -HANDOVER_DAYS) <= day && (until === null || day <= shifted(until, HANDOVER_DAYS));
  });
}

/** Person, day and colleague: that the person opened several of that colleague's children on that day. */
function standInDays(facts: MisuseFacts): ReadonlySet<string> {
  const children = new Map<string, Set<string>>();
  for (const look of facts.looks) {
    for (const key of standInKeys(facts, look)) {
      const opened = children.get(key) ?? new Set();
      children.set(key, opened.add(look.childId));
    }
  }
  return new Set([...children].filter(([, opened]) => opened.size >= CHILDREN_OF_A_STAND_IN).map(([key]) => key));
}

function standInKeys({ children }: MisuseFacts, { subject, childId, at }: Look): string[] {
  const day = dayOf(at);
  const workers = children.get(childId)?.workers ?? [];
  return workers
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .map(({ workerId }) => [subject, day, workerId].join(' '));
}

function shifted(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
