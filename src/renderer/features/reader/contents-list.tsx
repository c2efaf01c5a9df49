// The table of contents of a source: its headings, indented by their level; the one that is read under is marked.

import { strings } from '../../strings/strings.ts'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import classes from './contents-list.module.css'
import type { Contents } from './use-contents.ts'

export function ContentsList({ contents: { headings, current, goTo }, language }: { contents: Contents; language: string }) {
  const highest = Math.min(...headings.map(({ level }) => level))
  return (
    <nav className={classes.contents} aria-label={strings.reader.contents}>
      <ul className={classes.list} onKeyDown={(event) => void moveFocusByKey(event)}>
        {headings.map(({ level, text, position }) => (
          <li key={position}>
            <button
              type="button"
              data-row
              className={classes.heading}
              data-depth={Math.min(level - highest, 3)}
              aria-current={position === current ? 'location' : undefined}
              lang={language || undefined}
              onClick={() => goTo(position)}
            >
              {text === '' ? strings.reader.emptyHeading : text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
