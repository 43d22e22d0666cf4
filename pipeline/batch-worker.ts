import { portsOfProcess } from './adapters/ports-of-process.ts'
import { type BatchJob, writeJob } from './site/batch.ts'

// A process of its own for a part of the documents: see adapters/output.ts.
process.once('message', (job: BatchJob) => {
  writeJob(portsOfProcess(job.root), job).then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`)
      process.exit(1)
    },
  )
})
