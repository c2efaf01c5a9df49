// The front matter of an imported note: the grammar takes it for a rule and a heading, so its lines are set apart before the grammar is asked.

import { splitFrontMatter } from '../../../core/markdown/front-matter.ts'
import classes from './markdown-editor.module.css'
import type { Styles } from './styles.ts'

/** Longer than any that programs write; what is beyond shows as Markdown. */
const mostCharacters = 20_000

/** Sets its lines apart; where the body begins, 0 where there is none. Costs a look at three characters where a note has no front matter. */
export function addFrontMatter(styles: Styles): number {
  const { doc } = styles
  if (doc.sliceString(0, 3) !== '---') return 0
  const { bodyStart } = splitFrontMatter(doc.sliceString(0, mostCharacters))
  for (let at = 0; at < bodyStart; ) {
    const line = doc.lineAt(at)
    styles.line(classes.frontMatter, line.from)
    at = line.to + 1
  }
  return bodyStart
}
