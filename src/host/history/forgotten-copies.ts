// Where forgetting keeps a copy of what it takes out of the history, if it is asked to.

const pattern = /^history-before-change-(\d{1,15})$/

/** Within the notebook's folder; `seq` is the first change that the history kept. */
export const copyPath = (seq: number): string => `backups/history-before-change-${seq}`

/** Of a name in backups/. */
export function copyNumberOf(name: string): number | undefined {
  const number = pattern.exec(name)?.[1]
  return number === undefined ? undefined : Number(number)
}
