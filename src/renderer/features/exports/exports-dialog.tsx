// Highlights and references for other programs: of the source that is shown, or of all; each form says whom it is for.

import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { QuestionInput } from '../../../core/contract/questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import { ChoiceCard } from '../../ui/choice-card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { downloadFile } from '../../ui/download.ts'
import { showSavedToast } from '../../ui/saved-toast.ts'
import classes from './exports-dialog.module.css'

const words = strings.exports
type Format = QuestionInput<'export.sources'>['format']
const forms: [heading: string, formats: Format[]][] = [
  [words.highlights, ['md', 'jsonld', 'hypothesis']],
  [words.references, ['csl', 'bibtex', 'ris']],
]
const mediaTypes: { readonly [Name in Format]: string } = {
  md: 'text/markdown;charset=utf-8',
  jsonld: 'application/ld+json',
  hypothesis: 'application/json',
  csl: 'application/json',
  bibtex: 'application/x-bibtex;charset=utf-8',
  ris: 'application/x-research-info-systems;charset=utf-8',
}

export function ExportsDialog({ source, onClose }: { source: RecordId<'source'> | undefined; onClose: () => void }) {
  const client = useClient()
  const [isOfAll, setIsOfAll] = useState(source === undefined)
  const [format, setFormat] = useState<Format>('md')
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setIsSaving(true)
    const answer = await client.ask('export.sources', { format, ...(isOfAll || !source ? {} : { source }) })
    setIsSaving(false)
    if (!answer.ok) return notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
    const { fileName, text, count } = answer.value
    if (count === 0) return setProblem(words.empty)
    const saved = await downloadFile(fileName, text, mediaTypes[format])
    if (!saved) return
    onClose()
    showSavedToast(saved, words.saved(fileName))
  }
  const choose = (chosen: Format) => {
    setFormat(chosen)
    setProblem(undefined)
  }
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="lg">
      <form onSubmit={(event) => void save(event)}>
        {source && (
          <SegmentedControl
            aria-label={words.which}
            value={isOfAll ? 'all' : 'one'}
            onChange={(value) => {
              setIsOfAll(value === 'all')
              setProblem(undefined)
            }}
            data={[
              { value: 'one', label: words.thisSource },
              { value: 'all', label: words.allSources },
            ]}
          />
        )}
        <div className={classes.groups}>
          {forms.map(([heading, formats]) => (
            <fieldset key={heading} className={classes.group}>
              <legend>{heading}</legend>
              {formats.map((each) => (
                <ChoiceCard
                  key={each}
                  group="format"
                  name={words.names[each]}
                  hint={words.hints[each]}
                  isChosen={each === format}
                  onChoose={() => choose(each)}
                />
              ))}
            </fieldset>
          ))}
        </div>
        {problem !== undefined && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={isSaving}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
