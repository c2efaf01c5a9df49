// The sentences of a notebook in which nothing is yet, in English.

export const startWords = {
  title: 'Begin here',
  text: 'Footing keeps three things together: the texts that you read, the claims that you make, and the passages that carry them.',
  steps: {
    source: 'Add what you read: paste an article, or drop a file. Mark the passages that matter.',
    insight: 'Write one claim in your own words. Cite the passages that speak for it, and those against.',
    report: 'Put insights in order. The export has a footnote with the quote for every citation.',
  },
  firstSource: 'Add your first source',
  firstInsight: 'Write an insight',
  starter: 'Look at an example first',
  starterHint: 'Brings the starter on SoftBank’s AI strategy into this notebook. One undo takes it out again.',
  starterIsHere: 'The starter is in this notebook',
} as const
