// The work that takes long, in the status bar: what it is, how far it is, and a way to stop it.

import { useAction } from '../keys/actions.ts'
import { useLongTasks } from '../notebook/long-tasks.ts'
import { strings } from '../strings/strings.ts'
import classes from './task-progress.module.css'

export function TaskProgress() {
  const task = useLongTasks(({ tasks }) => tasks.findLast(({ isShown }) => isShown))
  useAction({ id: 'task.stop', run: () => task?.stop(), isEnabled: () => task !== undefined && !task.isStopping })
  return (
    <div className={classes.task} data-shown={task !== undefined || undefined}>
      {/* Said once and not at every step: a screen reader asks the bar itself how far it is. */}
      <span className="visually-hidden" role="status">
        {task?.label}
      </span>
      {task && (
        <>
          <span className={classes.label}>{task.isStopping ? strings.app.stopping : task.label}</span>
          <progress className={classes.bar} aria-label={task.label} max={task.steps?.total} value={task.steps?.done} />
          {task.steps && (
            <span className={classes.steps} aria-hidden="true">
              {strings.app.ofAll(task.steps.done, task.steps.total)}
            </span>
          )}
          <button type="button" className={classes.stop} disabled={task.isStopping} onClick={task.stop}>
            {strings.app.cancel}
          </button>
        </>
      )}
    </div>
  )
}
