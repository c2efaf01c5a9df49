// The little that core uses of csv-parse: its own types bring in Node's, and with them `process` and `setTimeout`.

declare module 'csv-parse/browser/esm/sync' {
  export function parse(text: string, options: { [option: string]: unknown }): string[][]
}
