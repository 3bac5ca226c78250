/** The detectors, as the graph's `MisuseDetector` names them. */
export type DetectorName =
  | 'UNALLOCATED_ACCESS'
  | 'SAME_SURNAME'
  | 'SAME_ADDRESS'
  | 'COLLEAGUES_CHILD'
  | 'OUT_OF_HOURS_BURST'
  | 'LEAVER_STILL_ACTIVE'
  | 'DORMANT_ACCOUNT';

/** That somebody opened or changed a child's record: one entry of the audit and one child. */
export interface Look {
  readonly eventId: string;
  /** The one who looked. */
  readonly subject: string;
  readonly childId: string;
  readonly at: Date;
}

/** That somebody used the platform at all, on one day. */
export interface Use {
  readonly eventId: string;
  readonly subject: string;
  readonly at: Date;
}

/** What is known of somebody who uses the platform. Names and postcodes are codes that can only be compared. */
export interface PersonFacts {
  readonly subject: string;
  readonly role: string;
  /** The practice's identifier, else the authority's ONS code. */
  readonly organisation: string;
  /** The regulator's number; null for those who are no social workers. */
  readonly workerId: string | null;
  readonly familyNameCode: string | null;
  readonly postcodeCode: string | null;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

/** A time: from a day to a day, both in it; null while it lasts. */
export interface Days {
  readonly from: string;
  readonly until: string | null;
}

/** What is known of a child whose record was opened. */
export interface ChildFacts {
  readonly childId: string;
  readonly familyNameCode: string | null;
  readonly postcodeCode: string | null;
  /** The social workers allocated to the child over time. */
  readonly workers: readonly (Days & { readonly workerId: string })[];
}

/** What the detectors look at: a stretch of one authority's audit, and what is known of people and children in it. */
export interface MisuseFacts {
  readonly now: Date;
  readonly looks: readonly Look[];
  readonly uses: readonly Use[];
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly children: ReadonlyMap<string, ChildFacts>;
  /** The posts of workers, by the regulator's number as it is compared: `plainNumber`. */
  readonly posts: ReadonlyMap<string, readonly Days[]>;
}

/** Something a detector noticed. It says what was seen and accuses nobody. */
export interface Finding {
  readonly detector: DetectorName;
  readonly subject: string;
  /** The child concerned; null where it is not about one. */
  readonly childId: string | null;
  /** The first time it was seen. */
  readonly at: Date;
  /** Plain words for whoever decides: what was seen, and what might explain it. No name, no value of a record. */
  readonly explanation: string;
  /** The entries of the audit it rests on, at most 20. */
  readonly eventIds: readonly string[];
}

/** A pure function from facts to findings. */
export type Detector = (facts: MisuseFacts) => Finding[];
