import { SaxesParser } from 'saxes';
import { authorityBlocks, authorityField } from '../fields/authority-fields.ts';
import { workerField, type WorkerTag } from '../fields/worker-fields.ts';
import { headerTags, type CensusFile, type CensusRow, type UnknownTag } from './census-file.ts';
import { mostWorkers, type XmlReason } from './refusals.ts';

/** What the elements of a census file say, before anything is made of it. */
export interface CensusElements extends Omit<CensusFile, 'year' | 'notes'> {
  /** The first line with text outside of any field; null when there is none. */
  readonly strayLine: number | null;
}

/** Why an XML file cannot be used. */
export class CensusRefusal extends Error implements XmlReason {
  override readonly name = 'CensusRefusal';
  readonly kind: XmlReason['kind'];
  readonly line: number;

  constructor(kind: XmlReason['kind'], line: number) {
    super(kind);
    this.kind = kind;
    this.line = line;
  }
}

/** Text handed to the parser at a time, so that a file that is refused early is not read to its end. */
const SLICE = 256 * 1024;

/** Deeper than any census is: what is nested deeper is not followed. */
const DEEPEST = 16;

/**
 * Goes through the text of a census once. No entity is resolved and no other file looked at: a text with a document type
 * is refused as a whole.
 *
 * @throws CensusRefusal
 */
export function readCensusElements(text: string): CensusElements {
  const walk = new Walk();
  for (let from = 0; from < text.length; from += SLICE) walk.write(text.slice(from, from + SLICE));
  return walk.end();
}

type Place = 'message' | 'header' | 'authority' | 'workers' | 'worker' | 'field';

const headers: ReadonlySet<string> = new Set(headerTags);
const blocks: ReadonlySet<string> = new Set(authorityBlocks.map(({ tag }) => tag));

class Walk {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #open: Place[] = [];
  readonly #header: Record<string, string> = {};
  readonly #authority: Record<string, string> = {};
  readonly #repeated = new Set<string>();
  readonly #workers: CensusRow[] = [];
  readonly #unknown = new Map<string, UnknownTag>();
  #authorityBlock: CensusFile['authorityBlock'] = null;
  #authorityLine: number | null = null;
  #worker: { cells: Record<string, string>; repeated: Set<WorkerTag> } = { cells: {}, repeated: new Set() };
  #tag = '';
  #text = '';
  /** How many elements deep in one that is passed over. */
  #skipped = 0;
  #strayLine: number | null = null;

  constructor() {
    const parser = this.#parser;
    parser.on('error', () => this.#refuse('damaged'));
    parser.on('doctype', () => this.#refuse('declarations'));
    parser.on('opentag', ({ name }) => this.#enter(name.slice(name.indexOf(':') + 1)));
    parser.on('closetag', () => this.#leave());
    parser.on('text', (text) => this.#take(text));
    parser.on('cdata', (text) => this.#take(text));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): CensusElements {
    this.#parser.close();
    return {
      header: this.#header,
      authorityBlock: this.#authorityBlock,
      authorityLine: this.#authorityLine,
      authority: this.#authority,
      repeated: [...this.#repeated],
      workers: this.#workers,
      unknown: [...this.#unknown.values()],
      strayLine: this.#strayLine,
    };
  }

  #refuse(kind: XmlReason['kind']): never {
    throw new CensusRefusal(kind, this.#parser.line);
  }

  #enter(tag: string): void {
    if (this.#skipped > 0) return this.#skip();
    const place = this.#placeOf(tag);
    if (place === null) {
      this.#note(tag);
      return this.#skip();
    }
    this.#open.push(place);
    if (place === 'worker') this.#beginWorker();
    if (place === 'authority') {
      this.#authorityBlock ??= tag === 'LALevel' ? 'LALevel' : 'LALevelVacancies';
      this.#authorityLine ??= this.#parser.line;
    }
    if (place === 'field') {
      this.#tag = tag;
      this.#text = '';
    }
  }

  /** Where an element belongs; null for one that the census does not have there. */
  #placeOf(tag: string): Place | null {
    switch (this.#open.at(-1)) {
      case undefined:
        return tag === 'Message' ? 'message' : this.#refuse('not-a-census');
      case 'message':
        if (tag === 'Header') return 'header';
        if (blocks.has(tag)) return 'authority';
        if (tag === 'CSWWWorkers') return 'workers';
        return tag === 'CSWWWorker' ? 'worker' : null;
      case 'header':
        if (tag === 'CollectionDetails' || tag === 'Source') return 'header';
        return headers.has(tag) ? 'field' : null;
      case 'authority':
        return authorityField(tag) ? 'field' : null;
      case 'workers':
        if (tag === 'CSWWWorker') return 'worker';
        if (workerField(tag) === undefined) return null;
        // The specification's overview calls the worker's own element CSWWWorkers.
        this.#open[this.#open.length - 1] = 'worker';
        this.#beginWorker();
        return 'field';
      case 'worker':
        return workerField(tag) ? 'field' : null;
      default:
        return null;
    }
  }

  #beginWorker(): void {
    if (this.#workers.length >= mostWorkers) this.#refuse('too-many');
    this.#worker = { cells: {}, repeated: new Set() };
    const { cells, repeated } = this.#worker;
    const number = this.#workers.length + 1;
    this.#workers.push({
      number,
      line: this.#parser.line,
      cells,
      get repeated() {
        return [...repeated];
      },
    });
  }

  #note(tag: string): void {
    // A name may be anything somebody wrote: only what looks like a tag is repeated.
    const told = /^[A-Za-z][A-Za-z_0-9]{0,39}$/.test(tag) ? tag : 'others';
    const known = this.#unknown.get(told);
    if (known === undefined && this.#unknown.size >= 50) return;
    this.#unknown.set(told, {
      tag: told,
      count: (known?.count ?? 0) + 1,
      firstLine: known?.firstLine ?? this.#parser.line,
    });
  }

  #skip(): void {
    this.#skipped += 1;
    if (this.#skipped > DEEPEST) this.#refuse('too-deep');
  }

  #leave(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    if (this.#open.pop() === 'field') this.#keep(this.#tag, this.#text.trim());
  }

  #keep(tag: string, text: string): void {
    const place = this.#open.at(-1);
    if (place === 'worker') {
      const field = workerField(tag);
      if (field && tag in this.#worker.cells) this.#worker.repeated.add(field.tag);
      else if (text !== '') this.#worker.cells[tag] = text;
      return;
    }
    const cells = place === 'authority' ? this.#authority : this.#header;
    if (tag in cells) this.#repeated.add(tag);
    else if (text !== '') cells[tag] = text;
  }

  #take(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#open.at(-1) === 'field') this.#text += text;
    else if (this.#strayLine === null && text.trim() !== '') this.#strayLine = this.#parser.line;
  }
}
