// Damage: what cannot be read now and how it comes back, and the bytes that were put aside.

import { useState } from 'react'
import type { DamageItem } from '../../../core/damage/damage-item.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { Pane } from '../../ui/pane.tsx'
import { BytesDialog } from './bytes-dialog.tsx'
import { DamageCard } from './damage-card.tsx'
import classes from './damage-view.module.css'
import { SettleDialog } from './settle-dialog.tsx'
import { useDamage } from './use-damage.ts'

export function DamageView({ onOpenInsight }: { onOpenInsight: (id: RecordId<'insight'>) => void }) {
  const { items, take, keepLegible, keepAsNote, settle } = useDamage(onOpenInsight)
  const [looked, setLooked] = useState<DamageItem>()
  const [settled, setSettled] = useState<DamageItem>()
  const records = items?.filter(({ kind }) => kind === 'record') ?? []
  const aside = items?.filter(({ kind }) => kind === 'quarantine') ?? []
  const cards = (list: readonly DamageItem[]) =>
    list.map((item) => (
      <DamageCard
        key={item.key}
        item={item}
        onTake={(witness) => void take(item, witness)}
        onKeep={() => void (item.kind === 'record' ? keepLegible(item) : keepAsNote(item))}
        onLook={() => setLooked(item)}
        onSettle={() => setSettled(item)}
      />
    ))
  return (
    <Pane label={strings.damage.damage}>
      {items?.length === 0 && (
        <EmptyState title={strings.damage.none} steps={['view.insights']}>
          <p>{strings.damage.noneHint}</p>
        </EmptyState>
      )}
      <div className={classes.body}>
        {records.length > 0 && (
          <section aria-label={strings.damage.unreadable}>
            <h3 className={classes.heading}>{strings.damage.unreadable}</h3>
            <ul className={classes.list} aria-label={strings.damage.unreadable} tabIndex={-1} onKeyDown={(event) => moveFocusByKey(event)}>
              {cards(records)}
            </ul>
          </section>
        )}
        {aside.length > 0 && (
          <section aria-label={strings.damage.putAside}>
            <h3 className={classes.heading}>{strings.damage.putAside}</h3>
            <p className={classes.hint}>{strings.damage.putAsideHint}</p>
            <ul className={classes.list} aria-label={strings.damage.putAside} tabIndex={-1} onKeyDown={(event) => moveFocusByKey(event)}>
              {cards(aside)}
            </ul>
          </section>
        )}
      </div>
      {looked && <BytesDialog item={looked} onClose={() => setLooked(undefined)} />}
      {settled && (
        <SettleDialog
          onClose={() => setSettled(undefined)}
          onConfirm={() => {
            setSettled(undefined)
            void settle(settled)
          }}
        />
      )}
    </Pane>
  )
}
