/** How far something has come. */
export interface ProgressProps {
  /** What is under way, e.g. `Checking 12 files`. */
  readonly label: string;
  /** 0 to 1; undefined while it cannot be said. */
  readonly share?: number;
}

/** A bar with its label and share in words; a change of label is announced. */
export function Progress({ label, share }: ProgressProps) {
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="mainstay-progress">
      <div className="mainstay-progress__label">
        <span role="status">{label}</span>
        {percent !== undefined && <span aria-hidden="true">{percent}%</span>}
      </div>
      <progress
        className="mainstay-progress__bar"
        max={100}
        aria-label={label}
        {...(percent === undefined ? {} : { value: percent })}
      />
    </div>
  );
}
