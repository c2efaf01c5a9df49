// A question whose answer follows the notebook: asked again, a moment after each commit, as long as the component is shown.

import { useEffect, useState } from 'react'
import type { QuestionAnswers, QuestionInput, QuestionName } from '../../core/contract/questions.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'
import { useClient } from './notebook-context.ts'
import { useClientState } from './use-client-state.ts'

export type Answer<Name extends QuestionName> = { value: QuestionAnswers[Name] | undefined; error: RefusalValue | undefined; isLoading: boolean }

const askAgainAfterMs = 200

/** Pass `undefined` input to ask nothing; with `follow: false` it is asked once per input. */
export function useAnswer<Name extends QuestionName>(
  question: Name,
  input: QuestionInput<Name> | undefined,
  options: { follow?: boolean } = {},
): Answer<Name> {
  const client = useClient()
  const follow = options.follow ?? true
  const seq = useClientState((state) => (follow ? state.seq : 0))
  const key = input === undefined ? undefined : JSON.stringify(input)
  const [state, setState] = useState<{ key: string | undefined; answer: Answer<Name> }>({
    key: undefined,
    answer: { value: undefined, error: undefined, isLoading: true },
  })
  const isFirst = state.key !== key
  // biome-ignore lint/correctness/useExhaustiveDependencies: seq is what makes it ask again
  useEffect(() => {
    if (key === undefined) return
    let isWanted = true
    const timer = setTimeout(
      async () => {
        const answer = await client.ask(question, JSON.parse(key) as QuestionInput<Name>)
        if (!isWanted) return
        setState({
          key,
          answer: answer.ok
            ? { value: answer.value, error: undefined, isLoading: false }
            : { value: undefined, error: answer.error, isLoading: false },
        })
      },
      isFirst ? 0 : askAgainAfterMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, question, key, seq])
  return state.key === key && key !== undefined ? state.answer : { value: undefined, error: undefined, isLoading: key !== undefined }
}
