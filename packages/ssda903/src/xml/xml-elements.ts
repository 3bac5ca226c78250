import { SaxesParser } from 'saxes';
import { episodePart, headerParts, rootElement } from './xml-form.ts';

/** An element that holds a row: what its fields say, by column. */
export interface XmlRecord {
  /** `HEADER`, `EPISODE` or an element of a table within `HEADER`. */
  readonly element: string;
  /** The line on which it begins. */
  readonly line: number;
  /** Its number among the elements of its name, from 1. */
  readonly ordinal: number;
  readonly values: Map<string, string>;
}

/** Told what an XML return says, child by child. */
export interface XmlListener {
  /** The rows of one child, in their order. */
  onChild(records: readonly XmlRecord[]): void;
}

/** What was passed over in an XML return, and how long it is. */
export interface XmlExtent {
  readonly lines: number;
  readonly children: number;
  /** Names of elements that the return does not have. */
  readonly unknown: ReadonlySet<string>;
  /** The first line with text outside of any field; null when there is none. */
  readonly strayLine: number | null;
}

/** Why an XML file cannot be used. */
export class XmlRefusal extends Error {
  override readonly name = 'XmlRefusal';
  readonly kind: 'damaged' | 'declarations' | 'not-a-return' | 'repeated';
  readonly line: number;
  readonly element: string;

  constructor(kind: XmlRefusal['kind'], line: number, element = '') {
    super(kind);
    this.kind = kind;
    this.line = line;
    this.element = element;
  }
}

/** Text handed to the parser at a time, so that a file that is refused early is not read to its end. */
const SLICE = 256 * 1024;

/** Deeper than any return is: what is nested deeper is not followed. */
const DEEPEST = 16;

const fieldsOf = new Map<string, ReadonlyMap<string, string>>([
  ['HEADER', columns(headerParts.filter(({ element }) => element === null).flatMap(({ fields }) => fields))],
  ...[...headerParts, episodePart].flatMap(({ element, fields }) =>
    element === null ? [] : [[element, columns(fields)] as const],
  ),
]);
const within: Readonly<Record<string, ReadonlySet<string>>> = {
  CHILD: new Set(['HEADER', 'EPISODE']),
  HEADER: new Set(headerParts.flatMap(({ element }) => element ?? [])),
};

/**
 * Goes through the text of an XML return once, child by child. No entity is resolved and no other file looked at: a
 * text with a document type is refused as a whole.
 *
 * @throws XmlRefusal
 */
export function readXmlElements(text: string, listener: XmlListener): XmlExtent {
  const walk = new Walk(listener);
  for (let from = 0; from < text.length; from += SLICE) walk.write(text.slice(from, from + SLICE));
  return walk.end();
}

class Walk {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #listener: XmlListener;
  /** The elements that hold the present one and are known. */
  readonly #open: string[] = [];
  readonly #records: XmlRecord[] = [];
  readonly #counts = new Map<string, number>();
  readonly #unknown = new Set<string>();
  #child: XmlRecord[] = [];
  #column: string | null = null;
  #text = '';
  /** How many elements deep in one that is passed over. */
  #skipped = 0;
  #children = 0;
  #strayLine: number | null = null;

  constructor(listener: XmlListener) {
    this.#listener = listener;
    const parser = this.#parser;
    parser.on('error', () => this.#refuse('damaged'));
    parser.on('doctype', () => this.#refuse('declarations'));
    parser.on('opentag', ({ name }) => this.#enter(name.slice(name.indexOf(':') + 1).toUpperCase()));
    parser.on('closetag', () => this.#leave());
    parser.on('text', (text) => this.#take(text));
    parser.on('cdata', (text) => this.#take(text));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): XmlExtent {
    const lines = this.#parser.line;
    this.#parser.close();
    return { lines, children: this.#children, unknown: this.#unknown, strayLine: this.#strayLine };
  }

  #refuse(kind: XmlRefusal['kind'], element = ''): never {
    throw new XmlRefusal(kind, this.#parser.line, element);
  }

  #enter(name: string): void {
    const parent = this.#open.at(-1);
    if (this.#skipped > 0 || this.#column !== null) return this.#skip();
    if (parent === undefined) {
      if (name !== rootElement) this.#refuse('not-a-return');
      this.#open.push(name);
    } else if (parent === rootElement && name === 'CHILD') {
      this.#open.push(name);
      this.#children += 1;
      this.#child = [];
    } else if (within[parent]?.has(name)) {
      this.#begin(name);
    } else {
      const column = fieldsOf.get(parent)?.get(name);
      if (column === undefined) {
        // A name may be anything somebody wrote: only what looks like a name of the return is repeated.
        this.#unknown.add(/^[A-Z_0-9]{1,30}$/.test(name) ? name : 'others');
        return this.#skip();
      }
      if (this.#records.at(-1)?.values.has(column)) this.#refuse('repeated', name);
      this.#open.push(name);
      this.#column = column;
      this.#text = '';
    }
  }

  #begin(element: string): void {
    const ordinal = (this.#counts.get(element) ?? 0) + 1;
    this.#counts.set(element, ordinal);
    const record = { element, line: this.#parser.line, ordinal, values: new Map<string, string>() };
    this.#child.push(record);
    this.#records.push(record);
    this.#open.push(element);
  }

  #skip(): void {
    this.#skipped += 1;
    if (this.#skipped > DEEPEST) this.#refuse('damaged');
  }

  #leave(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const name = this.#open.pop();
    if (this.#column !== null) {
      this.#records.at(-1)?.values.set(this.#column, this.#text);
      this.#column = null;
    } else if (name === 'CHILD') this.#listener.onChild(this.#child);
    else if (name !== undefined && fieldsOf.has(name)) this.#records.pop();
  }

  #take(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#column !== null) this.#text += text;
    else if (this.#strayLine === null && text.trim() !== '') this.#strayLine = this.#parser.line;
  }
}

function columns(fields: readonly { element: string; column: string }[]): ReadonlyMap<string, string> {
  return new Map(fields.map(({ element, column }) => [element, column]));
}
