// Checks the figures of prose that is still being written: what a window shows is not in the notebook yet.

import type { QuestionAnswers, QuestionOutput } from '../../core/contract/questions.ts'
import { checkFigures } from '../../core/prose-figures/check-figures.ts'
import { figureSources } from '../../core/prose-figures/cited-figures.ts'
import { figureMark } from '../../core/prose-figures/figure-mark.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'
import { passageFiguresOf } from './passage-figures.ts'

export async function checkFiguresAnswer(
  { view }: Pick<NotebookHost, 'view'>,
  { insight, blocks, citations }: QuestionOutput<'figures.check'>,
): Promise<QuestionAnswers['figures.check']> {
  const figures = passageFiguresOf(view)
  const check = async () => {
    const breather = new Breather()
    const sources = figureSources(view, figures.of, insight, [{ citations: [{ at: 0, items: citations }] }])
    const marks: QuestionAnswers['figures.check']['blocks'] = []
    for (const block of blocks) {
      marks.push(checkFigures(block, sources).map(figureMark))
      if (breather.isDue) await breather.pause()
    }
    return marks
  }
  const marks = await check()
  if (!figures.wantsMore) return { blocks: marks }
  await figures.fetchWanted()
  return { blocks: await check() }
}
