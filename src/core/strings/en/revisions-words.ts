// The sentences about a source's texts, the old ones and a new one, in English.

const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const revisionsWords = {
  show: 'Texts of this source…',
  title: (title: string) => `Texts of “${title}”`,
  texts: 'Texts',
  newest: 'newest',
  text: (number: number) => `Text ${number}`,
  brought: (when: string) => `brought in ${when}`,
  onlyOne:
    'There is one text so far. When the article is edited, bring the new one in: the old one stays readable, and every highlight is carried across or named.',
  differs: 'What changed',
  unchanged: (count: number) => `${things(count, 'sentence', 'sentences')} unchanged: show`,
  read: 'Read it',
  states: 'Highlights',
  compared: (number: number) => `Changes from text ${number - 1} to text ${number}`,
  first: 'The first text: nothing to compare it with',
  loading: 'Reading the texts…',
  oldText: 'An old text: it can be read, and highlights that keep to it stay in it.',
  noHighlights: 'No highlight in this source yet',
  renew: 'Bring in a new text…',
  renewTitle: (title: string) => `A new text of “${title}”`,
  renewHint: 'Paste the article as it is now, or choose or drop its file.',
  chooseFile: 'Choose a file…',
  bringIn: 'Bring it in',
  wouldHappen: 'What happens to the highlights',
  same: 'This is the text that is there already.',
  paste: 'The new text, in Markdown',
  comparing: 'Comparing…',
  summary: (exact: number, changed: number, lost: number) =>
    [
      exact > 0 ? `${things(exact, 'highlight follows', 'highlights follow')} silently` : '',
      changed > 0 ? `${changed} changed` : '',
      lost > 0 ? `${lost} lost` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'No highlight is touched',
  done: (changed: number, lost: number) =>
    changed + lost === 0
      ? 'The new text is there; every highlight was carried across'
      : `The new text is there; ${things(changed + lost, 'highlight waits', 'highlights wait')} in the audit`,
  kinds: { exact: 'in its place', moved: 'moved', changed: 'changed', lost: 'not found' },
  standings: { pinned: 'keeps to its own text', retired: 'retired' },
  nowReads: 'now reads',
  relinking: (name: string) => `Select the words that ${name} is to cite from now on`,
  relinkHere: (name: string) => `Tie ${name} to these words`,
  relinked: (name: string) => `${name} is tied to other words`,
  cancel: 'Cancel',
  falls: 'What if this source falls?',
  fallsTitle: (title: string) => `If “${title}” fell`,
  fallsHint: 'Insights that nothing else supports are marked. Copies and translations of it would fall with it.',
  losesSupport: 'loses its only support',
  keepsSupport: 'has other support',
  metricsOnIt: 'Metrics with figures of it',
  figuresOfIt: (count: number) => (count === 1 ? 'one figure of it' : `${count} figures of it`),
  losesFigures: 'loses all its figures',
  keepsFigures: 'has figures of others',
  nothingRests: 'Nothing rests on this source.',
  relate: 'Is a copy, a translation or a quotation of…',
  relations: { copy: 'a copy of', translation: 'a translation of', quotes: 'only quotes', independent: 'independent of' },
  related: 'Noted',
} as const
