// What does not hold in a report, in words, each with ways to where it can be mended.

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { findReferences, type Reference } from './find-references.ts'
import type { InsightsOfReport } from './outline-words.ts'
import classes from './preview.module.css'
import type { OpenReference } from './use-open-reference.ts'

type ReportProblemsProps = {
  problems: readonly string[]
  insights: InsightsOfReport
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenReference: OpenReference
}

export function ReportProblems({ problems, insights, onOpenInsight, onOpenReference }: ReportProblemsProps) {
  const known = useKnownReferences(problems)
  if (problems.length === 0) return null
  return (
    <section className={classes.problems} aria-label={strings.reports.problems(problems.length)}>
      <h3 className={classes.problemsTitle}>
        <IconAlertTriangle size={15} aria-hidden="true" /> {strings.reports.problems(problems.length)}
      </h3>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            {problem}{' '}
            {insightsNamed(problem, insights).map(({ id, title }) => (
              <Button key={id} size="compact-xs" variant="subtle" onClick={() => onOpenInsight(id)}>
                {strings.reports.openInsight(title)}
              </Button>
            ))}
            {findReferences(problem)
              .filter((reference) => known.has(nameOf(reference)))
              .map((reference) => (
                <Button key={nameOf(reference)} size="compact-xs" variant="subtle" onClick={() => void onOpenReference(reference)}>
                  {strings.reports.openInsight(`${reference.citekey} h${reference.highlight}`)}
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Problems name insights by their title in quotation marks, on one line. */
function insightsNamed(problem: string, insights: InsightsOfReport): InsightsOfReport {
  return insights.filter(({ title }, position) => {
    const isFirst = insights.findIndex((other) => other.id === insights[position]?.id) === position
    return isFirst && title.trim() !== '' && problem.includes(`“${title.replace(/\s+/g, ' ').trim()}”`)
  })
}

const nameOf = ({ citekey, highlight }: Reference) => `${citekey}#${highlight}`
/** What one question takes. */
const maxAsked = 5_000

/** The references that lead somewhere: there is nothing to open behind the others. */
function useKnownReferences(problems: readonly string[]): ReadonlySet<string> {
  const citations = problems.flatMap(findReferences).slice(0, maxAsked)
  const { value } = useAnswer('resolve', citations.length === 0 ? undefined : { citations, titles: [] })
  const found = value?.citations ?? []
  return new Set(found.flatMap(({ citekey, number, highlight }) => (number !== undefined && highlight ? [`${citekey}#${number}`] : [])))
}
