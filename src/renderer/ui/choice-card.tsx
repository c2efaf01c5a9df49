// One of a few ways to go on, as a card with a name and what it means: a radio button that is as large as its words.

import classes from './choice-card.module.css'

/** `group` is the same for all of which one is chosen; they stand in a `fieldset`. */
type ChoiceCardProps = { group: string; name: string; hint: string; isChosen: boolean; onChoose: () => void }

export function ChoiceCard({ group, name, hint, isChosen, onChoose }: ChoiceCardProps) {
  return (
    <label className={classes.card} data-chosen={isChosen || undefined}>
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      <span className={classes.name}>{name}</span>
      <span className={classes.hint}>{hint}</span>
    </label>
  )
}
