/** What is decided: `DecisionType` of the graph. */
export type DecisionType =
  | 'OVERNIGHT_STAY'
  | 'EMERGENCY_PAYMENT'
  | 'SCHOOL_CHOICE'
  | 'SCHOOL_TRIP'
  | 'HOLIDAY_UK'
  | 'HOLIDAY_ABROAD'
  | 'MEDICAL_ROUTINE'
  | 'MEDICAL_SERIOUS'
  | 'PASSPORT'
  | 'HAIRCUT'
  | 'PIERCING'
  | 'TATTOO'
  | 'PUBLICITY'
  | 'CONTACT_CHANGE'
  | 'PLACEMENT_CHANGE'
  | 'SERVICE'
  | 'MARRIAGE'
  | 'ARMED_FORCES'
  | 'OTHER';

/** Who decides: `DecisionLevel` of the graph. */
export type DecisionLevel = 'WORKER' | 'PRACTICE_MANAGER' | 'LA_MANAGER' | 'DIRECTOR';

/** The levels, from the one nearest to the child. */
export const decisionLevels: readonly DecisionLevel[] = ['WORKER', 'PRACTICE_MANAGER', 'LA_MANAGER', 'DIRECTOR'];

/** Who may decide one kind of question. */
export interface RuleOfRegister {
  readonly type: DecisionType;
  readonly level: DecisionLevel;
  /** Whether the one who asks may decide. */
  readonly mayDecideOwn: boolean;
  /** Within how many days an answer is expected. */
  readonly days: number;
}

/**
 * Who decides what while an authority says nothing else: whoever knows the child, unless it binds for long or costs much;
 * the director alone what is not delegated. In the order the kinds are shown.
 */
export const register: readonly RuleOfRegister[] = [
  ofWorker('OVERNIGHT_STAY', 1),
  ofWorker('EMERGENCY_PAYMENT', 0),
  ofWorker('SCHOOL_CHOICE', 14),
  ofWorker('SCHOOL_TRIP', 3),
  ofWorker('HOLIDAY_UK', 7),
  ofManager('HOLIDAY_ABROAD', 14),
  ofWorker('MEDICAL_ROUTINE', 3),
  ofManager('MEDICAL_SERIOUS', 1),
  ofWorker('PASSPORT', 14),
  ofWorker('HAIRCUT', 1),
  ofWorker('PIERCING', 3),
  { type: 'TATTOO', level: 'LA_MANAGER', mayDecideOwn: false, days: 7 },
  ofManager('PUBLICITY', 3),
  ofManager('CONTACT_CHANGE', 7),
  ofManager('PLACEMENT_CHANGE', 3),
  ofManager('SERVICE', 14),
  { type: 'MARRIAGE', level: 'DIRECTOR', mayDecideOwn: false, days: 14 },
  { type: 'ARMED_FORCES', level: 'DIRECTOR', mayDecideOwn: false, days: 14 },
  ofManager('OTHER', 7),
];

function ofWorker(type: DecisionType, days: number): RuleOfRegister {
  return { type, level: 'WORKER', mayDecideOwn: true, days };
}

function ofManager(type: DecisionType, days: number): RuleOfRegister {
  return { type, level: 'PRACTICE_MANAGER', mayDecideOwn: false, days };
}
