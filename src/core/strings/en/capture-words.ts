// Every sentence of quick capture, in English.

export const captureWords = {
  capture: 'Quick capture',
  text: 'What you want to note',
  placeholder: 'First line: the claim. Below it, anything you know about it.',
  kind: 'Kind',
  topics: 'Topics',
  newTopic: 'Another topic',
  addTopic: 'Add it',
  cite: (name: string) => `Cite ${name} as evidence`,
  citeSelection: 'Highlight the selection and cite it as evidence',
  save: 'Save as an insight',
  later: 'Kept here until you save it',
  discard: 'Discard',
  saved: (title: string) => `Noted: “${title}”`,
  open: 'Open',
  citationRefused: 'The note is saved, but its citation is not:',
} as const
