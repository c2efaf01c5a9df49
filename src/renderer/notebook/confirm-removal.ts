// A command that would take more than half of a table away is asked back: the question that is open, and its answer.

import { create } from 'zustand'

type Asked = { message: string; answer: (isConfirmed: boolean) => void }

export const useConfirmation = create<{ asked: Asked | undefined }>(() => ({ asked: undefined }))

/** `message` is the refusal with its numbers. One question at a time: a newer one takes the place of the older, which is then a no. */
export function askToConfirm(message: string): Promise<boolean> {
  useConfirmation.getState().asked?.answer(false)
  return new Promise((resolve) => {
    const answer = (isConfirmed: boolean) => {
      useConfirmation.setState({ asked: undefined })
      resolve(isConfirmed)
    }
    useConfirmation.setState({ asked: { message, answer } })
  })
}
