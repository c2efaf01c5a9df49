// A source that is being read: its text with the highlights painted, the list of them beside it, and the keys that work here.

import { type MouseEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { HighlightColour } from '../../../core/records/highlight.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { Source } from '../../../core/records/source.ts'
import { useIsPast } from '../../notebook/past.ts'
import { Pane } from '../../ui/pane.tsx'
import { useTellPassage } from '../../ui/passage-at-hand.ts'
import prose from '../../ui/prose.module.css'
import { SafeHtml } from '../../ui/safe-html.tsx'
import { type Anchor, anchorOf } from './floating-card.tsx'
import { highlightBeside } from './highlight-beside.ts'
import { HighlightDetails } from './highlight-details.tsx'
import { focusHighlightItem, HighlightList } from './highlight-list.tsx'
import { useLastColour } from './last-colour.ts'
import { LinkDialog } from './link-dialog.tsx'
import classes from './reader-view.module.css'
import './reading-text.css'
import { strings } from '../../strings/strings.ts'
import { markBlockLanguages } from './block-languages.ts'
import { ContentsList } from './contents-list.tsx'
import { EditSourceDialog } from './edit-source-dialog.tsx'
import { FindBar } from './find-bar.tsx'
import { focusSideNote } from './margin-notes.tsx'
import { OverlapChooser } from './overlap-chooser.tsx'
import { placedIn } from './placed-highlight.ts'
import { ReaderTools } from './reader-tools.tsx'
import { RelinkBar } from './relink-bar.tsx'
import { flashPassage, revealPassage } from './reveal-passage.ts'
import type { SelectedPassage } from './selected-passage.ts'
import { SelectionToolbar } from './selection-toolbar.tsx'
import { SideNotes, useNotesPlace } from './side-notes.tsx'
import { CitekeyButton, SourceHeader } from './source-header.tsx'
import { useAtHand } from './use-at-hand.ts'
import { useContents } from './use-contents.ts'
import { useFind } from './use-find.ts'
import { useKeyboardCaret } from './use-keyboard-caret.ts'
import { useNotesShown } from './use-notes-shown.ts'
import { usePaintedText } from './use-painted-text.ts'
import { useReader } from './use-reader.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { type Spotlight, useSpotlight } from './use-spotlight.ts'
import { passageIn, useTextSelection } from './use-text-selection.ts'

export type ReaderViewProps = {
  source: Source
  text: RecordId<'text'>
  readingText: string
  html: UnsafeHtml
  highlights: readonly HighlightRow[]
  spotlight: Spotlight | undefined
  activeInsight: RecordId<'insight'> | undefined
  onOpenInsight: (id: RecordId<'insight'>) => void
  onClose: () => void
}

type Overlay =
  | { kind: 'toolbar'; passage: SelectedPassage; anchor: Anchor; isHeld: boolean }
  | { kind: 'details'; anchor: Anchor }
  | { kind: 'choice'; rows: readonly RecordId<'highlight'>[]; anchor: Anchor }

/** Blocks of a longer text are laid out only near the view. */
const longText = 60_000
/** About one line: a card beside a point leaves it free. */
const lineHeightPx = 22

export function ReaderView({ source, text, readingText, html, highlights, spotlight, activeInsight, onOpenInsight, onClose }: ReaderViewProps) {
  const [pane, scroller, column, words] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  const [current, setCurrent] = useState<RecordId<'highlight'>>()
  const [overlay, setOverlay] = useState<Overlay>()
  const [isListOpen, setIsListOpen] = useState(false)
  const place = useNotesPlace(scroller, isListOpen)
  const contents = useContents(words, scroller, html)
  const [isLinking, setIsLinking] = useState(false)
  const [isEditing, setIsEditing] = useState(false)
  const isPast = useIsPast()
  const { language, citekey } = source
  const read = useMemo(() => ({ source: source.id, text, citekey }), [source.id, text, citekey])
  const actions = useReader(read)
  const caret = useKeyboardCaret(words, scroller)

  // A passage is painted in the text that it is of; one that changed, in the newest too, where it stands now.
  const shown = useMemo(() => highlights.flatMap((row) => placedIn(text, readingText, row) ?? []), [highlights, text, readingText])
  const shownIds = useMemo(() => new Set(shown.map(({ id }) => id)), [shown])
  const placeOf = useCallback((row: HighlightRow) => shown.find(({ id }) => id === row.id)?.passage, [shown])
  const currentRow = highlights.find(({ id }) => id === current)
  const pending = overlay?.kind === 'toolbar' ? overlay.passage : undefined
  useTellPassage(useAtHand(read, language, pending, currentRow))
  const painted = usePaintedText({
    root: words,
    html,
    readingText,
    highlights: shown,
    current,
    pending: overlay?.kind === 'toolbar' && overlay.isHeld ? pending : undefined,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other blocks
  useLayoutEffect(() => (words.current ? markBlockLanguages(words.current, language) : undefined), [html, language, words])

  const find = useFind({ readingText, painted, scroller, words })

  const anchorAt = useCallback(
    (range: Range | undefined): Anchor => (range && column.current ? anchorOf(range, column.current) : { top: 0, bottom: 0, left: 0 }),
    [column],
  )
  const anchorAtPoint = (x: number, y: number): Anchor => {
    const { top = 0, left = 0 } = column.current?.getBoundingClientRect() ?? {}
    return { top: y - top - lineHeightPx / 2, bottom: y - top + lineHeightPx / 2, left: x - left }
  }
  useTextSelection(words, (range) => {
    const passage = range && painted.passageOf(range)
    if (passage) setOverlay({ kind: 'toolbar', passage, anchor: anchorAt(painted.rangeOf(passage)), isHeld: false })
    else setOverlay((shownOverlay) => (shownOverlay?.kind === 'toolbar' ? undefined : shownOverlay))
  })

  const reveal = useCallback(
    (row: HighlightRow, { flash = true } = {}) => {
      setCurrent(row.id)
      const passage = placeOf(row)
      const range = passage && painted.rangeOf(passage)
      if (!range || !scroller.current) return
      revealPassage(scroller.current, range)
      if (flash) flashPassage(range)
    },
    [painted, placeOf, scroller],
  )
  const openDetails = (row: HighlightRow) => {
    reveal(row, { flash: false })
    const passage = placeOf(row)
    setOverlay({ kind: 'details', anchor: anchorAt(passage && painted.rangeOf(passage)) })
  }
  const pick = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return
    // Links in the text keep their own meaning.
    if (event.target instanceof Element && event.target.closest('a')) return
    const [first, ...others] = painted.highlightsAt(event.clientX, event.clientY)
    const row = highlights.find(({ id }) => id === first)
    if (first && others.length > 0) {
      setCurrent(first)
      setOverlay({ kind: 'choice', rows: [first, ...others], anchor: anchorAtPoint(event.clientX, event.clientY) })
    } else if (row) openDetails(row)
    else setOverlay(undefined)
  }
  const endSelection = () => {
    setOverlay(undefined)
    const selection = document.getSelection()
    if (caret.isOn && selection?.rangeCount) selection.collapseToEnd()
    else selection?.removeAllRanges()
    words.current?.focus({ preventScroll: true })
  }
  /** What a key or a button means: the toolbar may be a frame behind what is selected by now. */
  const selectedNow = () => (overlay?.kind === 'toolbar' && !overlay.isHeld ? passageIn(words.current, painted) : undefined) ?? pending
  const highlightSelection = async (colour: HighlightColour, comment = '') => {
    const selected = selectedNow()
    if (!selected) return
    const twin = shown.find(({ passage }) => passage.start === selected.start && passage.end === selected.end)
    if (twin) await actions.recolour(twin, colour, comment)
    const id = twin?.id ?? (await actions.highlight(selected, colour, comment))
    if (!id) return
    endSelection()
    setCurrent(id)
    return id
  }
  const linkSelection = async (comment = '') => {
    if (await highlightSelection(useLastColour.getState().colour, comment)) setIsLinking(true)
  }

  const copyQuote = async () => {
    const selected = selectedNow()
    if (!selected) return currentRow && actions.copy(currentRow)
    const id = await actions.copyPassage(selected)
    if (!id) return
    endSelection()
    setCurrent(id)
  }

  useSpotlight({ spotlight, highlights, painted, scroller, onHighlight: reveal })

  const goTo = (row: HighlightRow | undefined) => {
    if (!row) return
    setOverlay(undefined)
    setCurrent(row.id)
    // In the margin every passage that is current has a note; otherwise the list says what it is.
    if (place === 'margin') {
      reveal(row)
      focusSideNote(pane.current, row.id)
      return
    }
    setIsListOpen(true)
    // Once the list stands: it takes room from the text.
    requestAnimationFrame(() => {
      reveal(row)
      focusHighlightItem(pane.current, row.id)
    })
  }
  useReaderKeys({
    pane,
    canHighlight: pending !== undefined,
    current: currentRow,
    onHighlight: () => void highlightSelection(useLastColour.getState().colour),
    onStep: (step) => goTo(highlightBeside(highlights, current, step)),
    onLink: () => (pending ? void linkSelection() : setIsLinking(true)),
    onRemove: (row) => void removeHighlight(row),
    onDetails: (row) => openDetails(row),
    onCopy: () => void copyQuote(),
    onEdit: () => setIsEditing(true),
    onToggleNotes: () => {
      // A note that goes with them must not take the focus along.
      if (document.activeElement?.closest('[data-side-notes]')) words.current?.focus({ preventScroll: true })
      useNotesShown.getState().toggle()
    },
    onToggleList: () => setIsListOpen((isOpen) => !isOpen),
    onContents: contents.headings.length > 1 ? contents.toggle : undefined,
    onCaret: caret.toggle,
    find,
  })
  const removeHighlight = async (row: HighlightRow) => {
    const position = highlights.indexOf(row)
    const next = highlights[position + 1] ?? highlights[position - 1]
    const hadFocus = pane.current?.contains(document.activeElement)
    setOverlay(undefined)
    await actions.remove(row)
    setCurrent(next?.id)
    if (hadFocus && next) focusHighlightItem(pane.current, next.id)
  }

  return (
    <Pane
      label={strings.reader.source}
      scrolls={false}
      onClose={onClose}
      head={<CitekeyButton citekey={citekey} />}
      tools={
        <ReaderTools
          source={source}
          highlightCount={highlights.length}
          isListOpen={isListOpen}
          onToggleList={() => setIsListOpen(!isListOpen)}
          contents={contents}
          onEdit={() => setIsEditing(true)}
          onRemoved={onClose}
        />
      }
    >
      <div ref={pane} className={classes.reader}>
        {find.isOpen && <FindBar find={find} />}
        <RelinkBar
          source={source.id}
          selectedNow={selectedNow}
          hasSelection={pending !== undefined}
          onDone={(id) => {
            endSelection()
            setCurrent(id)
          }}
        />
        {contents.isOpen && <ContentsList contents={contents} language={language} />}
        <div ref={scroller} className={classes.scroller} data-scroller="">
          <div ref={column} className={classes.column} data-notes={place}>
            <SourceHeader source={source} />
            <SafeHtml
              ref={words}
              html={html}
              className={`${prose.prose} ${classes.words}`}
              lang={language || undefined}
              data-long={readingText.length > longText || undefined}
              role="article"
              aria-label={strings.reader.text(source.title)}
              tabIndex={0}
              onClick={pick}
              onMouseMove={({ currentTarget, clientX, clientY }) => {
                currentTarget.style.cursor = painted.highlightsAt(clientX, clientY).length > 0 ? 'pointer' : ''
              }}
              onKeyDown={caret.onKeyDown}
            />
            <SideNotes
              place={place}
              words={words}
              scroller={scroller}
              column={column}
              html={html}
              painted={painted}
              highlights={shown}
              current={current}
              onFocus={(row) => setCurrent(row.id)}
              onDetails={openDetails}
              onOpenInsight={onOpenInsight}
            />
            {overlay?.kind === 'toolbar' && !isPast && (
              <SelectionToolbar
                anchor={overlay.anchor}
                onHighlight={(colour, comment) => void highlightSelection(colour, comment)}
                onLink={(comment) => void linkSelection(comment)}
                onCopy={() => void copyQuote()}
                onDismiss={endSelection}
                onHold={() => setOverlay({ ...overlay, isHeld: true })}
              />
            )}
            {overlay?.kind === 'choice' && (
              <OverlapChooser
                rows={overlay.rows.flatMap((id) => shown.find((row) => row.id === id) ?? [])}
                anchor={overlay.anchor}
                language={language}
                onFocus={(row) => setCurrent(row.id)}
                onChoose={openDetails}
                onClose={() => setOverlay(undefined)}
              />
            )}
            {overlay?.kind === 'details' && currentRow && (
              <HighlightDetails
                key={currentRow.id}
                highlight={currentRow}
                anchor={overlay.anchor}
                onLink={() => setIsLinking(true)}
                onCopy={() => void actions.copy(currentRow)}
                onRemove={() => void removeHighlight(currentRow)}
                onOpenInsight={onOpenInsight}
                onClose={() => setOverlay(undefined)}
              />
            )}
          </div>
        </div>
        {caret.isOn && (
          <p className={classes.hint} role="status">
            {strings.reader.keyboardSelectionOn}
          </p>
        )}
        {isListOpen && (
          <aside className={classes.list} aria-label={strings.reader.highlightList}>
            <HighlightList
              highlights={highlights}
              shown={shownIds}
              current={current}
              citekey={citekey}
              language={language}
              onFocus={(row) => setCurrent(row.id)}
              onReveal={(row) => reveal(row)}
              onDetails={openDetails}
            />
          </aside>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {actions.said}
      </p>
      {isLinking && currentRow && (
        <LinkDialog
          highlight={currentRow}
          citekey={citekey}
          language={language}
          activeInsight={activeInsight}
          onOpenInsight={onOpenInsight}
          onClose={() => setIsLinking(false)}
        />
      )}
      {isEditing && <EditSourceDialog source={source} onClose={() => setIsEditing(false)} />}
    </Pane>
  )
}
