// What a metric rests on: how its figures agree and why not, with their passages beside each other, its rules and its formula.

import { ActionIcon, Button } from '@mantine/core'
import { IconEdit } from '@tabler/icons-react'
import { useRef } from 'react'
import type { AgreedValue } from '../../../core/ledger/agreement.ts'
import { amountWords, computedWords } from '../../../core/ledger/amount-words.ts'
import type { MetricAgreementAnswer } from '../../../core/ledger/ledger-answers.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FigureStateChip } from '../../ui/figure-state.tsx'
import { ActionKey } from '../../ui/key-hint.tsx'
import { Pane } from '../../ui/pane.tsx'
import { shownTime } from '../../ui/shown-time.ts'
import { ChartSection } from './chart-section.tsx'
import { FigurePassageCard } from './figure-passage-card.tsx'
import type { FiguresPlaces } from './figures-view.tsx'
import { FormulaSection } from './formula-section.tsx'
import classes from './metric-detail.module.css'
import { placeOf } from './place-of.ts'
import { RulesSection } from './rules-section.tsx'

const words = strings.figures
/** The passages of as many pairs that clash stand beside each other; the figures themselves stand below, all of them. */
const mostPairs = 3
const mostFigures = 100

type MetricDetailProps = { id: RecordId<'metric'>; onEdit: (() => void) | undefined } & FiguresPlaces

export function MetricDetail({ id, onEdit, onOpenMetric, onOpenPassages }: MetricDetailProps) {
  const { value, error } = useAnswer('metric.agreement', { metric: id })
  const kept = useRef(value)
  if (value) kept.current = value
  const shown = value ?? kept.current
  const [worst] = shown?.pairs ?? []
  const figureOf = (figure: RecordId<'figure'>) => shown?.figures.find((row) => row.id === figure)
  const openBoth = () => {
    const pair = worst ? [worst.one, worst.other] : (shown?.figures.slice(0, 2).map((row) => row.id) ?? [])
    onOpenPassages(pair.flatMap((figure) => figureOf(figure) ?? []).map(placeOf))
  }
  useAction({ id: 'figures.open-both', run: openBoth, isEnabled: () => (shown?.figures.length ?? 0) > 1 })
  const editKeys = useKeyProps('figures.edit', words.edit)
  if (!shown || error)
    return (
      <Pane label={words.detail} onClose={() => onOpenMetric(undefined)}>
        {error ? <EmptyState title={error.message} /> : <p role="status">{strings.app.loading}</p>}
      </Pane>
    )
  const { metric, figures } = shown
  const beside = figuresBeside(shown)
  return (
    <Pane
      label={words.detail}
      onClose={() => onOpenMetric(undefined)}
      tools={
        onEdit && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.edit} {...editKeys} onClick={onEdit}>
            <IconEdit size={16} />
          </ActionIcon>
        )
      }
    >
      <article className={classes.detail} aria-label={metric.name}>
        <h3 className={classes.title}>{metric.name}</h3>
        <p className={classes.subject}>
          {[metric.entityName, words.kinds[metric.kind], metric.unit].filter(Boolean).join(' · ')}
          <FigureStateChip state={metric.state} factor={worst?.factor} />
        </p>
        {metric.note !== '' && <p className={classes.note}>{metric.note}</p>}
        <Why answer={shown} />
        {beside.length > 0 && (
          <div className={classes.sides}>
            {beside.map((figure) => (
              <FigurePassageCard key={figure} row={figureOf(figure)} passage={passageIn(shown, figure)} onOpen={onOpenPassages} />
            ))}
          </div>
        )}
        {figures.length > 1 && (
          <Button size="compact-sm" variant="light" rightSection={<ActionKey action="figures.open-both" />} onClick={openBoth}>
            {words.openBoth}
          </Button>
        )}
        {metric.outcomes.length + metric.namedBy.length > 0 && <RulesSection metric={metric} onOpenMetric={onOpenMetric} />}
        <ChartSection metric={id} onOpenFigure={(figure) => onOpenPassages([figureOf(figure)].flatMap((row) => (row ? [placeOf(row)] : [])))} />
        {metric.formula !== undefined && <FormulaSection metric={metric} onOpenMetric={onOpenMetric} />}
        {figures.length > 0 && (
          <section>
            <h4 className={classes.label}>{words.figuresOf}</h4>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{words.columns.written}</th>
                  <th className={classes.number}>{words.columns.value}</th>
                  <th>{words.columns.asOf}</th>
                  <th>{words.columns.source}</th>
                  <th>{words.columns.agreement}</th>
                </tr>
              </thead>
              <tbody>
                {figures.slice(0, mostFigures).map((row) => (
                  <tr key={row.id}>
                    <td>
                      <button type="button" className={classes.link} title={words.openPassage} onClick={() => onOpenPassages([placeOf(row)])}>
                        {row.written}
                      </button>
                    </td>
                    <td className={classes.number}>{amountWords(row.amount)}</td>
                    <td>
                      {shownTime(row.asOf)} {row.basis !== 'actual' && words.bases[row.basis]}
                    </td>
                    <td>{row.citekey}</td>
                    <td>
                      <FigureStateChip state={row.state} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {figures.length > mostFigures && <p className={classes.note}>{words.more(figures.length - mostFigures)}</p>}
          </section>
        )}
      </article>
    </Pane>
  )
}

/** Those that clash, each once, or the first two. */
function figuresBeside({ pairs, figures }: MetricAgreementAnswer): RecordId<'figure'>[] {
  const clashing = pairs.slice(0, mostPairs).flatMap(({ one, other }) => [one, other])
  return clashing.length > 0 ? [...new Set(clashing)] : figures.slice(0, 2).map(({ id }) => id)
}

/** How they stand, in words: why they clash, or why they agree and what they say together. */
function Why({ answer }: { answer: MetricAgreementAnswer }) {
  const { pairs, groups } = answer
  const [worst] = pairs
  if (worst)
    return (
      <section>
        <h4 className={classes.label}>{words.whyContested(pairs.length)}</h4>
        <p className={classes.why}>
          {strings.ledger.why[worst.why]} {worst.factor !== undefined && worst.why === 'values-differ' && strings.ledger.factor(worst.factor)}
          {worst.cause && ` ${words.likelyCause(strings.ledger.causes[worst.cause])}`}
        </p>
      </section>
    )
  const newest = groups.findLast(({ agreed }) => agreed !== undefined)
  if (!newest?.agreed || newest.figures.length < 2) return null
  const { value, currency } = newest.agreed
  const [low, high] = shownEnds(newest.agreed)
  const because = { equal: 'same-value', 'within-written': 'digits-allow', 'within-bound': 'bound-allows', 'exchange-rate': 'rate-allows' } as const
  const by = newest.by && newest.by in because ? strings.ledger.why[because[newest.by as keyof typeof because]] : ''
  const range = low === high ? computedWords(value) : `${computedWords(low)} – ${computedWords(high)}`
  return (
    <section>
      <h4 className={classes.label}>
        {words.agreed} {newest.time && `(${shownTime(newest.time)})`}
      </h4>
      <p className={classes.why}>
        <span className={classes.agreed}>
          {range} {currency ?? (answer.metric.kind === 'percent' ? '%' : '')}
        </span>{' '}
        {by}
      </p>
    </section>
  )
}

/** Half a unit below an "over 50" is for comparing: a reader sees 50. */
function shownEnds({ low, high, value, shape }: AgreedValue): [low: string, high: string] {
  if (shape !== 'bound') return [low, high]
  return Number(value) - Number(low) < Number(high) - Number(value) ? [value, high] : [low, value]
}

function passageIn({ passages }: MetricAgreementAnswer, figure: RecordId<'figure'>) {
  return passages.find((passage) => passage.figure === figure)
}
