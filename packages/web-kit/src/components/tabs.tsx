import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** One of several views of the same thing. */
export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs in GOV.UK's look, worked with the arrow keys; only the chosen panel is drawn. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(tabs[0]?.key);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = tabs.findIndex((tab) => tab.key === chosen);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    setChosen(next.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.key}`)}`)?.focus();
  };
  return (
    <div className="mainstay-tabs">
      <div className="mainstay-tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === chosen ? 0 : -1}
            className={classNames('mainstay-tabs__tab', tab.key === chosen && 'mainstay-tabs__tab--chosen')}
            onClick={() => setChosen(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        className="mainstay-tabs__panel"
        role="tabpanel"
        aria-labelledby={`${id}-${chosen}`}
        tabIndex={0}
      >
        {tabs.find((tab) => tab.key === chosen)?.content}
      </div>
    </div>
  );
}
