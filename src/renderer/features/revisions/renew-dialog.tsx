// A new text for a source: pasted, dropped or chosen, with what it would do to the highlights before it is brought in.

import { Button, FileButton, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type DragEvent, useEffect, useState } from 'react'
import type { QuestionAnswers } from '../../../core/contract/questions.ts'
import type { Source } from '../../../core/records/source.ts'
import { runLongTask } from '../../notebook/long-tasks.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { readFile, readTransfer } from '../../ui/incoming-text.ts'
import classes from './revisions.module.css'
import { stateShapes } from './state-shapes.ts'

const words = strings.revisions
const askAfterMs = 300

type Preview = QuestionAnswers['source.preview-text']
type RenewDialogProps = { source: Source; onDone: () => void; onClose: () => void }

export function RenewDialog({ source: { id, rev, title }, onDone, onClose }: RenewDialogProps) {
  const send = useSend()
  const [markdown, setMarkdown] = useState('')
  const { preview, isAsking } = usePreview(id, markdown)
  const take = async (file: File | null) => {
    if (!file) return
    const read = await runLongTask(strings.sources.reading(file.name), () => readFile(file))
    if (read.ok) setMarkdown(read.text.markdown)
    else notifications.show({ color: 'red', title: strings.sources.notAdded(1), message: `${read.name}: ${read.reason}` })
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    const file = event.dataTransfer.files[0]
    if (file) return take(file)
    const text = await readTransfer(event.dataTransfer)
    if (text) setMarkdown(text.markdown)
  }
  const bringIn = async () => {
    const answer = await runLongTask(words.comparing, () => send('source.renew-text', { id, rev, markdown }))
    if (!answer.ok) return
    const { changed, lost } = answer.result.highlights
    notifications.show({ message: answer.result.isNew ? words.done(changed, lost) : words.same })
    onDone()
  }
  return (
    <Dialog title={words.renewTitle(title)} isOpen onClose={onClose} size="lg">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button beside it does the same by keyboard */}
      <div className={classes.renew} onDragOver={(event) => event.preventDefault()} onDrop={(event) => void drop(event)}>
        <p className={classes.hint}>{words.renewHint}</p>
        <Textarea
          data-autofocus
          aria-label={words.paste}
          placeholder={words.paste}
          classNames={{ input: classes.field ?? '' }}
          value={markdown}
          minRows={8}
          maxRows={14}
          autosize
          onChange={(event) => setMarkdown(event.currentTarget.value)}
          onPaste={(event) => {
            if (!event.clipboardData.types.includes('text/html')) return
            event.preventDefault()
            void readTransfer(event.clipboardData).then((text) => text && setMarkdown(text.markdown))
          }}
        />
        <div className={classes.row}>
          <FileButton accept=".md,.markdown,.txt,.html,.htm" onChange={(file) => void take(file)}>
            {(props) => (
              <Button {...props} size="compact-sm" variant="default">
                {words.chooseFile}
              </Button>
            )}
          </FileButton>
        </div>
        <section aria-label={words.wouldHappen} aria-live="polite" aria-busy={isAsking}>
          {isAsking && !preview && <p className={classes.hint}>{words.comparing}</p>}
          {preview && <PreviewList preview={preview} />}
        </section>
        <div className={classes.row}>
          <Button disabled={markdown.trim() === '' || preview?.isSame === true} onClick={() => void bringIn()}>
            {words.bringIn}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function PreviewList({ preview: { isSame, highlights } }: { preview: Preview }) {
  if (isSame) return <p className={classes.hint}>{words.same}</p>
  const countOf = (...kinds: string[]) => highlights.filter(({ kind }) => kinds.includes(kind)).length
  const touched = highlights.filter(({ kind }) => kind === 'changed' || kind === 'lost')
  return (
    <>
      <p className={classes.summary}>{words.summary(countOf('exact', 'moved'), countOf('changed'), countOf('lost'))}</p>
      <ul className={classes.states}>
        {touched.map(({ id, number, kind, cited, found }) => (
          <li key={id} data-state={kind}>
            <span className={classes.state}>
              <span aria-hidden="true">{stateShapes[kind]}</span> {strings.reader.name(number)}: {words.kinds[kind]}
            </span>
            <q>{cited}</q>
            {found !== undefined && (
              <span className={classes.now}>
                {words.nowReads} <q>{found}</q>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function usePreview(source: Source['id'], markdown: string): { preview: Preview | undefined; isAsking: boolean } {
  const client = useClient()
  const [known, setKnown] = useState<{ markdown: string; preview: Preview | undefined }>({ markdown: '', preview: undefined })
  useEffect(() => {
    if (markdown.trim() === '') return
    let isWanted = true
    const timer = setTimeout(async () => {
      const answer = await client.ask('source.preview-text', { source, markdown })
      if (isWanted) setKnown({ markdown, preview: answer.ok ? answer.value : undefined })
    }, askAfterMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, source, markdown])
  const isKnown = known.markdown === markdown
  return { preview: isKnown && markdown.trim() !== '' ? known.preview : undefined, isAsking: markdown.trim() !== '' && !isKnown }
}
