import type { ChildFacts, Days, DetectorName, Look, MisuseFacts, PersonFacts, Use } from '../facts.ts';

/** Made-up audit of a season with misuse hidden in it, and where it is hidden. */
export interface SeededAudit {
  readonly facts: MisuseFacts;
  /** What each detector ought to find: `subject` or `subject childId`. */
  readonly planted: Readonly<Record<DetectorName, ReadonlySet<string>>>;
}

const DAY_MS = 86_400_000;
const START = Date.parse('2026-06-01T00:00:00Z');
const SEASON_DAYS = 160;
const WORKERS = 40;
const OTHERS = 20;
const CHILDREN = 400;
/** Family names are as unevenly spread as in life: a few are common. */
const NAMES = 150;
const POSTCODES = 260;

/**
 * A season of ordinary work with all that looks like misuse and is none — duty days for colleagues, hand-overs, common
 * names, late evenings, leave — and misuse of every kind, planted by a seed.
 */
export function seededAudit(seed: number): SeededAudit {
  const season = new Season(randomOf(seed));
  season.work();
  season.plant();
  return season.audit();
}

/** The key that findings and planted misuse are compared by. */
export function keyOf(subject: string, childId: string | null): string {
  return childId === null ? subject : `${subject} ${childId}`;
}

class Season {
  readonly #random: () => number;
  readonly #people = new Map<string, PersonFacts>();
  readonly #children = new Map<string, ChildFacts>();
  readonly #posts = new Map<string, Days[]>();
  readonly #looks: Look[] = [];
  readonly #seen = new Set<string>();
  readonly #uses: Use[] = [];
  readonly #planted: Record<DetectorName, Set<string>> = {
    UNALLOCATED_ACCESS: new Set(),
    SAME_SURNAME: new Set(),
    SAME_ADDRESS: new Set(),
    COLLEAGUES_CHILD: new Set(),
    OUT_OF_HOURS_BURST: new Set(),
    LEAVER_STILL_ACTIVE: new Set(),
    DORMANT_ACCOUNT: new Set(),
  };

  constructor(random: () => number) {
    this.#random = random;
    for (let index = 0; index < WORKERS + OTHERS; index += 1) this.#hire(index);
    for (let index = 0; index < CHILDREN; index += 1) this.#admit(index);
  }

  /** What people do all day. */
  work(): void {
    for (let day = 0; day < SEASON_DAYS; day += 1) {
      for (let worker = 0; worker < WORKERS; worker += 1) {
        if (this.#random() < 0.6) this.#workingDay(worker, day);
      }
    }
  }

  plant(): void {
    this.#curious();
    this.#family();
    this.#nights();
    this.#accounts();
  }

  audit(): SeededAudit {
    for (const { subject, at } of this.#uses) {
      const person = this.#people.get(subject);
      if (person && person.lastSeenAt < at) this.#people.set(subject, { ...person, lastSeenAt: at });
    }
    return {
      planted: this.#planted,
      facts: {
        now: new Date(START + SEASON_DAYS * DAY_MS),
        looks: this.#looks,
        uses: this.#uses,
        people: this.#people,
        children: this.#children,
        posts: this.#posts,
      },
    };
  }

  #workingDay(worker: number, day: number): void {
    const own = [...this.#children.values()].filter(({ workers }) => this.#isWith(workers, worker, day));
    for (const child of own) if (this.#random() < 0.3) this.#look(worker, child.childId, this.#at(day));
    // A duty day: a colleague is away, and whoever rings up is one of the colleague's.
    if (this.#random() < 0.08) {
      const colleague = this.#pick(WORKERS);
      const theirs = [...this.#children.values()].filter(({ workers }) => this.#isWith(workers, colleague, day));
      for (const child of theirs.slice(0, 3)) this.#look(worker, child.childId, this.#at(day));
    }
    // A late evening with a report to write: a few children, never many.
    if (this.#random() < 0.03)
      for (const child of own.slice(0, 4)) this.#look(worker, child.childId, this.#at(day, 21));
  }

  #curious(): void {
    for (let index = 0; index < 12; index += 1) {
      const worker = this.#pick(WORKERS);
      const child = this.#childNotOf(worker);
      if (!child) continue;
      for (const day of [20, 33, 71]) this.#look(worker, child.childId, this.#at(day + index));
      this.#planted.UNALLOCATED_ACCESS.add(keyOf(subjectOf(worker), child.childId));
    }
  }

  #family(): void {
    for (let index = 0; index < 8; index += 1) {
      const viewer = this.#pick(WORKERS);
      const relative = this.#childNotOf(viewer);
      const neighbour = this.#childNotOf(viewer);
      const colleagues = this.#childNotOf(viewer);
      const colleague = this.#people.get(subjectOf((viewer + 1 + index) % WORKERS));
      const person = this.#people.get(subjectOf(viewer));
      if (!relative || !neighbour || !colleagues || !colleague || !person) continue;
      this.#children.set(relative.childId, { ...relative, familyNameCode: person.familyNameCode });
      this.#children.set(neighbour.childId, { ...neighbour, postcodeCode: person.postcodeCode });
      const { familyNameCode, postcodeCode } = colleague;
      this.#children.set(colleagues.childId, { ...colleagues, familyNameCode, postcodeCode });
      for (const child of [relative, neighbour, colleagues]) this.#look(viewer, child.childId, this.#at(40 + index));
      this.#planted.SAME_SURNAME.add(keyOf(subjectOf(viewer), relative.childId));
      this.#planted.SAME_ADDRESS.add(keyOf(subjectOf(viewer), neighbour.childId));
      this.#planted.COLLEAGUES_CHILD.add(keyOf(subjectOf(viewer), colleagues.childId));
    }
  }

  #nights(): void {
    for (let index = 0; index < 4; index += 1) {
      const viewer = WORKERS + index;
      const children = [...this.#children.keys()].slice(index * 20, index * 20 + 14);
      for (const [minute, childId] of children.entries())
        this.#look(viewer, childId, this.#at(60 + index, 23, minute * 3));
      this.#planted.OUT_OF_HOURS_BURST.add(subjectOf(viewer));
    }
  }

  #accounts(): void {
    for (let index = 0; index < 5; index += 1) {
      const leaver = subjectOf(index);
      const until = dayAt(START + 100 * DAY_MS);
      this.#posts.set(workerIdOf(index), [{ from: '2020-01-01', until }]);
      this.#use(leaver, new Date(START + (110 + index) * DAY_MS + 10 * 3_600_000));
      this.#planted.LEAVER_STILL_ACTIVE.add(leaver);
      const dormant = subjectOf(WORKERS + OTHERS - 1 - index);
      this.#planted.DORMANT_ACCOUNT.add(dormant);
      this.#use(dormant, new Date(START + index * DAY_MS));
      // Every other one is used again at the end, by whoever.
      if (index % 2 === 0) this.#use(dormant, new Date(START + (SEASON_DAYS - 2) * DAY_MS));
    }
  }

  #hire(index: number): void {
    const isWorker = index < WORKERS;
    const seen = new Date(START);
    this.#people.set(subjectOf(index), {
      subject: subjectOf(index),
      role: isWorker ? 'swp-worker' : 'la-analyst',
      organisation: isWorker ? 'harbour' : 'E08000025',
      workerId: isWorker ? workerIdOf(index) : null,
      familyNameCode: `n${this.#skewed(NAMES)}`,
      postcodeCode: `staff-${index}`,
      firstSeenAt: seen,
      lastSeenAt: seen,
    });
    if (isWorker) this.#posts.set(workerIdOf(index), [{ from: '2020-01-01', until: null }]);
    // Office staff sign in now and then, and look at lists.
    else for (let day = index % 7; day < SEASON_DAYS; day += 20) this.#use(subjectOf(index), this.#at(day), true);
  }

  #admit(index: number): void {
    const worker = this.#pick(WORKERS);
    const change = this.#random() < 0.25 ? Math.floor(this.#random() * SEASON_DAYS) : null;
    const changed = change === null ? null : dayAt(START + change * DAY_MS);
    this.#children.set(`c${index}`, {
      childId: `c${index}`,
      familyNameCode: this.#random() < 0.9 ? `n${this.#skewed(NAMES)}` : null,
      postcodeCode: `home-${Math.floor(this.#random() * POSTCODES)}`,
      workers: [
        { workerId: workerIdOf(worker), from: '2025-01-01', until: changed },
        ...(changed ? [{ workerId: workerIdOf(this.#pick(WORKERS)), from: changed, until: null }] : []),
      ],
    });
  }

  #childNotOf(worker: number): ChildFacts | undefined {
    const strangers = [...this.#children.values()].filter(({ workers, childId }) => {
      const isKnown = workers.some(({ workerId }) => workerId === workerIdOf(worker));
      return !isKnown && !this.#seen.has(keyOf(subjectOf(worker), childId));
    });
    return strangers[this.#pick(strangers.length)];
  }

  #isWith(workers: ChildFacts['workers'], worker: number, day: number): boolean {
    const on = dayAt(START + day * DAY_MS);
    return workers.some(({ workerId, from, until }) => {
      return workerId === workerIdOf(worker) && from <= on && (until === null || on <= until);
    });
  }

  #look(who: number, childId: string, at: Date): void {
    const eventId = `e${this.#looks.length}`;
    this.#seen.add(keyOf(subjectOf(who), childId));
    this.#looks.push({ eventId, subject: subjectOf(who), childId, at });
    this.#use(subjectOf(who), at);
  }

  #use(subject: string, at: Date, isOffice = false): void {
    // Those whose account is to go to sleep are not let work in the office first.
    const index = Number(subject.slice(1));
    if (isOffice && index >= WORKERS + OTHERS - 5) return;
    this.#uses.push({ eventId: `u${this.#uses.length}`, subject, at });
  }

  #at(day: number, hour = 9 + Math.floor(this.#random() * 8), minute = Math.floor(this.#random() * 60)): Date {
    const date = START + day * DAY_MS;
    const weekend = [0, 6].includes(new Date(date).getUTCDay()) && hour < 20 ? 2 * DAY_MS : 0;
    return new Date(date + weekend + (hour - 1) * 3_600_000 + minute * 60_000);
  }

  #pick(from: number): number {
    return Math.floor(this.#random() * from);
  }

  #skewed(from: number): number {
    return Math.floor(from * this.#random() ** 2);
  }
}

function subjectOf(index: number): string {
  return `p${index}`;
}

function workerIdOf(index: number): string {
  return `SW${String(100_000 + index)}`;
}

function dayAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Mulberry32: small, and the same numbers everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
