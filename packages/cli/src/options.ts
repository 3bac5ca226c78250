import { parseArgs } from 'node:util';
import { UsageError } from './refusal.ts';

/** The words and options of a command line. */
export interface Options {
  readonly positionals: readonly string[];
  /** The option's value; null when it was left out. */
  text(name: string): string | null;
  /** The option's value. @throws UsageError when it was left out. */
  required(name: string): string;
  flag(name: string): boolean;
}

/** Reads `words` as options that take a value, flags that take none, and the rest. @throws UsageError */
export function readOptions(
  words: readonly string[],
  names: readonly string[],
  flags: readonly string[] = [],
): Options {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
  ]) as Record<string, { type: 'string' | 'boolean' }>;
  const { values, positionals } = parse(words, options);
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  return {
    positionals,
    text,
    required: (name) => {
      const value = text(name);
      if (value === null) throw new UsageError(`--${name} is missing.`);
      return value;
    },
    flag: (name) => values[name] === true,
  };
}

function parse(words: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options were not understood.');
  }
}

/** `--la`: the ONS code of an English authority. */
export function laCodeOf(options: Options): string {
  const code = options.required('la').toUpperCase();
  if (!/^E\d{8}$/.test(code)) throw new UsageError('--la takes an ONS code such as E08000025.');
  return code;
}

/** `--year`: a collection year. */
export function yearOf(options: Options): number {
  const year = Number(options.required('year'));
  if (!Number.isInteger(year) || year < 2010 || year > 2100) {
    throw new UsageError('--year takes a collection year: 2024 is 1 April 2023 to 31 March 2024.');
  }
  return year;
}

/** `--year`: a census year. */
export function censusYearOf(options: Options): number {
  const year = Number(options.required('year'));
  if (!Number.isInteger(year) || year < 2010 || year > 2100) {
    throw new UsageError('--year takes a census year: 2025 is 1 October 2024 to 30 September 2025.');
  }
  return year;
}
