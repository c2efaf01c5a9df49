// The sentences of the tour through the starter, in English.

export const tourWords = {
  start: 'Take the tour',
  name: (step: number, count: number) => `Tour, step ${step} of ${count}`,
  progress: (step: number, count: number) => `${step} of ${count}`,
  end: 'End the tour',
  skip: 'Skip this step',
  finish: 'Done',
  steps: {
    open: {
      title: 'Open an insight',
      text: 'Each row is one claim. Its marks count the passages for it ▲, against it ▼ and around it ◆. Open this one.',
      back: 'The claims are listed under Insights. Go there and open one.',
    },
    follow: {
      title: 'See what it stands on',
      text: 'A claim rests on passages. Press this quote: the source opens at the very words, and they light up.',
      back: 'Evidence stands under an insight. Go back to it, and press one of its quotes.',
    },
    highlight: {
      title: 'Mark a sentence',
      text: 'This is the source. Drag over a few words that are not marked yet, then choose a colour or press H.',
      back: 'Open the source again to mark a sentence in it.',
    },
    cite: {
      title: 'Cite it',
      text: 'Click into the note, type [@ and a word of what you marked, and choose it from the list. The citation opens the passage.',
      back: 'Open an insight, to cite the passage in its note.',
    },
    report: {
      title: 'Open the report',
      text: 'A report puts insights in order. One lies in this notebook: open it.',
      back: 'A report puts insights in order. Look under Reports.',
    },
    export: {
      title: 'Take it with you',
      text: 'This writes one Markdown file, with a footnote and the verbatim quote for every citation.',
      back: 'Open the report again, to export it.',
    },
  },
  doneTitle: 'That is all of it',
  doneText: 'Open, follow, mark, cite, export. What you made on the way is yours; undo takes it back. The tour stands in the menu of the notebook.',
} as const
