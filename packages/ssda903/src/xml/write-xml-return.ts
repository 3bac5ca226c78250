import { columnIndex, tables, type TableName } from '../tables/tables.ts';
import { episodePart, headerParts, oncePerHeader, rootElement, uasc, xmlTables, type XmlPart } from './xml-form.ts';

/** The rows of a return, by table: cells in the order of the table's columns. */
export type CellsByTable = ReadonlyMap<TableName, Iterable<readonly string[]>>;

/** Rows that the XML form has no place for, and why. */
export interface LeftOut {
  readonly table: TableName;
  readonly rows: number;
  /** A sentence. */
  readonly reason: string;
}

/** A return in its XML form, and what is not in it. */
export interface WrittenXml {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/**
 * A whole return in its XML form: UTF-8, children in the order of Header, elements in the order of the schema. Read
 * back by `readSentFile` it gives the same rows of the tables the form carries.
 *
 * Left out, and answered: social workers and deprivation of liberty orders, which have no known elements; rows of
 * children who are not in Header; a second row where a child can have one; rows with nothing to say but whose they are.
 */
export function writeXmlReturn(returned: CellsByTable): WrittenXml {
  const leftOut = new LeftOutRows();
  const children = byChild(returned, leftOut);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<${rootElement}>`];
  for (const rows of children.values()) {
    lines.push('<CHILD>', '<HEADER>');
    for (const part of headerParts) for (const line of partLines(part, rows)) lines.push(line);
    lines.push('</HEADER>');
    for (const line of partLines(episodePart, rows)) lines.push(line);
    lines.push('</CHILD>');
  }
  lines.push(`</${rootElement}>`, '');
  return { text: lines.join('\n'), leftOut: leftOut.all() };
}

type RowsOfChild = Map<TableName, (readonly string[])[]>;

function byChild(returned: CellsByTable, leftOut: LeftOutRows): Map<string, RowsOfChild> {
  const children = new Map<string, RowsOfChild>();
  for (const { name: table } of tables) {
    const at = columnIndex(table, 'CHILD');
    for (const cells of returned.get(table) ?? []) {
      const child = cells[at] ?? '';
      if (table === 'Header' && child !== '' && !children.has(child)) children.set(child, new Map());
      const own = children.get(child);
      const reason = whyNot(table, cells, own);
      if (reason !== null || !own) leftOut.add(table, reason ?? 'Its child is not in Header.');
      else own.set(table, [...(own.get(table) ?? []), cells]);
    }
  }
  return children;
}

function whyNot(table: TableName, cells: readonly string[], own: RowsOfChild | undefined): string | null {
  if (!xmlTables.includes(table)) return 'The XML form has no known elements for it.';
  if (!own) return 'The child is not in Header, and the XML form has no other place to name a child.';
  if (oncePerHeader.includes(table) && own.has(table)) return 'The XML form holds one row of it for a child.';
  if (table === 'Header' || table === 'UASC') return null;
  const hasOwn = fieldsOf(table).some(({ column }) => cells[indexOf(table, column)] !== '');
  return hasOwn ? null : 'The row says nothing but whose it is.';
}

function partLines(part: XmlPart, rows: RowsOfChild): string[] {
  const { table, element } = part;
  if (part.fields.some((field) => field.element === uasc)) return uascLines(part, rows);
  return (rows.get(table) ?? []).flatMap((cells) => {
    const fields = part.fields.flatMap((field) => {
      const cell = cells[indexOf(table, field.column)] ?? '';
      return cell === '' && !field.isAlwaysWritten ? [] : [written(field.element, cell)];
    });
    return element === null ? fields : [`<${element}>${fields.join('')}</${element}>`];
  });
}

function uascLines({ table }: XmlPart, rows: RowsOfChild): string[] {
  const [row] = rows.get(table) ?? [];
  const ceased = row?.[indexOf(table, 'DUC')] ?? '';
  return [written(uasc, row ? '1' : '0'), ...(ceased === '' ? [] : [written('DUC', ceased)])];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function written(element: string, cell: string): string {
  if (cell === '') return `<${element} />`;
  return `<${element}>${cell.replaceAll(/[&<>\r]/g, (mark) => escapes[mark] ?? '')}</${element}>`;
}

function fieldsOf(table: TableName): XmlPart['fields'] {
  return [...headerParts, episodePart].flatMap((part) => (part.table === table ? part.fields : []));
}

const positions = new Map(tables.map(({ name, columns }) => [name, new Map(columns.map((c, at) => [c.name, at]))]));

function indexOf(table: TableName, column: string): number {
  return positions.get(table)?.get(column) ?? -1;
}

class LeftOutRows {
  readonly #counts = new Map<string, LeftOut>();

  add(table: TableName, reason: string): void {
    const key = `${table} ${reason}`;
    this.#counts.set(key, { table, reason, rows: (this.#counts.get(key)?.rows ?? 0) + 1 });
  }

  all(): LeftOut[] {
    return [...this.#counts.values()];
  }
}
