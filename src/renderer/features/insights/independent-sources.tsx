// From how many independent sources the support comes; opened, which of them are one voice, who says so, and how to say otherwise.

import { Button } from '@mantine/core'
import type { QuestionAnswers } from '../../../core/contract/questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import classes from './evidence.module.css'

const words = strings.insights

type Kin = QuestionAnswers['evidence.balance']['kin'][number]

export function IndependentSources({ insight }: { insight: RecordId<'insight'> }) {
  const isPast = useIsPast()
  const { value } = useAnswer('evidence.balance', { insight })
  if (!value) return null
  const { independent, kin } = value
  if (kin.length === 0) return <p className={classes.voices}>{words.independent(independent)}</p>
  return (
    <details className={classes.voices}>
      <summary>{words.independent(independent)}</summary>
      <ul aria-label={words.oneVoice}>
        {kin.map((pair) => (
          <OneVoice key={`${pair.one.id} ${pair.other.id}`} pair={pair} isPast={isPast} />
        ))}
      </ul>
    </details>
  )
}

function OneVoice({ pair: { one, other, relation, saidBy }, isPast }: { pair: Kin; isPast: boolean }) {
  const send = useSend()
  const countApart = () =>
    void send('source.relate', { id: one.id, to: other.id, relation: 'independent' }, { undoMessage: words.countedApart(one.citekey, other.citekey) })
  return (
    <li>
      <span title={`${one.title} · ${other.title}`}>{words.kinRelations[relation](one.citekey, other.citekey)}</span>
      <span className={classes.said}>{words.kinSaidBy[saidBy]}</span>
      {!isPast && (
        <Button size="compact-xs" variant="default" aria-label={words.countApart(one.citekey, other.citekey)} onClick={countApart}>
          {words.apart}
        </Button>
      )}
    </li>
  )
}
