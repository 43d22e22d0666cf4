import { parentPort } from 'node:worker_threads'
import { extractPdf } from './adapters/pdf-extract.ts'
import { extractLayout } from './adapters/pdf-layout.ts'
import type { PdfQuestion } from './adapters/pdf-text.ts'

// A thread of its own for the text of PDFs: see adapters/pdf-text.ts.
parentPort?.on('message', ({ bytes, as }: PdfQuestion) => {
  const read = as === 'layout' ? extractLayout(bytes) : extractPdf(bytes)
  read.then(
    (answer) => parentPort?.postMessage(answer),
    () => parentPort?.postMessage(undefined),
  )
})
