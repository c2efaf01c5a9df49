// Where an import begins: a place to drop on, two pickers, and what can be read.

import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, type RefObject, useRef, useState } from 'react'
import { type GatheredFile, gatherDropped, gatherPicked, takeDropped } from '../../notebook/gather-files.ts'
import { strings } from '../../strings/strings.ts'
import classes from './imports.module.css'
import { useFirstFocus } from './use-first-focus.ts'

const words = strings.import

type Gather = (signal: AbortSignal) => Promise<readonly GatheredFile[]>

/** React knows no attribute for it. */
const asFolderPicker = (held: RefObject<HTMLInputElement | null>) => (input: HTMLInputElement | null) => {
  held.current = input
  if (input) input.webkitdirectory = true
}

export function FilesStep({ problem, onGather }: { problem: string | undefined; onGather: (gather: Gather) => void }) {
  const first = useFirstFocus<HTMLButtonElement>()
  const [isOver, setIsOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const picked = [...(event.currentTarget.files ?? [])]
    event.currentTarget.value = ''
    // A folder without files comes as nothing: that has to be said.
    if (picked.length > 0 || event.currentTarget === folder.current) onGather(async () => gatherPicked(picked))
  }
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setIsOver(true)
  }
  const receive = (transfer: DataTransfer) => {
    const dropped = takeDropped(transfer)
    if (dropped.entries.length + dropped.files.length > 0) onGather((signal) => gatherDropped(dropped, signal))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    receive(event.dataTransfer)
  }
  return (
    <>
      <section
        className={classes.drop}
        aria-label={words.dropHere}
        data-over={isOver || undefined}
        onDragEnter={hover}
        onDragOver={hover}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        onPaste={(event) => receive(event.clipboardData)}
      >
        <IconFileImport size={28} aria-hidden />
        <p className={classes.dropTitle}>{words.dropHere}</p>
        <p className={classes.dim}>{words.orChoose}</p>
        <div className={classes.pickers}>
          <Button ref={first} data-autofocus variant="light" onClick={() => files.current?.click()}>
            {words.files}
          </Button>
          <Button variant="light" onClick={() => folder.current?.click()}>
            {words.folder}
          </Button>
        </div>
      </section>
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <dl className={classes.formats}>
        {words.formats.map(([what, which]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{which}</dd>
          </div>
        ))}
      </dl>
      <input ref={files} type="file" hidden multiple aria-label={words.files} onChange={pick} />
      <input ref={asFolderPicker(folder)} type="file" hidden multiple aria-label={words.folder} onChange={pick} />
    </>
  )
}
