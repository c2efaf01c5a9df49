// What is said of a figure that was compared with the passages of its sentence, in English.

import type { Operation } from '../../prose-figures/computed-figure.ts'
import type { FigureMark, MarkedPlace } from '../../prose-figures/figure-mark.ts'
import { ledgerWords } from './ledger-words.ts'

const from = ({ written, item }: MarkedPlace) => `“${written}” (${nameOf(item)})`

function nameOf({ citekey, highlight }: MarkedPlace['item']): string {
  return highlight === undefined ? citekey : `${citekey} h${highlight}`
}

export const checksWords = {
  next: 'Next figure to look at',
  previous: 'Previous figure to look at',
  open: 'Open what the figure is compared with',
  card: (written: string) => `About ${written}`,
  none: 'No figure here contradicts its passage or is missing there',
  setting: 'Check figures as I write',
  settingHint: 'Each figure is compared with the passages that its sentence cites',
  states: { on: 'Check', off: 'Leave alone' },
  kinds: {
    agrees: 'Agrees',
    computed: 'Follows from the passages',
    elsewhere: 'Stands elsewhere',
    contradicts: 'The passage contradicts it',
    absent: 'Not in the passage',
  } as const satisfies Readonly<Record<FigureMark['kind'], string>>,
  operations: {
    sum: 'The sum of',
    difference: 'The difference of',
    share: 'The share between',
    growth: 'The change between',
    times: 'How many times:',
    product: 'The product of',
    quotient: 'The quotient of',
  } as const satisfies Readonly<Record<Operation, string>>,
  /** One sentence for one figure, without a full stop. */
  sentence: (mark: FigureMark): string => {
    switch (mark.kind) {
      case 'agrees':
        return `The passage says ${from(mark.match)}`
      case 'elsewhere':
        return elsewhere(mark.match)
      case 'computed':
        return `${checksWords.operations[mark.operation]} ${mark.terms.map((term) => `“${term}”`).join(', ')}`
      case 'contradicts': {
        const { clash } = mark
        if (clash.relation === 'opposite') return `The passage says ${from(mark.match)}: one is a lower bound, the other an upper one`
        if (clash.relation === 'near') return `The passage says ${from(mark.match)}`
        return `The passage says ${from(mark.match)}, ${ledgerWords.factor(clash.factor)}: perhaps ${ledgerWords.causes[clash.cause]}`
      }
      case 'absent':
        return mark.coarser
          ? `More exact than the passage, which says ${from(mark.coarser)}`
          : `Neither in ${mark.citations.join(', ')} nor to be worked out from it`
    }
  },
}

function elsewhere(match: MarkedPlace): string {
  switch (match.part) {
    case 'passage':
      return `This sentence does not cite it: it stands in ${nameOf(match.item)}`
    case 'beside':
      return `Outside of the cited words, beside ${nameOf(match.item)}: “${match.written}”`
    case 'title':
      return `In the title of ${match.item.citekey}: “${match.written}”`
    case 'date':
      return `The date of ${match.item.citekey}: ${match.written}`
  }
}
