// What was recognised, and the two things to decide before it comes in: what notes become, and what happens to what looks like a source that is here.

import { Button, NativeSelect } from '@mantine/core'
import { IconBook2, IconFileText, IconFolder, IconHighlight, IconPhoto, IconSchool, IconSlash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { ImportFound } from '../../../core/contract/import-questions.ts'
import type { QuestionInput } from '../../../core/contract/questions.ts'
import { closeImport } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'
import { ChoiceCard } from '../../ui/choice-card.tsx'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import classes from './imports.module.css'
import { useFirstFocus } from './use-first-focus.ts'

const words = strings.import
const mostLists = 6

type Choices = Omit<QuestionInput<'import.start'>, 'import'>
type Line = { key: string; Icon: typeof IconFolder; what: string; detail?: string }

export function ChoosingStep({ found, onStart }: { found: ImportFound; onStart: (choices: Choices) => void }) {
  const notes = found.notes + found.folders.reduce((sum, folder) => sum + folder.notes, 0)
  const [as, setAs] = useState<'insights' | 'sources'>(found.folders.some(({ isVault }) => isVault) ? 'insights' : 'sources')
  const [duplicates, setDuplicates] = useState<NonNullable<Choices['duplicates']>>('skip')
  const [isStarting, setIsStarting] = useState(false)
  const first = useFirstFocus<HTMLButtonElement>()
  const lines = linesOf(found)
  const isEmpty = notes + found.kinds.length + found.lists.length === 0
  const start = (event: FormEvent) => {
    event.preventDefault()
    setIsStarting(true)
    onStart({ duplicates, ...(notes > 0 ? { as } : {}) })
  }
  return (
    <form onSubmit={start}>
      <ul className={classes.found} aria-label={words.found}>
        {lines.map(({ key, Icon, what, detail }) => (
          <li key={key}>
            <Icon size={17} aria-hidden />
            <span className={classes.what}>{what}</span>
            {detail !== undefined && <span className={classes.detail}>{detail}</span>}
          </li>
        ))}
      </ul>
      {isEmpty && <p className={classes.problem}>{words.nothing}</p>}
      {notes > 0 && (
        <fieldset className={classes.choices}>
          <legend>{words.notesBecome}</legend>
          <ChoiceCard
            group="notes-become"
            name={words.asInsights}
            hint={words.asInsightsHint}
            isChosen={as === 'insights'}
            onChoose={() => setAs('insights')}
          />
          <ChoiceCard
            group="notes-become"
            name={words.asSources}
            hint={words.asSourcesHint}
            isChosen={as === 'sources'}
            onChoose={() => setAs('sources')}
          />
        </fieldset>
      )}
      <NativeSelect
        mt="md"
        label={words.duplicates}
        description={words.duplicatesHint}
        value={duplicates}
        onChange={(event) => setDuplicates(event.currentTarget.value as typeof duplicates)}
        data={Object.entries(words.duplicateWays).map(([value, label]) => ({ value, label }))}
      />
      <DialogFoot note={words.again}>
        <Button variant="default" onClick={closeImport}>
          {words.cancel}
        </Button>
        <Button type="submit" ref={first} loading={isStarting} disabled={isEmpty && found.leftOut === 0}>
          {words.start}
        </Button>
      </DialogFoot>
    </form>
  )
}

function linesOf({ folders, notes, kinds, pictures, lists, leftOut }: ImportFound): Line[] {
  const lines: Line[] = []
  for (const { name, isVault, notes: count } of folders) {
    if (count > 0) lines.push({ key: `folder ${name}`, Icon: IconFolder, what: isVault ? words.vault(name) : name, detail: words.notes(count) })
  }
  if (notes > 0) lines.push({ key: 'notes', Icon: IconFileText, what: words.notes(notes) })
  for (const [kind, count] of kinds) lines.push({ key: kind, Icon: IconFileText, what: words.kinds[kind](count) })
  for (const { path, format, sources, highlights } of lists.slice(0, mostLists)) {
    const detail = highlights > 0 ? words.highlights(highlights, sources) : words.entries(sources)
    lines.push({ key: `list ${path}`, Icon: highlights > 0 ? IconHighlight : IconSchool, what: `${path}, ${format}`, detail })
  }
  if (lists.length > mostLists) lines.push({ key: 'lists', Icon: IconBook2, what: words.moreLists(lists.length - mostLists) })
  if (pictures > 0) lines.push({ key: 'pictures', Icon: IconPhoto, what: words.pictures(pictures) })
  if (leftOut > 0) lines.push({ key: 'left out', Icon: IconSlash, what: words.leftOut(leftOut) })
  return lines
}
