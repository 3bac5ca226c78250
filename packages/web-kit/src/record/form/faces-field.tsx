import { classNames } from '../../components/class-names.ts';
import type { Choice } from '../../components/fields.tsx';
import { FieldsetGroup, type FieldProps } from '../../components/form-group.tsx';

/** Faces to choose from, from the saddest to the happiest, and what is chosen at first. */
export interface FacesFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** The value that stands for no face, such as not known: drawn without one. */
  readonly noFace: string;
  readonly defaultValue: string;
}

/** Radios drawn as faces. Every face has its words below it: nobody has to guess what a drawing means. */
export function FacesField({ choices, noFace, defaultValue, ...props }: FacesFieldProps) {
  const prefix = props.id ?? props.name;
  const faces = choices.filter(({ value }) => value !== noFace);
  return (
    <FieldsetGroup {...props}>
      <div className="mainstay-faces">
        {choices.map(({ value, text }, index) => (
          <label
            className={classNames('mainstay-faces__item', value === noFace && 'mainstay-faces__item--none')}
            key={value}
          >
            <input
              className="mainstay-faces__input"
              id={index === 0 ? prefix : `${prefix}-${index + 1}`}
              name={props.name}
              type="radio"
              value={value}
              defaultChecked={value === defaultValue}
            />
            <span className="mainstay-faces__face">
              {value !== noFace && <Face mood={index / Math.max(faces.length - 1, 1)} />}
              <span>{text}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** A face, from 0, the saddest, to 1, the happiest. Its meaning has to be said in words beside it. */
export function Face({ mood }: { readonly mood: number }) {
  const bend = Math.round((mood - 0.5) * 20);
  return (
    <svg className="mainstay-face" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="21" className="mainstay-face__head" />
      <circle cx="16.5" cy="19" r="2.6" className="mainstay-face__eye" />
      <circle cx="31.5" cy="19" r="2.6" className="mainstay-face__eye" />
      <path d={`M14 ${32 - bend / 3} Q24 ${32 + bend} 34 ${32 - bend / 3}`} className="mainstay-face__mouth" />
    </svg>
  );
}
