// Two texts as one, or side by side: what went is struck through, what came is underlined, each with its sign and a word for those who listen.

import { Button } from '@mantine/core'
import { memo, useEffect, useMemo, useState } from 'react'
import type { ProseBlock, ProsePart } from '../../core/diff/diff-prose.ts'
import { splitLines } from '../../core/merge/split-text.ts'
import { strings } from '../strings/strings.ts'
import classes from './difference-prose.module.css'
import { guessLanguage } from './guess-language.ts'

export type DifferenceLook = 'side' | 'one'

/** A note that was rewritten word by word has thousands of parts: as many of them at a time as one frame takes. */
const stretchLength = 120

type DifferenceProseProps = {
  blocks: readonly ProseBlock[]
  look: DifferenceLook
  /** What stands for what did not change: paragraphs, if nothing else is said. */
  unchanged?: (count: number) => string
}

export function DifferenceProse({ blocks, look, unchanged = strings.history.unchanged }: DifferenceProseProps) {
  const stretches = useMemo(() => blocks.flatMap(stretchesOf).map((stretch, position) => ({ ...stretch, position })), [blocks])
  const shown = useGrowing(stretches.length)
  const lang = guessLanguage(
    blocks
      .map((block) => (block.kind === 'same' ? block.text.slice(0, 400) : (block.parts[0]?.text ?? '')))
      .join('')
      .slice(0, 1_000),
  )
  if (stretches.every(({ kind }) => kind === 'same')) {
    const text = blocks.map((block) => (block.kind === 'same' ? block.text : '')).join('')
    if (text === '') return null
    return (
      <div className={classes.prose} lang={lang || undefined}>
        <SameText text={text} paragraphs={splitLines(text).length} look="one" unchanged={unchanged} isWhole />
      </div>
    )
  }
  return (
    <div className={classes.prose} data-look={look} lang={lang || undefined}>
      {look === 'side' && (
        <div className={classes.sides} aria-hidden="true">
          <span>{strings.history.earlier}</span>
          <span>{strings.history.later}</span>
        </div>
      )}
      {stretches.slice(0, shown).map((stretch) => (
        <Stretch key={stretch.position} stretch={stretch} look={look} unchanged={unchanged} isLast={stretch.position === stretches.length - 1} />
      ))}
    </div>
  )
}

type StretchProps = { stretch: ProseBlock & { position: number }; look: DifferenceLook; unchanged: (count: number) => string; isLast: boolean }

/** Remembered: while the rest of a long text comes, what is there already is not rendered again. */
const Stretch = memo(function Stretch({ stretch, look, unchanged, isLast }: StretchProps) {
  if (stretch.kind === 'same')
    return (
      <SameText
        text={stretch.text}
        paragraphs={stretch.paragraphs}
        look={look}
        unchanged={unchanged}
        isFirst={stretch.position === 0}
        isLast={isLast}
      />
    )
  if (look === 'one') {
    return (
      <p className={classes.changed}>
        <DifferenceParts parts={stretch.parts} />
      </p>
    )
  }
  return (
    <div className={classes.pair}>
      <p className={classes.changed}>
        <DifferenceParts parts={stretch.parts} hidden="new" />
      </p>
      <p className={classes.changed}>
        <DifferenceParts parts={stretch.parts} hidden="gone" />
      </p>
    </div>
  )
})

function stretchesOf(block: ProseBlock): ProseBlock[] {
  if (block.kind === 'same') return [block]
  return Array.from({ length: Math.ceil(block.parts.length / stretchLength) }, (_, index) => ({
    kind: 'changed',
    parts: block.parts.slice(index * stretchLength, (index + 1) * stretchLength),
  }))
}

function useGrowing(total: number): number {
  const [shown, setShown] = useState(6)
  useEffect(() => {
    if (shown >= total) return
    const frame = requestAnimationFrame(() => setShown((count) => count + 3))
    return () => cancelAnimationFrame(frame)
  }, [shown, total])
  return shown
}

/** `hidden`: what is left out, so that one side of the difference is seen. */
export function DifferenceParts({ parts, hidden }: { parts: readonly ProsePart[]; hidden?: 'gone' | 'new' }) {
  return parts
    .map((part, position) => ({ ...part, position }))
    .map(({ kind, text, position }) => {
      if (kind === hidden) return null
      if (kind === 'same') return text
      const Change = kind === 'gone' ? 'del' : 'ins'
      return (
        <Change key={position} className={kind === 'gone' ? classes.gone : classes.new}>
          <span className="visually-hidden">{kind === 'gone' ? strings.history.removedStart : strings.history.addedStart}</span>
          {text}
          <span className="visually-hidden">{strings.history.ends}</span>
        </Change>
      )
    })
}

type SameTextProps = {
  text: string
  paragraphs: number
  look: DifferenceLook
  unchanged: (count: number) => string
  isFirst?: boolean
  isLast?: boolean
  isWhole?: boolean
}

/** A paragraph before and after what changed is enough to find oneself in the text. */
function SameText({ text, paragraphs, look, unchanged, isFirst = false, isLast = false, isWhole = false }: SameTextProps) {
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen || (paragraphs <= 3 && !isWhole)) return <Same text={text} look={isWhole ? 'one' : look} />
  const pieces = splitLines(text)
  const [before, after] = isWhole ? ['', ''] : [isFirst ? '' : (pieces[0] ?? ''), isLast ? '' : (pieces.at(-1) ?? '')]
  const hidden = paragraphs - (before ? 1 : 0) - (after ? 1 : 0)
  return (
    <>
      {isWhole && <p className={classes.note}>{strings.history.sameText}</p>}
      {before && <Same text={before} look={look} />}
      <Button size="compact-xs" variant="subtle" color="gray" className={classes.fold ?? ''} onClick={() => setIsOpen(true)}>
        {unchanged(hidden)}
      </Button>
      {after && <Same text={after} look={look} />}
    </>
  )
}

/** Side by side it stands on both sides, and is heard once. */
function Same({ text, look }: { text: string; look: DifferenceLook }) {
  if (look === 'one') return <p className={classes.same}>{text}</p>
  return (
    <div className={classes.pair}>
      <p className={classes.same}>{text}</p>
      <p className={classes.same} aria-hidden="true">
        {text}
      </p>
    </div>
  )
}
