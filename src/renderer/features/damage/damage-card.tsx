// One damaged thing: what it is, who has it whole, and what can be done.

import { Button } from '@mantine/core'
import type { DamageItem, DamageWitness } from '../../../core/damage/damage-item.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { wholeMoment } from '../../ui/shown-moment.tsx'
import classes from './damage-view.module.css'

type DamageCardProps = {
  item: DamageItem
  onTake: (witness: DamageWitness) => void
  onKeep: () => void
  onLook: () => void
  onSettle: () => void
}

export function DamageCard({ item, onTake, onKeep, onLook, onSettle }: DamageCardProps) {
  const { kind, title, record, message, file, at, bytes, heldBy } = item
  const isInsight = record?.startsWith('insight:') ?? false
  const isRecord = kind === 'record'
  // Of a source's text nothing but the file itself could be shown, and that is in reach of any editor.
  const hasBytes = !isRecord || isInsight
  return (
    <li className={classes.card} data-kind={kind}>
      <div className={classes.top}>
        {record && <Chip>{isInsight ? strings.damage.insight : strings.damage.source}</Chip>}
        <span className={classes.title}>{title || (isRecord ? strings.damage.untitled : file)}</span>
        <span className={classes.facts}>
          {bytes !== undefined && strings.damage.size(bytes)}
          {at !== undefined && <time dateTime={at}>{wholeMoment(at)}</time>}
        </span>
      </div>
      <p className={classes.message}>
        {message} <span className={classes.file}>{file}</span>
      </p>
      {isRecord && heldBy.length === 0 && <p className={classes.message}>{strings.damage.heldByNone}</p>}
      {heldBy.map((witness) => (
        <p key={witness.backup} className={classes.message} data-tone={witness.isSame ? 'good' : undefined}>
          {witness.isSame ? strings.damage.heldSame(wholeMoment(witness.at)) : strings.damage.heldOlder(wholeMoment(witness.at))}
        </p>
      ))}
      <div className={classes.actions}>
        {heldBy.map((witness) => (
          <Button key={witness.backup} data-row size="compact-sm" variant={witness.isSame ? 'light' : 'default'} onClick={() => onTake(witness)}>
            {strings.damage.take(wholeMoment(witness.at))}
          </Button>
        ))}
        {hasBytes && (
          <Button data-row size="compact-sm" variant="default" onClick={onKeep}>
            {isRecord ? strings.damage.keep : strings.damage.keepAsNote}
          </Button>
        )}
        {hasBytes && (
          <Button data-row size="compact-sm" variant="default" onClick={onLook}>
            {strings.damage.bytes}
          </Button>
        )}
        {!isRecord && (
          <Button data-row size="compact-sm" variant="subtle" color="gray" onClick={onSettle}>
            {strings.damage.settle}
          </Button>
        )}
      </div>
    </li>
  )
}
