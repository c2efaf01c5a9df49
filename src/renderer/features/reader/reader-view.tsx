// A source that is being read: its text with the highlights painted, the list of them beside it, and the keys that work here.

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { Source } from '../../../core/records/source.ts'
import { Pane } from '../../ui/pane.tsx'
import { useTellPassage } from '../../ui/passage-at-hand.ts'
import prose from '../../ui/prose.module.css'
import { SafeHtml } from '../../ui/safe-html.tsx'
import { highlightBeside } from './highlight-beside.ts'
import { HighlightList } from './highlight-list.tsx'
import { useLastColour } from './last-colour.ts'
import { LinkDialog } from './link-dialog.tsx'
import { type Overlay, ReaderOverlay } from './reader-overlay.tsx'
import classes from './reader-view.module.css'
import { usePassageActions } from './use-passage-actions.ts'
import './reading-text.css'
import { strings } from '../../strings/strings.ts'
import { markBlockLanguages } from './block-languages.ts'
import { ContentsList } from './contents-list.tsx'
import { EditSourceDialog } from './edit-source-dialog.tsx'
import { FigureCard } from './figure-card.tsx'
import { FindBar } from './find-bar.tsx'
import { placedIn } from './placed-highlight.ts'
import { ReaderTools } from './reader-tools.tsx'
import { RelinkBar } from './relink-bar.tsx'
import { SideNotes, useNotesPlace } from './side-notes.tsx'
import { CitekeyButton, SourceHeader } from './source-header.tsx'
import { useAtHand } from './use-at-hand.ts'
import { useContents } from './use-contents.ts'
import { useFigureActions } from './use-figure-actions.ts'
import { useFind } from './use-find.ts'
import { useKeyboardCaret } from './use-keyboard-caret.ts'
import { useNotesShown } from './use-notes-shown.ts'
import { usePaintedText } from './use-painted-text.ts'
import { useReader } from './use-reader.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { type Spotlight, useSpotlight } from './use-spotlight.ts'
import { useTextFigures } from './use-text-figures.ts'
import { useTextSelection } from './use-text-selection.ts'

export type ReaderViewProps = {
  source: Source
  text: RecordId<'text'>
  readingText: string
  html: UnsafeHtml
  highlights: readonly HighlightRow[]
  spotlight: Spotlight | undefined
  activeInsight: RecordId<'insight'> | undefined
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
  onClose: () => void
}

/** Blocks of a longer text are laid out only near the view. */
const longText = 60_000

export function ReaderView(props: ReaderViewProps) {
  const { source, text, readingText, html, highlights, spotlight, activeInsight, onOpenInsight, onOpenMetric, onClose } = props
  const [pane, scroller, column, words] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  const elements = { pane, scroller, column, words }
  const [current, setCurrent] = useState<RecordId<'highlight'>>()
  const [overlay, setOverlay] = useState<Overlay>()
  const [isListOpen, setIsListOpen] = useState(false)
  const place = useNotesPlace(scroller, isListOpen)
  const contents = useContents(words, scroller, html)
  const [isLinking, setIsLinking] = useState(false)
  const [isEditing, setIsEditing] = useState(false)
  const { language, citekey } = source
  const read = useMemo(() => ({ source: source.id, text, citekey }), [source.id, text, citekey])
  const actions = useReader(read)
  const caret = useKeyboardCaret(words, scroller)

  // A passage is painted in the text that it is of; one that changed, in the newest too, where it stands now.
  const shown = useMemo(() => highlights.flatMap((row) => placedIn(text, readingText, row) ?? []), [highlights, text, readingText])
  const shownIds = useMemo(() => new Set(shown.map(({ id }) => id)), [shown])
  const _placeOf = useCallback((row: HighlightRow) => shown.find(({ id }) => id === row.id)?.passage, [shown])
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

  const passages = usePassageActions({
    elements,
    actions,
    painted,
    highlights,
    shown,
    current,
    onCurrent: setCurrent,
    overlay,
    onOverlay: setOverlay,
    caret,
    notes: place,
    onOpenList: () => setIsListOpen(true),
    onLink: () => setIsLinking(true),
  })
  const textFigures = useTextFigures({ source: source.id, text, html, painted, scroller })
  const figures = useFigureActions({
    elements,
    figures: textFigures,
    painted,
    readingText,
    selectedNow: passages.selectedNow,
    onOverlay: setOverlay,
  })
  const closeFigure = () => {
    setOverlay(undefined)
    words.current?.focus({ preventScroll: true })
  }
  useTextSelection(words, (range) => {
    const passage = range && painted.passageOf(range)
    if (passage) passages.showToolbar(passage)
    else setOverlay((shownOverlay) => (shownOverlay?.kind === 'toolbar' ? undefined : shownOverlay))
  })
  useSpotlight({ spotlight, highlights, painted, scroller, onHighlight: passages.reveal })
  useReaderKeys({
    pane,
    canHighlight: pending !== undefined,
    current: currentRow,
    onHighlight: () => void passages.highlightSelection(useLastColour.getState().colour),
    onStep: (step) => passages.goTo(highlightBeside(highlights, current, step)),
    onLink: () => (pending ? void passages.linkSelection() : setIsLinking(true)),
    onRemove: (row) => void passages.removeHighlight(row),
    onDetails: passages.openDetails,
    onCopy: () => void passages.copyQuote(),
    onEdit: () => setIsEditing(true),
    onToggleNotes: () => {
      // A note that goes with them must not take the focus along.
      if (document.activeElement?.closest('[data-side-notes]')) words.current?.focus({ preventScroll: true })
      useNotesShown.getState().toggle()
    },
    onToggleList: () => setIsListOpen((isOpen) => !isOpen),
    onContents: contents.headings.length > 1 ? contents.toggle : undefined,
    onCaret: caret.toggle,
    onKeepFigure: figures.keep,
    onStepFigure: figures.step,
    find,
  })
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
          selectedNow={passages.selectedNow}
          hasSelection={pending !== undefined}
          onDone={(id) => {
            passages.endSelection()
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
              onClick={(event) => {
                const isOnHighlight = painted.highlightsAt(event.clientX, event.clientY).length > 0
                if (!figures.pick(event, isOnHighlight)) passages.pick(event)
              }}
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
              onDetails={passages.openDetails}
              onOpenInsight={onOpenInsight}
            />
            <ReaderOverlay
              overlay={overlay}
              onOverlay={setOverlay}
              actions={passages}
              shown={shown}
              current={currentRow}
              onCurrent={setCurrent}
              language={language}
              onLink={() => setIsLinking(true)}
              onOpenInsight={onOpenInsight}
              onKeepFigure={figures.keep}
              figureCard={(place, anchor) => (
                <FigureCard
                  key={`${place.start} ${place.end}`}
                  source={source.id}
                  text={text}
                  figure={textFigures.current ?? place}
                  readingText={readingText}
                  language={language}
                  anchor={anchor}
                  onOpenMetric={onOpenMetric}
                  onSaid={figures.say}
                  onClose={closeFigure}
                />
              )}
            />
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
              onReveal={(row) => passages.reveal(row)}
              onDetails={passages.openDetails}
            />
          </aside>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {actions.said}
      </p>
      <p className="visually-hidden" role="status">
        {figures.said}
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
