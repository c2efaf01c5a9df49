// The sentences about exporting highlights and sources for other programs, in English.

export const exportsWords = {
  show: 'Export highlights and sources…',
  title: 'Export highlights and sources',
  which: 'Which sources',
  thisSource: 'This source',
  allSources: 'All sources',
  forms: 'Form',
  highlights: 'Highlights',
  references: 'References',
  names: {
    md: 'Markdown',
    jsonld: 'Web Annotations',
    hypothesis: 'Hypothesis',
    csl: 'CSL-JSON',
    bibtex: 'BibTeX',
    ris: 'RIS',
  },
  hints: {
    md: 'Quotes, comments and tags to read, each with a link back',
    jsonld: 'The W3C standard, with places and colours; comes back whole',
    hypothesis: 'For Hypothesis and what reads its files',
    csl: 'For Zotero, Pandoc and citation styles; keeps the most',
    bibtex: 'For LaTeX, in UTF-8',
    ris: 'For EndNote, Mendeley and libraries',
  },
  save: 'Save…',
  saved: (fileName: string) => `Saved ${fileName}`,
  empty: 'There are no highlights to export here. References can be exported.',
} as const
