import { plainDate } from '@mainstay/primitives';
import { readFileSync } from 'node:fs';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Navigation } from '../frame/navigation.tsx';
import { MemoryRouter } from '../routing/router.tsx';
import { normaliseHtml } from '../testing/normalise-html.ts';
import { Button, type ButtonProps } from './button.tsx';
import { Checkboxes } from './checkboxes.tsx';
import { DateInput } from './date-input.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Radios, Select, TextInput, type TextInputProps } from './fields.tsx';
import { InsetText, NotificationBanner, Tag, WarningText, type TagColour } from './notices.tsx';
import { Pagination } from './pagination.tsx';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';
import { TextArea } from './text-area.tsx';
import { BackLink, Breadcrumbs, SkipLink } from './wayfinding.tsx';

// GOV.UK Frontend ships, for each component, options and the HTML they make. Our components must make the same HTML:
// when an upgrade changes it, this test shows where.

// oxlint-disable-next-line typescript/no-explicit-any -- the options differ from component to component
type Options = any;

interface Conformance {
  readonly component: string;
  readonly fixtures: readonly string[];
  readonly render: (options: Options) => ReactElement;
  /** Attributes that GOV.UK Frontend's script sets and ours writes at once, or that are ours to name. */
  readonly ignored?: readonly string[];
  /** The element to compare, where ours stands in one more. */
  readonly from?: string;
}

const raw = (html: string) => createElement('x-raw', { dangerouslySetInnerHTML: { __html: html } });
const content = (value: Options): ReactNode => (value?.html ? raw(value.html) : value?.text);
const field = (o: Options) => ({
  name: o.name ?? o.id,
  id: o.id ?? o.idPrefix ?? o.name,
  label: o.label?.text ?? o.fieldset?.legend?.text,
  ...(o.hint ? { hint: o.hint.text } : {}),
  ...(o.errorMessage ? { error: o.errorMessage.text } : {}),
});
const choices = (items: Options[]) =>
  items.map((item) => ({
    value: String(item.value),
    text: item.text,
    isDisabled: item.disabled,
    hint: item.hint?.text,
  }));
const chosen = (o: Options, mark: 'checked' | 'selected') => {
  const item = o.items.find((candidate: Options) => candidate[mark]);
  return item ? { defaultValue: String(item.value) } : {};
};

const conformance: readonly Conformance[] = [
  {
    component: 'back-link',
    fixtures: ['default', 'with custom text and link'],
    render: (o) => <BackLink to={o.href ?? '#'}>{o.text ?? 'Back'}</BackLink>,
  },
  {
    component: 'breadcrumbs',
    fixtures: ['default', 'with one level'],
    render: (o) => <Breadcrumbs crumbs={o.items.map((item: Options) => ({ text: item.text, to: item.href }))} />,
  },
  {
    component: 'button',
    fixtures: ['default', 'disabled', 'secondary', 'secondary disabled', 'warning', 'warning disabled', 'inverse'],
    render: (o) => {
      const kind = /govuk-button--(\w+)/.exec(o.classes ?? '')?.[1] as ButtonProps['kind'];
      return (
        <Button {...(kind ? { kind } : {})} name={o.name} isDisabled={o.disabled ?? false}>
          {o.text}
        </Button>
      );
    },
  },
  {
    component: 'checkboxes',
    fixtures: ['with error message and hint', 'small with long text', 'with very long option text', 'small'],
    render: (o) => (
      <Checkboxes
        {...field(o)}
        name={o.name}
        choices={choices(o.items)}
        isSmall={o.classes === 'govuk-checkboxes--small'}
      />
    ),
  },
  {
    component: 'date-input',
    fixtures: ['default', 'with values', 'with error message and hint', 'with errors only'],
    ignored: ['name'],
    render: (o) => (
      <DateInput
        {...field(o)}
        defaultValue={o.values ? plainDate(`${o.values.year}-0${o.values.month}-${o.values.day}`) : null}
        {...(o.day?.error ? { wrongParts: ['day', 'month', 'year'] } : {})}
      />
    ),
  },
  {
    component: 'details',
    fixtures: ['default', 'expanded', 'html'],
    ignored: ['id'],
    render: (o) => (
      <Details summary={o.summaryText} isOpen={o.open ?? false}>
        {content(o)}
      </Details>
    ),
  },
  {
    component: 'error-summary',
    fixtures: ['default', 'without links', 'mixed with and without links'],
    ignored: ['tabindex'],
    render: (o) => (
      <ErrorSummary
        title={o.titleText}
        faults={o.errorList.map((fault: Options) => ({ message: fault.text, fieldId: fault.href?.slice(1) }))}
      />
    ),
  },
  {
    component: 'input',
    fixtures: [
      'default',
      'with hint text',
      'with error message',
      'with error and hint',
      'with width-2 class',
      'with width-10 class',
    ],
    render: (o) => {
      const width = /govuk-input--width-(\d+)/.exec(o.classes ?? '')?.[1];
      return (
        <TextInput {...field(o)} {...(width ? { width: Number(width) as NonNullable<TextInputProps['width']> } : {})} />
      );
    },
  },
  { component: 'inset-text', fixtures: ['default', 'with html'], render: (o) => <InsetText>{content(o)}</InsetText> },
  {
    component: 'notification-banner',
    fixtures: ['default', 'with type as success', 'custom title'],
    render: (o) => <NotificationBanner heading={o.text} isSuccess={o.type === 'success'} title={o.titleText} />,
  },
  {
    component: 'pagination',
    fixtures: [
      'default',
      'with many pages',
      'first page',
      'last page',
      'with prev and next only',
      'with previous only',
      'with next only',
      'with custom navigation landmark',
    ],
    render: (o) => (
      <Pagination
        previous={o.previous?.href}
        next={o.next?.href}
        label={o.landmarkLabel}
        items={o.items?.map((item: Options) =>
          item.ellipsis ? '…' : { number: item.number, to: item.href, isCurrent: item.current },
        )}
      />
    ),
  },
  {
    component: 'radios',
    fixtures: ['default', 'with hint', 'inline', 'with fieldset and error message', 'with very long option text'],
    render: (o) => (
      <Radios
        {...field(o)}
        choices={choices(o.items)}
        {...chosen(o, 'checked')}
        isInline={o.classes === 'govuk-radios--inline'}
      />
    ),
  },
  {
    component: 'select',
    fixtures: ['default', 'with hint text and error message'],
    render: (o) => <Select {...field(o)} choices={choices(o.items)} {...chosen(o, 'selected')} />,
  },
  {
    component: 'service-navigation',
    fixtures: ['default', 'with navigation with a current item'],
    render: (o) => (
      <MemoryRouter initialPath="/#/2">
        <Navigation
          links={o.navigation.map((item: Options) => ({ label: item.text, path: item.current ? '/' : item.href }))}
        />
      </MemoryRouter>
    ),
    // Our links are paths, the fixtures' are places on a page.
    ignored: ['href'],
  },
  { component: 'skip-link', fixtures: ['default'], render: () => <SkipLink />, ignored: ['href'] },
  {
    component: 'summary-list',
    fixtures: ['default', 'with actions'],
    render: (o) => (
      <SummaryList
        rows={o.rows.map((row: Options) => ({
          key: row.key.text,
          value: content(row.value),
          actions: row.actions?.items.map((item: Options) => ({
            text: item.text,
            about: item.visuallyHiddenText,
            to: item.href,
          })),
        }))}
      />
    ),
  },
  {
    component: 'table',
    fixtures: ['with head and caption'],
    from: '<table',
    render: (o) => (
      <Table
        caption={o.caption}
        columns={o.head.map((head: Options, index: number) => ({
          key: String(index),
          head: head.text,
          isNumeric: head.format === 'numeric',
          cell: (row: Options) => row[index].text,
        }))}
        rows={o.rows}
        rowKey={(row: Options) => row[0].text}
        hasRowHeads={o.firstCellIsHeader}
      />
    ),
    ignored: ['id'],
  },
  {
    component: 'tag',
    fixtures: ['default', 'grey', 'turquoise', 'green', 'purple', 'pink', 'red', 'orange', 'yellow'],
    render: (o) => {
      const colour = /govuk-tag--(\w+)/.exec(o.classes ?? '')?.[1] as TagColour | undefined;
      return <Tag {...(colour ? { colour } : {})}>{o.text}</Tag>;
    },
  },
  {
    component: 'textarea',
    fixtures: ['default', 'with hint', 'with error message', 'with default value', 'with custom rows'],
    render: (o) => (
      <TextArea {...field(o)} {...(o.rows ? { rows: o.rows } : {})} {...(o.value ? { defaultValue: o.value } : {})} />
    ),
  },
  {
    component: 'warning-text',
    fixtures: ['default', 'multiple lines'],
    render: (o) => <WarningText fallback={o.iconFallbackText}>{o.text}</WarningText>,
  },
];

describe.each(conformance)('$component', ({ component, fixtures, render, ignored, from }) => {
  const path = new URL(import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`));
  const shipped = JSON.parse(readFileSync(path, 'utf8')).fixtures as { name: string; options: Options; html: string }[];

  test.each(fixtures)('makes the HTML of GOV.UK Frontend: %s', (name) => {
    const fixture = shipped.find((candidate) => candidate.name === name);
    if (!fixture) throw new Error(`GOV.UK Frontend ships no fixture “${name}” of ${component}.`);
    const html = renderToStaticMarkup(<MemoryRouter initialPath="/">{render(fixture.options)}</MemoryRouter>);
    const ours = from
      ? html.slice(html.indexOf(from), html.lastIndexOf('>', html.lastIndexOf('</div>') - 1) + 1)
      : html;
    expect(normaliseHtml(ours, ignored)).toEqual(normaliseHtml(fixture.html, ignored));
  });
});
