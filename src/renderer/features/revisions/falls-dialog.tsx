// What rests on a source, and what would lose its only support if it fell.

import { NativeSelect } from '@mantine/core'
import type { RestingReport } from '../../../core/evidence/resting-on.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { type KinRelation, kinRelations, type Source } from '../../../core/records/source.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { StanceChip } from '../../ui/stance-chip.tsx'
import classes from './revisions.module.css'

const words = strings.revisions
const mostSources = 500

type FallsDialogProps = {
  source: Source
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
  onOpenReport: (id: RecordId<'report'>) => void
  onClose: () => void
}

export function FallsDialog({ source, onOpenInsight, onOpenMetric, onOpenReport, onClose }: FallsDialogProps) {
  const isPast = useIsPast()
  const { value } = useAnswer('evidence.resting', { source: source.id })
  const falling = new Set(value?.falling)
  const resting = value?.resting.toSorted((one, other) => Number(falling.has(other.id)) - Number(falling.has(one.id)))
  const metrics = value?.metrics.toSorted((one, other) => Number(other.falls) - Number(one.falls)) ?? []
  return (
    <Dialog title={words.fallsTitle(source.title)} isOpen onClose={onClose} size="lg">
      <p className={classes.hint}>{words.fallsHint}</p>
      {!resting && <p role="status">{words.loading}</p>}
      {resting?.length === 0 && metrics.length === 0 && <p>{words.nothingRests}</p>}
      <ul className={classes.resting}>
        {resting?.map(({ id, title, stances, reports }) => (
          <li key={id} data-falls={falling.has(id) || undefined}>
            <button type="button" className={classes.link} onClick={() => onOpenInsight(id)}>
              {title === '' ? strings.insights.untitled : title}
            </button>
            <span className={classes.row}>
              {stances.map((stance) => (
                <StanceChip key={stance} stance={stance} />
              ))}
              {stances.includes('supports') && (
                <span className={classes.fate}>{falling.has(id) ? `✕ ${words.losesSupport}` : `✓ ${words.keepsSupport}`}</span>
              )}
            </span>
            <ReportLines reports={reports} onOpen={onOpenReport} />
          </li>
        ))}
      </ul>
      {metrics.length > 0 && <h3 className={classes.heading}>{words.metricsOnIt}</h3>}
      <ul className={classes.resting}>
        {metrics.map(({ id, name, figures, falls, reports }) => (
          <li key={id} data-falls={falls || undefined}>
            <button type="button" className={classes.link} onClick={() => onOpenMetric(id)}>
              {name}
            </button>
            <span className={classes.fate}>
              {words.figuresOfIt(figures)} · {falls ? `✕ ${words.losesFigures}` : `✓ ${words.keepsFigures}`}
            </span>
            <ReportLines reports={reports} onOpen={onOpenReport} />
          </li>
        ))}
      </ul>
      {!isPast && <Relations source={source} />}
    </Dialog>
  )
}

function ReportLines({ reports, onOpen }: { reports: readonly RestingReport[]; onOpen: (id: RecordId<'report'>) => void }) {
  return reports.map((report) => (
    <button key={report.id} type="button" className={classes.link} onClick={() => onOpen(report.id)}>
      {strings.audit.reportLine(report.title, report.line)}
    </button>
  ))
}

/** What the source is of others: sources that are one voice count once. */
function Relations({ source }: { source: Source }) {
  const send = useSend()
  const { rows } = useWatch('sources', { order: 'title' }, 0, mostSources)
  const others = rows.filter(({ id }) => id !== source.id)
  const relate = (to: RecordId<'source'>, relation: KinRelation | null) =>
    void send('source.relate', { id: source.id, to, relation }, { undoMessage: words.related })
  if (others.length === 0) return null
  const unrelated = others.filter(({ id }) => !source.kin?.some((kin) => kin.source === id))
  return (
    <section className={classes.relations} aria-label={words.relate}>
      <h3 className={classes.heading}>{words.relate}</h3>
      {source.kin?.map((kin) => (
        <div key={kin.source} className={classes.row}>
          <NativeSelect
            size="xs"
            aria-label={words.relate}
            value={kin.relation}
            onChange={(event) => relate(kin.source, (event.currentTarget.value || null) as KinRelation | null)}
            data={[...kinRelations.map((relation) => ({ value: relation, label: words.relations[relation] })), { value: '', label: '—' }]}
          />
          <span>{others.find(({ id }) => id === kin.source)?.title ?? kin.source}</span>
        </div>
      ))}
      {unrelated.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={words.relate}
          value=""
          onChange={(event) => event.currentTarget.value && relate(event.currentTarget.value as RecordId<'source'>, 'copy')}
          data={[{ value: '', label: '…' }, ...unrelated.map(({ id, title, citekey }) => ({ value: id, label: `${title} (${citekey})` }))]}
        />
      )}
    </section>
  )
}
