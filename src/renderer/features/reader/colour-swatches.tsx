// The five colours as buttons: each with its key, its name and the line that it is painted with.

import { type HighlightColour, highlightColours } from '../../../core/records/highlight.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeysOf } from '../../keys/key-settings.ts'
import { strings } from '../../strings/strings.ts'
import classes from './colour-swatches.module.css'

type ColourSwatchesProps = { chosen?: HighlightColour | undefined; nameOf: (colour: string) => string; onChoose: (colour: HighlightColour) => void }

/** While it is shown, the keys 1 to 5 choose. */
export function ColourSwatches({ chosen, nameOf, onChoose }: ColourSwatchesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend that toolbars do not have
    <span className={classes.swatches} role="group" aria-label={strings.reader.colour}>
      {highlightColours.map((colour) => (
        <Swatch
          key={colour}
          colour={colour}
          name={nameOf(strings.reader.colours[colour])}
          isChosen={chosen === undefined ? undefined : chosen === colour}
          onChoose={onChoose}
        />
      ))}
    </span>
  )
}

type SwatchProps = {
  colour: HighlightColour
  name: string
  isChosen: boolean | undefined
  onChoose: (colour: HighlightColour) => void
}

function Swatch({ colour, name, isChosen, onChoose }: SwatchProps) {
  const [digit = ''] = useKeysOf(`reader.colour-${colour}`)
  useAction({ id: `reader.colour-${colour}`, run: () => onChoose(colour) })
  return (
    <button
      type="button"
      className={classes.swatch}
      data-colour={colour}
      // With the digit that is written on it: who speaks to the window says what stands there.
      aria-label={`${name} ${digit}`}
      aria-pressed={isChosen}
      title={`${name} (${digit})`}
      // The selection must stay while the button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(colour)}
    >
      {digit}
    </button>
  )
}

/** A colour in a list: the sample of its paint, with its name for those who do not see it. */
export function ColourSample({ colour }: { colour: HighlightColour }) {
  return (
    <span className={classes.sample} data-colour={colour} title={strings.reader.colours[colour]}>
      <span aria-hidden="true">Aa</span>
      <span className="visually-hidden">{strings.reader.colours[colour]}</span>
    </span>
  )
}
